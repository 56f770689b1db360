"""The declarations of ``Include/dictobject.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import PyDictObject
from ptrstate.states import BorrowedPtr, BorrowedSlot, Found, OwnedPtr, Slot, Status
from ptrstate.vocabulary import After, CBool, CString, From, IfNull, InOut, Null, SsizeVar, Unchecked


@c_function
def PyDict_New() -> OwnedPtr[PyDictObject] | None:
    """Make an empty dict."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyDict_SetItem(dict: BorrowedPtr[PyDictObject], key: BorrowedPtr, value: BorrowedPtr, /) -> Status:
    """Store ``value`` under ``key``; the dict takes references of its own."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyDict_GetItemWithError(
    dict: BorrowedPtr[PyDictObject],
    key: BorrowedPtr,
    /,
) -> Annotated[BorrowedPtr | None, From("dict", "mutable"), Null("ambiguous")]:
    """Return the value under ``key``, borrowed; NULL without an exception when there is none."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyDict_GetItemString(
    dict: BorrowedPtr[PyDictObject],
    key: CString,
    /,
) -> Annotated[BorrowedPtr | None, From("dict", "mutable"), Null("absent")]:
    """Return the value under the text ``key``, borrowed; every error is swallowed."""
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


@c_function(may_run_python=True)
def PyDict_Contains(dict: Annotated[BorrowedPtr[PyDictObject], Unchecked("type")], key: BorrowedPtr, /) -> Found:
    """Whether the dict has ``key``."""
    raise NotImplementedError


@c_function
def PyDict_Next(
    dict: BorrowedPtr[PyDictObject],
    position: Annotated[SsizeVar, InOut()],
    key: Annotated[BorrowedSlot | None, From("dict", "mutable"), IfNull("skip")],
    value: Annotated[BorrowedSlot | None, From("dict", "mutable"), IfNull("skip")],
    /,
) -> CBool:
    """Step through the items; false after the last."""
    raise NotImplementedError


@c_function(since="3.13", may_run_python=True)
def PyDict_GetItemRef(
    dict: BorrowedPtr[PyDictObject],
    key: BorrowedPtr,
    result: Annotated[Slot, After(success="set", failure="null", absent="null")],
    /,
) -> Found:
    """Store a strong reference to the value under ``key`` in ``result``."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyDict_GetItem(
    dict: BorrowedPtr[PyDictObject],
    key: BorrowedPtr,
    /,
) -> Annotated[BorrowedPtr | None, From("dict", "mutable"), Null("absent")]:
    """Return the value under ``key``, borrowed; every error is swallowed."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyDict_SetItemString(dict: BorrowedPtr[PyDictObject], key: CString, value: BorrowedPtr, /) -> Status:
    """Store ``value`` under a text."""
    raise NotImplementedError
