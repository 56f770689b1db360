"""The declarations of ``Include/tupleobject.h`` and ``Include/cpython/tupleobject.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyTupleObject, PyTypeObject
from ptrstate.states import BorrowedPtr, OwnedPtr, Slot, Status
from ptrstate.vocabulary import (
    After,
    Between,
    CBool,
    From,
    IndexOf,
    InOut,
    LengthOf,
    Py_ssize_t,
    Sentinel,
    Unchecked,
    Unfilled,
    Unshared,
)

_LEFT_OUT: dict[str, str] = {}

PyTuple_Type: Final = c_data("PyTuple_Type", PyTypeObject, "&PyTuple_Type")
PyTupleIter_Type: Final = c_data("PyTupleIter_Type", PyTypeObject, "&PyTupleIter_Type")


@c_function(kind="macro")
def PyTuple_Check(object: Annotated[BorrowedPtr, Unfilled()], /) -> CBool:
    """Whether ``object`` is a tuple, or of a type derived from it."""
    raise NotImplementedError


@c_function(kind="macro")
def PyTuple_CheckExact(object: Annotated[BorrowedPtr, Unfilled()], /) -> CBool:
    """Whether ``object`` is a tuple and of no derived type."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyTuple_New(length: Py_ssize_t, /) -> Annotated[OwnedPtr[PyTupleObject] | None, Unfilled()]:
    """Make a tuple of ``length`` unset items, each of which has to be filled before the tuple is used."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyTuple_Size(tuple: Annotated[BorrowedPtr[PyTupleObject], Unfilled()], /) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Return the number of items."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyTuple_GetItem(
    tuple: BorrowedPtr[PyTupleObject],
    index: Py_ssize_t,
    /,
) -> Annotated[BorrowedPtr | None, From("tuple", "immutable")]:
    """Return the item at ``index``, borrowed; ``IndexError`` when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyTuple_SetItem(
    tuple: Annotated[BorrowedPtr[PyTupleObject], Unfilled(), Unshared()], index: Py_ssize_t, item: OwnedPtr, /
) -> Status:
    """Put ``item`` into a tuple that nobody else has seen.  Consumes ``item`` whether or not it succeeds."""
    raise NotImplementedError


@c_function(kind="macro")
def PyTuple_SET_ITEM(
    tuple: Annotated[BorrowedPtr[PyTupleObject], Unchecked("type"), Unchecked("unshared"), Unfilled()],
    index: Annotated[Py_ssize_t, IndexOf("tuple")],
    item: OwnedPtr,
    /,
) -> None:
    """Put ``item`` into a new tuple; nothing is checked in C, and what was there is not released."""
    raise NotImplementedError


@c_function(kind="shim", limited_api="3.2")
def PyTuple_Pack(count: Annotated[Py_ssize_t, LengthOf("items")], /, *items: BorrowedPtr) -> OwnedPtr[PyTupleObject] | None:
    """Make a tuple of ``items``, of which it takes references of its own."""
    raise NotImplementedError


@c_function(kind="macro")
def PyTuple_GET_ITEM(
    tuple: Annotated[BorrowedPtr[PyTupleObject], Unchecked("type")],
    index: Annotated[Py_ssize_t, IndexOf("tuple")],
    /,
) -> Annotated[BorrowedPtr, From("tuple", "immutable")]:
    """Return the item at ``index``, borrowed; nothing is checked in C."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyTuple_GetSlice(tuple: BorrowedPtr[PyTupleObject], low: Py_ssize_t, high: Py_ssize_t, /) -> OwnedPtr[PyTupleObject] | None:
    """Return a tuple of the items from ``low`` to before ``high``, both moved into the bounds."""
    raise NotImplementedError


@c_function(kind="macro")
def PyTuple_GET_SIZE(tuple: Annotated[BorrowedPtr[PyTupleObject], Unchecked("type"), Unfilled()], /) -> Py_ssize_t:
    """Return the number of items; nothing is checked in C."""
    raise NotImplementedError


@c_function(may_run_python=True)
def _PyTuple_Resize(
    tuple: Annotated[Slot[PyTupleObject], InOut(), After(failure="null"), Unshared(), Unfilled()],
    size: Annotated[Py_ssize_t, Between(0, 2**63 - 1)],
    /,
) -> Status:
    """Give the tuple in the slot another length, new items being unset.  On failure, which sharing it is, the slot is emptied."""
    raise NotImplementedError
