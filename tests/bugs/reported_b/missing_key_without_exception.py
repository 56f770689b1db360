"""The subscript of a dict-like type returned NULL for a key that it did not have, and set no KeyError. Where a KeyError was
expected, a SystemError came.

Reported: dbzero-software/dbzero#219
"""

from contextlib import suppress

from ptrstate import BorrowedPtr, OwnedPtr, borrow, capi, or_none, or_raise, prototype
from ptrstate.pointees import PyDictObject

CODE = "PS009"


@prototype
def subscript_silently(mapping: BorrowedPtr[PyDictObject], key: BorrowedPtr, /) -> OwnedPtr | None:
    found = or_none(capi.PyDict_GetItemWithError(mapping, key))
    return None if found is None else found.to_owned()


@prototype
def subscript(mapping: BorrowedPtr[PyDictObject], key: BorrowedPtr, /) -> OwnedPtr | None:
    found = or_none(capi.PyDict_GetItemWithError(mapping, key))
    if found is None:
        capi.PyErr_SetObject(capi.PyExc_KeyError, key)
        return None
    return found.to_owned()


def buggy() -> None:
    or_raise(subscript_silently(borrow({"item": 2}), borrow("item_3"))).drop()  # used


def fixed() -> None:
    with suppress(KeyError):
        or_raise(subscript(borrow({"item": 2}), borrow("item_3"))).drop()
