"""The declarations of ``Include/cpython/funcobject.h``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyCodeObject, PyDictObject, PyFunctionObject, PyTypeObject, PyUnicodeObject
from ptrstate.states import BorrowedPtr, OwnedPtr, Status
from ptrstate.vocabulary import As, CallbackOf, CBool, CInt, From, IfNull, Null, Retained, Sentinel, Unchecked, Unfilled

_LEFT_OUT = {
    "PyFunction_SetVectorcall": "has the function called through an address from then on, whatever is there",
}
PyFunction_Type: Final = c_data("PyFunction_Type", PyTypeObject, "&PyFunction_Type")
PyClassMethod_Type: Final = c_data("PyClassMethod_Type", PyTypeObject, "&PyClassMethod_Type")
PyStaticMethod_Type: Final = c_data("PyStaticMethod_Type", PyTypeObject, "&PyStaticMethod_Type")


@c_function(kind="macro")
def PyFunction_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a function written in Python."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyFunction_New(
    code: Annotated[BorrowedPtr[PyCodeObject], As("PyObject *"), Unchecked("type")],
    globals: Annotated[BorrowedPtr[PyDictObject], Unchecked("type")],
    /,
) -> Annotated[OwnedPtr[PyFunctionObject] | None, Unfilled()]:
    """Make a function of a code object and its global variables; the cells of outer variables are still to be set."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyFunction_NewWithQualName(
    code: Annotated[BorrowedPtr[PyCodeObject], As("PyObject *"), Unchecked("type")],
    globals: Annotated[BorrowedPtr[PyDictObject], Unchecked("type")],
    qualname: Annotated[BorrowedPtr[PyUnicodeObject] | None, As("PyObject *"), IfNull("default"), Unchecked("type")],
    /,
) -> Annotated[OwnedPtr[PyFunctionObject] | None, Unfilled()]:
    """Make a function of code, global variables and ``__qualname__``; the cells of outer variables are still to be set."""
    raise NotImplementedError


@c_function
def PyFunction_GetCode(function: BorrowedPtr[PyFunctionObject], /) -> Annotated[BorrowedPtr | None, From("function", "mutable")]:
    """Return the code object, borrowed; ``SystemError`` when it is no function."""
    raise NotImplementedError


@c_function
def PyFunction_GetGlobals(function: BorrowedPtr[PyFunctionObject], /) -> Annotated[BorrowedPtr | None, From("function")]:
    """Return the dict of global variables, borrowed; ``SystemError`` when it is no function."""
    raise NotImplementedError


@c_function
def PyFunction_GetModule(
    function: BorrowedPtr[PyFunctionObject], /
) -> Annotated[BorrowedPtr | None, From("function", "mutable"), Null("ambiguous")]:
    """Return the value of ``__module__``, borrowed; NULL without an exception when there is none."""
    raise NotImplementedError


@c_function
def PyFunction_GetDefaults(
    function: BorrowedPtr[PyFunctionObject], /
) -> Annotated[BorrowedPtr | None, From("function", "mutable"), Null("ambiguous")]:
    """Return the tuple of default values, borrowed; NULL without an exception when there is none."""
    raise NotImplementedError


@c_function
def PyFunction_GetKwDefaults(
    function: BorrowedPtr[PyFunctionObject], /
) -> Annotated[BorrowedPtr | None, From("function", "mutable"), Null("ambiguous")]:
    """Return the dict of default values of keyword arguments, borrowed; NULL without an exception when there is none."""
    raise NotImplementedError


@c_function
def PyFunction_GetClosure(
    function: BorrowedPtr[PyFunctionObject], /
) -> Annotated[BorrowedPtr | None, From("function", "mutable"), Null("ambiguous")]:
    """Return the tuple of cells, borrowed; NULL without an exception when there is none."""
    raise NotImplementedError


@c_function
def PyFunction_GetAnnotations(
    function: BorrowedPtr[PyFunctionObject], /
) -> Annotated[BorrowedPtr | None, From("function", "mutable"), Null("ambiguous")]:
    """Return the annotations as a dict, borrowed; NULL without an exception when there are none."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyFunction_SetDefaults(function: Annotated[BorrowedPtr[PyFunctionObject], Unfilled()], defaults: BorrowedPtr, /) -> Status:
    """Set the tuple of default values, ``None`` for none; ``SystemError`` when it is anything else."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyFunction_SetKwDefaults(function: Annotated[BorrowedPtr[PyFunctionObject], Unfilled()], defaults: BorrowedPtr, /) -> Status:
    """Set the dict of default values of keyword arguments, ``None`` for none; ``SystemError`` when it is anything else."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyFunction_SetClosure(
    function: Annotated[BorrowedPtr[PyFunctionObject], Unfilled()], closure: Annotated[BorrowedPtr, Unchecked("cells")], /
) -> Status:
    """Set the tuple of cells, ``None`` for none; ``SystemError`` when it is anything else."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyFunction_SetAnnotations(function: Annotated[BorrowedPtr[PyFunctionObject], Unfilled()], annotations: BorrowedPtr, /) -> Status:
    """Set the annotations, ``None`` for none; ``SystemError`` when they are no dict."""
    raise NotImplementedError


@c_function(kind="macro")
def PyFunction_GET_CODE(
    function: Annotated[BorrowedPtr[PyFunctionObject], Unchecked("type")], /
) -> Annotated[BorrowedPtr, From("function", "mutable")]:
    """Return the code object, borrowed; nothing is checked in C."""
    raise NotImplementedError


@c_function(kind="macro")
def PyFunction_GET_GLOBALS(
    function: Annotated[BorrowedPtr[PyFunctionObject], Unchecked("type")], /
) -> Annotated[BorrowedPtr, From("function")]:
    """Return the dict of global variables, borrowed; nothing is checked in C."""
    raise NotImplementedError


@c_function(kind="macro")
def PyFunction_GET_MODULE(
    function: Annotated[BorrowedPtr[PyFunctionObject], Unchecked("type")], /
) -> Annotated[BorrowedPtr | None, From("function", "mutable"), Null("absent")]:
    """Return the value of ``__module__``, borrowed; NULL when there is none."""
    raise NotImplementedError


@c_function(kind="macro")
def PyFunction_GET_DEFAULTS(
    function: Annotated[BorrowedPtr[PyFunctionObject], Unchecked("type")], /
) -> Annotated[BorrowedPtr | None, From("function", "mutable"), Null("absent")]:
    """Return the tuple of default values, borrowed; NULL when there is none."""
    raise NotImplementedError


@c_function(kind="macro")
def PyFunction_GET_KW_DEFAULTS(
    function: Annotated[BorrowedPtr[PyFunctionObject], Unchecked("type")], /
) -> Annotated[BorrowedPtr | None, From("function", "mutable"), Null("absent")]:
    """Return the dict of default values of keyword arguments, borrowed; NULL when there is none."""
    raise NotImplementedError


@c_function(kind="macro")
def PyFunction_GET_CLOSURE(
    function: Annotated[BorrowedPtr[PyFunctionObject], Unchecked("type")], /
) -> Annotated[BorrowedPtr | None, From("function", "mutable"), Null("absent")]:
    """Return the tuple of cells, borrowed; NULL when there is none."""
    raise NotImplementedError


@c_function(kind="macro")
def PyFunction_GET_ANNOTATIONS(
    function: Annotated[BorrowedPtr[PyFunctionObject], Unchecked("type")], /
) -> Annotated[BorrowedPtr | None, From("function", "mutable"), Null("absent")]:
    """Return the annotations, borrowed, as the compiler left them; NULL when there are none."""
    raise NotImplementedError


@c_function(since="3.12")
def PyFunction_AddWatcher(
    callback: Annotated[
        Callable[[int, BorrowedPtr[PyFunctionObject], BorrowedPtr | None], int],
        CallbackOf("PyFunction_WatchCallback"),
        Retained("process"),
    ],
    /,
) -> Annotated[CInt, Sentinel(-1)]:
    """Have ``callback`` called for functions made, changed and destroyed, and return its number; there can be eight."""
    raise NotImplementedError


@c_function(since="3.12")
def PyFunction_ClearWatcher(watcher_id: CInt, /) -> Status:
    """Take a watcher away; ``ValueError`` when there is none of that number."""
    raise NotImplementedError


@c_function
def PyClassMethod_New(callable: BorrowedPtr, /) -> OwnedPtr | None:
    """Make a ``classmethod``."""
    raise NotImplementedError


@c_function
def PyStaticMethod_New(callable: BorrowedPtr, /) -> OwnedPtr | None:
    """Make a ``staticmethod``."""
    raise NotImplementedError
