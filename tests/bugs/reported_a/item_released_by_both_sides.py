"""A helper that appends to a deque consumes its item even when there is no room. Its caller released the item on failure too.

Reported: python/cpython#152951
"""

from contextlib import suppress

from ptrstate import BorrowedPtr, OwnedPtr, Status, borrow, capi, or_raise, prototype
from ptrstate.pointees import PyListObject

CODE = "PS003"
ROOM = 1


@prototype
def append(deque: BorrowedPtr[PyListObject], item: OwnedPtr, /) -> Status:
    if or_raise(capi.PyList_Size(deque)) == ROOM:
        capi.PyErr_SetString(capi.PyExc_MemoryError, "no block is left")
        return Status.FAILED
    return capi.PyList_Append(deque, item.borrow())


def buggy() -> None:
    deque = borrow([0])
    item = or_raise(capi.PyLong_FromLong(123456))  # created
    status = append(deque, item)  # ended
    if status < 0:
        item.drop()  # used
    or_raise(status)


def fixed() -> None:
    deque = borrow([0])
    item = or_raise(capi.PyLong_FromLong(123456))
    with suppress(MemoryError):
        or_raise(append(deque, item))
