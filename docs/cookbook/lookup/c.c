PyObject *
get_or(PyObject *dict, PyObject *key, PyObject *otherwise)
{
    PyObject *value = PyDict_GetItemWithError(dict, key);   /* borrowed */
    if (value == NULL) {
        if (PyErr_Occurred()) {
            return NULL;
        }
        value = otherwise;
    }
    return Py_NewRef(value);
}
