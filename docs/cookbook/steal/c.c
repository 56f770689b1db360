PyObject *
pair_of_sums(PyObject *left, PyObject *right)
{
    PyObject *pair = PyTuple_New(2);
    if (pair == NULL) {
        return NULL;
    }
    for (int i = 0; i < 2; i++) {
        PyObject *sum = i ? PyNumber_Add(right, left) : PyNumber_Add(left, right);
        if (sum == NULL) {
            Py_DECREF(pair);
            return NULL;
        }
        if (PyTuple_SetItem(pair, i, sum) < 0) {    /* steals, even when it fails */
            Py_DECREF(pair);
            return NULL;
        }
    }
    return pair;
}
