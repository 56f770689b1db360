"""A result that may be NULL, passed on without a look."""

from ptrstate import OwnedPtr, capi, or_raise
from ptrstate.pointees import PyListObject


def refused(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    made = capi.PyNumber_Add(list.borrow(), item.borrow())  # NULL: a list and an object cannot be added
    return capi.PyList_SetItem(list.borrow(), 0, made)


def fixed(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    one = or_raise(capi.PyLong_FromLong(1))
    made = or_raise(capi.PyNumber_Multiply(list.borrow(), one.borrow()))
    return or_raise(capi.PyList_SetItem(list.borrow(), 0, made))
