int
append_number(PyObject *list, long value)
{
    PyObject *number = PyLong_FromLong(value);
    if (number == NULL) {
        return -1;
    }
    int status = PyList_Append(list, number);
    Py_DECREF(number);          /* does not steal */
    return status;
}
