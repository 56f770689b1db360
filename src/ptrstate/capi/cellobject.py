"""The declarations of ``Include/cpython/cellobject.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyCellObject, PyTypeObject
from ptrstate.states import BorrowedPtr, OwnedPtr, Status
from ptrstate.vocabulary import CBool, From, IfNull, Null, Unchecked

_LEFT_OUT: dict[str, str] = {}

PyCell_Type: Final = c_data("PyCell_Type", PyTypeObject, "&PyCell_Type")


@c_function(kind="macro")
def PyCell_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a cell."""
    raise NotImplementedError


@c_function
def PyCell_New(content: Annotated[BorrowedPtr | None, IfNull("empty")], /) -> OwnedPtr[PyCellObject] | None:
    """Make a cell, which takes a reference to ``content``; empty when that is NULL."""
    raise NotImplementedError


@c_function
def PyCell_Get(cell: BorrowedPtr[PyCellObject], /) -> Annotated[OwnedPtr | None, Null("ambiguous")]:
    """Return what is in the cell; NULL, without an exception, when it is empty."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyCell_Set(cell: BorrowedPtr[PyCellObject], content: Annotated[BorrowedPtr | None, IfNull("clear")], /) -> Status:
    """Put ``content`` into the cell and release what was there."""
    raise NotImplementedError


@c_function(kind="macro")
def PyCell_GET(
    cell: Annotated[BorrowedPtr[PyCellObject], Unchecked("type")], /
) -> Annotated[BorrowedPtr | None, From("cell", "mutable"), Null("absent")]:
    """Return what is in the cell, borrowed; NULL when it is empty."""
    raise NotImplementedError


@c_function(kind="macro")
def PyCell_SET(
    cell: Annotated[BorrowedPtr[PyCellObject], Unchecked("type")], content: Annotated[OwnedPtr | None, IfNull("empty")], /
) -> None:
    """Move ``content`` into the cell; what was there is not released."""
    raise NotImplementedError
