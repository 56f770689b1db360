/* C functions that stand where the API has a macro that assigns, or a variadic function.
 *
 * A variadic shim takes the number of variadic arguments and their words; every word is a pointer. */
#ifndef PTRSTATE_SHIMS_H
#define PTRSTATE_SHIMS_H

#include <Python.h>

/* Types that came with a later version. */
#if PY_VERSION_HEX < 0x030C0000
typedef int PyDict_WatchEvent;
typedef int PyCodeEvent;
typedef int PyFunction_WatchEvent;
#endif

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

static PyObject *
ptrstate_PyObject_CallFunction(PyObject *callable, const char *format, Py_ssize_t count, void *const *items)
{
    PyObject *result = NULL;
#define CALL(...) PyObject_CallFunction(callable, format __VA_ARGS__)
    PTRSTATE_VARIADIC(CALL, count, items, result)
#undef CALL
    return result;
}

static PyObject *
ptrstate_PyObject_CallFunctionObjArgs(PyObject *callable, Py_ssize_t count, void *const *items)
{
    PyObject *result = NULL;
#define CALL(...) PyObject_CallFunctionObjArgs(callable __VA_ARGS__, NULL)
    PTRSTATE_VARIADIC(CALL, count, items, result)
#undef CALL
    return result;
}

static PyObject *
ptrstate_PyObject_CallMethodObjArgs(PyObject *object, PyObject *name, Py_ssize_t count, void *const *items)
{
    PyObject *result = NULL;
#define CALL(...) PyObject_CallMethodObjArgs(object, name __VA_ARGS__, NULL)
    PTRSTATE_VARIADIC(CALL, count, items, result)
#undef CALL
    return result;
}

#if PY_VERSION_HEX < 0x030D0000
static PyObject *
ptrstate_PyEval_CallFunction(PyObject *callable, const char *format, Py_ssize_t count, void *const *items)
{
    PyObject *result = NULL;
#define CALL(...) PyEval_CallFunction(callable, format __VA_ARGS__)
    PTRSTATE_VARIADIC(CALL, count, items, result)
#undef CALL
    return result;
}

static PyObject *
ptrstate_PyEval_CallMethod(PyObject *object, const char *name, const char *format, Py_ssize_t count, void *const *items)
{
    PyObject *result = NULL;
#define CALL(...) PyEval_CallMethod(object, name, format __VA_ARGS__)
    PTRSTATE_VARIADIC(CALL, count, items, result)
#undef CALL
    return result;
}
#endif

static PyObject *
ptrstate_PyUnicode_FromFormat(const char *format, Py_ssize_t count, void *const *items)
{
    PyObject *result = NULL;
#define CALL(...) PyUnicode_FromFormat(format __VA_ARGS__)
    PTRSTATE_VARIADIC(CALL, count, items, result)
#undef CALL
    return result;
}

static PyObject *
ptrstate_PyBytes_FromFormat(const char *format, Py_ssize_t count, void *const *items)
{
    PyObject *result = NULL;
#define CALL(...) PyBytes_FromFormat(format __VA_ARGS__)
    PTRSTATE_VARIADIC(CALL, count, items, result)
#undef CALL
    return result;
}

#if PY_VERSION_HEX >= 0x030D0000
static void
ptrstate_PyErr_FormatUnraisable(const char *format, Py_ssize_t count, void *const *items)
{
    int nothing;
#define CALL(...) (PyErr_FormatUnraisable(format __VA_ARGS__), 0)
    PTRSTATE_VARIADIC(CALL, count, items, nothing)
#undef CALL
    (void)nothing;
}
#endif

static int
ptrstate_PyErr_WarnFormat(PyObject *category, Py_ssize_t stack_level, const char *format,
                          Py_ssize_t count, void *const *items)
{
    int result = 0;
#define CALL(...) PyErr_WarnFormat(category, stack_level, format __VA_ARGS__)
    PTRSTATE_VARIADIC(CALL, count, items, result)
#undef CALL
    return result;
}

static int
ptrstate_PyErr_ResourceWarning(PyObject *source, Py_ssize_t stack_level, const char *format,
                               Py_ssize_t count, void *const *items)
{
    int result = 0;
#define CALL(...) PyErr_ResourceWarning(source, stack_level, format __VA_ARGS__)
    PTRSTATE_VARIADIC(CALL, count, items, result)
#undef CALL
    return result;
}

static int
ptrstate_PyErr_WarnExplicitFormat(PyObject *category, const char *filename, int lineno, const char *module,
                                  PyObject *registry, const char *format, Py_ssize_t count, void *const *items)
{
    int result = 0;
#define CALL(...) PyErr_WarnExplicitFormat(category, filename, lineno, module, registry, format __VA_ARGS__)
    PTRSTATE_VARIADIC(CALL, count, items, result)
#undef CALL
    return result;
}

static void
ptrstate_PySys_FormatStdout(const char *format, Py_ssize_t count, void *const *items)
{
    int nothing;
#define CALL(...) (PySys_FormatStdout(format __VA_ARGS__), 0)
    PTRSTATE_VARIADIC(CALL, count, items, nothing)
#undef CALL
    (void)nothing;
}

static void
ptrstate_PySys_FormatStderr(const char *format, Py_ssize_t count, void *const *items)
{
    int nothing;
#define CALL(...) (PySys_FormatStderr(format __VA_ARGS__), 0)
    PTRSTATE_VARIADIC(CALL, count, items, nothing)
#undef CALL
    (void)nothing;
}

static int
ptrstate_PySys_Audit(const char *event, const char *format, Py_ssize_t count, void *const *items)
{
    int result = 0;
#define CALL(...) PySys_Audit(event, format __VA_ARGS__)
    PTRSTATE_VARIADIC(CALL, count, items, result)
#undef CALL
    return result;
}

static int
ptrstate_PyArg_UnpackTuple(PyObject *args, const char *name, Py_ssize_t min, Py_ssize_t max,
                           Py_ssize_t count, void *const *items)
{
    int result = 0;
#define CALL(...) PyArg_UnpackTuple(args, name, min, max __VA_ARGS__)
    PTRSTATE_VARIADIC(CALL, count, items, result)
#undef CALL
    return result;
}

static int
ptrstate_PyArg_ParseTuple(PyObject *args, const char *format, Py_ssize_t count, void *const *targets)
{
    int result = 0;
#define CALL(...) PyArg_ParseTuple(args, format __VA_ARGS__)
    PTRSTATE_VARIADIC(CALL, count, targets, result)
#undef CALL
    return result;
}

static int
ptrstate_PyArg_Parse(PyObject *args, const char *format, Py_ssize_t count, void *const *targets)
{
    int result = 0;
#define CALL(...) PyArg_Parse(args, format __VA_ARGS__)
    PTRSTATE_VARIADIC(CALL, count, targets, result)
#undef CALL
    return result;
}

static int
ptrstate_PyArg_ParseTupleAndKeywords(PyObject *args, PyObject *kwargs, const char *format, const char *const *names,
                                     Py_ssize_t count, void *const *targets)
{
    int result = 0;
#define CALL(...) PyArg_ParseTupleAndKeywords(args, kwargs, format, (char **)names __VA_ARGS__)
    PTRSTATE_VARIADIC(CALL, count, targets, result)
#undef CALL
    return result;
}

/* What takes a va_list gets one from a variadic function of this file, and that gets its arguments as all of them do. */
#define PTRSTATE_WITH_LIST(type, name, call, last, ...)                                                   \
    static type                                                                                           \
    name(__VA_ARGS__, ...)                                                                                \
    {                                                                                                     \
        va_list list;                                                                                     \
        va_start(list, last);                                                                             \
        type result = call;                                                                               \
        va_end(list);                                                                                     \
        return result;                                                                                    \
    }

PTRSTATE_WITH_LIST(PyObject *, ptrstate_with_list_unicode, PyUnicode_FromFormatV(format, list), format, const char *format)
PTRSTATE_WITH_LIST(PyObject *, ptrstate_with_list_bytes, PyBytes_FromFormatV(format, list), format, const char *format)
PTRSTATE_WITH_LIST(PyObject *, ptrstate_with_list_error, PyErr_FormatV(exception, format, list), format, PyObject *exception,
                   const char *format)
PTRSTATE_WITH_LIST(PyObject *, ptrstate_with_list_build, Py_VaBuildValue(format, list), format, const char *format)
PTRSTATE_WITH_LIST(int, ptrstate_with_list_parse, PyArg_VaParse(args, format, list), format, PyObject *args, const char *format)
PTRSTATE_WITH_LIST(int, ptrstate_with_list_keywords, PyArg_VaParseTupleAndKeywords(args, kwargs, format, names, list), names,
                   PyObject *args, PyObject *kwargs, const char *format, char **names)

static PyObject *
ptrstate_PyUnicode_FromFormatV(const char *format, Py_ssize_t count, void *const *items)
{
    PyObject *result = NULL;
#define CALL(...) ptrstate_with_list_unicode(format __VA_ARGS__)
    PTRSTATE_VARIADIC(CALL, count, items, result)
#undef CALL
    return result;
}

static PyObject *
ptrstate_PyBytes_FromFormatV(const char *format, Py_ssize_t count, void *const *items)
{
    PyObject *result = NULL;
#define CALL(...) ptrstate_with_list_bytes(format __VA_ARGS__)
    PTRSTATE_VARIADIC(CALL, count, items, result)
#undef CALL
    return result;
}

static PyObject *
ptrstate_PyErr_FormatV(PyObject *exception, const char *format, Py_ssize_t count, void *const *items)
{
    PyObject *result = NULL;
#define CALL(...) ptrstate_with_list_error(exception, format __VA_ARGS__)
    PTRSTATE_VARIADIC(CALL, count, items, result)
#undef CALL
    return result;
}

static PyObject *
ptrstate_Py_VaBuildValue(const char *format, Py_ssize_t count, void *const *items)
{
    PyObject *result = NULL;
#define CALL(...) ptrstate_with_list_build(format __VA_ARGS__)
    PTRSTATE_VARIADIC(CALL, count, items, result)
#undef CALL
    return result;
}

static int
ptrstate_PyArg_VaParse(PyObject *args, const char *format, Py_ssize_t count, void *const *targets)
{
    int result = 0;
#define CALL(...) ptrstate_with_list_parse(args, format __VA_ARGS__)
    PTRSTATE_VARIADIC(CALL, count, targets, result)
#undef CALL
    return result;
}

static int
ptrstate_PyArg_VaParseTupleAndKeywords(PyObject *args, PyObject *kwargs, const char *format, const char *const *names,
                                       Py_ssize_t count, void *const *targets)
{
    int result = 0;
#define CALL(...) ptrstate_with_list_keywords(args, kwargs, format, (char **)names __VA_ARGS__)
    PTRSTATE_VARIADIC(CALL, count, targets, result)
#undef CALL
    return result;
}

/* The macros of datetime.h go through a table that somebody has to import: here it is whoever needs it first. */
#include <datetime.h>
#include <marshal.h>

static PyDateTime_CAPI *
ptrstate_datetime(void)
{
    if (PyDateTimeAPI == NULL) {
        PyObject *type, *value, *trace;
        PyErr_Fetch(&type, &value, &trace);
        PyDateTime_IMPORT;
        if (PyDateTimeAPI == NULL) {
            Py_FatalError("datetime cannot be imported");
        }
        PyErr_Restore(type, value, trace);
    }
    return PyDateTimeAPI;
}

#define PyDateTimeAPI ptrstate_datetime()

#endif
