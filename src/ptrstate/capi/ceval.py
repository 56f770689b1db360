"""The declarations of ``Include/ceval.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import PyDictObject
from ptrstate.states import BorrowedPtr
from ptrstate.vocabulary import From


@c_function
def PyEval_GetBuiltins() -> Annotated[BorrowedPtr[PyDictObject], From("thread", "mutable")]:
    """Return the builtins of the running frame, borrowed."""
    raise NotImplementedError


@c_function
def PyEval_GetLocals() -> Annotated[BorrowedPtr | None, From("thread", "mutable")]:
    """Return the locals of the running frame, borrowed."""
    raise NotImplementedError
