"""A borrowed item used after a call that may have run Python."""

from ptrstate import OwnedPtr, capi, or_raise
from ptrstate.pointees import PyListObject


def refused(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    first = or_raise(capi.PyList_GetItem(list.borrow(), 0))
    or_raise(capi.PyObject_Repr(item.borrow()))
    return or_raise(capi.PyList_Append(list.borrow(), first))


def fixed(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    first = or_raise(capi.PyList_GetItem(list.borrow(), 0)).to_owned()
    or_raise(capi.PyObject_Repr(item.borrow()))
    return or_raise(capi.PyList_Append(list.borrow(), first.borrow()))
