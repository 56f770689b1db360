/* The measured functions as one writes them in C. */
#include <Python.h>

PyObject *
c_nothing(PyObject *self, PyObject *other, long n)
{
    return self;
}

PyObject *
c_tuple(PyObject *self, PyObject *other, long n)
{
    PyObject *made = PyTuple_New(2);
    if (made == NULL) {
        return NULL;
    }
    PyObject *item = PyLong_FromLong(n);
    if (item == NULL || PyTuple_SetItem(made, 0, item) == -1) {
        goto error;
    }
    item = PyLong_FromLong(n + 1);
    if (item == NULL || PyTuple_SetItem(made, 1, item) == -1) {
        goto error;
    }
    return made;
error:
    Py_DECREF(made);
    return NULL;
}

/* [self + other, other + self] */
PyObject *
c_list(PyObject *self, PyObject *other, long n)
{
    PyObject *made = PyList_New(2);
    if (made == NULL) {
        return NULL;
    }
    PyObject *item = PyNumber_Add(self, other);
    if (item == NULL || PyList_SetItem(made, 0, item) == -1) {
        goto error;
    }
    item = PyNumber_Add(other, self);
    if (item == NULL || PyList_SetItem(made, 1, item) == -1) {
        goto error;
    }
    return made;
error:
    Py_DECREF(made);
    return NULL;
}

/* self[other], or None */
PyObject *
c_lookup(PyObject *self, PyObject *other, long n)
{
    PyObject *found = PyDict_GetItemWithError(self, other);
    if (found == NULL) {
        if (PyErr_Occurred()) {
            return NULL;
        }
        found = Py_None;
    }
    return Py_NewRef(found);
}

/* Set an exception, and take it again as a value. */
PyObject *
c_slots(PyObject *self, PyObject *other, long n)
{
    PyObject *type = NULL, *value = NULL, *traceback = NULL;
    PyErr_SetObject(self, other);
    PyErr_Fetch(&type, &value, &traceback);
    Py_XDECREF(traceback);
    Py_XDECREF(type);
    return value;
}

PyObject *
c_append(PyObject *self, PyObject *other, long n)
{
    PyObject *made = PyList_New(0);
    if (made == NULL) {
        return NULL;
    }
    for (long i = 0; i < n; i++) {
        PyObject *item = PyLong_FromLong(i);
        if (item == NULL) {
            goto error;
        }
        int status = PyList_Append(made, item);
        Py_DECREF(item);
        if (status == -1) {
            goto error;
        }
    }
    return made;
error:
    Py_DECREF(made);
    return NULL;
}

/* What sq_item of a sequence of pairs (item, item) would be. */
PyObject *
c_slot_of_type(PyObject *self, PyObject *other, long n)
{
    PyObject *item = PyTuple_GetItem(self, n);
    if (item == NULL) {
        return NULL;
    }
    PyObject *pair = PyTuple_New(2);
    if (pair == NULL) {
        return NULL;
    }
    if (PyTuple_SetItem(pair, 0, Py_NewRef(item)) == -1 || PyTuple_SetItem(pair, 1, Py_NewRef(item)) == -1) {
        Py_DECREF(pair);
        return NULL;
    }
    return pair;
}
