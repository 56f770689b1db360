"""The declarations of ``Include/floatobject.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import PyFloatObject
from ptrstate.states import BorrowedPtr, OwnedPtr
from ptrstate.vocabulary import CDouble, Null, Sentinel


@c_function
def PyFloat_FromDouble(value: CDouble, /) -> OwnedPtr[PyFloatObject] | None:
    """Make a float."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyFloat_AsDouble(object: BorrowedPtr, /) -> Annotated[CDouble, Sentinel(-1.0), Null("ambiguous")]:
    """Return the value as a double."""
    raise NotImplementedError
