"""The declarations of ``Include/pystate.h`` and ``Include/cpython/pystate.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import PyDictObject, PyFrameObject, PyInterpreterState, PyModuleDef, PyModuleObject, PyThreadState
from ptrstate.states import BorrowedPtr, NonNull, OwnedPtr
from ptrstate.vocabulary import As, CInt, CUnsignedLong, From, IfNull, Null, Sentinel

_LEFT_OUT = {
    "PyState_AddModule": "aborts for a module that is there already",
    "PyState_RemoveModule": "aborts for a module that is not there",
    "PyGILState_*": "takes or lets go of the thread state that a call needs",
    "PyInterpreterState_*": "makes or ends interpreters, or is for debuggers",
    "PyThreadState_*": "makes or ends thread states, or is for debuggers",
    "Py_*TRACING": "no object in it",
}


@c_function(limited_api="3.9")
def PyInterpreterState_Get() -> NonNull[PyInterpreterState]:
    """Return the running interpreter."""
    raise NotImplementedError


@c_function(limited_api="3.8")
def PyInterpreterState_GetDict(
    interp: NonNull[PyInterpreterState], /
) -> Annotated[BorrowedPtr[PyDictObject] | None, From("interpreter"), Null("absent")]:
    """Return a dict for what extensions keep with an interpreter, borrowed; NULL when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.7")
def PyInterpreterState_GetID(interp: NonNull[PyInterpreterState], /) -> Annotated[int, As("int64_t"), Sentinel(-1)]:
    """Return the number of an interpreter."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True)
def PyUnstable_InterpreterState_GetMainModule(interp: NonNull[PyInterpreterState], /) -> OwnedPtr | None:
    """Return ``__main__``; ``RuntimeError`` when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyThreadState_Get() -> NonNull[PyThreadState]:
    """Return the state of the running thread."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyThreadState_GetDict() -> Annotated[BorrowedPtr[PyDictObject] | None, From("thread"), Null("absent")]:
    """Return a dict for what extensions keep with a thread, borrowed; NULL when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.10")
def PyThreadState_GetFrame(state: NonNull[PyThreadState], /) -> Annotated[OwnedPtr[PyFrameObject] | None, Null("absent")]:
    """Return the frame that runs in a thread; NULL when none does."""
    raise NotImplementedError


@c_function(limited_api="3.10")
def PyThreadState_GetInterpreter(state: NonNull[PyThreadState], /) -> NonNull[PyInterpreterState]:
    """Return the interpreter of a thread."""
    raise NotImplementedError


@c_function(limited_api="3.10")
def PyThreadState_GetID(state: NonNull[PyThreadState], /) -> Annotated[int, As("uint64_t")]:
    """Return the number of a thread state."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyThreadState_SetAsyncExc(thread: CUnsignedLong, exception: Annotated[BorrowedPtr | None, IfNull("clear")], /) -> CInt:
    """Have an exception raised in a thread, and return how many threads there are of that number."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyState_FindModule(
    definition: NonNull[PyModuleDef], /
) -> Annotated[BorrowedPtr[PyModuleObject] | None, From("interpreter", "mutable"), Null("absent")]:
    """Return the module that was made from a definition, borrowed; NULL when there is none."""
    raise NotImplementedError
