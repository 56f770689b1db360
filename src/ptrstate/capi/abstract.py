"""The declarations of ``Include/abstract.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.buffers import Py_buffer
from ptrstate.declaration import c_function
from ptrstate.pointees import PyObject
from ptrstate.states import BorrowedPtr, OwnedPtr, Status
from ptrstate.vocabulary import Array, As, CInt, CSize, CString, Flight, Format, IfNull, LengthOf, Null, Py_ssize_t, Sentinel


@c_function(may_run_python=True)
def PyObject_CallNoArgs(callable: BorrowedPtr, /) -> OwnedPtr | None:
    """Call without arguments."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_GetIter(object: BorrowedPtr, /) -> OwnedPtr | None:
    """Return an iterator."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_GetItem(object: BorrowedPtr, key: BorrowedPtr, /) -> OwnedPtr | None:
    """Return ``object[key]``."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyIter_Next(iterator: BorrowedPtr, /) -> Annotated[OwnedPtr | None, Null("ambiguous")]:
    """Return the next item; NULL without an exception at the end."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_Vectorcall(
    callable: BorrowedPtr,
    arguments: Array[BorrowedPtr],
    count: Annotated[CSize, LengthOf("arguments")],
    names: Annotated[BorrowedPtr | None, IfNull("default")],
    /,
) -> OwnedPtr | None:
    """Call with an array of arguments."""
    raise NotImplementedError


@c_function(kind="shim", may_run_python=True)
def PyObject_CallMethod(
    object: BorrowedPtr,
    name: CString,
    format: Annotated[CString, Format("build")],
    /,
    *arguments: Annotated[BorrowedPtr, As("PyObject *")],
) -> OwnedPtr | None:
    """Call a method with the arguments that ``format`` builds."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_GetBuffer(exporter: BorrowedPtr, view: Annotated[Py_buffer, Flight(1)], flags: CInt, /) -> Status:
    """Fill ``view`` with the exporter's memory, to be released."""
    raise NotImplementedError


@c_function(may_run_python=True, error_set="allowed")
def PyBuffer_Release(view: Annotated[Py_buffer, Flight(-1)], /) -> None:
    """Release the memory and the exporter."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PySequence_Size(object: BorrowedPtr, /) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Return the length."""
    raise NotImplementedError
