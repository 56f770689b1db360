"""``PyList_GetItemRef`` (new in 3.13) and ``PyList_Extend`` (new in 3.13), over the functions that were there before."""

from __future__ import annotations

from ptrstate import BorrowedPtr, OwnedPtr, Status, capi, or_none, or_raise, prototype
from ptrstate.pointees import PyListObject
from ptrstate.vocabulary import Py_ssize_t


@prototype
def PyList_GetItemRef(list: BorrowedPtr[PyListObject], index: Py_ssize_t, /) -> OwnedPtr | None:
    """Return the item at ``index``; ``IndexError`` when there is none."""
    item = or_raise(capi.PyList_GetItem(list, index))
    return item.to_owned()


@prototype
def PyList_Extend(list: BorrowedPtr[PyListObject], iterable: BorrowedPtr, /) -> Status:
    """Append everything that ``iterable`` yields; a list may be extended by itself."""
    if not capi.PyList_Check(list):
        capi.PyErr_BadInternalCall()
        return Status.FAILED
    if capi.PyList_CheckExact(iterable):
        return PyList_Extend(list, or_raise(capi.PySequence_Tuple(iterable)).borrow())
    iterator = or_raise(capi.PyObject_GetIter(iterable))
    or_raise(capi.PyObject_LengthHint(iterable, 8))
    while (item := or_none(capi.PyIter_Next(iterator.borrow()))) is not None:
        or_raise(capi.PyList_Append(list, item.borrow()))
    return Status.OK
