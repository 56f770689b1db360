"""The declarations of ``Include/object.h``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import (
    FILE,
    PyBytesObject,
    PyDictObject,
    PyListObject,
    PyModuleDef,
    PyType_Spec,
    PyTypeObject,
    PyUnicodeObject,
)
from ptrstate.states import BorrowedPtr, Found, NonNull, OwnedPtr, Slot, Status
from ptrstate.vocabulary import (
    Address,
    After,
    AnyAddress,
    As,
    Between,
    CallbackOf,
    CBool,
    CInt,
    CString,
    CUnsignedInt,
    CUnsignedLong,
    Flight,
    From,
    IfNull,
    InOut,
    Memory,
    Null,
    Py_hash_t,
    Py_ssize_t,
    Retained,
    Sentinel,
    Unchecked,
    Unfilled,
)

Py_None: Final[BorrowedPtr] = c_data("Py_None")


_LEFT_OUT = {
    "PyObject_CallFinalizerFromDealloc": "for deallocators alone, with an object whose count is zero",
    "PyUnstable_Object_ClearWeakRefsNoCallbacks": "for deallocators alone, with an object whose count is zero",
    "PyObject_ClearManagedDict": "for a type's own clearing, and crashes for types without such a dict",
    "PyObject_VisitManagedDict": "for a type's own traversal, and crashes for types without such a dict",
    "PyObject_GetTypeData": "computes an address from a class and looks at neither object nor class",
    "PyType_GetTypeDataSize": "crashes for a class without a base, which only ``object`` is",
    "Py_SET_REFCNT": "overwrites a count behind everybody's back",
    "Py_SET_TYPE": "overwrites the type of an object, whatever its memory looks like",
    "Py_SET_SIZE": "overwrites the size of an object, whatever its memory looks like",
    "Py_SIZE": "reads a field that not every object has, and no type tells which have it",
    "Py_RETURN_*": "a statement that returns from a C function",
    "Py_TRASHCAN_BEGIN": "opens a block of C in a deallocator",
    "Py_TRASHCAN_*": "opens or closes a block of C in a deallocator",
    "Py*_HEAD_INIT": "an initialiser of a C struct",
    "PyObject_HEAD": "fields of a C struct",
    "PyObject_VAR_HEAD": "fields of a C struct",
    "PyRefTracer_*": "no object in it",
}
PyType_Type: Final = c_data("PyType_Type", PyTypeObject, "&PyType_Type")
PyBaseObject_Type: Final = c_data("PyBaseObject_Type", PyTypeObject, "&PyBaseObject_Type")
PySuper_Type: Final = c_data("PySuper_Type", PyTypeObject, "&PySuper_Type")
Py_NotImplemented: Final[BorrowedPtr] = c_data("Py_NotImplemented")


@c_function(limited_api="3.2", kind="macro")
def Py_INCREF(object: Annotated[BorrowedPtr, Flight(1), Unfilled()], /) -> None:
    """Put one reference in flight."""
    raise NotImplementedError


@c_function(limited_api="3.2", kind="macro", may_run_python=True, error_set="allowed")
def Py_DECREF(object: Annotated[BorrowedPtr, Flight(-1), Unfilled()], /) -> None:
    """End one reference in flight."""
    raise NotImplementedError


@c_function(limited_api="3.10")
def Py_NewRef(object: BorrowedPtr, /) -> OwnedPtr:
    """Make a strong reference."""
    raise NotImplementedError


@c_function(limited_api="3.2", kind="macro")
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


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_Repr(object: Annotated[BorrowedPtr | None, IfNull("default")], /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return what ``repr`` does."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_Str(object: Annotated[BorrowedPtr | None, IfNull("default")], /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return what ``str`` does."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_IsTrue(object: BorrowedPtr, /) -> Found:
    """Whether the object is true."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_GetAttr(object: BorrowedPtr, name: BorrowedPtr, /) -> OwnedPtr | None:
    """Return an attribute; ``AttributeError`` when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_GetAttrString(object: BorrowedPtr, name: CString, /) -> OwnedPtr | None:
    """Return an attribute; ``AttributeError`` when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_SetAttr(object: BorrowedPtr, name: BorrowedPtr, value: Annotated[BorrowedPtr | None, IfNull("delete")], /) -> Status:
    """Set an attribute, or delete it when ``value`` is NULL."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyCallable_Check(object: BorrowedPtr, /) -> CBool:
    """Whether the object can be called."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13", may_run_python=True)
def PyObject_GetOptionalAttr(
    object: BorrowedPtr,
    name: BorrowedPtr,
    result: Annotated[Slot, After(success="set", failure="null", absent="null")],
    /,
) -> Found:
    """Store an attribute in ``result``; absent without an exception when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_SetAttrString(
    object: BorrowedPtr,
    name: CString,
    value: Annotated[BorrowedPtr | None, IfNull("delete")],
    /,
) -> Status:
    """Set an attribute, or delete it when ``value`` is NULL."""
    raise NotImplementedError


@c_function(limited_api="3.2", kind="macro", may_run_python=True)
def Py_XDECREF(object: Annotated[BorrowedPtr | None, Flight(-1), IfNull("skip"), Unfilled()], /) -> None:
    """End one reference in flight; NULL is skipped."""
    raise NotImplementedError


@c_function(limited_api="3.2", kind="macro")
def Py_XINCREF(object: Annotated[BorrowedPtr | None, Flight(1), IfNull("skip"), Unfilled()], /) -> None:
    """Put one reference in flight; NULL is skipped."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_ASCII(object: Annotated[BorrowedPtr | None, IfNull("default")], /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return what ``ascii`` does."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_Bytes(object: Annotated[BorrowedPtr | None, IfNull("default")], /) -> OwnedPtr[PyBytesObject] | None:
    """Return what ``bytes`` does."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_RichCompareBool(left: BorrowedPtr, right: BorrowedPtr, operation: Annotated[CInt, Between(0, 5)], /) -> Found:
    """Compare two objects; the same object is equal to itself."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_HasAttr(object: BorrowedPtr, name: BorrowedPtr, /) -> CBool:
    """Whether there is such an attribute; every error is swallowed."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_HasAttrString(object: BorrowedPtr, name: CString, /) -> CBool:
    """Whether there is such an attribute; every error is swallowed."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13", may_run_python=True)
def PyObject_HasAttrWithError(object: BorrowedPtr, name: BorrowedPtr, /) -> Found:
    """Whether there is such an attribute."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13", may_run_python=True)
def PyObject_HasAttrStringWithError(object: BorrowedPtr, name: CString, /) -> Found:
    """Whether there is such an attribute."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13", may_run_python=True)
def PyObject_GetOptionalAttrString(object: BorrowedPtr, name: CString, result: Slot, /) -> Found:
    """Store an attribute in ``result``; absent without an exception when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyObject_SelfIter(object: BorrowedPtr, /) -> OwnedPtr:
    """Return the object itself."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_GenericGetAttr(object: BorrowedPtr, name: BorrowedPtr, /) -> OwnedPtr | None:
    """Look an attribute up as ``object`` does."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_GenericSetAttr(
    object: Annotated[BorrowedPtr, Unchecked("instance")],
    name: BorrowedPtr,
    value: Annotated[BorrowedPtr | None, IfNull("delete")],
    /,
) -> Status:
    """Set an attribute as ``object`` does, or delete it when ``value`` is NULL."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_Hash(object: BorrowedPtr, /) -> Annotated[Py_hash_t, Sentinel(-1)]:
    """Return the hash."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyObject_HashNotImplemented(object: BorrowedPtr, /) -> Annotated[Py_hash_t, Sentinel(-1), Null("always")]:
    """Raise ``TypeError``: the object has no hash."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_Not(object: BorrowedPtr, /) -> Found:
    """Whether the object is false."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_Dir(object: BorrowedPtr, /) -> OwnedPtr[PyListObject] | None:
    """Return what ``dir`` does."""
    raise NotImplementedError


@c_function(limited_api="3.10")
def Py_Is(left: BorrowedPtr, right: BorrowedPtr, /) -> CBool:
    """Whether the two are one object."""
    raise NotImplementedError


@c_function(limited_api="3.10")
def Py_IsNone(object: BorrowedPtr, /) -> CBool:
    """Whether the object is ``None``."""
    raise NotImplementedError


@c_function(limited_api="3.2", kind="macro")
def Py_TYPE(object: BorrowedPtr, /) -> Annotated[BorrowedPtr[PyTypeObject], From("object", "immutable")]:
    """Return the type, borrowed."""
    raise NotImplementedError


@c_function(limited_api="3.2", kind="macro")
def Py_IS_TYPE(object: BorrowedPtr, type: BorrowedPtr[PyTypeObject], /) -> CBool:
    """Whether the object is of just that type."""
    raise NotImplementedError


@c_function(limited_api="3.10")
def Py_XNewRef(object: Annotated[BorrowedPtr | None, IfNull("propagate")], /) -> Annotated[OwnedPtr | None, Null("absent")]:
    """Make a strong reference; NULL for NULL."""
    raise NotImplementedError


@c_function(limited_api="3.2", kind="macro")
def PyObject_TypeCheck(object: BorrowedPtr, type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], /) -> CBool:
    """Whether the object is of that type or one derived from it."""
    raise NotImplementedError


@c_function(limited_api="3.2", kind="macro")
def PyType_Check(object: BorrowedPtr, /) -> CBool:
    """Whether the object is a type."""
    raise NotImplementedError


@c_function(limited_api="3.2", kind="macro")
def PyType_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether the object is just of type ``type``."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyType_IsSubtype(
    type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")],
    base: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")],
    /,
) -> CBool:
    """Whether the first is the second or derived from it."""
    raise NotImplementedError


@c_function(limited_api="3.11")
def PyType_GetName(type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return the name."""
    raise NotImplementedError


@c_function(limited_api="3.11")
def PyType_GetQualName(type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return the qualified name."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13")
def PyType_GetFullyQualifiedName(type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], /) -> OwnedPtr | None:
    """Return module and qualified name."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13")
def PyType_GetModuleName(type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], /) -> OwnedPtr | None:
    """Return the module's name."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyType_GetFlags(type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], /) -> CUnsignedLong:
    """Return the flags."""
    raise NotImplementedError


@c_function(since="3.12")
def PyType_GetDict(
    type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], /
) -> Annotated[OwnedPtr[PyDictObject] | None, Null("absent")]:
    """Return the dict of the type; NULL for one that is not finished."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_RichCompare(left: BorrowedPtr, right: BorrowedPtr, operation: Annotated[CInt, Between(0, 5)], /) -> OwnedPtr | None:
    """Compare two objects and return what the comparison does."""
    raise NotImplementedError


@c_function(may_run_python=True, error_set="allowed")
def PyObject_CallFinalizer(object: BorrowedPtr, /) -> None:
    """Call the finaliser of an object, once for one that the collector knows."""
    raise NotImplementedError


@c_function(may_run_python=True, limited_api="3.7")
def PyObject_GenericSetDict(
    object: Annotated[BorrowedPtr, Unchecked("instance")],
    value: Annotated[BorrowedPtr[PyDictObject] | None, IfNull("error")],
    context: Annotated[AnyAddress | None, IfNull("skip")],
    /,
) -> Status:
    """Set ``__dict__``; it cannot be deleted.

    3.13.0 does not see to the attributes that an instance has in itself: they stay in force, and are never released.
    """
    raise NotImplementedError


@c_function(since="3.12")
def PyObject_GetItemData(object: BorrowedPtr, /) -> Annotated[Memory | None, From("object")]:
    """Return the address of the items of an object whose type has them at its end; ``TypeError`` when it has not."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_Print(object: BorrowedPtr, file: NonNull[FILE], flags: CInt, /) -> Status:
    """Write the ``repr`` of an object to a stream of C's, or its ``str`` when the lowest flag is set."""
    raise NotImplementedError


@c_function(since="3.12")
def PyType_AddWatcher(
    callback: Annotated[Callable[[BorrowedPtr[PyTypeObject]], int], CallbackOf("PyType_WatchCallback"), Retained("process")], /
) -> Annotated[CInt, Sentinel(-1)]:
    """Have ``callback`` called for changes of the types that are watched, and return its number; there can be eight."""
    raise NotImplementedError


@c_function(since="3.12")
def PyType_ClearWatcher(watcher_id: CInt, /) -> Status:
    """Take a watcher away; ``ValueError`` when there is none of that number."""
    raise NotImplementedError


@c_function(since="3.12")
def PyType_Watch(watcher_id: CInt, type: Annotated[BorrowedPtr[PyTypeObject], As("PyObject *")], /) -> Status:
    """Have a watcher told of changes of ``type``; ``ValueError`` when it is none, or there is no such watcher."""
    raise NotImplementedError


@c_function(since="3.12")
def PyType_Unwatch(watcher_id: CInt, type: Annotated[BorrowedPtr[PyTypeObject], As("PyObject *")], /) -> Status:
    """Have a watcher told no more of changes of ``type``."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyType_ClearCache() -> CUnsignedInt:
    """Forget where attributes were found, and return the last version of a type."""
    raise NotImplementedError


@c_function(kind="macro", limited_api="3.2")
def PyType_HasFeature(type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], flag: CUnsignedLong, /) -> CBool:
    """Whether the type has a flag."""
    raise NotImplementedError


@c_function(kind="macro")
def PyType_FastSubclass(type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], flag: CUnsignedLong, /) -> CBool:
    """Whether the type has a flag."""
    raise NotImplementedError


@c_function(may_run_python=True, limited_api="3.2")
def PyType_FromSpec(
    spec: Annotated[NonNull[PyType_Spec], Retained("result")], /
) -> Annotated[OwnedPtr[PyTypeObject] | None, As("PyObject *"), Null("ambiguous")]:
    """Make a type from its definition."""
    raise NotImplementedError


@c_function(may_run_python=True, limited_api="3.3")
def PyType_FromSpecWithBases(
    spec: Annotated[NonNull[PyType_Spec], Retained("result")],
    bases: Annotated[BorrowedPtr | None, IfNull("default"), Unchecked("nonempty")],
    /,
) -> Annotated[OwnedPtr[PyTypeObject] | None, As("PyObject *"), Null("ambiguous")]:
    """Make a type from its definition and its bases: one, or a tuple."""
    raise NotImplementedError


@c_function(may_run_python=True, limited_api="3.10")
def PyType_FromModuleAndSpec(
    module: Annotated[BorrowedPtr | None, IfNull("empty")],
    spec: Annotated[NonNull[PyType_Spec], Retained("result")],
    bases: Annotated[BorrowedPtr | None, IfNull("default"), Unchecked("nonempty")],
    /,
) -> Annotated[OwnedPtr[PyTypeObject] | None, As("PyObject *"), Null("ambiguous")]:
    """Make a type of a module from its definition and its bases."""
    raise NotImplementedError


@c_function(since="3.12", may_run_python=True, limited_api="3.12")
def PyType_FromMetaclass(
    metaclass: Annotated[BorrowedPtr[PyTypeObject] | None, IfNull("default"), Unchecked("type")],
    module: Annotated[BorrowedPtr | None, IfNull("empty")],
    spec: Annotated[NonNull[PyType_Spec], Retained("result")],
    bases: Annotated[BorrowedPtr | None, IfNull("default"), Unchecked("nonempty")],
    /,
) -> Annotated[OwnedPtr[PyTypeObject] | None, As("PyObject *"), Null("ambiguous")]:
    """Make a type of a metaclass from its definition and its bases."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyType_GenericAlloc(
    type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type"), Unchecked("zeroed")],
    count: Annotated[Py_ssize_t, Between(0, 1 << 40)],
    /,
) -> OwnedPtr | None:
    """Make an object whose fields are all zero, with room for ``count`` items."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyType_GenericNew(
    type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type"), Unchecked("zeroed")],
    arguments: Annotated[BorrowedPtr | None, IfNull("skip")],
    keywords: Annotated[BorrowedPtr | None, IfNull("skip")],
    /,
) -> OwnedPtr | None:
    """Make an object whose fields are all zero; the arguments are not looked at."""
    raise NotImplementedError


@c_function(limited_api="3.10")
def PyType_GetModule(
    type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], /
) -> Annotated[BorrowedPtr | None, From("type")]:
    """Return the module that a type was made with, borrowed; ``TypeError`` when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.10")
def PyType_GetModuleState(
    type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], /
) -> Annotated[Memory | None, From("type"), Null("ambiguous")]:
    """Return the state of the module that a type was made with; NULL without an exception when that has none."""
    raise NotImplementedError


@c_function(limited_api="3.13")
def PyType_GetModuleByDef(
    type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], definition: NonNull[PyModuleDef], /
) -> Annotated[BorrowedPtr | None, From("type")]:
    """Return the module of that definition which a type, or one of its bases, was made with, borrowed."""
    raise NotImplementedError


@c_function(limited_api="3.4")
def PyType_GetSlot(
    type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], slot: CInt, /
) -> Annotated[Address | None, Null("ambiguous")]:
    """Return the function in a slot; NULL without an exception when it is empty."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyType_Modified(type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], /) -> None:
    """Forget where attributes of a type were found."""
    raise NotImplementedError


@c_function(may_run_python=True, limited_api="3.2")
def PyType_Ready(type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], /) -> Status:
    """Finish a type; nothing for one that is finished."""
    raise NotImplementedError


@c_function(since="3.12")
def PyUnstable_Type_AssignVersionTag(type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], /) -> CBool:
    """Give a type a version; whether it has one."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def Py_IncRef(object: Annotated[BorrowedPtr | None, IfNull("skip"), Flight(1), Unfilled()], /) -> None:
    """Put one reference in flight; NULL is skipped."""
    raise NotImplementedError


@c_function(may_run_python=True, error_set="allowed", limited_api="3.2")
def Py_DecRef(object: Annotated[BorrowedPtr | None, IfNull("skip"), Flight(-1), Unfilled()], /) -> None:
    """End one reference in flight; NULL is skipped."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13")
def Py_GetConstant(constant: CUnsignedInt, /) -> OwnedPtr | None:
    """Return one of the interpreter's constants by its number; ``SystemError`` when there is none."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13")
def Py_GetConstantBorrowed(constant: CUnsignedInt, /) -> Annotated[BorrowedPtr | None, From("static")]:
    """Return one of the interpreter's constants by its number, borrowed."""
    raise NotImplementedError


@c_function(limited_api="3.2", undone_by="Py_ReprLeave")
def Py_ReprEnter(object: BorrowedPtr, /) -> Found:
    """Take note that the ``repr`` of an object is being made; 1 when it is already."""
    raise NotImplementedError


@c_function(error_set="allowed", limited_api="3.2", undoes="Py_ReprEnter")
def Py_ReprLeave(object: BorrowedPtr, /) -> None:
    """Take note that the ``repr`` of an object is made."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyObject_ClearWeakRefs(object: BorrowedPtr, /) -> Annotated[None, Null("always")]:
    """Raise ``SystemError``: only deallocators may call it, with an object whose count is zero."""
    raise NotImplementedError
