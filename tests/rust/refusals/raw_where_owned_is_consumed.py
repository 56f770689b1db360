"""A bare address given to a function that steals."""

from ptrstate import OwnedPtr, capi, or_raise
from ptrstate.pointees import PyListObject


def refused(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    return or_raise(capi.PyList_Append(list.borrow(), item.into_raw()))


def fixed(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    return or_raise(capi.PyList_SetItem(list.borrow(), 0, item.into_raw().assume_owned()))
