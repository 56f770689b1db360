"""The declarations of ``Include/object.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyBytesObject, PyDictObject, PyListObject, PyTypeObject, PyUnicodeObject
from ptrstate.states import BorrowedPtr, Found, OwnedPtr, Slot, Status
from ptrstate.vocabulary import (
    After,
    Between,
    CBool,
    CInt,
    CString,
    CUnsignedLong,
    Flight,
    From,
    IfNull,
    InOut,
    Null,
    Py_hash_t,
    Py_ssize_t,
    Sentinel,
    Unchecked,
    Unfilled,
)

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


@c_function(may_run_python=True)
def PyObject_ASCII(object: Annotated[BorrowedPtr | None, IfNull("default")], /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return what ``ascii`` does."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_Bytes(object: Annotated[BorrowedPtr | None, IfNull("default")], /) -> OwnedPtr[PyBytesObject] | None:
    """Return what ``bytes`` does."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_RichCompareBool(left: BorrowedPtr, right: BorrowedPtr, operation: Annotated[CInt, Between(0, 5)], /) -> Found:
    """Compare two objects; the same object is equal to itself."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_HasAttr(object: BorrowedPtr, name: BorrowedPtr, /) -> CBool:
    """Whether there is such an attribute; every error is swallowed."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_HasAttrString(object: BorrowedPtr, name: CString, /) -> CBool:
    """Whether there is such an attribute; every error is swallowed."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True)
def PyObject_HasAttrWithError(object: BorrowedPtr, name: BorrowedPtr, /) -> Found:
    """Whether there is such an attribute."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True)
def PyObject_HasAttrStringWithError(object: BorrowedPtr, name: CString, /) -> Found:
    """Whether there is such an attribute."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True)
def PyObject_GetOptionalAttrString(object: BorrowedPtr, name: CString, result: Slot, /) -> Found:
    """Store an attribute in ``result``; absent without an exception when there is none."""
    raise NotImplementedError


@c_function
def PyObject_SelfIter(object: BorrowedPtr, /) -> OwnedPtr:
    """Return the object itself."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_GenericGetAttr(object: BorrowedPtr, name: BorrowedPtr, /) -> OwnedPtr | None:
    """Look an attribute up as ``object`` does."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_GenericSetAttr(
    object: BorrowedPtr,
    name: BorrowedPtr,
    value: Annotated[BorrowedPtr | None, IfNull("delete")],
    /,
) -> Status:
    """Set an attribute as ``object`` does, or delete it when ``value`` is NULL."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_Hash(object: BorrowedPtr, /) -> Annotated[Py_hash_t, Sentinel(-1)]:
    """Return the hash."""
    raise NotImplementedError


@c_function
def PyObject_HashNotImplemented(object: BorrowedPtr, /) -> Annotated[Py_hash_t, Sentinel(-1)]:
    """Raise ``TypeError``: the object has no hash."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_Not(object: BorrowedPtr, /) -> Found:
    """Whether the object is false."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_Dir(object: BorrowedPtr, /) -> OwnedPtr[PyListObject] | None:
    """Return what ``dir`` does."""
    raise NotImplementedError


@c_function
def Py_Is(left: BorrowedPtr, right: BorrowedPtr, /) -> CBool:
    """Whether the two are one object."""
    raise NotImplementedError


@c_function
def Py_IsNone(object: BorrowedPtr, /) -> CBool:
    """Whether the object is ``None``."""
    raise NotImplementedError


@c_function(kind="macro")
def Py_TYPE(object: BorrowedPtr, /) -> Annotated[BorrowedPtr[PyTypeObject], From("object", "immutable")]:
    """Return the type, borrowed."""
    raise NotImplementedError


@c_function(kind="macro")
def Py_IS_TYPE(object: BorrowedPtr, type: BorrowedPtr[PyTypeObject], /) -> CBool:
    """Whether the object is of just that type."""
    raise NotImplementedError


@c_function
def Py_XNewRef(object: Annotated[BorrowedPtr | None, IfNull("propagate")], /) -> Annotated[OwnedPtr | None, Null("absent")]:
    """Make a strong reference; NULL for NULL."""
    raise NotImplementedError


@c_function(kind="macro")
def PyObject_TypeCheck(object: BorrowedPtr, type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], /) -> CBool:
    """Whether the object is of that type or one derived from it."""
    raise NotImplementedError


@c_function(kind="macro")
def PyType_Check(object: BorrowedPtr, /) -> CBool:
    """Whether the object is a type."""
    raise NotImplementedError


@c_function(kind="macro")
def PyType_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether the object is just of type ``type``."""
    raise NotImplementedError


@c_function
def PyType_IsSubtype(
    type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")],
    base: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")],
    /,
) -> CBool:
    """Whether the first is the second or derived from it."""
    raise NotImplementedError


@c_function
def PyType_GetName(type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return the name."""
    raise NotImplementedError


@c_function
def PyType_GetQualName(type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], /) -> OwnedPtr | None:
    """Return the qualified name."""
    raise NotImplementedError


@c_function(since="3.13")
def PyType_GetFullyQualifiedName(type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], /) -> OwnedPtr | None:
    """Return module and qualified name."""
    raise NotImplementedError


@c_function(since="3.13")
def PyType_GetModuleName(type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], /) -> OwnedPtr | None:
    """Return the module's name."""
    raise NotImplementedError


@c_function
def PyType_GetFlags(type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], /) -> CUnsignedLong:
    """Return the flags."""
    raise NotImplementedError


@c_function(since="3.12")
def PyType_GetDict(type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], /) -> OwnedPtr[PyDictObject] | None:
    """Return the dict of the type."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_RichCompare(left: BorrowedPtr, right: BorrowedPtr, operation: Annotated[CInt, Between(0, 5)], /) -> OwnedPtr | None:
    """Compare two objects and return what the comparison does."""
    raise NotImplementedError
