/* From a refusal to an exception: Python code writes the report, this file records it so that nobody can swallow it. */
#include "core.h"

PyObject *hook_violation, *hook_warn, *hook_leak, *hook_describe;

/* A new reference to a text for any object, whose __repr__ may do what it likes. */
PyObject *
described(PyObject *object)
{
    PyObject *text = hook_describe ? PyObject_CallOneArg(hook_describe, object) : NULL;
    if (text == NULL) {
        PyErr_Clear();
        text = PyUnicode_FromFormat("<%s>", Py_TYPE(object)->tp_name);
    }
    return text;
}

static PyObject *
made(violation v)
{
    if (hook_violation == NULL) {
        PyErr_SetString(PyExc_RuntimeError, "ptrstate._native.core is used without ptrstate: there is no report writer");
        return NULL;
    }
    site used = site_here(v.called, v.parameter);
    PyObject *sites[4] = {site_as_tuple(&used), site_as_tuple(v.created), site_as_tuple(v.borrowed), site_as_tuple(v.ended)};
    site_clear(&used);
    PyObject *result = NULL;
    if (sites[0] && sites[1] && sites[2] && sites[3]) {
        result = PyObject_CallFunction(
            hook_violation, "sOOOOOOssO", v.code, v.pointer ? v.pointer : Py_None, v.owner ? v.owner : Py_None, sites[0],
            sites[1], sites[2], sites[3], v.expected ? v.expected : "", v.seen ? v.seen : "",
            v.exception ? v.exception : Py_None);
    }
    for (int i = 0; i < 4; i++) {
        Py_XDECREF(sites[i]);
    }
    return result;
}

static int
record(PyObject *exception)
{
    region *where = region_innermost();
    return where == NULL ? 1 : PyList_Append(where->violations, exception);
}

PyObject *
violate_with(PyObject *exception)
{
    if (record(exception) >= 0) {
        PyErr_SetObject((PyObject *)Py_TYPE(exception), exception);
    }
    return NULL;
}

PyObject *
violate(violation v)
{
    PyObject *exception = made(v);
    if (exception != NULL) {
        violate_with(exception);
        Py_DECREF(exception);
    }
    return NULL;
}

void
violate_quietly(violation v)
{
    PyObject *type, *value, *trace;
    PyErr_Fetch(&type, &value, &trace);
    PyObject *exception = made(v);
    int recorded = exception ? record(exception) : -1;
    if (recorded != 0) {
        if (recorded > 0) {
            PyErr_SetObject((PyObject *)Py_TYPE(exception), exception);
        }
        PyErr_WriteUnraisable(NULL);
    }
    Py_XDECREF(exception);
    PyErr_Restore(type, value, trace);
}

uint64_t warnings_given;

int
warn_of(violation v)
{
    warnings_given++;
    PyObject *warning = made(v);
    PyObject *answer = warning ? PyObject_CallOneArg(hook_warn, warning) : NULL;
    Py_XDECREF(warning);
    Py_XDECREF(answer);
    return answer ? 0 : -1;
}

PyObject *
refuse_argument(PyObject *type, function *called, int parameter, const char *format, ...)
{
    va_list rest;
    va_start(rest, format);
    PyObject *text = PyUnicode_FromFormatV(format, rest);
    va_end(rest);
    if (text != NULL) {
        if (parameter >= 0 && parameter < PyTuple_GET_SIZE(called->parameter_names)) {
            PyErr_Format(type, "%U(): parameter `%U`: %U", called->name,
                         PyTuple_GET_ITEM(called->parameter_names, parameter), text);
        }
        else {
            PyErr_Format(type, "%U(): %U", called->name, text);
        }
        Py_DECREF(text);
    }
    return NULL;
}

/* TypeError for an object of the wrong kind: the format says what is needed. */
void
refuse_object(PyObject *object, const char *format, ...)
{
    va_list rest;
    va_start(rest, format);
    PyObject *needed = PyUnicode_FromFormatV(format, rest), *shown = described(object);
    va_end(rest);
    if (needed != NULL && shown != NULL) {
        PyErr_Format(PyExc_TypeError, "%U, not %U", needed, shown);
    }
    Py_XDECREF(needed);
    Py_XDECREF(shown);
}
