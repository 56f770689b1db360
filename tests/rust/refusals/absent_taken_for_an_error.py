"""NULL that means "nothing there" taken for an exception."""

from ptrstate import OwnedPtr, capi, or_none, or_raise
from ptrstate.pointees import PyListObject


def refused(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    iterator = or_raise(capi.PyObject_GetIter(or_raise(capi.PyList_New(0)).borrow()))
    or_raise(capi.PyIter_Next(iterator.borrow()))
    return None


def fixed(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    iterator = or_raise(capi.PyObject_GetIter(or_raise(capi.PyList_New(0)).borrow()))
    or_none(capi.PyIter_Next(iterator.borrow()))
    return None
