/* C functions that stand where the API has a macro that assigns, or a variadic function.
 *
 * A variadic shim takes the number of variadic arguments and their words; every word is a pointer. */
#ifndef PTRSTATE_SHIMS_H
#define PTRSTATE_SHIMS_H

#include <Python.h>

#define PTRSTATE_MOST_VARIADIC 8

/* Call a variadic function with as many pointers as there are. */
#define PTRSTATE_VARIADIC(call, n, a, result)                                                             \
    switch (n) {                                                                                          \
    case 0: result = call(); break;                                                                       \
    case 1: result = call(, (a)[0]); break;                                                               \
    case 2: result = call(, (a)[0], (a)[1]); break;                                                       \
    case 3: result = call(, (a)[0], (a)[1], (a)[2]); break;                                               \
    case 4: result = call(, (a)[0], (a)[1], (a)[2], (a)[3]); break;                                       \
    case 5: result = call(, (a)[0], (a)[1], (a)[2], (a)[3], (a)[4]); break;                               \
    case 6: result = call(, (a)[0], (a)[1], (a)[2], (a)[3], (a)[4], (a)[5]); break;                       \
    case 7: result = call(, (a)[0], (a)[1], (a)[2], (a)[3], (a)[4], (a)[5], (a)[6]); break;               \
    case 8: result = call(, (a)[0], (a)[1], (a)[2], (a)[3], (a)[4], (a)[5], (a)[6], (a)[7]); break;       \
    default: Py_FatalError("a variadic call with more arguments than the binding lets through");         \
    }

static void ptrstate_Py_CLEAR(PyObject **slot) { Py_CLEAR(*slot); }

static void
ptrstate_Py_SETREF(PyObject **slot, PyObject *value)
{
    PyObject *old = *slot;
    *slot = value;
    Py_DECREF(old);
}

static void
ptrstate_Py_XSETREF(PyObject **slot, PyObject *value)
{
    PyObject *old = *slot;
    *slot = value;
    Py_XDECREF(old);
}

static PyObject *
ptrstate_PyTuple_Pack(Py_ssize_t n, Py_ssize_t count, void *const *items)
{
    PyObject *result = NULL;
#define CALL(...) PyTuple_Pack(n __VA_ARGS__)
    PTRSTATE_VARIADIC(CALL, count, items, result)
#undef CALL
    return result;
}

static PyObject *
ptrstate_PyErr_Format(PyObject *exception, const char *format, Py_ssize_t count, void *const *items)
{
    PyObject *result = NULL;
#define CALL(...) PyErr_Format(exception, format __VA_ARGS__)
    PTRSTATE_VARIADIC(CALL, count, items, result)
#undef CALL
    return result;
}

static PyObject *
ptrstate_Py_BuildValue(const char *format, Py_ssize_t count, void *const *items)
{
    PyObject *result = NULL;
#define CALL(...) Py_BuildValue(format __VA_ARGS__)
    PTRSTATE_VARIADIC(CALL, count, items, result)
#undef CALL
    return result;
}

static PyObject *
ptrstate_PyObject_CallMethod(PyObject *object, const char *name, const char *format, Py_ssize_t count, void *const *items)
{
    PyObject *result = NULL;
#define CALL(...) PyObject_CallMethod(object, name, format __VA_ARGS__)
    PTRSTATE_VARIADIC(CALL, count, items, result)
#undef CALL
    return result;
}

#endif
