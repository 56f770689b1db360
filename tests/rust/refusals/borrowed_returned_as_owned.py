"""A borrowed item returned as a reference of its own."""

from ptrstate import BorrowedPtr, OwnedPtr, capi, or_raise, prototype
from ptrstate.pointees import PyListObject


def refused(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    @prototype
    def first(list: BorrowedPtr[PyListObject], /) -> OwnedPtr | None:
        return or_raise(capi.PyList_GetItem(list, 0))

    return first(list.borrow())


def fixed(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    @prototype
    def first(list: BorrowedPtr[PyListObject], /) -> OwnedPtr | None:
        return or_raise(capi.PyList_GetItem(list, 0)).to_owned()

    return first(list.borrow())
