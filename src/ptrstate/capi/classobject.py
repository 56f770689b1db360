"""The declarations of ``Include/cpython/classobject.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyInstanceMethodObject, PyMethodObject, PyTypeObject
from ptrstate.states import BorrowedPtr, OwnedPtr
from ptrstate.vocabulary import CBool, From, Unchecked

_LEFT_OUT: dict[str, str] = {}

PyMethod_Type: Final = c_data("PyMethod_Type", PyTypeObject, "&PyMethod_Type")
PyInstanceMethod_Type: Final = c_data("PyInstanceMethod_Type", PyTypeObject, "&PyInstanceMethod_Type")


@c_function(kind="macro")
def PyMethod_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a bound method."""
    raise NotImplementedError


@c_function
def PyMethod_New(function: BorrowedPtr, instance: BorrowedPtr, /) -> OwnedPtr[PyMethodObject] | None:
    """Bind ``function`` to ``instance``."""
    raise NotImplementedError


@c_function
def PyMethod_Function(method: BorrowedPtr[PyMethodObject], /) -> Annotated[BorrowedPtr | None, From("method")]:
    """Return the function of a bound method, borrowed; ``SystemError`` when it is none."""
    raise NotImplementedError


@c_function
def PyMethod_Self(method: BorrowedPtr[PyMethodObject], /) -> Annotated[BorrowedPtr | None, From("method")]:
    """Return the instance of a bound method, borrowed; ``SystemError`` when it is none."""
    raise NotImplementedError


@c_function(kind="macro")
def PyMethod_GET_FUNCTION(
    method: Annotated[BorrowedPtr[PyMethodObject], Unchecked("type")], /
) -> Annotated[BorrowedPtr, From("method")]:
    """Return the function of a bound method, borrowed; nothing is checked in C."""
    raise NotImplementedError


@c_function(kind="macro")
def PyMethod_GET_SELF(
    method: Annotated[BorrowedPtr[PyMethodObject], Unchecked("type")], /
) -> Annotated[BorrowedPtr, From("method")]:
    """Return the instance of a bound method, borrowed; nothing is checked in C."""
    raise NotImplementedError


@c_function(kind="macro")
def PyInstanceMethod_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is an instance method."""
    raise NotImplementedError


@c_function
def PyInstanceMethod_New(function: BorrowedPtr, /) -> OwnedPtr[PyInstanceMethodObject] | None:
    """Wrap a callable so that it binds as functions do."""
    raise NotImplementedError


@c_function
def PyInstanceMethod_Function(method: BorrowedPtr[PyInstanceMethodObject], /) -> Annotated[BorrowedPtr | None, From("method")]:
    """Return the callable of an instance method, borrowed; ``SystemError`` when it is none."""
    raise NotImplementedError


@c_function(kind="macro")
def PyInstanceMethod_GET_FUNCTION(
    method: Annotated[BorrowedPtr[PyInstanceMethodObject], Unchecked("type")], /
) -> Annotated[BorrowedPtr, From("method")]:
    """Return the callable of an instance method, borrowed; nothing is checked in C."""
    raise NotImplementedError
