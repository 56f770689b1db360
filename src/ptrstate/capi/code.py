"""The declarations of ``Include/cpython/code.h``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyBytesObject, PyCodeObject, PyTupleObject, PyTypeObject, PyUnicodeObject
from ptrstate.states import BorrowedPtr, OwnedPtr, Status, Var
from ptrstate.vocabulary import (
    AnyAddress,
    As,
    CallbackOf,
    CBool,
    CInt,
    CString,
    IfNull,
    IntVar,
    Null,
    Py_ssize_t,
    Retained,
    Sentinel,
    Unchecked,
)

_LEFT_OUT: dict[str, str] = {}

PyCode_Type: Final = c_data("PyCode_Type", PyTypeObject, "&PyCode_Type")


@c_function(kind="macro")
def PyCode_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a code object."""
    raise NotImplementedError


@c_function
def PyCode_GetCode(code: Annotated[BorrowedPtr[PyCodeObject], Unchecked("type")], /) -> OwnedPtr[PyBytesObject] | None:
    """Return the bytecode."""
    raise NotImplementedError


@c_function
def PyCode_GetVarnames(code: Annotated[BorrowedPtr[PyCodeObject], Unchecked("type")], /) -> OwnedPtr[PyTupleObject] | None:
    """Return the names of the local variables."""
    raise NotImplementedError


@c_function
def PyCode_GetCellvars(code: Annotated[BorrowedPtr[PyCodeObject], Unchecked("type")], /) -> OwnedPtr[PyTupleObject] | None:
    """Return the names of the variables that inner functions use."""
    raise NotImplementedError


@c_function
def PyCode_GetFreevars(code: Annotated[BorrowedPtr[PyCodeObject], Unchecked("type")], /) -> OwnedPtr[PyTupleObject] | None:
    """Return the names of the variables of outer functions."""
    raise NotImplementedError


@c_function(kind="macro")
def PyCode_GetNumFree(code: Annotated[BorrowedPtr[PyCodeObject], Unchecked("type")], /) -> Py_ssize_t:
    """Return the number of variables of outer functions."""
    raise NotImplementedError


@c_function(kind="macro", since="3.12")
def PyCode_GetFirstFree(code: Annotated[BorrowedPtr[PyCodeObject], Unchecked("type")], /) -> CInt:
    """Return the place of the first variable of an outer function."""
    raise NotImplementedError


@c_function(kind="macro", since="3.13")
def PyUnstable_Code_GetFirstFree(code: Annotated[BorrowedPtr[PyCodeObject], Unchecked("type")], /) -> CInt:
    """Return the place of the first variable of an outer function."""
    raise NotImplementedError


@c_function
def PyCode_NewEmpty(filename: CString, name: CString, line: CInt, /) -> OwnedPtr[PyCodeObject] | None:
    """Make a code object that raises when it is run, to show a place in a traceback."""
    raise NotImplementedError


@c_function
def PyCode_Addr2Line(code: Annotated[BorrowedPtr[PyCodeObject], Unchecked("type")], offset: CInt, /) -> CInt:
    """Return the line of an instruction; -1, without an exception, when it has none."""
    raise NotImplementedError


@c_function
def PyCode_Addr2Location(
    code: Annotated[BorrowedPtr[PyCodeObject], Unchecked("type")],
    offset: CInt,
    start_line: IntVar,
    start_column: IntVar,
    end_line: IntVar,
    end_column: IntVar,
    /,
) -> CBool:
    """Store the place of an instruction in the source; whether it has one."""
    raise NotImplementedError


@c_function
def PyCode_Optimize(code: BorrowedPtr, constants: BorrowedPtr, names: BorrowedPtr, lines: BorrowedPtr, /) -> OwnedPtr:
    """Return ``code`` itself: this does nothing any more."""
    raise NotImplementedError


@c_function(since="3.12")
def PyCode_AddWatcher(
    callback: Annotated[Callable[[int, BorrowedPtr[PyCodeObject]], int], CallbackOf("PyCode_WatchCallback"), Retained("process")],
    /,
) -> Annotated[CInt, Sentinel(-1)]:
    """Have ``callback`` called for code objects made and destroyed, and return its number; there can be eight."""
    raise NotImplementedError


@c_function(since="3.12")
def PyCode_ClearWatcher(watcher_id: CInt, /) -> Status:
    """Take a watcher away; ``ValueError`` when there is none of that number."""
    raise NotImplementedError


@c_function(since="3.12")
def PyUnstable_Code_GetExtra(
    code: Annotated[BorrowedPtr[PyCodeObject], As("PyObject *")], index: Py_ssize_t, extra: Annotated[Var[int], As("void **")], /
) -> Status:
    """Store the address that was set for ``index``; ``SystemError`` when it is no code object."""
    raise NotImplementedError


@c_function(since="3.12")
def PyUnstable_Code_SetExtra(
    code: Annotated[BorrowedPtr[PyCodeObject], As("PyObject *")],
    index: Py_ssize_t,
    extra: Annotated[AnyAddress | None, IfNull("clear")],
    /,
) -> Annotated[Status, Null("ambiguous")]:
    """Keep an address with a code object, under an index that was asked for; -1 without an exception when there is no memory."""
    raise NotImplementedError


@c_function(changes={"3.12": {"kind": "macro"}})
def PyCode_New(
    argcount: CInt,
    kwonlyargcount: CInt,
    nlocals: CInt,
    stacksize: CInt,
    flags: CInt,
    code: BorrowedPtr[PyBytesObject],
    constants: BorrowedPtr[PyTupleObject],
    names: BorrowedPtr[PyTupleObject],
    varnames: Annotated[BorrowedPtr[PyTupleObject], Unchecked("texts")],
    freevars: BorrowedPtr[PyTupleObject],
    cellvars: Annotated[BorrowedPtr[PyTupleObject], Unchecked("texts")],
    filename: BorrowedPtr[PyUnicodeObject],
    name: BorrowedPtr[PyUnicodeObject],
    qualname: BorrowedPtr[PyUnicodeObject],
    firstlineno: CInt,
    linetable: BorrowedPtr[PyBytesObject],
    exceptiontable: BorrowedPtr[PyBytesObject],
    /,
) -> OwnedPtr[PyCodeObject] | None:
    """Make a code object; ``SystemError`` or ``ValueError`` when the parts do not fit together."""
    raise NotImplementedError


@c_function(changes={"3.12": {"kind": "macro"}})
def PyCode_NewWithPosOnlyArgs(
    argcount: CInt,
    posonlyargcount: CInt,
    kwonlyargcount: CInt,
    nlocals: CInt,
    stacksize: CInt,
    flags: CInt,
    code: BorrowedPtr[PyBytesObject],
    constants: BorrowedPtr[PyTupleObject],
    names: BorrowedPtr[PyTupleObject],
    varnames: Annotated[BorrowedPtr[PyTupleObject], Unchecked("texts")],
    freevars: BorrowedPtr[PyTupleObject],
    cellvars: Annotated[BorrowedPtr[PyTupleObject], Unchecked("texts")],
    filename: BorrowedPtr[PyUnicodeObject],
    name: BorrowedPtr[PyUnicodeObject],
    qualname: BorrowedPtr[PyUnicodeObject],
    firstlineno: CInt,
    linetable: BorrowedPtr[PyBytesObject],
    exceptiontable: BorrowedPtr[PyBytesObject],
    /,
) -> OwnedPtr[PyCodeObject] | None:
    """Make a code object; ``SystemError`` or ``ValueError`` when the parts do not fit together."""
    raise NotImplementedError


@c_function(since="3.12")
def PyUnstable_Code_New(
    argcount: CInt,
    kwonlyargcount: CInt,
    nlocals: CInt,
    stacksize: CInt,
    flags: CInt,
    code: BorrowedPtr[PyBytesObject],
    constants: BorrowedPtr[PyTupleObject],
    names: BorrowedPtr[PyTupleObject],
    varnames: Annotated[BorrowedPtr[PyTupleObject], Unchecked("texts")],
    freevars: BorrowedPtr[PyTupleObject],
    cellvars: Annotated[BorrowedPtr[PyTupleObject], Unchecked("texts")],
    filename: BorrowedPtr[PyUnicodeObject],
    name: BorrowedPtr[PyUnicodeObject],
    qualname: BorrowedPtr[PyUnicodeObject],
    firstlineno: CInt,
    linetable: BorrowedPtr[PyBytesObject],
    exceptiontable: BorrowedPtr[PyBytesObject],
    /,
) -> OwnedPtr[PyCodeObject] | None:
    """Make a code object; ``SystemError`` or ``ValueError`` when the parts do not fit together."""
    raise NotImplementedError


@c_function(since="3.12")
def PyUnstable_Code_NewWithPosOnlyArgs(
    argcount: CInt,
    posonlyargcount: CInt,
    kwonlyargcount: CInt,
    nlocals: CInt,
    stacksize: CInt,
    flags: CInt,
    code: BorrowedPtr[PyBytesObject],
    constants: BorrowedPtr[PyTupleObject],
    names: BorrowedPtr[PyTupleObject],
    varnames: Annotated[BorrowedPtr[PyTupleObject], Unchecked("texts")],
    freevars: BorrowedPtr[PyTupleObject],
    cellvars: Annotated[BorrowedPtr[PyTupleObject], Unchecked("texts")],
    filename: BorrowedPtr[PyUnicodeObject],
    name: BorrowedPtr[PyUnicodeObject],
    qualname: BorrowedPtr[PyUnicodeObject],
    firstlineno: CInt,
    linetable: BorrowedPtr[PyBytesObject],
    exceptiontable: BorrowedPtr[PyBytesObject],
    /,
) -> OwnedPtr[PyCodeObject] | None:
    """Make a code object; ``SystemError`` or ``ValueError`` when the parts do not fit together."""
    raise NotImplementedError
