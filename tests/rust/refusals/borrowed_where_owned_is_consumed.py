"""A borrowed pointer given to a function that steals."""

from ptrstate import OwnedPtr, capi, or_raise
from ptrstate.pointees import PyListObject


def refused(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    return or_raise(capi.PyList_SetItem(list.borrow(), 0, item.borrow()))


def fixed(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    return or_raise(capi.PyList_SetItem(list.borrow(), 0, item))
