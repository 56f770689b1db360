"""``PyObject_GetOptionalAttr`` and ``PyMapping_GetOptionalItem`` (new in 3.13): absence is no exception."""

from __future__ import annotations

from ptrstate import BorrowedPtr, Found, Slot, capi, or_raise, prototype


@prototype
def PyObject_GetOptionalAttr(object: BorrowedPtr, name: BorrowedPtr, result: Slot, /) -> Found:
    """Put the attribute into ``result``; an ``AttributeError`` means that there is none."""
    value = capi.PyObject_GetAttr(object, name)
    if value is None:
        if not capi.PyErr_ExceptionMatches(capi.PyExc_AttributeError):
            return Found.FAILED
        capi.PyErr_Clear()
        return Found.ABSENT
    result.put(value)
    return Found.PRESENT


@prototype
def PyMapping_GetOptionalItem(object: BorrowedPtr, key: BorrowedPtr, result: Slot, /) -> Found:
    """Put the item under ``key`` into ``result``; a ``KeyError`` means that there is none."""
    value = capi.PyObject_GetItem(object, key)
    if value is None:
        if not capi.PyErr_ExceptionMatches(capi.PyExc_KeyError):
            return Found.FAILED
        capi.PyErr_Clear()
        return Found.ABSENT
    result.put(value)
    return Found.PRESENT


@prototype
def PyObject_HasAttrWithError(object: BorrowedPtr, name: BorrowedPtr, /) -> Found:
    """Whether there is such an attribute; every other error is one."""
    value = Slot()
    return Found(or_raise(PyObject_GetOptionalAttr(object, name, value)))
