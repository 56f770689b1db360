"""The result of a lookup was passed on without a look at it.  Where the key was missing, the next call read a NULL pointer.
"""

from ptrstate import borrow, capi, or_none, or_raise

CODE = "PS007"


def buggy() -> None:
    options = borrow({"colour": "blue"})
    size = or_none(capi.PyDict_GetItemWithError(options, borrow("size")))
    or_raise(capi.PyObject_Str(size)).drop()  # used


def fixed() -> None:
    options = borrow({"colour": "blue"})
    size = or_none(capi.PyDict_GetItemWithError(options, borrow("size")))
    if size is None:
        size = borrow("medium")
    or_raise(capi.PyObject_Str(size)).drop()
