"""The declarations of ``Include/weakrefobject.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import PyWeakReference
from ptrstate.states import BorrowedPtr, OwnedPtr
from ptrstate.vocabulary import From, IfNull


@c_function
def PyWeakref_NewRef(
    object: BorrowedPtr,
    callback: Annotated[BorrowedPtr | None, IfNull("default")],
    /,
) -> OwnedPtr[PyWeakReference] | None:
    """Make a weak reference."""
    raise NotImplementedError


@c_function
def PyWeakref_GetObject(reference: BorrowedPtr[PyWeakReference], /) -> Annotated[BorrowedPtr | None, From("reference", "weak")]:
    """Return the object, borrowed, or None."""
    raise NotImplementedError
