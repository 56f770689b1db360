"""The declarations of ``Include/frameobject.h`` and ``Include/cpython/frameobject.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import PyCodeObject, PyDictObject, PyFrameObject, PyThreadState
from ptrstate.states import BorrowedPtr, NonNull, OwnedPtr, Status
from ptrstate.vocabulary import CInt, IfNull, Unchecked

_LEFT_OUT: dict[str, str] = {}


@c_function(may_run_python=True)
def PyFrame_New(
    state: NonNull[PyThreadState],
    code: Annotated[BorrowedPtr[PyCodeObject], Unchecked("type")],
    globals: BorrowedPtr[PyDictObject],
    locals: Annotated[BorrowedPtr | None, IfNull("default")],
    /,
) -> OwnedPtr[PyFrameObject] | None:
    """Make a frame that has not run."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyFrame_FastToLocals(frame: Annotated[BorrowedPtr[PyFrameObject], Unchecked("type")], /) -> None:
    """Copy the variables of a frame into its dict; every error is swallowed."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyFrame_FastToLocalsWithError(frame: Annotated[BorrowedPtr[PyFrameObject], Unchecked("type")], /) -> Status:
    """Copy the variables of a frame into its dict."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyFrame_LocalsToFast(frame: Annotated[BorrowedPtr[PyFrameObject], Unchecked("type")], clear: CInt, /) -> None:
    """Copy what is in a frame's dict back into its variables."""
    raise NotImplementedError
