"""The declarations of ``Include/cpython/genobject.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyCodeObject, PyFrameObject, PyGenObject, PyTypeObject
from ptrstate.states import BorrowedPtr, OwnedPtr
from ptrstate.vocabulary import CBool, IfNull, Unchecked

_LEFT_OUT = {
    "PyAsyncGenASend_CheckExact": "its type is private",
}
PyGen_Type: Final = c_data("PyGen_Type", PyTypeObject, "&PyGen_Type")
PyCoro_Type: Final = c_data("PyCoro_Type", PyTypeObject, "&PyCoro_Type")
PyAsyncGen_Type: Final = c_data("PyAsyncGen_Type", PyTypeObject, "&PyAsyncGen_Type")


@c_function(kind="macro")
def PyGen_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a generator."""
    raise NotImplementedError


@c_function(kind="macro")
def PyGen_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a generator and of no derived type."""
    raise NotImplementedError


@c_function(kind="macro")
def PyCoro_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a coroutine."""
    raise NotImplementedError


@c_function(kind="macro")
def PyAsyncGen_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is an asynchronous generator."""
    raise NotImplementedError


@c_function(since="3.12")
def PyGen_GetCode(generator: Annotated[BorrowedPtr[PyGenObject], Unchecked("type")], /) -> OwnedPtr[PyCodeObject]:
    """Return the code of a generator."""
    raise NotImplementedError


@c_function
def PyGen_New(frame: Annotated[OwnedPtr[PyFrameObject], Unchecked("type"), Unchecked("unstarted")], /) -> OwnedPtr | None:
    """Make a generator of a frame, which is consumed whether or not it succeeds."""
    raise NotImplementedError


@c_function
def PyGen_NewWithQualName(
    frame: Annotated[OwnedPtr[PyFrameObject], Unchecked("type"), Unchecked("unstarted")],
    name: Annotated[BorrowedPtr | None, IfNull("default")],
    qualname: Annotated[BorrowedPtr | None, IfNull("default")],
    /,
) -> OwnedPtr | None:
    """Make a generator of a frame, which is consumed whether or not it succeeds."""
    raise NotImplementedError


@c_function
def PyCoro_New(
    frame: Annotated[OwnedPtr[PyFrameObject], Unchecked("type"), Unchecked("unstarted")],
    name: Annotated[BorrowedPtr | None, IfNull("default")],
    qualname: Annotated[BorrowedPtr | None, IfNull("default")],
    /,
) -> OwnedPtr | None:
    """Make a coroutine of a frame, which is consumed whether or not it succeeds."""
    raise NotImplementedError


@c_function
def PyAsyncGen_New(
    frame: Annotated[OwnedPtr[PyFrameObject], Unchecked("type"), Unchecked("unstarted")],
    name: Annotated[BorrowedPtr | None, IfNull("default")],
    qualname: Annotated[BorrowedPtr | None, IfNull("default")],
    /,
) -> OwnedPtr | None:
    """Make an asynchronous generator of a frame, which is consumed whether or not it succeeds."""
    raise NotImplementedError
