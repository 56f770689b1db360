"""The declarations of ``Include/cpython/context.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyContext, PyContextToken, PyContextVar, PyTypeObject
from ptrstate.states import BorrowedPtr, OwnedPtr, Slot, Status
from ptrstate.vocabulary import After, CBool, CString, IfNull

_LEFT_OUT: dict[str, str] = {}

PyContext_Type: Final = c_data("PyContext_Type", PyTypeObject, "&PyContext_Type")
PyContextVar_Type: Final = c_data("PyContextVar_Type", PyTypeObject, "&PyContextVar_Type")
PyContextToken_Type: Final = c_data("PyContextToken_Type", PyTypeObject, "&PyContextToken_Type")


@c_function(kind="macro")
def PyContext_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a context."""
    raise NotImplementedError


@c_function(kind="macro")
def PyContextVar_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a context variable."""
    raise NotImplementedError


@c_function(kind="macro")
def PyContextToken_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a token of a context variable."""
    raise NotImplementedError


@c_function
def PyContext_New() -> OwnedPtr[PyContext] | None:
    """Make an empty context."""
    raise NotImplementedError


@c_function
def PyContext_Copy(context: BorrowedPtr[PyContext], /) -> OwnedPtr[PyContext] | None:
    """Copy a context; ``TypeError`` when it is none."""
    raise NotImplementedError


@c_function
def PyContext_CopyCurrent() -> OwnedPtr[PyContext] | None:
    """Copy the current context."""
    raise NotImplementedError


@c_function(undone_by="PyContext_Exit")
def PyContext_Enter(context: BorrowedPtr[PyContext], /) -> Status:
    """Make a context the current one; ``RuntimeError`` when it is entered already."""
    raise NotImplementedError


@c_function(undoes="PyContext_Enter")
def PyContext_Exit(context: BorrowedPtr[PyContext], /) -> Status:
    """Leave the context that is the current one."""
    raise NotImplementedError


@c_function
def PyContextVar_New(name: CString, default: Annotated[BorrowedPtr | None, IfNull("empty")], /) -> OwnedPtr[PyContextVar] | None:
    """Make a context variable."""
    raise NotImplementedError


@c_function
def PyContextVar_Get(
    variable: BorrowedPtr[PyContextVar],
    default: Annotated[BorrowedPtr | None, IfNull("default")],
    value: Annotated[Slot, After(success="set_or_null", failure="unchanged")],
    /,
) -> Status:
    """Store the value in the current context, ``default``, or the variable's own default; NULL when there is neither."""
    raise NotImplementedError


@c_function
def PyContextVar_Set(variable: BorrowedPtr[PyContextVar], value: BorrowedPtr, /) -> OwnedPtr[PyContextToken] | None:
    """Give a variable a value in the current context."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyContextVar_Reset(variable: BorrowedPtr[PyContextVar], token: BorrowedPtr[PyContextToken], /) -> Status:
    """Undo what a token came from."""
    raise NotImplementedError
