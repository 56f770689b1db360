pub unsafe fn pair_of_sums(left: *mut PyObject, right: *mut PyObject) -> *mut PyObject {
    unsafe {
        let pair = PyTuple_New(2);
        if pair.is_null() {
            return null_mut();
        }
        for (i, (a, b)) in [(left, right), (right, left)].into_iter().enumerate() {
            let sum = PyNumber_Add(a, b);
            if sum.is_null() {
                Py_DECREF(pair);
                return null_mut();
            }
            // steals, even when it fails
            if PyTuple_SetItem(pair, i as isize, sum) < 0 {
                Py_DECREF(pair);
                return null_mut();
            }
        }
        pair
    }
}
