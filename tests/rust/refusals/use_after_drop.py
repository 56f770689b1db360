"""A pointer used after it was released."""

from ptrstate import OwnedPtr, capi, or_raise
from ptrstate.pointees import PyListObject


def refused(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    item.drop()
    return or_raise(capi.PyList_Append(list.borrow(), item.borrow()))


def fixed(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    or_raise(capi.PyList_Append(list.borrow(), item.borrow()))
    item.drop()
    return None
