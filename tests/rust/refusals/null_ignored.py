"""A failed call whose NULL nobody looks at."""

from ptrstate import OwnedPtr, capi, or_raise
from ptrstate.pointees import PyListObject


def refused(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    capi.PyList_GetItem(list.borrow(), 9)
    return None


def fixed(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    or_raise(capi.PyList_GetItem(list.borrow(), 0))
    return None
