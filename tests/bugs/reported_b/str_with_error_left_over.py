"""An exception that nobody had handled was still set when the text of an object was asked for. ``PyObject_Str`` aborts on that
in a debug build; elsewhere one of two errors is lost.

Reported: pybind/pybind11#284
"""

from ptrstate import borrow, capi, or_none, or_raise

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
    else:
        or_none(None)
    or_raise(capi.PyObject_Str(value)).drop()
