"""The ``in`` of a C type set a ValueError for a key of the wrong type and returned 0, "not there". The exception came out of
the next unrelated call, ``len("hello")`` in the report.

Reported: jsommers/pytricia#32
"""

from contextlib import suppress

from ptrstate import BorrowedPtr, Found, borrow, capi, or_raise, prototype

CODE = "PS010"


@prototype
def contains_unsaid(key: BorrowedPtr, /) -> Found:
    if not capi.PyUnicode_Check(key):
        capi.PyErr_SetString(capi.PyExc_ValueError, "invalid key type")
        return Found.ABSENT
    return Found.PRESENT


@prototype
def contains(key: BorrowedPtr, /) -> Found:
    if not capi.PyUnicode_Check(key):
        capi.PyErr_SetString(capi.PyExc_ValueError, "invalid key type")
        return Found.FAILED
    return Found.PRESENT


def buggy() -> None:
    or_raise(contains_unsaid(borrow(42)))  # used


def fixed() -> None:
    with suppress(ValueError):
        or_raise(contains(borrow(42)))
