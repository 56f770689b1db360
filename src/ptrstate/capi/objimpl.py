"""The declarations of ``Include/objimpl.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.states import BorrowedPtr
from ptrstate.vocabulary import Allocates, CBool, CSize, Frees, IfNull, Memory, Null, Py_ssize_t


@c_function
def PyObject_Malloc(size: CSize, /) -> Annotated[Memory | None, Null("absent"), Allocates("object")]:
    """Allocate memory; NULL, without an exception, when there is none."""
    raise NotImplementedError


@c_function
def PyObject_Calloc(count: CSize, size: CSize, /) -> Annotated[Memory | None, Null("absent"), Allocates("object")]:
    """Allocate zeroed memory; NULL, without an exception, when there is none."""
    raise NotImplementedError


@c_function(error_set="allowed")
def PyObject_Free(memory: Annotated[Memory | None, Frees("object"), IfNull("skip")], /) -> None:
    """Free memory."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyGC_Collect() -> Py_ssize_t:
    """Run a full collection and return how many objects it found."""
    raise NotImplementedError


@c_function
def PyGC_Enable() -> CBool:
    """Turn the collector on and return whether it was."""
    raise NotImplementedError


@c_function
def PyGC_Disable() -> CBool:
    """Turn the collector off and return whether it was on."""
    raise NotImplementedError


@c_function
def PyGC_IsEnabled() -> CBool:
    """Whether the collector is on."""
    raise NotImplementedError


@c_function
def PyObject_GC_IsTracked(object: BorrowedPtr, /) -> CBool:
    """Whether the collector tracks the object."""
    raise NotImplementedError


@c_function
def PyObject_GC_IsFinalized(object: BorrowedPtr, /) -> CBool:
    """Whether the collector has finalised the object."""
    raise NotImplementedError


@c_function
def PyObject_IS_GC(object: BorrowedPtr, /) -> CBool:
    """Whether the object's type takes part in collection."""
    raise NotImplementedError
