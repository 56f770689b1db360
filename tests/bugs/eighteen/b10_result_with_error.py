"""A function returned a default for a missing attribute and left the AttributeError set. The interpreter answers with
"SystemError: returned a result with an exception set", or a later innocent call gets the blame.
"""

from ptrstate import BorrowedPtr, OwnedPtr, borrow, capi, or_raise, prototype

CODE = "PS010"


@prototype
def name_or_none_unclean(obj: BorrowedPtr, /) -> OwnedPtr | None:
    name = capi.PyObject_GetAttrString(obj, "name")  # created
    return capi.Py_None.to_owned() if name is None else name


@prototype
def name_or_none(obj: BorrowedPtr, /) -> OwnedPtr | None:
    name = capi.PyObject_GetAttrString(obj, "name")
    if name is None and capi.PyErr_ExceptionMatches(capi.PyExc_AttributeError):
        capi.PyErr_Clear()
        return capi.Py_None.to_owned()
    return name


def buggy() -> None:
    or_raise(name_or_none_unclean(borrow(object()))).drop()  # used


def fixed() -> None:
    or_raise(name_or_none(borrow(object()))).drop()
