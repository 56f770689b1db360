"""The declarations of ``Include/pycapsule.h``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import PyCapsuleObject
from ptrstate.states import BorrowedPtr, OwnedPtr
from ptrstate.vocabulary import Address, CallbackOf, CString, IfNull, Null, Retained


@c_function
def PyCapsule_New(
    pointer: Address,
    name: Annotated[CString | None, Retained("result"), IfNull("empty")],
    destructor: Annotated[
        Callable[[BorrowedPtr], None] | None, CallbackOf("PyCapsule_Destructor"), IfNull("default"), Retained("result")
    ],
    /,
) -> OwnedPtr[PyCapsuleObject] | None:
    """Make a capsule around an address."""
    raise NotImplementedError


@c_function
def PyCapsule_GetPointer(
    capsule: BorrowedPtr,
    name: Annotated[CString | None, IfNull("empty")],
    /,
) -> Annotated[Address | None, Null("error")]:
    """Return the address in the capsule."""
    raise NotImplementedError
