int
publish(PyObject *module, long value)
{
    PyObject *number = PyLong_FromLong(value);
    if (number == NULL) {
        return -1;
    }
    if (PyModule_AddObject(module, "answer", number) < 0) {
        Py_DECREF(number);      /* steals, but on success only */
        return -1;
    }
    return 0;
}
