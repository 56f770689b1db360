"""The declarations of ``Include/bytesobject.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import PyBytesObject
from ptrstate.states import BorrowedPtr, OwnedPtr
from ptrstate.vocabulary import CString, CText, From, Unchecked


@c_function(kind="macro")
def PyBytes_AS_STRING(
    bytes: Annotated[BorrowedPtr[PyBytesObject], Unchecked("type")],
    /,
) -> Annotated[CText, From("bytes", "immutable")]:
    """Return a pointer to the contents; nothing is checked in C."""
    raise NotImplementedError


@c_function
def PyBytes_FromString(text: CString, /) -> OwnedPtr[PyBytesObject] | None:
    """Make a bytes object of a C string."""
    raise NotImplementedError
