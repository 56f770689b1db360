"""The declarations of ``Include/sysmodule.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.states import BorrowedPtr
from ptrstate.vocabulary import CString, From, Null


@c_function
def PySys_GetObject(name: CString, /) -> Annotated[BorrowedPtr | None, From("interpreter", "mutable"), Null("absent")]:
    """Return an attribute of ``sys``, borrowed; NULL without an exception when there is none."""
    raise NotImplementedError
