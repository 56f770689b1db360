"""The declarations of ``Include/pythonrun.h`` and ``Include/cpython/pythonrun.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import FILE, PyCodeObject, PyCompilerFlags, PyDictObject, PyUnicodeObject
from ptrstate.states import BorrowedPtr, NonNull, OwnedPtr
from ptrstate.vocabulary import Among, As, CInt, CString, IfNull, Null, Sentinel

_LEFT_OUT = {
    "PyOS_Readline": "reads a terminal",
    "PyRun_AnyFile*": "reads a terminal, or is PyRun_SimpleFile",
    "PyRun_InteractiveLoop*": "reads a terminal",
    "PyRun_InteractiveOne": "reads a terminal",
    "PyRun_InteractiveOneFlags": "reads a terminal",
    "PyRun_InteractiveOneObject": "reads a terminal",
    "PyRun_SimpleFile*": "no object in it; PyRun_File returns what became of it",
    "PyOS_*": "no object in it",
}


@c_function(may_run_python=True, error_set="allowed", indicator="reports", limited_api="3.2")
def PyErr_Print() -> None:
    """Have the pending exception shown by ``sys.excepthook``; ``SystemExit`` ends the process."""
    raise NotImplementedError


@c_function(may_run_python=True, error_set="allowed", indicator="reports", limited_api="3.2")
def PyErr_PrintEx(set_last: CInt, /) -> None:
    """Have the pending exception shown by ``sys.excepthook``, and kept in ``sys.last_exc`` if asked for."""
    raise NotImplementedError


@c_function(may_run_python=True, limited_api="3.2")
def PyErr_Display(
    type: Annotated[BorrowedPtr | None, IfNull("skip")],
    exception: BorrowedPtr,
    traceback: Annotated[BorrowedPtr | None, IfNull("skip")],
    /,
) -> None:
    """Write an exception to ``sys.stderr``; every error is swallowed."""
    raise NotImplementedError


@c_function(since="3.12", may_run_python=True, limited_api="3.12")
def PyErr_DisplayException(exception: BorrowedPtr, /) -> None:
    """Write an exception to ``sys.stderr``; every error is swallowed."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyRun_SimpleString(text: CString, /) -> Annotated[CInt, Sentinel(-1), Null("ambiguous")]:
    """Run text in ``__main__``; -1, and the exception is shown, when it raises, or still set when there is no ``__main__``."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyRun_SimpleStringFlags(
    text: CString, flags: Annotated[NonNull[PyCompilerFlags] | None, IfNull("default")], /
) -> Annotated[CInt, Sentinel(-1), Null("ambiguous")]:
    """Run text in ``__main__``; -1, and the exception is shown, when it raises, or still set when there is no ``__main__``."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyRun_String(
    text: CString, start: Annotated[CInt, Among((256, 257, 258))], globals: BorrowedPtr[PyDictObject], locals: BorrowedPtr, /
) -> OwnedPtr | None:
    """Run text and return its value; ``start`` is 258 for an expression, 257 for statements, 256 for one."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyRun_StringFlags(
    text: CString,
    start: Annotated[CInt, Among((256, 257, 258))],
    globals: BorrowedPtr[PyDictObject],
    locals: BorrowedPtr,
    flags: Annotated[NonNull[PyCompilerFlags] | None, IfNull("default")],
    /,
) -> OwnedPtr | None:
    """Run text and return its value."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyRun_File(
    file: NonNull[FILE],
    filename: CString,
    start: Annotated[CInt, Among((256, 257, 258))],
    globals: BorrowedPtr[PyDictObject],
    locals: BorrowedPtr,
    /,
) -> OwnedPtr | None:
    """Run what a stream of C's has and return its value."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyRun_FileEx(
    file: NonNull[FILE],
    filename: CString,
    start: Annotated[CInt, Among((256, 257, 258))],
    globals: BorrowedPtr[PyDictObject],
    locals: BorrowedPtr,
    close: CInt,
    /,
) -> OwnedPtr | None:
    """Run what a stream of C's has, close it if asked for, and return its value."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyRun_FileFlags(
    file: NonNull[FILE],
    filename: CString,
    start: Annotated[CInt, Among((256, 257, 258))],
    globals: BorrowedPtr[PyDictObject],
    locals: BorrowedPtr,
    flags: Annotated[NonNull[PyCompilerFlags] | None, IfNull("default")],
    /,
) -> OwnedPtr | None:
    """Run what a stream of C's has and return its value."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyRun_FileExFlags(
    file: NonNull[FILE],
    filename: CString,
    start: Annotated[CInt, Among((256, 257, 258))],
    globals: BorrowedPtr[PyDictObject],
    locals: BorrowedPtr,
    close: CInt,
    flags: Annotated[NonNull[PyCompilerFlags] | None, IfNull("default")],
    /,
) -> OwnedPtr | None:
    """Run what a stream of C's has, close it if asked for, and return its value."""
    raise NotImplementedError


@c_function(may_run_python=True, limited_api="3.2")
def Py_CompileString(
    text: CString, filename: CString, start: Annotated[CInt, Among((256, 257, 258))], /
) -> Annotated[OwnedPtr[PyCodeObject] | None, As("PyObject *")]:
    """Compile text."""
    raise NotImplementedError


@c_function(kind="macro", may_run_python=True)
def Py_CompileStringFlags(
    text: CString,
    filename: CString,
    start: Annotated[CInt, Among((256, 257, 258))],
    flags: Annotated[NonNull[PyCompilerFlags] | None, IfNull("default")],
    /,
) -> OwnedPtr | None:
    """Compile text to a code object, or to a syntax tree where the flags say so."""
    raise NotImplementedError


@c_function(may_run_python=True)
def Py_CompileStringExFlags(
    text: CString,
    filename: CString,
    start: Annotated[CInt, Among((256, 257, 258))],
    flags: Annotated[NonNull[PyCompilerFlags] | None, IfNull("default")],
    optimise: CInt,
    /,
) -> OwnedPtr | None:
    """Compile text, at a level of optimisation, to a code object, or to a syntax tree where the flags say so."""
    raise NotImplementedError


@c_function(may_run_python=True)
def Py_CompileStringObject(
    text: CString,
    filename: BorrowedPtr[PyUnicodeObject],
    start: Annotated[CInt, Among((256, 257, 258))],
    flags: Annotated[NonNull[PyCompilerFlags] | None, IfNull("default")],
    optimise: CInt,
    /,
) -> OwnedPtr | None:
    """Compile text, at a level of optimisation, to a code object, or to a syntax tree where the flags say so."""
    raise NotImplementedError
