"""Builds the two cffi modules of this benchmark from one list of C functions.

``hotpath_raw`` checks nothing: an exception that a C function leaves is raised at once.  ``hotpath_checked`` keeps it pending in
a dictionary that C and Python share, and puts it back for as long as the next call of that thread runs.  Both redefine the two
macros that cffi writes around every call, so that the thread state stays attached.
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any

from cffi import FFI

if TYPE_CHECKING:
    from pathlib import Path

RAW, CHECKED = "hotpath_raw", "hotpath_checked"

DECLARATIONS = """
typedef struct _object PyObject;
typedef ssize_t Py_ssize_t;
PyObject *PyLong_FromLong(long value);
Py_ssize_t PyList_Size(PyObject *list);
PyObject *PyList_GetItem(PyObject *list, Py_ssize_t index);
int PyList_SetItem(PyObject *list, Py_ssize_t index, PyObject *item);
int optional_attr(PyObject *object, PyObject *name, PyObject **result);
void Py_IncRef(PyObject *object);
void Py_DecRef(PyObject *object);
"""

CHECKED_DECLARATIONS = """
extern PyObject *pending, *lost;
Py_ssize_t references(PyObject *object);
int release(PyObject *object, Py_ssize_t holders);
"""

OPTIONAL_ATTR = """
#include <Python.h>

static int
optional_attr(PyObject *object, PyObject *name, PyObject **result)
{
#if PY_VERSION_HEX >= 0x030D0000
    return PyObject_GetOptionalAttr(object, name, result);
#else
    return _PyObject_LookupAttr(object, name, result);
#endif
}
"""

SHIMS = f"""{OPTIONAL_ATTR}
#undef Py_BEGIN_ALLOW_THREADS
#undef Py_END_ALLOW_THREADS
"""

RAISING = """
#define Py_BEGIN_ALLOW_THREADS {
#define Py_END_ALLOW_THREADS if (PyErr_Occurred()) return NULL; }
"""

KEEPING = """
static PyObject *pending;   /* thread identifier -> the exception that the last call of that thread left */
static PyObject *lost;      /* exceptions that Python code called from C left behind */

static PyObject *
fetch(void)
{
#if PY_VERSION_HEX >= 0x030C0000
    return PyErr_GetRaisedException();
#else
    PyObject *type, *value, *trace;
    PyErr_Fetch(&type, &value, &trace);
    PyErr_NormalizeException(&type, &value, &trace);
    if (trace != NULL) {
        PyException_SetTraceback(value, trace);
    }
    Py_DECREF(type);
    Py_XDECREF(trace);
    return value;
#endif
}

static void
restore(PyObject *exception)
{
#if PY_VERSION_HEX >= 0x030C0000
    PyErr_SetRaisedException(exception);
#else
    PyErr_Restore(Py_NewRef(Py_TYPE(exception)), exception, PyException_GetTraceback(exception));
#endif
}

/* Take out what this thread has pending, and put `raised` or nothing in its place. */
static PyObject *
exchange(PyObject *raised)
{
    PyObject *thread = PyLong_FromUnsignedLong(PyThread_get_thread_ident());
    PyObject *before = Py_XNewRef(PyDict_GetItemWithError(pending, thread));
    if (before != NULL) {
        PyDict_DelItem(pending, thread);
    }
    if (raised != NULL) {
        PyDict_SetItem(pending, thread, raised);
        Py_DECREF(raised);
    }
    Py_DECREF(thread);
    return before;
}

static void
call_begins(void)
{
    PyObject *exception = PyDict_GET_SIZE(pending) ? exchange(NULL) : NULL;
    if (exception != NULL) {
        restore(exception);
    }
}

static void
call_ends(void)
{
    PyObject *raised = PyErr_Occurred() ? fetch() : NULL;
    PyObject *left = raised || PyDict_GET_SIZE(pending) ? exchange(raised) : NULL;
    if (left != NULL) {
        PyList_Append(lost, left);
        Py_DECREF(left);
    }
}

#define Py_BEGIN_ALLOW_THREADS { call_begins();
#define Py_END_ALLOW_THREADS call_ends(); }

static Py_ssize_t
references(PyObject *object)
{
    return Py_REFCNT(object);
}

/* Give up one reference: 1 when it was the last, 0 when not, -1 when there are fewer than `holders`, and nothing is done. */
static int
release(PyObject *object, Py_ssize_t holders)
{
    Py_ssize_t count = Py_REFCNT(object);
    if (count < holders) {
        return -1;
    }
    Py_DECREF(object);
    return count == 1;
}
"""


def build(directory: Path) -> None:
    """Compile both modules into ``directory``."""
    _compile(RAW, directory, DECLARATIONS, SHIMS + RAISING)
    _compile(CHECKED, directory, DECLARATIONS + CHECKED_DECLARATIONS, SHIMS + KEEPING)


def _compile(name: str, directory: Path, declarations: str, source: str) -> None:
    ffi = FFI()
    ffi.cdef(declarations)
    ffi.set_source(
        name,
        source,
        define_macros=[("_CFFI_NO_LIMITED_API", "1")],
        py_limited_api=False,
        extra_compile_args=["-Werror=implicit-function-declaration"],
    )
    ffi.compile(tmpdir=str(directory))


def load(directory: Path) -> tuple[Any, Any]:
    """Import both modules from ``directory`` and start the checked one.

    Its ``pending`` and ``lost`` are the objects that C reads and writes.
    """
    sys.path.insert(0, str(directory))
    raw, checked = importlib.import_module(RAW), importlib.import_module(CHECKED)
    checked.pending, checked.lost = {}, []  # type: ignore[attr-defined]
    checked.lib.pending, checked.lib.lost = (
        checked.ffi.cast("PyObject *", id(shared)) for shared in (checked.pending, checked.lost)
    )
    return raw, checked
