"""The declarations of ``Include/cpython/odictobject.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyDictObject, PyODictObject, PyTypeObject
from ptrstate.states import BorrowedPtr, Found, OwnedPtr, Status
from ptrstate.vocabulary import CBool, CString, From, Null, Py_ssize_t, Sentinel, Unchecked

_LEFT_OUT: dict[str, str] = {}

PyODict_Type: Final = c_data("PyODict_Type", PyTypeObject, "&PyODict_Type")
PyODictIter_Type: Final = c_data("PyODictIter_Type", PyTypeObject, "&PyODictIter_Type")
PyODictKeys_Type: Final = c_data("PyODictKeys_Type", PyTypeObject, "&PyODictKeys_Type")
PyODictValues_Type: Final = c_data("PyODictValues_Type", PyTypeObject, "&PyODictValues_Type")
PyODictItems_Type: Final = c_data("PyODictItems_Type", PyTypeObject, "&PyODictItems_Type")


@c_function(kind="macro")
def PyODict_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is an ``OrderedDict``, or of a type derived from it."""
    raise NotImplementedError


@c_function(kind="macro")
def PyODict_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is an ``OrderedDict`` and of no derived type."""
    raise NotImplementedError


@c_function
def PyODict_New() -> OwnedPtr[PyODictObject] | None:
    """Make an empty ``OrderedDict``."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyODict_SetItem(
    dict: Annotated[BorrowedPtr[PyODictObject], Unchecked("type")], key: BorrowedPtr, value: BorrowedPtr, /
) -> Status:
    """Store ``value`` under ``key``; the dict takes references of its own."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyODict_DelItem(dict: Annotated[BorrowedPtr[PyODictObject], Unchecked("type")], key: BorrowedPtr, /) -> Status:
    """Remove ``key`` and its value; ``KeyError`` when there is none."""
    raise NotImplementedError


@c_function(kind="macro")
def PyODict_SIZE(dict: Annotated[BorrowedPtr[PyDictObject], Unchecked("type")], /) -> Py_ssize_t:
    """Return the number of items; nothing is checked in C."""
    raise NotImplementedError


@c_function(kind="macro")
def PyODict_Size(dict: BorrowedPtr[PyDictObject], /) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Return the number of items."""
    raise NotImplementedError


@c_function(kind="macro", may_run_python=True)
def PyODict_GetItem(
    dict: BorrowedPtr[PyDictObject], key: BorrowedPtr, /
) -> Annotated[BorrowedPtr | None, From("dict", "mutable"), Null("absent")]:
    """Return the value under ``key``, borrowed; every error is swallowed."""
    raise NotImplementedError


@c_function(kind="macro", may_run_python=True)
def PyODict_GetItemWithError(
    dict: BorrowedPtr[PyDictObject], key: BorrowedPtr, /
) -> Annotated[BorrowedPtr | None, From("dict", "mutable"), Null("ambiguous")]:
    """Return the value under ``key``, borrowed; NULL without an exception when there is none."""
    raise NotImplementedError


@c_function(kind="macro", may_run_python=True)
def PyODict_GetItemString(
    dict: BorrowedPtr[PyDictObject], key: CString, /
) -> Annotated[BorrowedPtr | None, From("dict", "mutable"), Null("absent")]:
    """Return the value under the text ``key``, borrowed; every error is swallowed."""
    raise NotImplementedError


@c_function(kind="macro", may_run_python=True)
def PyODict_Contains(dict: Annotated[BorrowedPtr[PyDictObject], Unchecked("type")], key: BorrowedPtr, /) -> Found:
    """Whether the dict has ``key``."""
    raise NotImplementedError
