PyObject *
repr_of_item(PyObject *list, Py_ssize_t index)
{
    PyObject *item = PyList_GetItem(list, index);   /* borrowed */
    if (item == NULL) {
        return NULL;
    }
    Py_INCREF(item);            /* its __repr__ may change the list */
    PyObject *text = PyObject_Repr(item);
    Py_DECREF(item);
    return text;
}
