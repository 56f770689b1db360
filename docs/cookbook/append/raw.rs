pub unsafe fn append_number(list: *mut PyObject, value: c_long) -> c_int {
    unsafe {
        let number = PyLong_FromLong(value);
        if number.is_null() {
            return -1;
        }
        let status = PyList_Append(list, number);
        Py_DECREF(number); // does not steal
        status
    }
}
