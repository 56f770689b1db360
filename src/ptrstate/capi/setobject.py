"""The declarations of ``Include/setobject.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import PySetObject
from ptrstate.states import BorrowedPtr, OwnedPtr, Status
from ptrstate.vocabulary import IfNull, Unshared


@c_function(may_run_python=True)
def PySet_New(iterable: Annotated[BorrowedPtr | None, IfNull("default")], /) -> OwnedPtr[PySetObject] | None:
    """Make a set."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PySet_Add(set: Annotated[BorrowedPtr[PySetObject], Unshared()], key: BorrowedPtr, /) -> Status:
    """Add ``key``; also to a frozenset that nobody else has seen."""
    raise NotImplementedError
