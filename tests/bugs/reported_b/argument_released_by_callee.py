"""A function released an object that ``PyArg_ParseTuple`` had given it. Parsing lends the argument, so the caller's tuple was
freed twice.

Reported: sudo-project/sudo#28
"""

from ptrstate import borrow, capi, or_raise

CODE = "PS013"


def buggy() -> None:
    arguments = borrow((["option"],))
    options = or_raise(capi.PyTuple_GetItem(arguments, 0))  # borrowed
    capi.Py_DECREF(options)  # used


def fixed() -> None:
    arguments = borrow((["option"],))
    options = or_raise(capi.PyTuple_GetItem(arguments, 0))
    or_raise(capi.PyObject_Repr(options)).drop()
