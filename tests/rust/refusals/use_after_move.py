"""A pointer used after a function has stolen it."""

from ptrstate import OwnedPtr, capi, or_raise
from ptrstate.pointees import PyListObject


def refused(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    or_raise(capi.PyList_SetItem(list.borrow(), 0, item))
    return or_raise(capi.PyList_Append(list.borrow(), item.borrow()))


def fixed(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    or_raise(capi.PyList_SetItem(list.borrow(), 0, item.clone()))
    return or_raise(capi.PyList_Append(list.borrow(), item.borrow()))
