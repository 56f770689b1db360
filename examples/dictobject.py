"""What ``Include/dictobject.h`` gained in 3.13 so that nobody has to hold a borrowed value, over what was there before."""

from __future__ import annotations

from typing import Annotated

from ptrstate import BorrowedPtr, Found, Slot, capi, or_none, or_raise, prototype
from ptrstate.pointees import PyDictObject
from ptrstate.vocabulary import After, CString, IfNull


@prototype
def PyDict_GetItemRef(dict: BorrowedPtr[PyDictObject], key: BorrowedPtr, result: Slot, /) -> Found:
    """Put the value under ``key`` into ``result``; nothing where there is none."""
    value = or_none(capi.PyDict_GetItemWithError(dict, key))
    if value is None:
        return Found.ABSENT
    result.put(value.to_owned())
    return Found.PRESENT


@prototype
def PyDict_SetDefaultRef(
    dict: BorrowedPtr[PyDictObject],
    key: BorrowedPtr,
    default: BorrowedPtr,
    result: Annotated[Slot | None, IfNull("skip"), After(absent="set")],
    /,
) -> Found:
    """Put the value under ``key`` into ``result``, after storing ``default`` where there was none."""
    before = or_raise(capi.PyDict_Size(dict))
    value = or_raise(capi.PyDict_SetDefault(dict, key, default)).to_owned()
    present = or_raise(capi.PyDict_Size(dict)) == before
    if result is not None:
        result.put(value)
    return Found.PRESENT if present else Found.ABSENT


@prototype
def PyDict_Pop(
    dict: BorrowedPtr[PyDictObject], key: BorrowedPtr, result: Annotated[Slot | None, IfNull("skip")], /
) -> Found:
    """Take the value under ``key`` out of the dict and put it into ``result``; nothing where there is none."""
    if or_raise(capi.PyDict_Size(dict)) == 0:
        return Found.ABSENT
    value = or_none(capi.PyDict_GetItemWithError(dict, key))
    if value is None:
        return Found.ABSENT
    kept = value.to_owned()
    or_raise(capi.PyDict_DelItem(dict, key))
    if result is not None:
        result.put(kept)
    return Found.PRESENT


@prototype
def PyDict_ContainsString(dict: BorrowedPtr[PyDictObject], key: CString, /) -> Found:
    """Whether the dict has the text ``key``."""
    name = or_raise(capi.PyUnicode_FromString(key))
    return Found(or_raise(capi.PyDict_Contains(dict, name.borrow())))


@prototype
def PyDict_GetItemStringRef(dict: BorrowedPtr[PyDictObject], key: CString, result: Slot, /) -> Found:
    """Put the value under the text ``key`` into ``result``; nothing where there is none."""
    name = or_raise(capi.PyUnicode_FromString(key))
    return Found(or_raise(PyDict_GetItemRef(dict, name.borrow(), result)))
