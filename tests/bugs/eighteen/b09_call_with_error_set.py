"""A missing attribute was answered with a default made by another call, while the AttributeError was still set. The call may
fail for no reason of its own, or lose the error.
"""

from ptrstate import borrow, capi, or_raise

CODE = "PS008"


def buggy() -> None:
    size = capi.PyObject_GetAttrString(borrow(object()), "size")  # created
    if size is None:
        size = capi.PyNumber_Long(borrow("10"))  # used
    or_raise(size).drop()


def fixed() -> None:
    size = capi.PyObject_GetAttrString(borrow(object()), "size")
    if size is None and capi.PyErr_ExceptionMatches(capi.PyExc_AttributeError):
        capi.PyErr_Clear()
        size = capi.PyNumber_Long(borrow("10"))
    or_raise(size).drop()
