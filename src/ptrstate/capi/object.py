"""The declarations of ``Include/object.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyUnicodeObject
from ptrstate.states import BorrowedPtr, Found, OwnedPtr, Slot, Status
from ptrstate.vocabulary import After, CBool, CString, Flight, IfNull, InOut, Py_ssize_t, Unfilled

Py_None: BorrowedPtr = c_data("Py_None")


@c_function(kind="macro")
def Py_INCREF(object: Annotated[BorrowedPtr, Flight(1), Unfilled()], /) -> None:
    """Put one reference in flight."""
    raise NotImplementedError


@c_function(kind="macro", may_run_python=True, error_set="allowed")
def Py_DECREF(object: Annotated[BorrowedPtr, Flight(-1), Unfilled()], /) -> None:
    """End one reference in flight."""
    raise NotImplementedError


@c_function
def Py_NewRef(object: BorrowedPtr, /) -> OwnedPtr:
    """Make a strong reference."""
    raise NotImplementedError


@c_function(kind="macro")
def Py_REFCNT(object: BorrowedPtr, /) -> Py_ssize_t:
    """Return the number of references."""
    raise NotImplementedError


@c_function(kind="shim", may_run_python=True, error_set="allowed")
def Py_CLEAR(slot: Annotated[Slot, InOut(empty=True), After(success="null")], /) -> None:
    """Release what is in the slot and leave it empty."""
    raise NotImplementedError


@c_function(kind="shim", may_run_python=True, error_set="allowed")
def Py_SETREF(slot: Annotated[Slot, InOut(), After(success="set")], value: OwnedPtr, /) -> None:
    """Move ``value`` into the slot and release what was there."""
    raise NotImplementedError


@c_function(kind="shim", may_run_python=True, error_set="allowed")
def Py_XSETREF(
    slot: Annotated[Slot, InOut(empty=True), After(success="set_or_null")],
    value: Annotated[OwnedPtr | None, IfNull("empty")],
    /,
) -> None:
    """Move ``value`` into the slot and release what was there, if anything."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_Repr(object: Annotated[BorrowedPtr | None, IfNull("default")], /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return what ``repr`` does."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_Str(object: Annotated[BorrowedPtr | None, IfNull("default")], /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return what ``str`` does."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_IsTrue(object: BorrowedPtr, /) -> Found:
    """Whether the object is true."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_GetAttr(object: BorrowedPtr, name: BorrowedPtr, /) -> OwnedPtr | None:
    """Return an attribute; ``AttributeError`` when there is none."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_GetAttrString(object: BorrowedPtr, name: CString, /) -> OwnedPtr | None:
    """Return an attribute; ``AttributeError`` when there is none."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_SetAttr(object: BorrowedPtr, name: BorrowedPtr, value: Annotated[BorrowedPtr | None, IfNull("delete")], /) -> Status:
    """Set an attribute, or delete it when ``value`` is NULL."""
    raise NotImplementedError


@c_function
def PyCallable_Check(object: BorrowedPtr, /) -> CBool:
    """Whether the object can be called."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True)
def PyObject_GetOptionalAttr(
    object: BorrowedPtr,
    name: BorrowedPtr,
    result: Annotated[Slot, After(success="set", failure="null", absent="null")],
    /,
) -> Found:
    """Store an attribute in ``result``; absent without an exception when there is none."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_SetAttrString(
    object: BorrowedPtr,
    name: CString,
    value: Annotated[BorrowedPtr | None, IfNull("delete")],
    /,
) -> Status:
    """Set an attribute, or delete it when ``value`` is NULL."""
    raise NotImplementedError


@c_function(kind="macro", may_run_python=True)
def Py_XDECREF(object: Annotated[BorrowedPtr | None, Flight(-1), IfNull("skip"), Unfilled()], /) -> None:
    """End one reference in flight; NULL is skipped."""
    raise NotImplementedError


@c_function(kind="macro")
def Py_XINCREF(object: Annotated[BorrowedPtr | None, Flight(1), IfNull("skip"), Unfilled()], /) -> None:
    """Put one reference in flight; NULL is skipped."""
    raise NotImplementedError
