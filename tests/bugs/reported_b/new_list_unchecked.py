"""The interpreter called ``PyList_Append`` on what ``PyList_New`` had returned, without a look at it. Out of memory, that is a
crash where a MemoryError is due.

Reported: python/cpython#101967
"""

import sys
from contextlib import suppress

from ptrstate import BorrowedPtr, OwnedPtr, borrow, capi, or_raise
from ptrstate.pointees import PyListObject

CODE = "PS007"
TOO_MANY = sys.maxsize


def lend(pointer: OwnedPtr[PyListObject] | None) -> BorrowedPtr[PyListObject] | None:
    """Pass a pointer on as C does, NULL or not."""
    return None if pointer is None else pointer.borrow()


def buggy() -> None:
    names = capi.PyList_New(TOO_MANY)
    or_raise(capi.PyList_Append(lend(names), borrow("name")))  # used


def fixed() -> None:
    with suppress(MemoryError):
        names = or_raise(capi.PyList_New(TOO_MANY))
        names.drop()
