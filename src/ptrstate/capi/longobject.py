"""The declarations of ``Include/longobject.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import PyLongObject
from ptrstate.states import BorrowedPtr, OwnedPtr
from ptrstate.vocabulary import CBool, CDouble, CLong, CSize, IntVar, Null, Py_ssize_t, Sentinel


@c_function(kind="macro")
def PyLong_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is an int, or of a type derived from it."""
    raise NotImplementedError


@c_function
def PyLong_FromLong(value: CLong, /) -> OwnedPtr[PyLongObject] | None:
    """Make an int."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyLong_AsLong(object: BorrowedPtr, /) -> Annotated[CLong, Sentinel(-1), Null("ambiguous")]:
    """Return the value; -1 with an exception when it does not fit or is no integer."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyLong_AsLongAndOverflow(object: BorrowedPtr, overflow: IntVar, /) -> Annotated[CLong, Sentinel(-1), Null("ambiguous")]:
    """Return the value; where it does not fit, -1 with ``overflow`` set to its sign and no exception."""
    raise NotImplementedError


@c_function
def PyLong_FromDouble(value: CDouble, /) -> OwnedPtr[PyLongObject] | None:
    """Make an int of the integer part."""
    raise NotImplementedError


@c_function
def PyLong_FromSize_t(value: CSize, /) -> OwnedPtr[PyLongObject] | None:
    """Make an int."""
    raise NotImplementedError


@c_function
def PyLong_FromSsize_t(value: Py_ssize_t, /) -> OwnedPtr[PyLongObject] | None:
    """Make an int."""
    raise NotImplementedError
