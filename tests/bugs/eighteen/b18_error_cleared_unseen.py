"""Every exception of a lookup was cleared, where only an AttributeError means "not there". A KeyboardInterrupt or MemoryError
vanishes with it.
"""

from ptrstate import borrow, capi, or_raise

CODE = "PS102"


def buggy() -> None:
    size = capi.PyObject_GetAttrString(borrow(object()), "size")  # created
    if size is None:
        capi.PyErr_Clear()  # used
    else:
        size.drop()


def fixed() -> None:
    size = capi.PyObject_GetAttrString(borrow(object()), "size")
    if size is None and capi.PyErr_ExceptionMatches(capi.PyExc_AttributeError):
        capi.PyErr_Clear()
    else:
        or_raise(size).drop()
