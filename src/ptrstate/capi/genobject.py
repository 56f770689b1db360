"""The declarations of ``Include/cpython/genobject.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyCodeObject, PyGenObject, PyTypeObject
from ptrstate.states import BorrowedPtr, OwnedPtr
from ptrstate.vocabulary import CBool, Unchecked

_LEFT_OUT = {
    **dict.fromkeys(
        ("PyGen_New", "PyGen_NewWithQualName", "PyCoro_New", "PyAsyncGen_New"),
        "takes over a frame that must not have run, and nothing tells one that has",
    ),
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
