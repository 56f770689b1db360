"""The declarations of ``Include/fileobject.h`` and ``Include/cpython/fileobject.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import FILE, Opaque, PyTypeObject, PyUnicodeObject
from ptrstate.states import BorrowedPtr, NonNull, OwnedPtr, Status
from ptrstate.vocabulary import As, CBool, CInt, CString, From, IfNull, LengthOf, Null, Sentinel

_LEFT_OUT = {
    "PyFile_SetOpenCodeHook": "once for the process, and called until the very end of it",
    "Py_FileSystemDefaultEncodeErrors": "a text, no object",
    "Py_FileSystemDefaultEncoding": "a text, no object",
    "Py_HasFileSystemDefaultEncoding": "a number, no object",
    "Py_UTF8Mode": "a number, no object",
}

PyStdPrinter_Type: Final = c_data("PyStdPrinter_Type", PyTypeObject, "&PyStdPrinter_Type")


@c_function(limited_api="3.2", may_run_python=True)
def PyFile_FromFd(
    fd: CInt,
    name: Annotated[CString | None, IfNull("default")],
    mode: CString,
    buffering: CInt,
    encoding: Annotated[CString | None, IfNull("default")],
    errors: Annotated[CString | None, IfNull("default")],
    newline: Annotated[CString | None, IfNull("default")],
    closefd: CBool,
    /,
) -> OwnedPtr | None:
    """Open a file object over a descriptor; ``name`` is ignored."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyFile_GetLine(file: BorrowedPtr, n: CInt, /) -> OwnedPtr | None:
    """Read a line, of ``n`` characters at most if that is positive.

    If negative, without its newline, and ``EOFError`` at the end.
    """
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyFile_WriteObject(object: Annotated[BorrowedPtr | None, IfNull("default")], file: BorrowedPtr, flags: CInt, /) -> Status:
    """Write the ``repr`` of an object to a file object, or its ``str`` with flag 1; ``<NULL>`` for NULL."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True, error_set="allowed")
def PyFile_WriteString(text: CString, file: BorrowedPtr, /) -> Status:
    """Write a text to a file object; with an exception pending it does nothing and returns -1."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_AsFileDescriptor(object: BorrowedPtr, /) -> Annotated[CInt, Sentinel(-1)]:
    """Return the descriptor that an integer is or that ``fileno`` returns; ``TypeError`` when there is none."""
    raise NotImplementedError


@c_function
def Py_UniversalNewlineFgets(
    buffer: Annotated[NonNull[Opaque], As("char *")],
    n: Annotated[CInt, LengthOf("buffer")],
    stream: NonNull[FILE],
    object: Annotated[BorrowedPtr | None, IfNull("default")],
    /,
) -> Annotated[NonNull[Opaque] | None, As("char *"), From("buffer"), Null("absent")]:
    """Read a line into ``buffer`` and return it; NULL, without an exception, at the end or when ``object`` is not NULL."""
    raise NotImplementedError


@c_function
def PyFile_NewStdPrinter(fd: CInt, /) -> Annotated[OwnedPtr | None, Null("ambiguous")]:
    """Make the simple file object of early start-up; NULL, without an exception, for other descriptors than 1 and 2."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyFile_OpenCode(path: CString, /) -> OwnedPtr | None:
    """Open a file whose content is to be run, as ``io.open_code`` does."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyFile_OpenCodeObject(path: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr | None:
    """Open a file whose content is to be run, as ``io.open_code`` does; ``TypeError`` when ``path`` is no string."""
    raise NotImplementedError
