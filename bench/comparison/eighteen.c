/* The eighteen mistakes of tests/bugs/eighteen in C, one function each, as they would stand in an extension module. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *
b01_new_reference_leaked(PyObject *self, PyObject *object)
{
    PyObject *number = PyLong_FromLong(123456789);
    (void)number;
    Py_RETURN_NONE;
}

static PyObject *
b02_reference_leaked_on_error_path(PyObject *self, PyObject *object)
{
    PyObject *name = PyUnicode_FromFormat("absent%d", 5);
    PyObject *value = name ? PyObject_GetAttr(object, name) : NULL;
    if (value == NULL) {
        return NULL;
    }
    Py_DECREF(name);
    return value;
}

static PyObject *
b03_borrowed_argument_released(PyObject *self, PyObject *object)
{
    Py_DECREF(object);
    Py_RETURN_NONE;
}

static PyObject *
b04_reference_released_twice(PyObject *self, PyObject *object)
{
    PyObject *list = PyList_New(3);
    Py_XDECREF(list);
    Py_XDECREF(list);
    Py_RETURN_NONE;
}

static PyObject *
b05_borrow_used_after_release(PyObject *self, PyObject *object)
{
    PyObject *number = PyFloat_FromDouble(1.5), *lent = number;
    Py_XDECREF(number);
    return PyFloat_FromDouble(PyFloat_AsDouble(lent));
}

static PyObject *
b06_borrowed_item_outlives_its_slot(PyObject *self, PyObject *object)
{
    PyObject *list = PyList_New(1);
    PyList_SET_ITEM(list, 0, PyObject_CallNoArgs((PyObject *)Py_TYPE(object)));
    PyObject *item = PyList_GetItem(list, 0);
    PyList_SetItem(list, 0, Py_NewRef(Py_None));
    PyObject *text = PyObject_Repr(item);
    Py_DECREF(list);
    return text;
}

static PyObject *
b07_item_released_after_steal(PyObject *self, PyObject *object)
{
    PyObject *pair = PyTuple_New(1), *number = PyLong_FromLong(123456789);
    PyTuple_SetItem(pair, 0, number);
    Py_DECREF(number);
    return pair;
}

static PyObject *
b08_borrowed_pointer_stolen(PyObject *self, PyObject *object)
{
    PyObject *list = PyList_New(1);
    PyList_SetItem(list, 0, object);
    return list;
}

static PyObject *
b09_call_with_error_set(PyObject *self, PyObject *object)
{
    PyObject *absent = PyObject_GetAttrString(object, "absent");
    PyObject *text = PyObject_Repr(object);
    Py_XDECREF(text);
    return absent;
}

static PyObject *
b10_result_with_error(PyObject *self, PyObject *object)
{
    PyErr_SetString(PyExc_ValueError, "spam");
    Py_RETURN_NONE;
}

static PyObject *
b11_null_without_error(PyObject *self, PyObject *object)
{
    return NULL;
}

static PyObject *
b12_unchecked_null(PyObject *self, PyObject *object)
{
    PyObject *absent = PyObject_GetAttrString(object, "absent");
    Py_ssize_t size = Py_REFCNT(absent);
    return PyLong_FromSsize_t(size);
}

static PyObject *
b13_none_returned_unowned(PyObject *self, PyObject *object)
{
    return Py_None;
}

static PyObject *
b14_item_released_after_failed_steal(PyObject *self, PyObject *object)
{
    PyObject *list = PyList_New(0), *number = PyLong_FromLong(123456789);
    if (PyList_SetItem(list, 5, number) < 0) {
        Py_DECREF(number);
        Py_DECREF(list);
        return NULL;
    }
    return list;
}

static PyObject *
b15_inline_reference_not_stolen(PyObject *self, PyObject *object)
{
    PyObject *list = PyList_New(0);
    PyList_Append(list, PyLong_FromLong(123456789));
    return list;
}

static PyObject *
b16_text_used_after_its_owner(PyObject *self, PyObject *object)
{
    PyObject *text = PyUnicode_FromFormat("a text of %s", "its own, longer than most");
    const char *bytes = PyUnicode_AsUTF8(text);
    Py_DECREF(text);
    return PyLong_FromSize_t(strlen(bytes));
}

static PyObject *
b17_released_once_too_often(PyObject *self, PyObject *object)
{
    PyObject *list = PyList_New(1);
    PyObject *item = PyObject_CallNoArgs((PyObject *)Py_TYPE(object));
    PyList_SET_ITEM(list, 0, Py_NewRef(item));
    Py_DECREF(item);
    Py_DECREF(item);        /* the list's own */
    return list;
}

static PyObject *
b18_error_cleared_unseen(PyObject *self, PyObject *object)
{
    PyObject *value = PyObject_GetAttrString(object, "absent");
    if (value == NULL) {
        PyErr_Clear();
        Py_RETURN_NONE;
    }
    return value;
}

#define BUG(name) {#name, name, METH_O, NULL}

static PyMethodDef methods[] = {
    BUG(b01_new_reference_leaked), BUG(b02_reference_leaked_on_error_path), BUG(b03_borrowed_argument_released),
    BUG(b04_reference_released_twice), BUG(b05_borrow_used_after_release), BUG(b06_borrowed_item_outlives_its_slot),
    BUG(b07_item_released_after_steal), BUG(b08_borrowed_pointer_stolen), BUG(b09_call_with_error_set),
    BUG(b10_result_with_error), BUG(b11_null_without_error), BUG(b12_unchecked_null), BUG(b13_none_returned_unowned),
    BUG(b14_item_released_after_failed_steal), BUG(b15_inline_reference_not_stolen), BUG(b16_text_used_after_its_owner),
    BUG(b17_released_once_too_often), BUG(b18_error_cleared_unseen), {NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "eighteen", NULL, -1, methods};

PyMODINIT_FUNC
PyInit_eighteen(void)
{
    return PyModule_Create(&definition);
}
