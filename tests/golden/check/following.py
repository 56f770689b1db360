"""A prototype in C's style whose mistake ends it with a list still in its hands."""

from ptrstate import BorrowedPtr, OwnedPtr, capi, prototype
from ptrstate.pointees import PyListObject


@prototype(raii=False)
def pair(first: BorrowedPtr, /) -> OwnedPtr[PyListObject] | None:
    made = capi.PyList_New(0)
    if made is None:
        return None
    item = capi.PyObject_Repr(first)
    if item is None:
        made.drop()
        return None
    item.drop()
    capi.PyList_Append(made.borrow(), item.borrow())
    return made
