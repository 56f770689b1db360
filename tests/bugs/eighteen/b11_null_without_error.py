"""A function handed on the NULL that ends an iteration, which comes without an exception, as its own error value. The caller
sees a failure without a reason, and Python a SystemError.
"""

from contextlib import suppress

from ptrstate import BorrowedPtr, OwnedPtr, borrow, capi, or_none, or_raise, prototype

CODE = "PS009"


@prototype
def first_silently(items: BorrowedPtr, /) -> OwnedPtr | None:
    iterator = or_raise(capi.PyObject_GetIter(items))
    return or_none(capi.PyIter_Next(iterator.borrow()))


@prototype
def first(items: BorrowedPtr, /) -> OwnedPtr | None:
    iterator = or_raise(capi.PyObject_GetIter(items))
    item = or_none(capi.PyIter_Next(iterator.borrow()))
    if item is None:
        capi.PyErr_SetString(capi.PyExc_ValueError, "nothing is in it")
    return item


def buggy() -> None:
    or_raise(first_silently(borrow(()))).drop()  # used


def fixed() -> None:
    with suppress(ValueError):
        or_raise(first(borrow(()))).drop()
