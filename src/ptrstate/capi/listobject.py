"""The declarations of ``Include/listobject.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import PyListObject
from ptrstate.states import BorrowedPtr, OwnedPtr, Status
from ptrstate.vocabulary import CBool, From, IndexOf, Py_ssize_t, Sentinel, Unchecked, Unfilled


@c_function(kind="macro")
def PyList_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a list, or of a type derived from it."""
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


@c_function(kind="macro")
def PyList_GET_ITEM(
    list: Annotated[BorrowedPtr[PyListObject], Unchecked("type")], index: Annotated[Py_ssize_t, IndexOf("list")], /
) -> Annotated[BorrowedPtr, From("list", "mutable")]:
    """Return the item at ``index``, borrowed; nothing is checked in C."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyList_Append(list: BorrowedPtr[PyListObject], item: BorrowedPtr, /) -> Status:
    """Append ``item``; the list takes a reference of its own."""
    raise NotImplementedError


@c_function
def PyList_Reverse(list: BorrowedPtr[PyListObject], /) -> Status:
    """Reverse the items in place."""
    raise NotImplementedError
