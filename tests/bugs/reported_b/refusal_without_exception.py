"""A number parser returned NULL without setting an exception in some cases. The caller got a SystemError that says nothing of
the input.

Reported: SethMMorton/fastnumbers#35
"""

from contextlib import suppress

from ptrstate import BorrowedPtr, OwnedPtr, borrow, capi, or_raise, prototype

CODE = "PS009"


@prototype
def parse_silently(value: BorrowedPtr, /) -> OwnedPtr | None:
    if not capi.PyLong_Check(value):
        return None
    return value.to_owned()


@prototype
def parse(value: BorrowedPtr, /) -> OwnedPtr | None:
    if not capi.PyLong_Check(value):
        capi.PyErr_SetString(capi.PyExc_TypeError, "not a number")
        return None
    return value.to_owned()


def buggy() -> None:
    or_raise(parse_silently(borrow([]))).drop()  # used


def fixed() -> None:
    with suppress(TypeError):
        or_raise(parse(borrow([]))).drop()
