"""The declarations of ``Include/pyframe.h`` and ``Include/cpython/pyframe.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyCodeObject, PyDictObject, PyFrameObject, PyTypeObject
from ptrstate.states import BorrowedPtr, OwnedPtr
from ptrstate.vocabulary import CBool, CInt, CString, Null, Unchecked

_LEFT_OUT = {
    "PyUnstable_InterpreterFrame_GetCode": "takes the inside of a frame, which only an evaluator of frames gets to see",
    "PyUnstable_InterpreterFrame_GetLasti": "takes the inside of a frame, which only an evaluator of frames gets to see",
    "PyUnstable_InterpreterFrame_GetLine": "takes the inside of a frame, which only an evaluator of frames gets to see",
    "PyUnstable_ExecutableKinds": "a table of types, no object of its own",
}

PyFrame_Type: Final = c_data("PyFrame_Type", PyTypeObject, "&PyFrame_Type")
PyFrameLocalsProxy_Type: Final = c_data("PyFrameLocalsProxy_Type", PyTypeObject, "&PyFrameLocalsProxy_Type", since="3.13")


@c_function(kind="macro")
def PyFrame_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a frame."""
    raise NotImplementedError


@c_function(kind="macro", since="3.13")
def PyFrameLocalsProxy_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a view of a frame's variables."""
    raise NotImplementedError


@c_function
def PyFrame_GetBack(
    frame: Annotated[BorrowedPtr[PyFrameObject], Unchecked("type")], /
) -> Annotated[OwnedPtr[PyFrameObject] | None, Null("ambiguous")]:
    """Return the frame that called this one; NULL without an exception when none did."""
    raise NotImplementedError


@c_function
def PyFrame_GetBuiltins(frame: Annotated[BorrowedPtr[PyFrameObject], Unchecked("type")], /) -> OwnedPtr:
    """Return the builtins of the frame."""
    raise NotImplementedError


@c_function(limited_api="3.9")
def PyFrame_GetCode(frame: Annotated[BorrowedPtr[PyFrameObject], Unchecked("type")], /) -> OwnedPtr[PyCodeObject]:
    """Return the code of the frame."""
    raise NotImplementedError


@c_function
def PyFrame_GetGenerator(
    frame: Annotated[BorrowedPtr[PyFrameObject], Unchecked("type")], /
) -> Annotated[OwnedPtr | None, Null("absent")]:
    """Return the generator, coroutine or asynchronous generator that the frame is of; NULL when it is of none."""
    raise NotImplementedError


@c_function
def PyFrame_GetGlobals(frame: Annotated[BorrowedPtr[PyFrameObject], Unchecked("type")], /) -> OwnedPtr[PyDictObject]:
    """Return the globals of the frame."""
    raise NotImplementedError


@c_function
def PyFrame_GetLasti(frame: Annotated[BorrowedPtr[PyFrameObject], Unchecked("type")], /) -> CInt:
    """Return the offset of the last instruction; -1 when the frame has not run."""
    raise NotImplementedError


@c_function(limited_api="3.10")
def PyFrame_GetLineNumber(frame: Annotated[BorrowedPtr[PyFrameObject], Unchecked("type")], /) -> CInt:
    """Return the line that the frame is at."""
    raise NotImplementedError


@c_function(may_run_python=True, changes={"3.13": {"may_run_python": False}})
def PyFrame_GetLocals(frame: Annotated[BorrowedPtr[PyFrameObject], Unchecked("type")], /) -> OwnedPtr | None:
    """Return the locals of the frame: a dict, from 3.13 on a view where the frame is a function's."""
    raise NotImplementedError


@c_function(since="3.12", may_run_python=True)
def PyFrame_GetVar(frame: Annotated[BorrowedPtr[PyFrameObject], Unchecked("type")], name: BorrowedPtr, /) -> OwnedPtr | None:
    """Return a variable of the frame; ``NameError`` when there is none of that name."""
    raise NotImplementedError


@c_function(since="3.12", may_run_python=True)
def PyFrame_GetVarString(frame: Annotated[BorrowedPtr[PyFrameObject], Unchecked("type")], name: CString, /) -> OwnedPtr | None:
    """Return a variable of the frame; ``NameError`` when there is none of that name."""
    raise NotImplementedError
