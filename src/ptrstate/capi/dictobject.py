"""The declarations of ``Include/dictobject.h`` and ``Include/cpython/dictobject.h``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyDictObject, PyListObject, PyTypeObject
from ptrstate.states import BorrowedPtr, BorrowedSlot, Found, OwnedPtr, Slot, Status
from ptrstate.vocabulary import (
    After,
    AnyAddress,
    CallbackOf,
    CBool,
    CInt,
    CString,
    From,
    IfNull,
    InOut,
    Null,
    Py_ssize_t,
    Retained,
    Sentinel,
    SsizeVar,
    Unchecked,
)

_LEFT_OUT: dict[str, str] = {}

PyDict_Type: Final = c_data("PyDict_Type", PyTypeObject, "&PyDict_Type")
PyDictKeys_Type: Final = c_data("PyDictKeys_Type", PyTypeObject, "&PyDictKeys_Type")
PyDictValues_Type: Final = c_data("PyDictValues_Type", PyTypeObject, "&PyDictValues_Type")
PyDictItems_Type: Final = c_data("PyDictItems_Type", PyTypeObject, "&PyDictItems_Type")
PyDictIterKey_Type: Final = c_data("PyDictIterKey_Type", PyTypeObject, "&PyDictIterKey_Type")
PyDictIterValue_Type: Final = c_data("PyDictIterValue_Type", PyTypeObject, "&PyDictIterValue_Type")
PyDictIterItem_Type: Final = c_data("PyDictIterItem_Type", PyTypeObject, "&PyDictIterItem_Type")
PyDictRevIterKey_Type: Final = c_data("PyDictRevIterKey_Type", PyTypeObject, "&PyDictRevIterKey_Type")
PyDictRevIterValue_Type: Final = c_data("PyDictRevIterValue_Type", PyTypeObject, "&PyDictRevIterValue_Type")
PyDictRevIterItem_Type: Final = c_data("PyDictRevIterItem_Type", PyTypeObject, "&PyDictRevIterItem_Type")


@c_function(kind="macro")
def PyDict_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a dict, or of a type derived from it."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDict_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a dict and of no derived type."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDictKeys_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a view of a dict's keys."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDictValues_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a view of a dict's values."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDictItems_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a view of a dict's items."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDictViewSet_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a view of a dict's keys or of its items."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyDict_New() -> OwnedPtr[PyDictObject] | None:
    """Make an empty dict."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyDict_SetItem(dict: BorrowedPtr[PyDictObject], key: BorrowedPtr, value: BorrowedPtr, /) -> Status:
    """Store ``value`` under ``key``; the dict takes references of its own."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyDict_SetItemString(dict: BorrowedPtr[PyDictObject], key: CString, value: BorrowedPtr, /) -> Status:
    """Store ``value`` under a text."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyDict_DelItem(dict: BorrowedPtr[PyDictObject], key: BorrowedPtr, /) -> Status:
    """Remove ``key`` and its value; ``KeyError`` when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyDict_DelItemString(dict: BorrowedPtr[PyDictObject], key: CString, /) -> Status:
    """Remove the text ``key`` and its value; ``KeyError`` when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyDict_GetItem(
    dict: BorrowedPtr[PyDictObject],
    key: BorrowedPtr,
    /,
) -> Annotated[BorrowedPtr | None, From("dict", "mutable"), Null("absent")]:
    """Return the value under ``key``, borrowed; every error is swallowed."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyDict_GetItemWithError(
    dict: BorrowedPtr[PyDictObject],
    key: BorrowedPtr,
    /,
) -> Annotated[BorrowedPtr | None, From("dict", "mutable"), Null("ambiguous")]:
    """Return the value under ``key``, borrowed; NULL without an exception when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyDict_GetItemString(
    dict: BorrowedPtr[PyDictObject],
    key: CString,
    /,
) -> Annotated[BorrowedPtr | None, From("dict", "mutable"), Null("absent")]:
    """Return the value under the text ``key``, borrowed; every error is swallowed."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13", may_run_python=True)
def PyDict_GetItemRef(
    dict: BorrowedPtr[PyDictObject],
    key: BorrowedPtr,
    result: Annotated[Slot, After(success="set", failure="null", absent="null")],
    /,
) -> Found:
    """Store a strong reference to the value under ``key`` in ``result``."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13", may_run_python=True)
def PyDict_GetItemStringRef(
    dict: BorrowedPtr[PyDictObject],
    key: CString,
    result: Annotated[Slot, After(success="set", failure="null", absent="null")],
    /,
) -> Found:
    """Store a strong reference to the value under the text ``key`` in ``result``."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyDict_SetDefault(
    dict: BorrowedPtr[PyDictObject],
    key: BorrowedPtr,
    default: BorrowedPtr,
    /,
) -> Annotated[BorrowedPtr | None, From("dict", "mutable")]:
    """Return the value under ``key``, borrowed, after storing ``default`` where there was none."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True)
def PyDict_SetDefaultRef(
    dict: BorrowedPtr[PyDictObject],
    key: BorrowedPtr,
    default: BorrowedPtr,
    result: Annotated[Slot | None, After(success="set", failure="null", absent="set"), IfNull("skip")],
    /,
) -> Found:
    """Store a strong reference to the value under ``key`` in ``result``; where there was none, that is ``default`` now."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True)
def PyDict_Pop(
    dict: BorrowedPtr[PyDictObject],
    key: BorrowedPtr,
    result: Annotated[Slot | None, After(success="set", failure="null", absent="null"), IfNull("skip")],
    /,
) -> Found:
    """Remove ``key`` and move its value into ``result``, or release it."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True)
def PyDict_PopString(
    dict: BorrowedPtr[PyDictObject],
    key: CString,
    result: Annotated[Slot | None, After(success="set", failure="null", absent="null"), IfNull("skip")],
    /,
) -> Found:
    """Remove the text ``key`` and move its value into ``result``, or release it."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyDict_Contains(dict: Annotated[BorrowedPtr[PyDictObject], Unchecked("type")], key: BorrowedPtr, /) -> Found:
    """Whether the dict has ``key``."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True)
def PyDict_ContainsString(dict: Annotated[BorrowedPtr[PyDictObject], Unchecked("type")], key: CString, /) -> Found:
    """Whether the dict has the text ``key``."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyDict_Next(
    dict: BorrowedPtr[PyDictObject],
    position: Annotated[SsizeVar, InOut()],
    key: Annotated[BorrowedSlot | None, From("dict", "mutable"), IfNull("skip")],
    value: Annotated[BorrowedSlot | None, From("dict", "mutable"), IfNull("skip")],
    /,
) -> CBool:
    """Step through the items; false after the last."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyDict_Size(dict: BorrowedPtr[PyDictObject], /) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Return the number of items."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDict_GET_SIZE(dict: Annotated[BorrowedPtr[PyDictObject], Unchecked("type")], /) -> Py_ssize_t:
    """Return the number of items; nothing is checked in C."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyDict_Keys(dict: BorrowedPtr[PyDictObject], /) -> OwnedPtr[PyListObject] | None:
    """Return a list of the keys."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyDict_Values(dict: BorrowedPtr[PyDictObject], /) -> OwnedPtr[PyListObject] | None:
    """Return a list of the values."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyDict_Items(dict: BorrowedPtr[PyDictObject], /) -> OwnedPtr[PyListObject] | None:
    """Return a list of pairs of key and value."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyDict_Copy(dict: BorrowedPtr[PyDictObject], /) -> OwnedPtr[PyDictObject] | None:
    """Return a dict with the same items."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyDict_Clear(dict: BorrowedPtr, /) -> None:
    """Remove all items; what is no dict is left alone."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyDict_Update(dict: BorrowedPtr[PyDictObject], other: BorrowedPtr, /) -> Status:
    """Store the items of ``other``, a mapping with ``keys`` and ``__getitem__``."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyDict_Merge(dict: BorrowedPtr[PyDictObject], other: BorrowedPtr, override: CInt, /) -> Status:
    """Store the items of the mapping ``other``; without ``override`` keys that are there keep their values."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyDict_MergeFromSeq2(
    dict: Annotated[BorrowedPtr[PyDictObject], Unchecked("type")], pairs: BorrowedPtr, override: CInt, /
) -> Status:
    """Store the pairs of key and value that ``pairs`` yields; without ``override`` keys that are there keep their values."""
    raise NotImplementedError


@c_function(limited_api="3.10")
def PyObject_GenericGetDict(
    instance: Annotated[BorrowedPtr, Unchecked("instance")], context: Annotated[AnyAddress | None, IfNull("default")], /
) -> OwnedPtr | None:
    """Return the dict of an object's attributes, made if need be; ``AttributeError`` when it cannot have one."""
    raise NotImplementedError


@c_function(since="3.12")
def PyDict_AddWatcher(
    callback: Annotated[
        Callable[[int, BorrowedPtr, BorrowedPtr | None, BorrowedPtr | None], int],
        CallbackOf("PyDict_WatchCallback"),
        Retained("process"),
    ],
    /,
) -> Annotated[CInt, Sentinel(-1)]:
    """Have ``callback`` called for changes of the dicts that are watched, and return its number; there can be eight."""
    raise NotImplementedError


@c_function(since="3.12")
def PyDict_ClearWatcher(watcher_id: CInt, /) -> Status:
    """Take a watcher away; ``ValueError`` when there is none of that number."""
    raise NotImplementedError


@c_function(since="3.12")
def PyDict_Watch(watcher_id: CInt, dict: BorrowedPtr[PyDictObject], /) -> Status:
    """Have a watcher told of changes of ``dict``; ``ValueError`` when it is no dict, or there is no such watcher."""
    raise NotImplementedError


@c_function(since="3.12")
def PyDict_Unwatch(watcher_id: CInt, dict: BorrowedPtr[PyDictObject], /) -> Status:
    """Have a watcher told no more of changes of ``dict``."""
    raise NotImplementedError
