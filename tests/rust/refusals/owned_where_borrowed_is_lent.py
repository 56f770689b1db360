"""An owned pointer given to a function that only borrows."""

from ptrstate import OwnedPtr, capi, or_raise
from ptrstate.pointees import PyListObject


def refused(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    return or_raise(capi.PyList_Append(list.borrow(), item))


def fixed(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    return or_raise(capi.PyList_Append(list.borrow(), item.borrow()))
