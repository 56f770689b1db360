"""The declarations of ``Include/floatobject.h`` and ``Include/cpython/floatobject.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import Opaque, PyFloatObject, PyTupleObject, PyTypeObject
from ptrstate.states import BorrowedPtr, NonNull, OwnedPtr, Status
from ptrstate.vocabulary import As, CBool, CDouble, CInt, CString, Extent, Null, Sentinel, Unchecked

_LEFT_OUT = {
    "Py_RETURN_INF": "returns from the C function that it stands in",
}

PyFloat_Type: Final = c_data("PyFloat_Type", PyTypeObject, "&PyFloat_Type")


@c_function(kind="macro")
def PyFloat_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a float, or of a type derived from it."""
    raise NotImplementedError


@c_function(kind="macro")
def PyFloat_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a float and of no derived type."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyFloat_FromDouble(value: CDouble, /) -> OwnedPtr[PyFloatObject] | None:
    """Make a float."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyFloat_FromString(text: BorrowedPtr, /) -> OwnedPtr[PyFloatObject] | None:
    """Read a number from a ``str`` or bytes-like object; ``ValueError`` when it is none, ``TypeError`` when it is no text."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyFloat_AsDouble(object: BorrowedPtr, /) -> Annotated[CDouble, Sentinel(-1.0), Null("ambiguous")]:
    """Return the value of a float, or what ``__float__`` or ``__index__`` says; ``TypeError`` without these."""
    raise NotImplementedError


@c_function(kind="macro")
def PyFloat_AS_DOUBLE(float: Annotated[BorrowedPtr[PyFloatObject], Unchecked("type")], /) -> CDouble:
    """Return the value; nothing is checked in C."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyFloat_GetMax() -> CDouble:
    """Return the largest double."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyFloat_GetMin() -> CDouble:
    """Return the smallest positive double of full precision."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyFloat_GetInfo() -> OwnedPtr[PyTupleObject] | None:
    """Return what ``sys.float_info`` is: how doubles are laid out."""
    raise NotImplementedError


@c_function
def PyFloat_Pack2(value: CDouble, memory: Annotated[NonNull[Opaque], As("char *"), Extent(2)], little_endian: CInt, /) -> Status:
    """Write a number into 2 bytes; ``OverflowError`` when it is too large for them."""
    raise NotImplementedError


@c_function
def PyFloat_Pack4(value: CDouble, memory: Annotated[NonNull[Opaque], As("char *"), Extent(4)], little_endian: CInt, /) -> Status:
    """Write a number into 4 bytes; ``OverflowError`` when it is too large for them."""
    raise NotImplementedError


@c_function
def PyFloat_Pack8(
    value: CDouble, memory: Annotated[NonNull[Opaque], As("char *"), Extent(8)], little_endian: CInt, /
) -> Annotated[Status, Null("never")]:
    """Write a number into 8 bytes, the last first if ``little_endian``; never fails."""
    raise NotImplementedError


@c_function
def PyFloat_Unpack2(memory: Annotated[CString, Extent(2)], little_endian: CInt, /) -> CDouble:
    """Read a number from 2 bytes; never fails."""
    raise NotImplementedError


@c_function
def PyFloat_Unpack4(memory: Annotated[CString, Extent(4)], little_endian: CInt, /) -> CDouble:
    """Read a number from 4 bytes; never fails."""
    raise NotImplementedError


@c_function
def PyFloat_Unpack8(memory: Annotated[CString, Extent(8)], little_endian: CInt, /) -> CDouble:
    """Read a number from 8 bytes; never fails."""
    raise NotImplementedError
