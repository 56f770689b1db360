"""The declarations of ``Include/warnings.h`` and ``Include/cpython/warnings.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.states import BorrowedPtr, Status
from ptrstate.vocabulary import Arguments, CInt, CString, Format, IfNull, Py_ssize_t

_LEFT_OUT: dict[str, str] = {}


@c_function(limited_api="3.2", may_run_python=True)
def PyErr_WarnEx(
    category: Annotated[BorrowedPtr | None, IfNull("default")], message: CString, stack_level: Py_ssize_t, /
) -> Status:
    """Warn, with a ``RuntimeWarning`` by default; -1 when the warning was made an exception."""
    raise NotImplementedError


@c_function(kind="macro", may_run_python=True)
def PyErr_Warn(category: Annotated[BorrowedPtr | None, IfNull("default")], message: CString, /) -> Status:
    """Warn for the running function, with a ``RuntimeWarning`` by default; -1 when the warning was made an exception."""
    raise NotImplementedError


@c_function(kind="shim", limited_api="3.2", may_run_python=True)
def PyErr_WarnFormat(
    category: Annotated[BorrowedPtr | None, IfNull("default")],
    stack_level: Py_ssize_t,
    format: Annotated[CString, Format("text")],
    /,
    *arguments: Arguments,
) -> Status:
    """Warn with a text made as ``printf`` would; -1 when the warning was made an exception."""
    raise NotImplementedError


@c_function(kind="shim", limited_api="3.6", may_run_python=True)
def PyErr_ResourceWarning(
    source: Annotated[BorrowedPtr | None, IfNull("default")],
    stack_level: Py_ssize_t,
    format: Annotated[CString, Format("text")],
    /,
    *arguments: Arguments,
) -> Status:
    """Warn with a ``ResourceWarning`` about ``source``; -1 when the warning was made an exception."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyErr_WarnExplicit(
    category: Annotated[BorrowedPtr | None, IfNull("default")],
    message: CString,
    filename: CString,
    lineno: CInt,
    module: Annotated[CString | None, IfNull("default")],
    registry: Annotated[BorrowedPtr | None, IfNull("default")],
    /,
) -> Status:
    """Warn for a given line of a file; without a module its name comes from the file's, without a registry every call warns."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyErr_WarnExplicitObject(
    category: Annotated[BorrowedPtr | None, IfNull("default")],
    message: BorrowedPtr,
    filename: BorrowedPtr,
    lineno: CInt,
    module: Annotated[BorrowedPtr | None, IfNull("default")],
    registry: Annotated[BorrowedPtr | None, IfNull("default")],
    /,
) -> Status:
    """Warn for a given line of a file; without a module its name comes from the file's, without a registry every call warns."""
    raise NotImplementedError


@c_function(kind="shim", may_run_python=True)
def PyErr_WarnExplicitFormat(
    category: BorrowedPtr,
    filename: CString,
    lineno: CInt,
    module: Annotated[CString | None, IfNull("default")],
    registry: Annotated[BorrowedPtr | None, IfNull("default")],
    format: Annotated[CString, Format("text")],
    /,
    *arguments: Arguments,
) -> Status:
    """Warn for a given line of a file with a text made as ``printf`` would; -1 when the warning was made an exception."""
    raise NotImplementedError
