"""The declarations of ``Include/longobject.h`` and ``Include/cpython/longobject.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyLongObject, PyTupleObject, PyTypeObject, PyUnicodeObject
from ptrstate.states import BorrowedPtr, InteriorPtr, OwnedPtr, Var
from ptrstate.vocabulary import (
    Address,
    AnyAddress,
    As,
    CBool,
    CDouble,
    CInt,
    CLong,
    CLongLong,
    CSize,
    CString,
    CUnsignedLong,
    CUnsignedLongLong,
    From,
    IfNull,
    IntVar,
    LengthOf,
    Memory,
    Null,
    Py_ssize_t,
    Sentinel,
    Unchecked,
)

_LEFT_OUT: dict[str, str] = {}

End = Annotated[Var[InteriorPtr | None] | None, As("char **"), From("text"), IfNull("skip")]
"""Where the end of a number in a text is stored."""

NativeBytes = Annotated[str | bytes | InteriorPtr, As("const void *")]
"""The bytes of a number."""

PyLong_Type: Final = c_data("PyLong_Type", PyTypeObject, "&PyLong_Type")


@c_function(kind="macro")
def PyLong_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is an int, or of a type derived from it."""
    raise NotImplementedError


@c_function(kind="macro")
def PyLong_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is an int and of no derived type."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyLong_FromLong(value: CLong, /) -> OwnedPtr[PyLongObject] | None:
    """Make an int."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyLong_FromUnsignedLong(value: CUnsignedLong, /) -> OwnedPtr[PyLongObject] | None:
    """Make an int."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyLong_FromLongLong(value: CLongLong, /) -> OwnedPtr[PyLongObject] | None:
    """Make an int."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyLong_FromUnsignedLongLong(value: CUnsignedLongLong, /) -> OwnedPtr[PyLongObject] | None:
    """Make an int."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyLong_FromSsize_t(value: Py_ssize_t, /) -> OwnedPtr[PyLongObject] | None:
    """Make an int."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyLong_FromSize_t(value: CSize, /) -> OwnedPtr[PyLongObject] | None:
    """Make an int."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyLong_FromDouble(value: CDouble, /) -> OwnedPtr[PyLongObject] | None:
    """Make an int of the integer part; ``OverflowError`` for infinity, ``ValueError`` for what is no number."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyLong_FromVoidPtr(address: Annotated[AnyAddress | None, IfNull("default")], /) -> OwnedPtr[PyLongObject] | None:
    """Make an int of an address."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyLong_FromString(text: CString, end: End, base: CInt, /) -> OwnedPtr[PyLongObject] | None:
    """Read a number; ``ValueError`` when the text is none, or ``base`` is neither 0 nor from 2 to 36."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyLong_FromUnicodeObject(
    text: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type")], base: CInt, /
) -> OwnedPtr[PyLongObject] | None:
    """Read a number, of decimal digits in any script; ``ValueError`` when the text is none."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyLong_AsLong(object: BorrowedPtr, /) -> Annotated[CLong, Sentinel(-1), Null("ambiguous")]:
    """Return the value; -1 with an exception when it does not fit or is no integer."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13", may_run_python=True)
def PyLong_AsInt(object: BorrowedPtr, /) -> Annotated[CInt, Sentinel(-1), Null("ambiguous")]:
    """Return the value; -1 with an exception when it does not fit or is no integer."""
    raise NotImplementedError


@c_function(kind="macro", may_run_python=True)
def PyLong_AS_LONG(object: BorrowedPtr, /) -> Annotated[CLong, Sentinel(-1), Null("ambiguous")]:
    """Return the value; another name of ``PyLong_AsLong``, with all its checks."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyLong_AsLongAndOverflow(object: BorrowedPtr, overflow: IntVar, /) -> Annotated[CLong, Sentinel(-1), Null("ambiguous")]:
    """Return the value; where it does not fit, -1 with ``overflow`` set to its sign and no exception."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyLong_AsLongLong(object: BorrowedPtr, /) -> Annotated[CLongLong, Sentinel(-1), Null("ambiguous")]:
    """Return the value; -1 with an exception when it does not fit or is no integer."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyLong_AsLongLongAndOverflow(
    object: BorrowedPtr, overflow: IntVar, /
) -> Annotated[CLongLong, Sentinel(-1), Null("ambiguous")]:
    """Return the value; where it does not fit, -1 with ``overflow`` set to its sign and no exception."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyLong_AsSsize_t(int: BorrowedPtr[PyLongObject], /) -> Annotated[Py_ssize_t, Sentinel(-1), Null("ambiguous")]:
    """Return the value; ``OverflowError`` when it is too large, ``TypeError`` when it is no ``int``."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyLong_AsSize_t(int: BorrowedPtr[PyLongObject], /) -> Annotated[CSize, Sentinel(-1), Null("ambiguous")]:
    """Return the value; ``OverflowError`` when it is negative or too large, ``TypeError`` when it is no ``int``."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyLong_AsUnsignedLong(int: BorrowedPtr[PyLongObject], /) -> Annotated[CUnsignedLong, Sentinel(-1), Null("ambiguous")]:
    """Return the value; ``OverflowError`` when it is negative or too large, ``TypeError`` when it is no ``int``."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyLong_AsUnsignedLongLong(int: BorrowedPtr[PyLongObject], /) -> Annotated[CUnsignedLongLong, Sentinel(-1), Null("ambiguous")]:
    """Return the value; ``OverflowError`` when it is negative or too large, ``TypeError`` when it is no ``int``."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyLong_AsUnsignedLongMask(object: BorrowedPtr, /) -> Annotated[CUnsignedLong, Sentinel(-1), Null("ambiguous")]:
    """Return the lowest bits of the value, of which any number is taken; ``TypeError`` when it is no integer."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyLong_AsUnsignedLongLongMask(object: BorrowedPtr, /) -> Annotated[CUnsignedLongLong, Sentinel(-1), Null("ambiguous")]:
    """Return the lowest bits of the value, of which any number is taken; ``TypeError`` when it is no integer."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyLong_AsDouble(int: BorrowedPtr[PyLongObject], /) -> Annotated[CDouble, Sentinel(-1.0), Null("ambiguous")]:
    """Return the value; ``OverflowError`` when it is too large, ``TypeError`` when it is no ``int``."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyLong_AsVoidPtr(int: BorrowedPtr[PyLongObject], /) -> Annotated[Address | None, Null("ambiguous")]:
    """Return the value as an address; NULL with an exception when it does not fit or is no ``int``."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True)
def PyLong_AsNativeBytes(
    object: BorrowedPtr, buffer: Memory, size: Annotated[Py_ssize_t, LengthOf("buffer")], flags: CInt, /
) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Write the value into ``buffer``, as much of it as there is room for, and return how many bytes it takes."""
    raise NotImplementedError


@c_function(since="3.13")
def PyLong_FromNativeBytes(
    buffer: NativeBytes, size: Annotated[CSize, LengthOf("buffer")], flags: CInt, /
) -> OwnedPtr[PyLongObject] | None:
    """Make an int of bytes that hold a signed number."""
    raise NotImplementedError


@c_function(since="3.13")
def PyLong_FromUnsignedNativeBytes(
    buffer: NativeBytes, size: Annotated[CSize, LengthOf("buffer")], flags: CInt, /
) -> OwnedPtr[PyLongObject] | None:
    """Make an int of bytes that hold an unsigned number."""
    raise NotImplementedError


@c_function(since="3.12")
def PyUnstable_Long_IsCompact(
    int: Annotated[BorrowedPtr[PyLongObject], As("const PyLongObject *"), Unchecked("type")], /
) -> CBool:
    """Whether the value stands in one digit."""
    raise NotImplementedError


@c_function(since="3.12")
def PyUnstable_Long_CompactValue(
    int: Annotated[BorrowedPtr[PyLongObject], As("const PyLongObject *"), Unchecked("type"), Unchecked("compact")], /
) -> Py_ssize_t:
    """Return the value of an ``int`` that stands in one digit."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyLong_GetInfo() -> OwnedPtr[PyTupleObject] | None:
    """Return what ``sys.int_info`` is: how ints are laid out."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyOS_strtoul(text: CString, end: End, base: CInt, /) -> CUnsignedLong:
    """Read a number; what is too large becomes the largest, with ``errno`` set and no exception."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyOS_strtol(text: CString, end: End, base: CInt, /) -> CLong:
    """Read a number; what does not fit becomes the largest or smallest, with ``errno`` set and no exception."""
    raise NotImplementedError
