pub unsafe fn publish(module: *mut PyObject, value: c_long) -> c_int {
    unsafe {
        let number = PyLong_FromLong(value);
        if number.is_null() {
            return -1;
        }
        if PyModule_AddObject(module, c"answer".as_ptr(), number) < 0 {
            Py_DECREF(number); // steals, but on success only
            return -1;
        }
        0
    }
}
