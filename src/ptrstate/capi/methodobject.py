"""The declarations of ``Include/methodobject.h`` and ``Include/cpython/methodobject.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyCFunctionObject, PyDictObject, PyMethodDef, PyTupleObject, PyTypeObject
from ptrstate.states import BorrowedPtr, NonNull, OwnedPtr
from ptrstate.vocabulary import Address, As, CBool, CInt, From, IfNull, Null, Retained, Sentinel, Unchecked

_LEFT_OUT: dict[str, str] = {}
PyCFunction_Type: Final = c_data("PyCFunction_Type", PyTypeObject, "&PyCFunction_Type")
PyCMethod_Type: Final = c_data("PyCMethod_Type", PyTypeObject, "&PyCMethod_Type")


@c_function(kind="macro")
def PyCFunction_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a builtin function, or of a type derived from it."""
    raise NotImplementedError


@c_function(kind="macro")
def PyCFunction_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a builtin function and of no derived type."""
    raise NotImplementedError


@c_function(kind="macro")
def PyCMethod_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a builtin function that is told its class, or of a type derived from it."""
    raise NotImplementedError


@c_function(kind="macro")
def PyCMethod_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a builtin function that is told its class and of no derived type."""
    raise NotImplementedError


@c_function(limited_api="3.4")
def PyCFunction_New(
    definition: Annotated[NonNull[PyMethodDef], Retained("result")], instance: Annotated[BorrowedPtr | None, IfNull("empty")], /
) -> OwnedPtr[PyCFunctionObject] | None:
    """Make a builtin function; ``SystemError`` when the definition's flags are nonsense."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyCFunction_NewEx(
    definition: Annotated[NonNull[PyMethodDef], Retained("result")],
    instance: Annotated[BorrowedPtr | None, IfNull("empty")],
    module: Annotated[BorrowedPtr | None, IfNull("empty")],
    /,
) -> OwnedPtr[PyCFunctionObject] | None:
    """Make a builtin function of a module; ``SystemError`` when the definition's flags are nonsense."""
    raise NotImplementedError


@c_function(limited_api="3.9")
def PyCMethod_New(
    definition: Annotated[NonNull[PyMethodDef], Retained("result")],
    instance: Annotated[BorrowedPtr | None, IfNull("empty")],
    module: Annotated[BorrowedPtr | None, IfNull("empty")],
    type: Annotated[BorrowedPtr[PyTypeObject] | None, IfNull("empty"), Unchecked("type")],
    /,
) -> OwnedPtr[PyCFunctionObject] | None:
    """Make a builtin function that is told its class, or a plain one when ``type`` is NULL."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyCFunction_GetFunction(function: BorrowedPtr[PyCFunctionObject], /) -> Annotated[Address | None, As("PyCFunction")]:
    """Return the address of the C function; ``SystemError`` when it is no builtin function."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyCFunction_GetSelf(
    function: BorrowedPtr[PyCFunctionObject], /
) -> Annotated[BorrowedPtr | None, From("function"), Null("ambiguous")]:
    """Return what the function is bound to, borrowed; NULL without an exception when it is static."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyCFunction_GetFlags(function: BorrowedPtr[PyCFunctionObject], /) -> Annotated[CInt, Sentinel(-1)]:
    """Return the flags of the definition."""
    raise NotImplementedError


@c_function(kind="macro")
def PyCFunction_GET_FUNCTION(
    function: Annotated[BorrowedPtr[PyCFunctionObject], Unchecked("type")], /
) -> Annotated[Address, As("PyCFunction")]:
    """Return the address of the C function; nothing is checked in C."""
    raise NotImplementedError


@c_function(kind="macro")
def PyCFunction_GET_SELF(
    function: Annotated[BorrowedPtr[PyCFunctionObject], Unchecked("type")], /
) -> Annotated[BorrowedPtr | None, From("function"), Null("absent")]:
    """Return what the function is bound to, borrowed; NULL when it is static."""
    raise NotImplementedError


@c_function(kind="macro")
def PyCFunction_GET_FLAGS(function: Annotated[BorrowedPtr[PyCFunctionObject], Unchecked("type")], /) -> CInt:
    """Return the flags of the definition; nothing is checked in C."""
    raise NotImplementedError


@c_function(kind="macro")
def PyCFunction_GET_CLASS(
    function: Annotated[BorrowedPtr[PyCFunctionObject], Unchecked("type")], /
) -> Annotated[BorrowedPtr[PyTypeObject] | None, From("function"), Null("absent")]:
    """Return the class that the function is told, borrowed; NULL when it is told none."""
    raise NotImplementedError


@c_function(until="3.13", may_run_python=True, limited_api="3.2")
def PyCFunction_Call(
    callable: BorrowedPtr,
    arguments: Annotated[BorrowedPtr[PyTupleObject], Unchecked("type")],
    keywords: Annotated[BorrowedPtr[PyDictObject] | None, IfNull("default"), Unchecked("type")],
    /,
) -> OwnedPtr | None:
    """Call with a tuple and a dict."""
    raise NotImplementedError
