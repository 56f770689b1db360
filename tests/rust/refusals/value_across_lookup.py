"""A value borrowed from a dict used after the dict was changed."""

from ptrstate import OwnedPtr, capi, or_raise
from ptrstate.pointees import PyListObject


def refused(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    dict = or_raise(capi.PyDict_New())
    or_raise(capi.PyDict_SetItem(dict.borrow(), item.borrow(), or_raise(capi.PyList_New(0)).borrow()))
    value = or_raise(capi.PyDict_GetItemWithError(dict.borrow(), item.borrow()))
    or_raise(capi.PyDict_SetItem(dict.borrow(), item.borrow(), list.borrow()))
    return or_raise(capi.PyList_Append(list.borrow(), value))


def fixed(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    dict = or_raise(capi.PyDict_New())
    or_raise(capi.PyDict_SetItem(dict.borrow(), item.borrow(), or_raise(capi.PyList_New(0)).borrow()))
    value = or_raise(capi.PyDict_GetItemWithError(dict.borrow(), item.borrow())).to_owned()
    or_raise(capi.PyDict_SetItem(dict.borrow(), item.borrow(), list.borrow()))
    return or_raise(capi.PyList_Append(list.borrow(), value.borrow()))
