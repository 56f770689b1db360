"""A borrow used after the block that owned the object."""

from ptrstate import OwnedPtr, capi, or_raise
from ptrstate.pointees import PyListObject


def refused(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    with or_raise(capi.PyList_New(0)) as made:
        borrowed = made.borrow()
    return or_raise(capi.PyList_Append(list.borrow(), borrowed))


def fixed(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    with or_raise(capi.PyList_New(0)) as made:
        borrowed = made.borrow()
        return or_raise(capi.PyList_Append(list.borrow(), borrowed))
