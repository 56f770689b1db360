"""The declarations of ``Include/bytearrayobject.h`` and ``Include/cpython/bytearrayobject.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyByteArrayObject, PyTypeObject
from ptrstate.states import BorrowedPtr, InteriorPtr, OwnedPtr, Status
from ptrstate.vocabulary import As, Between, CBool, CString, From, IfNull, LengthOf, Py_ssize_t, Unchecked

_LEFT_OUT: dict[str, str] = {}

ArrayText = Annotated[InteriorPtr, As("char *")]
"""A ``char *`` into a bytearray."""

PyByteArray_Type: Final = c_data("PyByteArray_Type", PyTypeObject, "&PyByteArray_Type")
PyByteArrayIter_Type: Final = c_data("PyByteArrayIter_Type", PyTypeObject, "&PyByteArrayIter_Type")


@c_function(kind="macro")
def PyByteArray_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a bytearray, or of a type derived from it."""
    raise NotImplementedError


@c_function(kind="macro")
def PyByteArray_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a bytearray and of no derived type."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyByteArray_FromObject(values: BorrowedPtr, /) -> OwnedPtr[PyByteArrayObject] | None:
    """Make a bytearray as its type does: of a bytes-like object, an iterable of numbers, or so many zeros."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyByteArray_FromStringAndSize(
    string: Annotated[CString | None, IfNull("empty")], size: Annotated[Py_ssize_t, LengthOf("string")], /
) -> OwnedPtr[PyByteArrayObject] | None:
    """Copy ``size`` bytes into a new bytearray; without a text they are left to be written."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyByteArray_Concat(first: BorrowedPtr, second: BorrowedPtr, /) -> OwnedPtr[PyByteArrayObject] | None:
    """Make a bytearray of two bytes-like objects; ``TypeError`` when one is none."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyByteArray_Size(bytearray: Annotated[BorrowedPtr[PyByteArrayObject], Unchecked("type")], /) -> Py_ssize_t:
    """Return the number of bytes."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyByteArray_AsString(
    bytearray: Annotated[BorrowedPtr[PyByteArrayObject], Unchecked("type")], /
) -> Annotated[ArrayText, From("bytearray", "mutable")]:
    """Return the address of the bytes, after which there is a NUL; resizing moves them."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyByteArray_Resize(
    bytearray: Annotated[BorrowedPtr[PyByteArrayObject], Unchecked("type")],
    size: Annotated[Py_ssize_t, Between(0, 2**63 - 1)],
    /,
) -> Status:
    """Give a bytearray another length; ``BufferError`` while somebody has a view of it."""
    raise NotImplementedError


@c_function(kind="macro")
def PyByteArray_GET_SIZE(bytearray: Annotated[BorrowedPtr[PyByteArrayObject], Unchecked("type")], /) -> Py_ssize_t:
    """Return the number of bytes."""
    raise NotImplementedError


@c_function(kind="macro")
def PyByteArray_AS_STRING(
    bytearray: Annotated[BorrowedPtr[PyByteArrayObject], Unchecked("type")], /
) -> Annotated[ArrayText, From("bytearray", "mutable")]:
    """Return the address of the bytes, after which there is a NUL; resizing moves them."""
    raise NotImplementedError
