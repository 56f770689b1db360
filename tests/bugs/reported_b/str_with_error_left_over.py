"""A failed attribute lookup was treated as "not there" and its exception left set. The next ``PyObject_Str`` ran with it, which
aborts on a debug build and loses one of the two errors elsewhere.

Reported: pybind/pybind11#284
"""

from ptrstate import borrow, capi, or_raise

CODE = "PS008"


def buggy() -> None:
    value = borrow(3)
    method = capi.PyObject_GetAttrString(value, "__index_of__")  # created
    if method is not None:
        method.drop()
    or_raise(capi.PyObject_Str(value)).drop()  # used


def fixed() -> None:
    value = borrow(3)
    method = capi.PyObject_GetAttrString(value, "__index_of__")
    if method is not None:
        method.drop()
    elif capi.PyErr_ExceptionMatches(capi.PyExc_AttributeError):
        capi.PyErr_Clear()
    or_raise(capi.PyObject_Str(value)).drop()
