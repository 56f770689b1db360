"""The declarations of ``Include/listobject.h`` and ``Include/cpython/listobject.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyListObject, PyTupleObject, PyTypeObject
from ptrstate.states import BorrowedPtr, OwnedPtr, Status
from ptrstate.vocabulary import CBool, From, IfNull, IndexOf, Py_ssize_t, Sentinel, Unchecked, Unfilled

_LEFT_OUT: dict[str, str] = {}

PyList_Type: Final = c_data("PyList_Type", PyTypeObject, "&PyList_Type")
PyListIter_Type: Final = c_data("PyListIter_Type", PyTypeObject, "&PyListIter_Type")
PyListRevIter_Type: Final = c_data("PyListRevIter_Type", PyTypeObject, "&PyListRevIter_Type")


@c_function(kind="macro")
def PyList_Check(object: Annotated[BorrowedPtr, Unfilled()], /) -> CBool:
    """Whether ``object`` is a list, or of a type derived from it."""
    raise NotImplementedError


@c_function(kind="macro")
def PyList_CheckExact(object: Annotated[BorrowedPtr, Unfilled()], /) -> CBool:
    """Whether ``object`` is a list and of no derived type."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyList_New(length: Py_ssize_t, /) -> Annotated[OwnedPtr[PyListObject] | None, Unfilled()]:
    """Make a list of ``length`` unset items, each of which has to be filled before the list is used."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyList_Size(list: Annotated[BorrowedPtr[PyListObject], Unfilled()], /) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Return the number of items."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyList_GetItem(
    list: BorrowedPtr[PyListObject], index: Py_ssize_t, /
) -> Annotated[BorrowedPtr | None, From("list", "mutable")]:
    """Return the item at ``index``, borrowed; ``IndexError`` when there is none."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13")
def PyList_GetItemRef(list: BorrowedPtr[PyListObject], index: Py_ssize_t, /) -> OwnedPtr | None:
    """Return the item at ``index``; ``IndexError`` when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyList_SetItem(
    list: Annotated[BorrowedPtr[PyListObject], Unfilled()],
    index: Py_ssize_t,
    item: OwnedPtr,
    /,
) -> Status:
    """Put ``item`` at ``index``.  Consumes ``item`` whether or not it succeeds."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyList_Insert(list: BorrowedPtr[PyListObject], index: Py_ssize_t, item: BorrowedPtr, /) -> Status:
    """Insert ``item`` before ``index``, moved into the bounds of the list, which takes a reference of its own."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyList_Append(list: BorrowedPtr[PyListObject], item: BorrowedPtr, /) -> Status:
    """Append ``item``; the list takes a reference of its own."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyList_GetSlice(list: BorrowedPtr[PyListObject], low: Py_ssize_t, high: Py_ssize_t, /) -> OwnedPtr[PyListObject] | None:
    """Return a list of the items from ``low`` to before ``high``, both moved into the bounds."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyList_SetSlice(
    list: BorrowedPtr[PyListObject],
    low: Py_ssize_t,
    high: Py_ssize_t,
    items: Annotated[BorrowedPtr | None, IfNull("delete")],
    /,
) -> Status:
    """Put what ``items`` yields in the place of the items from ``low`` to before ``high``; NULL takes these away."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyList_Sort(list: BorrowedPtr[PyListObject], /) -> Status:
    """Sort the items in place."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyList_Reverse(list: BorrowedPtr[PyListObject], /) -> Status:
    """Reverse the items in place."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyList_AsTuple(list: BorrowedPtr[PyListObject], /) -> OwnedPtr[PyTupleObject] | None:
    """Return a tuple of the items."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True)
def PyList_Extend(list: BorrowedPtr[PyListObject], iterable: BorrowedPtr, /) -> Status:
    """Append what ``iterable`` yields; ``SystemError`` when it is no list that is extended."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True)
def PyList_Clear(list: BorrowedPtr[PyListObject], /) -> Status:
    """Remove all items."""
    raise NotImplementedError


@c_function(kind="macro")
def PyList_GET_SIZE(list: Annotated[BorrowedPtr[PyListObject], Unchecked("type"), Unfilled()], /) -> Py_ssize_t:
    """Return the number of items; nothing is checked in C."""
    raise NotImplementedError


@c_function(kind="macro")
def PyList_GET_ITEM(
    list: Annotated[BorrowedPtr[PyListObject], Unchecked("type")], index: Annotated[Py_ssize_t, IndexOf("list")], /
) -> Annotated[BorrowedPtr, From("list", "mutable")]:
    """Return the item at ``index``, borrowed; nothing is checked in C."""
    raise NotImplementedError


@c_function(kind="macro")
def PyList_SET_ITEM(
    list: Annotated[BorrowedPtr[PyListObject], Unchecked("type"), Unfilled()],
    index: Annotated[Py_ssize_t, IndexOf("list")],
    item: OwnedPtr,
    /,
) -> None:
    """Put ``item`` into a new list; nothing is checked in C, and what was there is not released."""
    raise NotImplementedError
