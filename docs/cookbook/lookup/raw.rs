pub unsafe fn get_or(dict: *mut PyObject, key: *mut PyObject, otherwise: *mut PyObject) -> *mut PyObject {
    unsafe {
        let mut value = PyDict_GetItemWithError(dict, key); // borrowed
        if value.is_null() {
            if !PyErr_Occurred().is_null() {
                return null_mut();
            }
            value = otherwise;
        }
        Py_INCREF(value);
        value
    }
}
