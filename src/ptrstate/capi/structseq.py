"""The declarations of ``Include/structseq.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import PyStructSequence_Desc, PyTupleObject, PyTypeObject
from ptrstate.states import BorrowedPtr, NonNull, OwnedPtr
from ptrstate.vocabulary import From, IndexOf, Null, Py_ssize_t, Retained, Unchecked, Unfilled

_LEFT_OUT = {
    "PyStructSequence_UnnamedField": "a text that stands for a name",
    "PyStructSequence_InitType": "finishes a static type in the caller's memory",
    "PyStructSequence_InitType2": "finishes a static type in the caller's memory",
}


@c_function(may_run_python=True, limited_api="3.2")
def PyStructSequence_NewType(
    description: Annotated[NonNull[PyStructSequence_Desc], Retained("result")], /
) -> Annotated[OwnedPtr[PyTypeObject] | None, Null("ambiguous")]:
    """Make a type of tuples with named fields."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyStructSequence_New(
    type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], /
) -> Annotated[OwnedPtr[PyTupleObject] | None, Unfilled()]:
    """Make a tuple with named fields, each of which has to be filled before it is used."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyStructSequence_GetItem(
    tuple: Annotated[BorrowedPtr[PyTupleObject], Unchecked("type")], index: Annotated[Py_ssize_t, IndexOf("tuple")], /
) -> Annotated[BorrowedPtr | None, From("tuple"), Null("absent")]:
    """Return a field, borrowed; nothing is checked in C."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyStructSequence_SetItem(
    tuple: Annotated[BorrowedPtr[PyTupleObject], Unchecked("type"), Unchecked("unshared"), Unfilled()],
    index: Annotated[Py_ssize_t, IndexOf("tuple")],
    item: OwnedPtr,
    /,
) -> None:
    """Move ``item`` into a new tuple; nothing is checked in C, and what was there is not released."""
    raise NotImplementedError


@c_function(kind="macro", until="3.13")
def PyStructSequence_GET_ITEM(
    tuple: Annotated[BorrowedPtr[PyTupleObject], Unchecked("type")], index: Annotated[Py_ssize_t, IndexOf("tuple")], /
) -> Annotated[BorrowedPtr | None, From("tuple"), Null("absent")]:
    """Return a field, borrowed; nothing is checked in C."""
    raise NotImplementedError


@c_function(kind="macro", until="3.13")
def PyStructSequence_SET_ITEM(
    tuple: Annotated[BorrowedPtr[PyTupleObject], Unchecked("type"), Unchecked("unshared"), Unfilled()],
    index: Annotated[Py_ssize_t, IndexOf("tuple")],
    item: OwnedPtr,
    /,
) -> None:
    """Move ``item`` into a new tuple; nothing is checked in C, and what was there is not released."""
    raise NotImplementedError
