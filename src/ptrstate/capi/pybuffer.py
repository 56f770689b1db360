"""The declarations of ``Include/pybuffer.h``."""

from __future__ import annotations

from ptrstate.declaration import c_function
from ptrstate.states import BorrowedPtr, Status
from ptrstate.vocabulary import CBool


@c_function
def PyObject_CheckBuffer(object: BorrowedPtr, /) -> CBool:
    """Whether the object exports its memory."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_CopyData(destination: BorrowedPtr, source: BorrowedPtr, /) -> Status:
    """Copy the memory of one exporter into another's."""
    raise NotImplementedError
