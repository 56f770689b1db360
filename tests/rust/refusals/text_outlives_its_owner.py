"""The text of a string used after the string was released."""

from ptrstate import OwnedPtr, capi, or_raise
from ptrstate.pointees import PyListObject


def refused(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    text = or_raise(capi.PyObject_Repr(item.borrow()))
    characters = or_raise(capi.PyUnicode_AsUTF8(text.borrow()))
    text.drop()
    return or_raise(capi.PyUnicode_FromString(characters))


def fixed(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    text = or_raise(capi.PyObject_Repr(item.borrow()))
    characters = or_raise(capi.PyUnicode_AsUTF8(text.borrow()))
    return or_raise(capi.PyUnicode_FromString(characters))
