"""The declarations of ``Include/ceval.h``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import PyCodeObject, PyDictObject, PyFrameObject, PyTupleObject
from ptrstate.states import BorrowedPtr, OwnedPtr, Status
from ptrstate.vocabulary import (
    Arguments,
    As,
    Between,
    CallbackOf,
    CInt,
    Consumed,
    CString,
    CText,
    Format,
    From,
    IfNull,
    Null,
    Retained,
    Unchecked,
)

_LEFT_OUT = {
    "PyEval_EvalCodeEx": "wants arrays of pairs and a closure that fits the code, and checks neither",
    **dict.fromkeys(
        ("PyEval_EvalFrame", "PyEval_EvalFrameEx"),
        "crashes for a frame that has run; from 3.12 on for any, which it clears as if it were a generator's",
    ),
    "PyEval_MergeCompilerFlags": "no object in it",
    "PyUnstable_Eval_RequestCodeExtraIndex": "no object in it",
    "Py_AddPendingCall": "no object in it",
    "PyEval_*Lock": "lets go of the lock that a call needs",
    "PyEval_*Thread*": "lets go of the thread state that a call needs, or is gone",
    "Py_*_ALLOW_THREADS": "opens or closes a block of C",
    "Py_*BLOCK_THREADS": "for a block of C",
}


@c_function(limited_api="3.2")
def PyEval_GetBuiltins() -> Annotated[BorrowedPtr[PyDictObject], From("thread", "mutable")]:
    """Return the builtins of the running frame, borrowed."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyEval_GetLocals() -> Annotated[BorrowedPtr | None, From("thread", "mutable")]:
    """Return the locals of the running frame, borrowed."""
    raise NotImplementedError


@c_function(may_run_python=True, limited_api="3.2")
def PyEval_EvalCode(
    code: Annotated[BorrowedPtr[PyCodeObject], As("PyObject *"), Unchecked("type"), Unchecked("closed")],
    globals: BorrowedPtr[PyDictObject],
    locals: Annotated[BorrowedPtr | None, IfNull("default")],
    /,
) -> OwnedPtr | None:
    """Run a code object with its variables; ``locals`` are the globals when NULL."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyEval_GetGlobals() -> Annotated[BorrowedPtr[PyDictObject] | None, From("thread", "mutable"), Null("absent")]:
    """Return the globals of the running frame, borrowed; NULL when none is running."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyEval_GetFrame() -> Annotated[BorrowedPtr[PyFrameObject] | None, From("thread", "mutable"), Null("absent")]:
    """Return the running frame, borrowed; NULL when none is."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13")
def PyEval_GetFrameBuiltins() -> OwnedPtr | None:
    """Return the builtins of the running frame."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13")
def PyEval_GetFrameGlobals() -> Annotated[OwnedPtr | None, Null("absent")]:
    """Return the globals of the running frame; NULL when none is running."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13")
def PyEval_GetFrameLocals() -> OwnedPtr | None:
    """Return the locals of the running frame."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyEval_GetFuncName(function: BorrowedPtr, /) -> Annotated[CText, From("function", "mutable")]:
    """Return the name of a callable, or of its type."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyEval_GetFuncDesc(function: BorrowedPtr, /) -> Annotated[CText, From("static")]:
    """Return what is written behind a callable's name in messages, such as ``()``."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyEval_SetProfile(
    function: Annotated[
        Callable[[BorrowedPtr | None, BorrowedPtr[PyFrameObject], int, BorrowedPtr | None], int] | None,
        IfNull("clear"),
        CallbackOf("Py_tracefunc"),
        Retained("process"),
    ],
    argument: Annotated[BorrowedPtr | None, IfNull("empty")],
    /,
) -> None:
    """Have a function called where functions begin and end; ``argument`` is handed to it."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyEval_SetTrace(
    function: Annotated[
        Callable[[BorrowedPtr | None, BorrowedPtr[PyFrameObject], int, BorrowedPtr | None], int] | None,
        IfNull("clear"),
        CallbackOf("Py_tracefunc"),
        Retained("process"),
    ],
    argument: Annotated[BorrowedPtr | None, IfNull("empty")],
    /,
) -> None:
    """Have a function called for each line; ``argument`` is handed to it."""
    raise NotImplementedError


@c_function(since="3.12", may_run_python=True)
def PyEval_SetProfileAllThreads(
    function: Annotated[
        Callable[[BorrowedPtr | None, BorrowedPtr[PyFrameObject], int, BorrowedPtr | None], int] | None,
        IfNull("clear"),
        CallbackOf("Py_tracefunc"),
        Retained("process"),
    ],
    argument: Annotated[BorrowedPtr | None, IfNull("empty")],
    /,
) -> None:
    """Have a function called where functions begin and end, in every thread."""
    raise NotImplementedError


@c_function(since="3.12", may_run_python=True)
def PyEval_SetTraceAllThreads(
    function: Annotated[
        Callable[[BorrowedPtr | None, BorrowedPtr[PyFrameObject], int, BorrowedPtr | None], int] | None,
        IfNull("clear"),
        CallbackOf("Py_tracefunc"),
        Retained("process"),
    ],
    argument: Annotated[BorrowedPtr | None, IfNull("empty")],
    /,
) -> None:
    """Have a function called for each line, in every thread."""
    raise NotImplementedError


@c_function(until="3.13", may_run_python=True, limited_api="3.2")
def PyEval_CallObjectWithKeywords(
    callable: BorrowedPtr,
    arguments: Annotated[BorrowedPtr[PyTupleObject] | None, IfNull("default")],
    keywords: Annotated[BorrowedPtr[PyDictObject] | None, IfNull("default")],
    /,
) -> OwnedPtr | None:
    """Call with a tuple and a dict; ``TypeError`` for anything else."""
    raise NotImplementedError


@c_function(kind="macro", until="3.13", may_run_python=True)
def PyEval_CallObject(
    callable: BorrowedPtr, arguments: Annotated[BorrowedPtr[PyTupleObject] | None, IfNull("default")], /
) -> OwnedPtr | None:
    """Call with a tuple; ``TypeError`` for anything else."""
    raise NotImplementedError


@c_function(kind="shim", limited_api="3.2", until="3.13", may_run_python=True)
def PyEval_CallFunction(
    callable: BorrowedPtr, format: Annotated[CString, Format("build")], /, *arguments: Arguments
) -> OwnedPtr | None:
    """Call with the arguments that ``format`` builds."""
    raise NotImplementedError


@c_function(kind="shim", limited_api="3.2", until="3.13", may_run_python=True)
def PyEval_CallMethod(
    object: BorrowedPtr,
    name: CString,
    format: Annotated[CString, Format("build")],
    /,
    *arguments: Annotated[Arguments, Consumed("reached")],
) -> OwnedPtr | None:
    """Call a method with the arguments that ``format`` builds."""
    raise NotImplementedError


@c_function(limited_api="3.9", undone_by="Py_LeaveRecursiveCall")
def Py_EnterRecursiveCall(where: CString, /) -> Status:
    """Count one call more; ``RecursionError``, which names ``where``, when they are too many."""
    raise NotImplementedError


@c_function(limited_api="3.9", undoes="Py_EnterRecursiveCall")
def Py_LeaveRecursiveCall() -> None:
    """Count one call less."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def Py_GetRecursionLimit() -> CInt:
    """Return how many calls there can be one inside the other."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def Py_SetRecursionLimit(limit: Annotated[CInt, Between(1, (1 << 31) - 1), Unchecked("above depth")], /) -> None:
    """Set how many calls there can be one inside the other."""
    raise NotImplementedError


@c_function(may_run_python=True, limited_api="3.2")
def Py_MakePendingCalls() -> Status:
    """Do what was asked for between two instructions."""
    raise NotImplementedError
