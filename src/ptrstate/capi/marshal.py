"""The declarations of ``Include/marshal.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import FILE, PyBytesObject
from ptrstate.states import BorrowedPtr, NonNull, OwnedPtr
from ptrstate.vocabulary import CInt, CLong, CString, LengthOf, Null, Py_ssize_t, Sentinel

_LEFT_OUT: dict[str, str] = {}


@c_function(may_run_python=True)
def PyMarshal_ReadObjectFromString(data: CString, length: Annotated[Py_ssize_t, LengthOf("data")], /) -> OwnedPtr | None:
    """Read an object from memory; ``EOFError``, ``ValueError`` or ``TypeError`` when there is none."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyMarshal_WriteObjectToString(object: BorrowedPtr, version: CInt, /) -> OwnedPtr[PyBytesObject] | None:
    """Write an object into bytes; ``ValueError`` when it holds something that cannot be written."""
    raise NotImplementedError


@c_function
def PyMarshal_ReadLongFromFile(file: NonNull[FILE], /) -> Annotated[CLong, Sentinel(-1), Null("ambiguous")]:
    """Read four bytes as a number; -1 with ``EOFError`` when they are not there."""
    raise NotImplementedError


@c_function
def PyMarshal_ReadShortFromFile(file: NonNull[FILE], /) -> Annotated[CInt, Sentinel(-1), Null("ambiguous")]:
    """Read two bytes as a number; -1 with ``EOFError`` when they are not there."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyMarshal_ReadObjectFromFile(file: NonNull[FILE], /) -> OwnedPtr | None:
    """Read one object from a file; ``EOFError``, ``ValueError`` or ``TypeError`` when there is none."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyMarshal_ReadLastObjectFromFile(file: NonNull[FILE], /) -> OwnedPtr | None:
    """Read one object from a file of which nothing else is wanted; the same exceptions when there is none."""
    raise NotImplementedError


@c_function
def PyMarshal_WriteLongToFile(value: CLong, file: NonNull[FILE], version: CInt, /) -> None:
    """Write four bytes of a number; an error of the file is not told."""
    raise NotImplementedError


@c_function(may_run_python=True, indicator="sets")
def PyMarshal_WriteObjectToFile(object: BorrowedPtr, file: NonNull[FILE], version: CInt, /) -> None:
    """Write an object; what cannot be written is told by no exception."""
    raise NotImplementedError
