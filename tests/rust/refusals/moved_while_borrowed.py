"""An owner given away while a borrow of it is in use."""

from ptrstate import OwnedPtr, capi, or_raise
from ptrstate.pointees import PyListObject


def refused(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    borrowed = item.borrow()
    or_raise(capi.PyList_SetItem(list.borrow(), 0, item))
    return or_raise(capi.PyList_Append(list.borrow(), borrowed))


def fixed(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    borrowed = item.borrow()
    or_raise(capi.PyList_Append(list.borrow(), borrowed))
    return or_raise(capi.PyList_SetItem(list.borrow(), 0, item))
