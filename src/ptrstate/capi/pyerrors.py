"""The declarations of ``Include/pyerrors.h`` and ``Include/cpython/pyerrors.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import (
    PyBaseExceptionObject,
    PyBytesObject,
    PyDictObject,
    PyListObject,
    PyTupleObject,
    PyTypeObject,
    PyUnicodeDecodeErrorObject,
    PyUnicodeEncodeErrorObject,
    PyUnicodeObject,
    PyUnicodeTranslateErrorObject,
)
from ptrstate.states import BorrowedPtr, OwnedPtr, Slot, Status
from ptrstate.vocabulary import (
    After,
    Arguments,
    As,
    CBool,
    CInt,
    CString,
    CText,
    Format,
    From,
    IfNull,
    InOut,
    LengthOf,
    Null,
    Py_ssize_t,
    Sentinel,
    SsizeVar,
    Unchecked,
    Until,
)

_LEFT_OUT = {
    "PyOS_snprintf": "no object in it",
    "PyOS_vsnprintf": "no object in it, and a va_list",
    "PySignal_SetWakeupFd": "no object in it",
    "Py_FatalError": "ends the process",
    **dict.fromkeys(
        (
            "PyErr_SetExcFromWindowsErr",
            "PyErr_SetExcFromWindowsErrWithFilename",
            "PyErr_SetExcFromWindowsErrWithFilenameObject",
            "PyErr_SetExcFromWindowsErrWithFilenameObjects",
            "PyErr_SetFromWindowsErr",
            "PyErr_SetFromWindowsErrWithFilename",
            "PyExc_WindowsError",
        ),
        "only on Windows",
    ),
}

PyExc_BaseException: Final = c_data("PyExc_BaseException", PyTypeObject)
PyExc_Exception: Final = c_data("PyExc_Exception", PyTypeObject)
PyExc_BaseExceptionGroup: Final = c_data("PyExc_BaseExceptionGroup", PyTypeObject)
PyExc_StopAsyncIteration: Final = c_data("PyExc_StopAsyncIteration", PyTypeObject)
PyExc_StopIteration: Final = c_data("PyExc_StopIteration", PyTypeObject)
PyExc_GeneratorExit: Final = c_data("PyExc_GeneratorExit", PyTypeObject)
PyExc_ArithmeticError: Final = c_data("PyExc_ArithmeticError", PyTypeObject)
PyExc_LookupError: Final = c_data("PyExc_LookupError", PyTypeObject)
PyExc_AssertionError: Final = c_data("PyExc_AssertionError", PyTypeObject)
PyExc_AttributeError: Final = c_data("PyExc_AttributeError", PyTypeObject)
PyExc_BufferError: Final = c_data("PyExc_BufferError", PyTypeObject)
PyExc_EOFError: Final = c_data("PyExc_EOFError", PyTypeObject)
PyExc_FloatingPointError: Final = c_data("PyExc_FloatingPointError", PyTypeObject)
PyExc_OSError: Final = c_data("PyExc_OSError", PyTypeObject)
PyExc_ImportError: Final = c_data("PyExc_ImportError", PyTypeObject)
PyExc_ModuleNotFoundError: Final = c_data("PyExc_ModuleNotFoundError", PyTypeObject)
PyExc_IndexError: Final = c_data("PyExc_IndexError", PyTypeObject)
PyExc_KeyError: Final = c_data("PyExc_KeyError", PyTypeObject)
PyExc_KeyboardInterrupt: Final = c_data("PyExc_KeyboardInterrupt", PyTypeObject)
PyExc_MemoryError: Final = c_data("PyExc_MemoryError", PyTypeObject)
PyExc_NameError: Final = c_data("PyExc_NameError", PyTypeObject)
PyExc_OverflowError: Final = c_data("PyExc_OverflowError", PyTypeObject)
PyExc_RuntimeError: Final = c_data("PyExc_RuntimeError", PyTypeObject)
PyExc_RecursionError: Final = c_data("PyExc_RecursionError", PyTypeObject)
PyExc_NotImplementedError: Final = c_data("PyExc_NotImplementedError", PyTypeObject)
PyExc_SyntaxError: Final = c_data("PyExc_SyntaxError", PyTypeObject)
PyExc_IndentationError: Final = c_data("PyExc_IndentationError", PyTypeObject)
PyExc_TabError: Final = c_data("PyExc_TabError", PyTypeObject)
PyExc_ReferenceError: Final = c_data("PyExc_ReferenceError", PyTypeObject)
PyExc_SystemError: Final = c_data("PyExc_SystemError", PyTypeObject)
PyExc_SystemExit: Final = c_data("PyExc_SystemExit", PyTypeObject)
PyExc_TypeError: Final = c_data("PyExc_TypeError", PyTypeObject)
PyExc_UnboundLocalError: Final = c_data("PyExc_UnboundLocalError", PyTypeObject)
PyExc_UnicodeError: Final = c_data("PyExc_UnicodeError", PyTypeObject)
PyExc_UnicodeEncodeError: Final = c_data("PyExc_UnicodeEncodeError", PyTypeObject)
PyExc_UnicodeDecodeError: Final = c_data("PyExc_UnicodeDecodeError", PyTypeObject)
PyExc_UnicodeTranslateError: Final = c_data("PyExc_UnicodeTranslateError", PyTypeObject)
PyExc_ValueError: Final = c_data("PyExc_ValueError", PyTypeObject)
PyExc_ZeroDivisionError: Final = c_data("PyExc_ZeroDivisionError", PyTypeObject)
PyExc_BlockingIOError: Final = c_data("PyExc_BlockingIOError", PyTypeObject)
PyExc_BrokenPipeError: Final = c_data("PyExc_BrokenPipeError", PyTypeObject)
PyExc_ChildProcessError: Final = c_data("PyExc_ChildProcessError", PyTypeObject)
PyExc_ConnectionError: Final = c_data("PyExc_ConnectionError", PyTypeObject)
PyExc_ConnectionAbortedError: Final = c_data("PyExc_ConnectionAbortedError", PyTypeObject)
PyExc_ConnectionRefusedError: Final = c_data("PyExc_ConnectionRefusedError", PyTypeObject)
PyExc_ConnectionResetError: Final = c_data("PyExc_ConnectionResetError", PyTypeObject)
PyExc_FileExistsError: Final = c_data("PyExc_FileExistsError", PyTypeObject)
PyExc_FileNotFoundError: Final = c_data("PyExc_FileNotFoundError", PyTypeObject)
PyExc_InterruptedError: Final = c_data("PyExc_InterruptedError", PyTypeObject)
PyExc_IsADirectoryError: Final = c_data("PyExc_IsADirectoryError", PyTypeObject)
PyExc_NotADirectoryError: Final = c_data("PyExc_NotADirectoryError", PyTypeObject)
PyExc_PermissionError: Final = c_data("PyExc_PermissionError", PyTypeObject)
PyExc_ProcessLookupError: Final = c_data("PyExc_ProcessLookupError", PyTypeObject)
PyExc_TimeoutError: Final = c_data("PyExc_TimeoutError", PyTypeObject)
PyExc_EnvironmentError: Final = c_data("PyExc_EnvironmentError", PyTypeObject)
PyExc_IOError: Final = c_data("PyExc_IOError", PyTypeObject)
PyExc_Warning: Final = c_data("PyExc_Warning", PyTypeObject)
PyExc_UserWarning: Final = c_data("PyExc_UserWarning", PyTypeObject)
PyExc_DeprecationWarning: Final = c_data("PyExc_DeprecationWarning", PyTypeObject)
PyExc_PendingDeprecationWarning: Final = c_data("PyExc_PendingDeprecationWarning", PyTypeObject)
PyExc_SyntaxWarning: Final = c_data("PyExc_SyntaxWarning", PyTypeObject)
PyExc_RuntimeWarning: Final = c_data("PyExc_RuntimeWarning", PyTypeObject)
PyExc_FutureWarning: Final = c_data("PyExc_FutureWarning", PyTypeObject)
PyExc_ImportWarning: Final = c_data("PyExc_ImportWarning", PyTypeObject)
PyExc_UnicodeWarning: Final = c_data("PyExc_UnicodeWarning", PyTypeObject)
PyExc_BytesWarning: Final = c_data("PyExc_BytesWarning", PyTypeObject)
PyExc_EncodingWarning: Final = c_data("PyExc_EncodingWarning", PyTypeObject)
PyExc_ResourceWarning: Final = c_data("PyExc_ResourceWarning", PyTypeObject)
PyExc_PythonFinalizationError: Final = c_data("PyExc_PythonFinalizationError", PyTypeObject, since="3.13")


@c_function(limited_api="3.2", may_run_python=True, error_set="allowed", indicator="sets")
def PyErr_SetNone(exception: BorrowedPtr, /) -> Annotated[None, Null("always")]:
    """Set the indicator to an exception of that type without a value; to ``SystemError`` when it is no exception type."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True, error_set="allowed", indicator="sets")
def PyErr_SetObject(
    exception: BorrowedPtr, value: Annotated[BorrowedPtr | None, IfNull("default")], /
) -> Annotated[None, Null("always")]:
    """Set the indicator to an exception of that type with that value; to ``SystemError`` when it is no exception type."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True, error_set="allowed", indicator="sets")
def PyErr_SetString(exception: BorrowedPtr, text: CString, /) -> Annotated[None, Null("always")]:
    """Set the indicator to an exception of that type with that text; to ``SystemError`` when it is no exception type."""
    raise NotImplementedError


@c_function(kind="shim", limited_api="3.2", may_run_python=True, error_set="allowed", indicator="sets")
def PyErr_Format(
    exception: BorrowedPtr, format: Annotated[CString, Format("text")], /, *arguments: Arguments
) -> Annotated[None, Null("always"), As("PyObject *")]:
    """Set the indicator to an exception of that type with a text made as ``printf`` would; the result is always NULL."""
    raise NotImplementedError


@c_function(kind="shim", limited_api="3.5", may_run_python=True, error_set="allowed", indicator="sets")
def PyErr_FormatV(
    exception: BorrowedPtr, format: Annotated[CString, Format("text")], /, *arguments: Arguments
) -> Annotated[None, Null("always"), As("PyObject *")]:
    """Set the indicator as ``PyErr_Format`` does, from the arguments in a ``va_list``, which the binding makes."""
    raise NotImplementedError


@c_function(limited_api="3.2", indicator="shows")
def PyErr_Occurred() -> Annotated[BorrowedPtr[PyTypeObject] | None, As("PyObject *"), From("thread", "mutable"), Null("absent")]:
    """Return the type of the pending exception; NULL when none is pending."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True, error_set="allowed", indicator="clears")
def PyErr_Clear() -> None:
    """Clear the indicator."""
    raise NotImplementedError


@c_function(limited_api="3.2", indicator="takes")
def PyErr_Fetch(
    type: Annotated[Slot, After(success="set_or_null")],
    value: Annotated[Slot, After(success="set_or_null")],
    traceback: Annotated[Slot, After(success="set_or_null")],
    /,
) -> None:
    """Take the pending exception out of the indicator, in three parts; each is NULL when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True, error_set="allowed", indicator="sets")
def PyErr_Restore(
    type: Annotated[OwnedPtr | None, IfNull("clear"), Until("3.12", Unchecked("exception class"))],
    value: Annotated[OwnedPtr | None, IfNull("clear"), Unchecked("preceded")],
    traceback: Annotated[OwnedPtr | None, IfNull("clear"), Unchecked("preceded")],
    /,
) -> None:
    """Set the indicator from three parts, which are consumed; without a type it is cleared."""
    raise NotImplementedError


@c_function(since="3.12", limited_api="3.12", indicator="takes")
def PyErr_GetRaisedException() -> Annotated[OwnedPtr[PyBaseExceptionObject] | None, Null("absent")]:
    """Take the pending exception out of the indicator; NULL when none is pending."""
    raise NotImplementedError


@c_function(since="3.12", limited_api="3.12", may_run_python=True, error_set="allowed", indicator="sets")
def PyErr_SetRaisedException(
    exception: Annotated[OwnedPtr[PyBaseExceptionObject] | None, IfNull("clear"), Unchecked("type")], /
) -> None:
    """Set the indicator to an exception, which is consumed; NULL clears it."""
    raise NotImplementedError


@c_function(limited_api="3.11")
def PyErr_GetHandledException() -> Annotated[OwnedPtr[PyBaseExceptionObject] | None, Null("absent")]:
    """Return the exception that an ``except`` clause is handling; NULL when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.11", may_run_python=True, error_set="allowed")
def PyErr_SetHandledException(
    exception: Annotated[BorrowedPtr | None, IfNull("clear"), Unchecked("handled")], /
) -> None:
    """Make an exception the one that is being handled; ``None`` and NULL make it none."""
    raise NotImplementedError


@c_function(limited_api="3.7")
def PyErr_GetExcInfo(type: Slot, value: Annotated[Slot, After(success="set_or_null")], traceback: Slot, /) -> None:
    """Return the exception being handled in three parts; without one they are ``None``, or the value is NULL."""
    raise NotImplementedError


@c_function(limited_api="3.7", may_run_python=True, error_set="allowed")
def PyErr_SetExcInfo(
    type: Annotated[OwnedPtr | None, IfNull("clear")],
    value: Annotated[OwnedPtr | None, IfNull("clear"), Unchecked("handled")],
    traceback: Annotated[OwnedPtr | None, IfNull("clear")],
    /,
) -> None:
    """Make ``value`` the exception that is being handled, none when it is ``None`` or NULL; all three are consumed."""
    raise NotImplementedError


@c_function(limited_api="3.2", indicator="asks")
def PyErr_GivenExceptionMatches(given: Annotated[BorrowedPtr | None, IfNull("empty")], exception: BorrowedPtr, /) -> CBool:
    """Whether an exception or its type is of a type, or of one of a tuple of types; NULL is of none."""
    raise NotImplementedError


@c_function(limited_api="3.2", indicator="asks")
def PyErr_ExceptionMatches(exception: BorrowedPtr, /) -> CBool:
    """Whether the pending exception is of a type, or of one of a tuple of types."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyErr_NormalizeException(
    type: Annotated[Slot, InOut(empty=True), After(success="set_or_null")],
    value: Annotated[Slot, InOut(empty=True), After(success="set_or_null")],
    traceback: Annotated[Slot, InOut(empty=True), After(success="set_or_null")],
    /,
) -> None:
    """Make the value an instance of the type.  When that fails, the three become the exception that came of it."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyException_SetTraceback(
    exception: Annotated[BorrowedPtr[PyBaseExceptionObject], Unchecked("type")], traceback: BorrowedPtr, /
) -> Status:
    """Set ``__traceback__``; ``TypeError`` for what is neither a traceback nor ``None``."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyException_GetTraceback(
    exception: Annotated[BorrowedPtr[PyBaseExceptionObject], Unchecked("type")], /
) -> Annotated[OwnedPtr | None, Null("absent")]:
    """Return ``__traceback__``; NULL when it has none, in 3.11 also ``None`` when it was set to that."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyException_GetCause(
    exception: Annotated[BorrowedPtr[PyBaseExceptionObject], Unchecked("type")], /
) -> Annotated[OwnedPtr[PyBaseExceptionObject] | None, Null("absent")]:
    """Return ``__cause__``; NULL when it has none."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True, error_set="allowed")
def PyException_SetCause(
    exception: Annotated[BorrowedPtr[PyBaseExceptionObject], Unchecked("type")],
    cause: Annotated[OwnedPtr | None, IfNull("clear")],
    /,
) -> None:
    """Set ``__cause__`` to an exception or ``None``, which is consumed; NULL takes the cause away."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyException_GetContext(
    exception: Annotated[BorrowedPtr[PyBaseExceptionObject], Unchecked("type")], /
) -> Annotated[OwnedPtr[PyBaseExceptionObject] | None, Null("absent")]:
    """Return ``__context__``; NULL when it has none."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True, error_set="allowed")
def PyException_SetContext(
    exception: Annotated[BorrowedPtr[PyBaseExceptionObject], Unchecked("type")],
    context: Annotated[OwnedPtr[PyBaseExceptionObject] | None, IfNull("clear"), Unchecked("type")],
    /,
) -> None:
    """Set ``__context__`` to an exception, which is consumed; NULL takes the context away."""
    raise NotImplementedError


@c_function(since="3.12", limited_api="3.12")
def PyException_GetArgs(
    exception: Annotated[BorrowedPtr[PyBaseExceptionObject], Unchecked("type")], /
) -> OwnedPtr[PyTupleObject]:
    """Return ``args``."""
    raise NotImplementedError


@c_function(since="3.12", limited_api="3.12", may_run_python=True, error_set="allowed")
def PyException_SetArgs(
    exception: Annotated[BorrowedPtr[PyBaseExceptionObject], Unchecked("type")],
    args: Annotated[BorrowedPtr[PyTupleObject], Unchecked("type")],
    /,
) -> None:
    """Set ``args``."""
    raise NotImplementedError


@c_function(kind="macro")
def PyExceptionClass_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is an exception type."""
    raise NotImplementedError


@c_function(limited_api="3.8")
def PyExceptionClass_Name(
    type: Annotated[BorrowedPtr[PyTypeObject], As("PyObject *"), Unchecked("type"), Unchecked("exception class")], /
) -> Annotated[CText, From("type", "mutable")]:
    """Return the name of an exception type."""
    raise NotImplementedError


@c_function(kind="macro")
def PyExceptionInstance_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is an exception."""
    raise NotImplementedError


@c_function(kind="macro")
def PyExceptionInstance_Class(
    exception: BorrowedPtr, /
) -> Annotated[BorrowedPtr[PyTypeObject], As("PyObject *"), From("exception", "mutable")]:
    """Return the type of an exception."""
    raise NotImplementedError


@c_function(since="3.12", may_run_python=True)
def PyUnstable_Exc_PrepReraiseStar(
    original: BorrowedPtr[PyBaseExceptionObject], exceptions: BorrowedPtr[PyListObject], /
) -> OwnedPtr | None:
    """Return what an ``except*`` raises, ``None`` or an exception; ``ValueError`` when ``original`` was never raised."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True, error_set="allowed", indicator="sets")
def PyErr_BadArgument() -> Annotated[CInt, Sentinel(0), Null("always")]:
    """Set the indicator to ``TypeError``; the result is always 0."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True, error_set="allowed", indicator="sets")
def PyErr_NoMemory() -> Annotated[None, Null("always"), As("PyObject *")]:
    """Set the indicator to ``MemoryError``; the result is always NULL."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True, error_set="allowed", indicator="sets")
def PyErr_BadInternalCall() -> Annotated[None, Null("always")]:
    """Set the indicator to ``SystemError``."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True, indicator="sets")
def PyErr_SetFromErrno(type: BorrowedPtr, /) -> Annotated[None, Null("always"), As("PyObject *")]:
    """Set the indicator to ``type(errno, its text)``, or to what a signal handler raised; the result is always NULL."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True, indicator="sets")
def PyErr_SetFromErrnoWithFilenameObject(
    type: BorrowedPtr, filename: Annotated[BorrowedPtr | None, IfNull("default")], /
) -> Annotated[None, Null("always"), As("PyObject *")]:
    """Set the indicator to ``type(errno, its text, filename)``; the result is always NULL."""
    raise NotImplementedError


@c_function(limited_api="3.7", may_run_python=True, indicator="sets")
def PyErr_SetFromErrnoWithFilenameObjects(
    type: BorrowedPtr,
    filename: Annotated[BorrowedPtr | None, IfNull("default")],
    filename2: Annotated[BorrowedPtr | None, IfNull("default"), Unchecked("preceded")],
    /,
) -> Annotated[None, Null("always"), As("PyObject *")]:
    """Set the indicator to ``type(errno, its text, filename, 0, filename2)``; the result is always NULL."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True, indicator="sets")
def PyErr_SetFromErrnoWithFilename(
    type: BorrowedPtr, filename: Annotated[CString | None, IfNull("default")], /
) -> Annotated[None, Null("always"), As("PyObject *")]:
    """Set the indicator to ``type(errno, its text, filename)``; the result is always NULL."""
    raise NotImplementedError


@c_function(limited_api="3.6", may_run_python=True, indicator="sets")
def PyErr_SetImportErrorSubclass(
    exception: BorrowedPtr,
    message: BorrowedPtr,
    name: Annotated[BorrowedPtr | None, IfNull("default")],
    path: Annotated[BorrowedPtr | None, IfNull("default")],
    /,
) -> Annotated[None, Null("always"), As("PyObject *")]:
    """Set the indicator to an ``ImportError`` of that type, ``TypeError`` when it is none; the result is always NULL."""
    raise NotImplementedError


@c_function(limited_api="3.7", may_run_python=True, indicator="sets")
def PyErr_SetImportError(
    message: BorrowedPtr,
    name: Annotated[BorrowedPtr | None, IfNull("default")],
    path: Annotated[BorrowedPtr | None, IfNull("default")],
    /,
) -> Annotated[None, Null("always"), As("PyObject *")]:
    """Set the indicator to an ``ImportError``; the result is always NULL."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyErr_NewException(
    name: CString,
    base: Annotated[BorrowedPtr | None, IfNull("default")],
    dict: Annotated[BorrowedPtr[PyDictObject] | None, IfNull("default"), Unchecked("type")],
    /,
) -> Annotated[OwnedPtr[PyTypeObject] | None, As("PyObject *")]:
    """Make an exception type, derived from ``Exception`` or from ``base``, a type or a tuple.

    ``SystemError`` when ``name`` has no dot.
    """
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyErr_NewExceptionWithDoc(
    name: CString,
    doc: Annotated[CString | None, IfNull("default")],
    base: Annotated[BorrowedPtr | None, IfNull("default")],
    dict: Annotated[BorrowedPtr[PyDictObject] | None, IfNull("default"), Unchecked("type")],
    /,
) -> Annotated[OwnedPtr[PyTypeObject] | None, As("PyObject *")]:
    """Make an exception type with a docstring.  ``SystemError`` when ``name`` has no dot."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True, error_set="required", indicator="reports")
def PyErr_WriteUnraisable(object: Annotated[BorrowedPtr | None, IfNull("default")], /) -> None:
    """Hand the pending exception to ``sys.unraisablehook`` with the object where it came up, and clear the indicator."""
    raise NotImplementedError


@c_function(kind="shim", since="3.13", may_run_python=True, error_set="required", indicator="reports")
def PyErr_FormatUnraisable(
    format: Annotated[CString | None, IfNull("default"), Format("text")], /, *arguments: Arguments
) -> None:
    """Hand the pending exception to ``sys.unraisablehook`` with a text, and clear the indicator."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyErr_CheckSignals() -> Status:
    """Run the handlers of signals that have arrived; -1 when one raises."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyErr_SetInterrupt() -> None:
    """Have the handler of ``SIGINT`` run as if the signal had arrived."""
    raise NotImplementedError


@c_function(limited_api="3.10")
def PyErr_SetInterruptEx(signum: CInt, /) -> Annotated[CInt, Sentinel(-1), Null("absent")]:
    """Have the handler of a signal run as if it had arrived; -1, without an exception, when there is no such signal."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True, error_set="required")
def PyErr_SyntaxLocation(filename: Annotated[CString | None, IfNull("default")], lineno: CInt, /) -> None:
    """Give the pending exception a file, a line and its text, as a ``SyntaxError`` has them."""
    raise NotImplementedError


@c_function(limited_api="3.7", may_run_python=True, error_set="required")
def PyErr_SyntaxLocationEx(filename: Annotated[CString | None, IfNull("default")], lineno: CInt, col_offset: CInt, /) -> None:
    """Give the pending exception a file, a line with its text, and a column, as a ``SyntaxError`` has them."""
    raise NotImplementedError


@c_function(may_run_python=True, error_set="required")
def PyErr_SyntaxLocationObject(
    filename: Annotated[BorrowedPtr | None, IfNull("default")], lineno: CInt, col_offset: CInt, /
) -> None:
    """Give the pending exception a file, a line with its text, and a column, as a ``SyntaxError`` has them."""
    raise NotImplementedError


@c_function(may_run_python=True, error_set="required")
def PyErr_RangedSyntaxLocationObject(
    filename: Annotated[BorrowedPtr | None, IfNull("default")],
    lineno: CInt,
    col_offset: CInt,
    end_lineno: CInt,
    end_col_offset: CInt,
    /,
) -> None:
    """Give the pending exception a file, the text of a line, and where it begins and ends, as a ``SyntaxError`` has them."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyErr_ProgramText(filename: CString, lineno: CInt, /) -> Annotated[OwnedPtr[PyUnicodeObject] | None, Null("absent")]:
    """Return a line of a file; NULL, without an exception, when it cannot be had."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyErr_ProgramTextObject(
    filename: BorrowedPtr, lineno: CInt, /
) -> Annotated[OwnedPtr[PyUnicodeObject] | None, Null("absent")]:
    """Return a line of a file; NULL, without an exception, when it cannot be had."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicodeDecodeError_Create(
    encoding: CString,
    object: CString,
    length: Annotated[Py_ssize_t, LengthOf("object")],
    start: Py_ssize_t,
    end: Py_ssize_t,
    reason: CString,
    /,
) -> OwnedPtr[PyUnicodeDecodeErrorObject] | None:
    """Make a ``UnicodeDecodeError`` about a copy of ``length`` bytes."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicodeEncodeError_GetEncoding(
    exception: Annotated[BorrowedPtr[PyUnicodeEncodeErrorObject], Unchecked("type")], /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Return ``encoding``; ``TypeError`` when it was never set."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicodeEncodeError_GetObject(
    exception: Annotated[BorrowedPtr[PyUnicodeEncodeErrorObject], Unchecked("type")], /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Return ``object``; ``TypeError`` when it was never set."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicodeEncodeError_GetReason(
    exception: Annotated[BorrowedPtr[PyUnicodeEncodeErrorObject], Unchecked("type")], /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Return ``reason``; ``TypeError`` when it was never set."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicodeEncodeError_SetReason(
    exception: Annotated[BorrowedPtr[PyUnicodeEncodeErrorObject], Unchecked("type")], reason: CString, /
) -> Status:
    """Set ``reason``; ``UnicodeDecodeError`` when it is no UTF-8."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicodeEncodeError_GetStart(
    exception: Annotated[BorrowedPtr[PyUnicodeEncodeErrorObject], Unchecked("type")], start: SsizeVar, /
) -> Status:
    """Store ``start``, moved into the bounds of ``object``; ``TypeError`` when that was never set."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicodeEncodeError_SetStart(
    exception: Annotated[BorrowedPtr[PyUnicodeEncodeErrorObject], Unchecked("type")], start: Py_ssize_t, /
) -> Annotated[Status, Null("never")]:
    """Set ``start``; never fails."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicodeEncodeError_GetEnd(
    exception: Annotated[BorrowedPtr[PyUnicodeEncodeErrorObject], Unchecked("type")], end: SsizeVar, /
) -> Status:
    """Store ``end``, moved into the bounds of ``object``; ``TypeError`` when that was never set."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicodeEncodeError_SetEnd(
    exception: Annotated[BorrowedPtr[PyUnicodeEncodeErrorObject], Unchecked("type")], end: Py_ssize_t, /
) -> Annotated[Status, Null("never")]:
    """Set ``end``; never fails."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicodeDecodeError_GetEncoding(
    exception: Annotated[BorrowedPtr[PyUnicodeDecodeErrorObject], Unchecked("type")], /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Return ``encoding``; ``TypeError`` when it was never set."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicodeDecodeError_GetObject(
    exception: Annotated[BorrowedPtr[PyUnicodeDecodeErrorObject], Unchecked("type")], /
) -> OwnedPtr[PyBytesObject] | None:
    """Return ``object``; ``TypeError`` when it was never set."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicodeDecodeError_GetReason(
    exception: Annotated[BorrowedPtr[PyUnicodeDecodeErrorObject], Unchecked("type")], /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Return ``reason``; ``TypeError`` when it was never set."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicodeDecodeError_SetReason(
    exception: Annotated[BorrowedPtr[PyUnicodeDecodeErrorObject], Unchecked("type")], reason: CString, /
) -> Status:
    """Set ``reason``; ``UnicodeDecodeError`` when it is no UTF-8."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicodeDecodeError_GetStart(
    exception: Annotated[BorrowedPtr[PyUnicodeDecodeErrorObject], Unchecked("type")], start: SsizeVar, /
) -> Status:
    """Store ``start``, moved into the bounds of ``object``; ``TypeError`` when that was never set."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicodeDecodeError_SetStart(
    exception: Annotated[BorrowedPtr[PyUnicodeDecodeErrorObject], Unchecked("type")], start: Py_ssize_t, /
) -> Annotated[Status, Null("never")]:
    """Set ``start``; never fails."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicodeDecodeError_GetEnd(
    exception: Annotated[BorrowedPtr[PyUnicodeDecodeErrorObject], Unchecked("type")], end: SsizeVar, /
) -> Status:
    """Store ``end``, moved into the bounds of ``object``; ``TypeError`` when that was never set."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicodeDecodeError_SetEnd(
    exception: Annotated[BorrowedPtr[PyUnicodeDecodeErrorObject], Unchecked("type")], end: Py_ssize_t, /
) -> Annotated[Status, Null("never")]:
    """Set ``end``; never fails."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicodeTranslateError_GetObject(
    exception: Annotated[BorrowedPtr[PyUnicodeTranslateErrorObject], Unchecked("type")], /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Return ``object``; ``TypeError`` when it was never set."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicodeTranslateError_GetReason(
    exception: Annotated[BorrowedPtr[PyUnicodeTranslateErrorObject], Unchecked("type")], /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Return ``reason``; ``TypeError`` when it was never set."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicodeTranslateError_SetReason(
    exception: Annotated[BorrowedPtr[PyUnicodeTranslateErrorObject], Unchecked("type")], reason: CString, /
) -> Status:
    """Set ``reason``; ``UnicodeDecodeError`` when it is no UTF-8."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicodeTranslateError_GetStart(
    exception: Annotated[BorrowedPtr[PyUnicodeTranslateErrorObject], Unchecked("type")], start: SsizeVar, /
) -> Status:
    """Store ``start``, moved into the bounds of ``object``; ``TypeError`` when that was never set."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicodeTranslateError_SetStart(
    exception: Annotated[BorrowedPtr[PyUnicodeTranslateErrorObject], Unchecked("type")], start: Py_ssize_t, /
) -> Annotated[Status, Null("never")]:
    """Set ``start``; never fails."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicodeTranslateError_GetEnd(
    exception: Annotated[BorrowedPtr[PyUnicodeTranslateErrorObject], Unchecked("type")], end: SsizeVar, /
) -> Status:
    """Store ``end``, moved into the bounds of ``object``; ``TypeError`` when that was never set."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicodeTranslateError_SetEnd(
    exception: Annotated[BorrowedPtr[PyUnicodeTranslateErrorObject], Unchecked("type")], end: Py_ssize_t, /
) -> Annotated[Status, Null("never")]:
    """Set ``end``; never fails."""
    raise NotImplementedError
