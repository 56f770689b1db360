"""The handling of variable arguments released each item that ``PyTuple_GetItem`` had lent it. The tuple freed them again later.

Reported: pythonnet/pythonnet#1163
"""

from ptrstate import borrow, capi, or_raise

CODE = "PS013"


def buggy() -> None:
    arguments = borrow((["an", "argument"],))
    item = or_raise(capi.PyTuple_GetItem(arguments, 0))  # borrowed
    or_raise(capi.PyObject_Size(item))
    capi.Py_DECREF(item)  # used


def fixed() -> None:
    arguments = borrow((["an", "argument"],))
    item = or_raise(capi.PyTuple_GetItem(arguments, 0))
    or_raise(capi.PyObject_Size(item))
