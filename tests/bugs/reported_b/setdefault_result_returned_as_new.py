"""Compiled code took what ``PyDict_SetDefault`` returns for a new reference and released it, but the dict still owned it. The
release crashed.

Reported: mypyc/mypyc#831
"""

from ptrstate import BorrowedPtr, OwnedPtr, borrow, capi, or_raise, prototype
from ptrstate.pointees import PyDictObject

CODE = "PS018"


@prototype
def set_default_borrowing(mapping: BorrowedPtr[PyDictObject], key: BorrowedPtr, value: BorrowedPtr, /) -> OwnedPtr | None:
    return capi.PyDict_SetDefault(mapping, key, value)  # borrowed


@prototype
def set_default(mapping: BorrowedPtr[PyDictObject], key: BorrowedPtr, value: BorrowedPtr, /) -> OwnedPtr | None:
    found = capi.PyDict_SetDefault(mapping, key, value)
    return None if found is None else found.to_owned()


def buggy() -> None:
    or_raise(set_default_borrowing(borrow({}), borrow("key"), borrow(["value"]))).drop()  # used


def fixed() -> None:
    or_raise(set_default(borrow({}), borrow("key"), borrow(["value"]))).drop()
