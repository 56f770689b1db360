"""The code that adds a traceback to an exception set an attribute while that exception was pending. ``PyObject_SetAttr`` may
run any code, which clears the exception or trips over it.

Reported: cython/cython#1907
"""

from contextlib import suppress
from types import SimpleNamespace

from ptrstate import Slot, borrow, capi, or_none, or_raise

CODE = "PS008"


def buggy() -> None:
    runtime = borrow(SimpleNamespace())
    capi.PyErr_SetString(capi.PyExc_ValueError, "live")  # created
    or_raise(capi.PyObject_SetAttr(runtime, borrow("cline_in_traceback"), capi.Py_False))  # used


def fixed() -> None:
    runtime = borrow(SimpleNamespace())
    kind: Slot = Slot()
    value: Slot = Slot()
    trace: Slot = Slot()
    capi.PyErr_SetString(capi.PyExc_ValueError, "live")
    capi.PyErr_Fetch(kind, value, trace)
    or_raise(capi.PyObject_SetAttr(runtime, borrow("cline_in_traceback"), capi.Py_False))
    capi.PyErr_Restore(kind.take(), value.take(), trace.take())
    with suppress(ValueError):
        or_none(None)
