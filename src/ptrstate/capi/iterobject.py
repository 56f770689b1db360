"""The declarations of ``Include/iterobject.h``."""

from __future__ import annotations

from typing import Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyTypeObject
from ptrstate.states import BorrowedPtr, OwnedPtr
from ptrstate.vocabulary import CBool

_LEFT_OUT: dict[str, str] = {}

PySeqIter_Type: Final = c_data("PySeqIter_Type", PyTypeObject, "&PySeqIter_Type")
PyCallIter_Type: Final = c_data("PyCallIter_Type", PyTypeObject, "&PyCallIter_Type")


@c_function(kind="macro")
def PySeqIter_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is an iterator over a sequence that has no other."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PySeqIter_New(sequence: BorrowedPtr, /) -> OwnedPtr | None:
    """Make an iterator that asks a sequence for items 0, 1 and so on; ``SystemError`` when it is no sequence."""
    raise NotImplementedError


@c_function(kind="macro")
def PyCallIter_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is an iterator over what a callable returns."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyCallIter_New(callable: BorrowedPtr, sentinel: BorrowedPtr, /) -> OwnedPtr | None:
    """Make an iterator that calls ``callable`` until it returns something equal to ``sentinel``; neither is looked at yet."""
    raise NotImplementedError
