"""The declarations of ``Include/weakrefobject.h`` and ``Include/cpython/weakrefobject.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import PyWeakReference
from ptrstate.states import BorrowedPtr, Found, OwnedPtr, Slot
from ptrstate.vocabulary import After, CBool, From, IfNull, Unchecked

_LEFT_OUT: dict[str, str] = {}


@c_function(kind="macro")
def PyWeakref_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a weak reference or a weak proxy."""
    raise NotImplementedError


@c_function(kind="macro")
def PyWeakref_CheckRef(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a weak reference, or of a type derived from that."""
    raise NotImplementedError


@c_function(kind="macro")
def PyWeakref_CheckRefExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a weak reference and of no derived type."""
    raise NotImplementedError


@c_function(kind="macro")
def PyWeakref_CheckProxy(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a weak proxy."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyWeakref_NewRef(
    object: BorrowedPtr, callback: Annotated[BorrowedPtr | None, IfNull("default")], /
) -> OwnedPtr[PyWeakReference] | None:
    """Make a weak reference, or share one; ``TypeError`` when the object cannot have any."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyWeakref_NewProxy(object: BorrowedPtr, callback: Annotated[BorrowedPtr | None, IfNull("default")], /) -> OwnedPtr | None:
    """Make a weak proxy, or share one; ``TypeError`` when the object cannot have any."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyWeakref_GetObject(reference: BorrowedPtr[PyWeakReference], /) -> Annotated[BorrowedPtr | None, From("reference", "weak")]:
    """Return the object, borrowed from nobody that keeps it alive, or ``None``."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13")
def PyWeakref_GetRef(
    reference: BorrowedPtr[PyWeakReference], result: Annotated[Slot, After(success="set", failure="null", absent="null")], /
) -> Found:
    """Store a strong reference to the object in ``result``, if it still lives; ``TypeError`` when it is no weak reference."""
    raise NotImplementedError


@c_function(kind="macro")
def PyWeakref_GET_OBJECT(
    reference: Annotated[BorrowedPtr[PyWeakReference], Unchecked("type")], /
) -> Annotated[BorrowedPtr, From("reference", "weak")]:
    """Return the object, borrowed from nobody that keeps it alive, or ``None``; nothing is checked in C."""
    raise NotImplementedError
