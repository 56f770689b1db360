"""The declarations of ``Include/pyerrors.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyBaseExceptionObject, PyObject, PyTypeObject
from ptrstate.states import BorrowedPtr, OwnedPtr, Slot
from ptrstate.vocabulary import As, CBool, CString, Format, From, IfNull, Null

PyExc_ValueError = c_data("PyExc_ValueError", PyTypeObject)
PyExc_AttributeError = c_data("PyExc_AttributeError", PyTypeObject)
PyExc_OSError = c_data("PyExc_OSError", PyTypeObject)
PyExc_KeyError = c_data("PyExc_KeyError", PyTypeObject)
PyExc_IndexError = c_data("PyExc_IndexError", PyTypeObject)
PyExc_ImportError = c_data("PyExc_ImportError", PyTypeObject)
PyExc_TypeError = c_data("PyExc_TypeError", PyTypeObject)
PyExc_LookupError = c_data("PyExc_LookupError", PyTypeObject)
PyExc_RuntimeError = c_data("PyExc_RuntimeError", PyTypeObject)
PyExc_MemoryError = c_data("PyExc_MemoryError", PyTypeObject)
PyExc_OverflowError = c_data("PyExc_OverflowError", PyTypeObject)
PyExc_SystemError = c_data("PyExc_SystemError", PyTypeObject)
PyExc_StopIteration = c_data("PyExc_StopIteration", PyTypeObject)


@c_function(may_run_python=True, error_set="allowed", indicator="sets")
def PyErr_SetString(exception: BorrowedPtr, text: CString, /) -> Annotated[None, Null("always")]:
    """Set the indicator to an exception of that type with that text."""
    raise NotImplementedError


@c_function(may_run_python=True, error_set="allowed", indicator="sets")
def PyErr_SetObject(
    exception: BorrowedPtr,
    value: Annotated[BorrowedPtr | None, IfNull("default")],
    /,
) -> Annotated[None, Null("always")]:
    """Set the indicator to an exception of that type with that value."""
    raise NotImplementedError


@c_function(error_set="allowed", indicator="sets")
def PyErr_NoMemory() -> Annotated[None, Null("always"), As("PyObject *")]:
    """Set the indicator to ``MemoryError``; the result is always NULL."""
    raise NotImplementedError


@c_function(kind="shim", may_run_python=True, error_set="allowed", indicator="sets")
def PyErr_Format(
    exception: BorrowedPtr,
    format: Annotated[CString, Format("text")],
    /,
    *arguments: BorrowedPtr,
) -> Annotated[None, Null("always"), As("PyObject *")]:
    """Set the indicator to an exception of that type with a formatted text; the result is always NULL."""
    raise NotImplementedError


@c_function(error_set="allowed")
def PyErr_Occurred() -> Annotated[BorrowedPtr | None, From("thread", "mutable"), Null("absent")]:
    """Return the type of the pending exception, borrowed; NULL when none is pending."""
    raise NotImplementedError


@c_function(may_run_python=True, error_set="allowed", indicator="clears")
def PyErr_Clear() -> None:
    """Clear the indicator."""
    raise NotImplementedError


@c_function(error_set="allowed", indicator="asks")
def PyErr_ExceptionMatches(exception: BorrowedPtr, /) -> CBool:
    """Whether the pending exception is of that type."""
    raise NotImplementedError


@c_function(error_set="allowed", indicator="takes")
def PyErr_Fetch(type: Slot, value: Slot, traceback: Slot, /) -> None:
    """Take the pending exception out of the indicator, in three parts."""
    raise NotImplementedError


@c_function(may_run_python=True, error_set="allowed", indicator="sets")
def PyErr_Restore(
    type: Annotated[OwnedPtr | None, IfNull("clear")],
    value: Annotated[OwnedPtr | None, IfNull("clear")],
    traceback: Annotated[OwnedPtr | None, IfNull("clear")],
    /,
) -> None:
    """Set the indicator from three parts, which are consumed."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyErr_NewException(
    name: CString,
    base: Annotated[BorrowedPtr | None, IfNull("default")],
    dict: Annotated[BorrowedPtr | None, IfNull("default")],
    /,
) -> OwnedPtr | None:
    """Make an exception type; ``name`` is dotted."""
    raise NotImplementedError


@c_function
def PyException_GetCause(exception: BorrowedPtr[PyBaseExceptionObject], /) -> Annotated[OwnedPtr | None, Null("absent")]:
    """Return the cause of the exception; NULL without an exception when it has none."""
    raise NotImplementedError
