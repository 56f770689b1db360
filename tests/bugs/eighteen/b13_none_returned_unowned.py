"""A function that returns a new reference said ``return Py_None``. Each call takes one reference from None."""

from ptrstate import BorrowedPtr, OwnedPtr, borrow, capi, or_raise, prototype
from ptrstate.pointees import PyListObject

CODE = "PS018"


@prototype
def reverse_unowned(items: BorrowedPtr[PyListObject], /) -> OwnedPtr | None:
    or_raise(capi.PyList_Reverse(items))
    return capi.Py_None  # borrowed


@prototype
def reverse(items: BorrowedPtr[PyListObject], /) -> OwnedPtr | None:
    or_raise(capi.PyList_Reverse(items))
    return capi.Py_None.to_owned()


def buggy() -> None:
    or_raise(reverse_unowned(borrow([1, 2]))).drop()  # used


def fixed() -> None:
    or_raise(reverse(borrow([1, 2]))).drop()
