"""The declarations of ``Include/pybuffer.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.buffers import Py_buffer
from ptrstate.declaration import c_function
from ptrstate.states import BorrowedPtr, Status
from ptrstate.vocabulary import AnyAddress, As, CBool, CChar, CInt, CString, Flight, IfNull, LengthOf, Py_ssize_t, Sentinel

_LEFT_OUT = {
    "PyBuffer_*": "about memory whose size nothing tells",
}


@c_function(limited_api="3.11")
def PyObject_CheckBuffer(object: BorrowedPtr, /) -> CBool:
    """Whether the object exports its memory."""
    raise NotImplementedError


@c_function(limited_api="3.11", may_run_python=True)
def PyObject_CopyData(destination: BorrowedPtr, source: BorrowedPtr, /) -> Status:
    """Copy the memory of one exporter into another's."""
    raise NotImplementedError


@c_function(limited_api="3.11")
def PyBuffer_FillInfo(
    view: Annotated[Py_buffer, Flight(1)],
    exporter: Annotated[BorrowedPtr | None, IfNull("empty")],
    memory: AnyAddress,
    length: Annotated[Py_ssize_t, LengthOf("memory")],
    readonly: CInt,
    flags: CInt,
    /,
) -> Status:
    """Fill a view of bare memory, which takes a reference to ``exporter``; ``BufferError`` where it cannot be written."""
    raise NotImplementedError


@c_function(limited_api="3.11")
def PyBuffer_IsContiguous(view: Annotated[Py_buffer, As("const Py_buffer *")], order: CChar, /) -> CBool:
    """Whether the memory is contiguous in an order: C, F or A for either."""
    raise NotImplementedError


@c_function(may_run_python=True, limited_api="3.11")
def PyBuffer_SizeFromFormat(format: CString, /) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Return the size of what a format describes."""
    raise NotImplementedError


@c_function(limited_api="3.11", may_run_python=True)
def PyObject_GetBuffer(exporter: BorrowedPtr, view: Annotated[Py_buffer, Flight(1)], flags: CInt, /) -> Status:
    """Fill ``view`` with the exporter's memory, to be released."""
    raise NotImplementedError


@c_function(limited_api="3.11", may_run_python=True, error_set="allowed")
def PyBuffer_Release(view: Annotated[Py_buffer, Flight(-1)], /) -> None:
    """Release the memory and the exporter."""
    raise NotImplementedError
