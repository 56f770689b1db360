"""``PyTuple_SET_ITEM`` wrote into what ``PyTuple_New`` had returned, without a look at it. The macro checks nothing, so a
failed allocation wrote to address zero.

Reported: zopefoundation/zope.interface#362
"""

import sys
from contextlib import suppress

from ptrstate import BorrowedPtr, OwnedPtr, capi, or_raise, own
from ptrstate.pointees import PyTupleObject

CODE = "PS007"
TOO_MANY = sys.maxsize


def lend(pointer: OwnedPtr[PyTupleObject] | None) -> BorrowedPtr[PyTupleObject] | None:
    """Pass a pointer on as C does, NULL or not."""
    return None if pointer is None else pointer.borrow()


def buggy() -> None:
    generations = capi.PyTuple_New(TOO_MANY)
    capi.PyTuple_SET_ITEM(lend(generations), 0, own("generation"))  # used


def fixed() -> None:
    with suppress(MemoryError):
        generations = or_raise(capi.PyTuple_New(TOO_MANY))
        generations.drop()
