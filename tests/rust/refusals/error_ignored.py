"""A failed call whose status nobody looks at."""

from ptrstate import OwnedPtr, capi, or_raise
from ptrstate.pointees import PyListObject


def refused(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    capi.PyList_SetItem(list.borrow(), 9, item)
    return None


def fixed(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    return or_raise(capi.PyList_SetItem(list.borrow(), 0, item))
