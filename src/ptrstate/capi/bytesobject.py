"""The declarations of ``Include/bytesobject.h`` and ``Include/cpython/bytesobject.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyBytesObject, PyTypeObject, PyUnicodeObject
from ptrstate.states import BorrowedPtr, InteriorPtr, OwnedPtr, Slot, Status, Var
from ptrstate.vocabulary import (
    After,
    Arguments,
    As,
    CBool,
    CString,
    Format,
    From,
    IfNull,
    InOut,
    LengthOf,
    Py_ssize_t,
    Sentinel,
    SsizeVar,
    Unchecked,
    Unshared,
    Until,
)

_LEFT_OUT: dict[str, str] = {}

BytesText = Annotated[InteriorPtr, As("char *")]
"""A ``char *`` into a bytes object."""

PyBytes_Type: Final = c_data("PyBytes_Type", PyTypeObject, "&PyBytes_Type")
PyBytesIter_Type: Final = c_data("PyBytesIter_Type", PyTypeObject, "&PyBytesIter_Type")


@c_function(kind="macro")
def PyBytes_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``bytes``, or of a type derived from it."""
    raise NotImplementedError


@c_function(kind="macro")
def PyBytes_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``bytes`` and of no derived type."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyBytes_FromStringAndSize(
    string: Annotated[CString | None, IfNull("empty")], size: Annotated[Py_ssize_t, LengthOf("string")], /
) -> OwnedPtr[PyBytesObject] | None:
    """Copy ``size`` bytes into a new object; without a text they are left to be written before the object is used."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyBytes_FromString(text: CString, /) -> OwnedPtr[PyBytesObject] | None:
    """Copy a text that ends with NUL into a new object."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyBytes_FromObject(object: BorrowedPtr, /) -> OwnedPtr[PyBytesObject] | None:
    """Make bytes from a bytes-like object or an iterable of numbers; ``TypeError`` or ``ValueError`` for anything else."""
    raise NotImplementedError


@c_function(kind="shim", limited_api="3.2")
def PyBytes_FromFormat(format: Annotated[CString, Format("text")], /, *arguments: Arguments) -> OwnedPtr[PyBytesObject] | None:
    """Make bytes as ``printf`` would; a unit it does not know is copied, with all that follows."""
    raise NotImplementedError


@c_function(kind="shim", limited_api="3.2")
def PyBytes_FromFormatV(format: Annotated[CString, Format("text")], /, *arguments: Arguments) -> OwnedPtr[PyBytesObject] | None:
    """Make bytes as ``printf`` would, of the arguments in a ``va_list``, which the binding makes."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyBytes_Size(bytes: BorrowedPtr[PyBytesObject], /) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Return the number of bytes; ``TypeError`` when it is no such object."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyBytes_AsString(bytes: BorrowedPtr[PyBytesObject], /) -> Annotated[BytesText | None, From("bytes")]:
    """Return the address of the bytes, after which there is a NUL; ``TypeError`` when it is no such object."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyBytes_AsStringAndSize(
    bytes: BorrowedPtr[PyBytesObject],
    string: Annotated[Var[InteriorPtr | None], As("char **"), From("bytes")],
    size: Annotated[SsizeVar | None, IfNull("skip")],
    /,
) -> Status:
    """Store the address of the bytes and their number.  Without ``size``, a NUL inside is a ``ValueError``."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True, error_set="allowed", indicator="sets")
def PyBytes_Concat(
    bytes: Annotated[Slot[PyBytesObject], InOut(empty=True), After(success="set_or_null", failure="null")],
    part: Annotated[BorrowedPtr | None, IfNull("propagate")],
    /,
) -> None:
    """Append ``part`` to the bytes in the slot.

    On failure, or when ``part`` is NULL, the slot is emptied; an empty one stays so.
    """
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True, error_set="allowed", indicator="sets")
def PyBytes_ConcatAndDel(
    bytes: Annotated[Slot[PyBytesObject], InOut(empty=True), After(success="set_or_null", failure="null")],
    part: Annotated[OwnedPtr | None, IfNull("propagate")],
    /,
) -> None:
    """Append ``part`` to the bytes in the slot and release it, whatever happens.  On failure the slot is emptied."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyBytes_Repr(
    bytes: Annotated[BorrowedPtr[PyBytesObject], Unchecked("type")], smartquotes: CBool, /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Return the bytes as a literal, in double quotes where ``smartquotes`` allows them and they save escapes."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyBytes_DecodeEscape(
    string: CString,
    length: Annotated[Py_ssize_t, LengthOf("string")],
    errors: Annotated[CString | None, IfNull("default")],
    unicode: Py_ssize_t,
    recode_encoding: Annotated[CString | None, IfNull("default")],
    /,
) -> OwnedPtr[PyBytesObject] | None:
    """Resolve the escapes of a bytes literal; ``ValueError`` for a bad one unless ``errors`` says otherwise.

    The last two are unused.
    """
    raise NotImplementedError


@c_function(may_run_python=True)
def _PyBytes_Resize(
    bytes: Annotated[Slot[PyBytesObject], InOut(), After(failure="null"), Until("3.13", Unshared()), Unchecked("exact type")],
    size: Py_ssize_t,
    /,
) -> Status:
    """Give the bytes in the slot another length.  On failure, which until 3.12 sharing the object is, the slot is emptied."""
    raise NotImplementedError


@c_function(kind="macro")
def PyBytes_AS_STRING(bytes: Annotated[BorrowedPtr[PyBytesObject], Unchecked("type")], /) -> Annotated[BytesText, From("bytes")]:
    """Return the address of the bytes, after which there is a NUL."""
    raise NotImplementedError


@c_function(kind="macro")
def PyBytes_GET_SIZE(bytes: Annotated[BorrowedPtr[PyBytesObject], Unchecked("type")], /) -> Py_ssize_t:
    """Return the number of bytes."""
    raise NotImplementedError
