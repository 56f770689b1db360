pub unsafe fn append_all(list: *mut PyObject, items: *mut PyObject) -> c_int {
    unsafe {
        let iterator = PyObject_GetIter(items);
        if iterator.is_null() {
            return -1;
        }
        loop {
            let item = PyIter_Next(iterator);
            if item.is_null() {
                break;
            }
            let status = PyList_Append(list, item);
            Py_DECREF(item);
            if status < 0 {
                break;
            }
        }
        Py_DECREF(iterator);
        if PyErr_Occurred().is_null() { 0 } else { -1 }
    }
}
