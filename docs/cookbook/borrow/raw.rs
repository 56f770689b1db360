pub unsafe fn repr_of_item(list: *mut PyObject, index: isize) -> *mut PyObject {
    unsafe {
        let item = PyList_GetItem(list, index); // borrowed
        if item.is_null() {
            return null_mut();
        }
        Py_INCREF(item); // its __repr__ may change the list
        let text = PyObject_Repr(item);
        Py_DECREF(item);
        text
    }
}
