"""The error indicator: PS008, PS009, PS010, PS011, PS102."""

from __future__ import annotations

from contextlib import suppress

from ptrstate import BorrowedPtr, Found, OwnedPtr, Status, borrow, capi, or_none, or_raise, own, prototype
from ptrstate.pointees import PyDictObject, PyListObject
from ptrstate.vocabulary import Py_ssize_t


def default_made_while_failing(obj: BorrowedPtr) -> None:
    size = capi.PyObject_GetAttrString(obj, "size")
    if size is None:
        size = capi.PyNumber_Long(borrow("10"))  # finds: PS008
    or_raise(size).drop()


def default_made_after_clearing(obj: BorrowedPtr) -> None:
    size = capi.PyObject_GetAttrString(obj, "size")
    if size is None and capi.PyErr_ExceptionMatches(capi.PyExc_AttributeError):
        capi.PyErr_Clear()
        size = capi.PyNumber_Long(borrow("10"))
    or_raise(size).drop()


def status_never_looked_at(items: BorrowedPtr[PyListObject]) -> None:
    capi.PyList_Append(items, borrow(1))
    or_raise(capi.PyList_Size(items))  # finds: PS008


def status_looked_at(items: BorrowedPtr[PyListObject]) -> None:
    or_raise(capi.PyList_Append(items, borrow(1)))
    or_raise(capi.PyList_Size(items))


def status_lost(items: BorrowedPtr[PyListObject]) -> None:
    capi.PyList_Append(items, borrow(1))  # finds: PS011


@prototype
def status_handed_on(items: BorrowedPtr[PyListObject], /) -> Status:
    return capi.PyList_Append(items, borrow(1))


@prototype
def status_lost_in_a_prototype(items: BorrowedPtr[PyListObject], /) -> Status:
    capi.PyList_Append(items, borrow(1))
    return Status.OK  # finds: PS010


@prototype
def result_with_error(obj: BorrowedPtr, /) -> OwnedPtr | None:
    name = capi.PyObject_GetAttrString(obj, "name")
    if name is None:
        return capi.Py_None.to_owned()  # finds: PS010
    return name


@prototype
def result_without_error(obj: BorrowedPtr, /) -> OwnedPtr | None:
    name = capi.PyObject_GetAttrString(obj, "name")
    if name is None and capi.PyErr_ExceptionMatches(capi.PyExc_AttributeError):
        capi.PyErr_Clear()
        return capi.Py_None.to_owned()
    return name


@prototype
def absent_with_error(key: BorrowedPtr, /) -> Found:
    if not capi.PyUnicode_Check(key):
        capi.PyErr_SetString(capi.PyExc_TypeError, "no text")
        return Found.ABSENT  # finds: PS010
    return Found.PRESENT


@prototype
def failed_with_error(key: BorrowedPtr, /) -> Found:
    if not capi.PyUnicode_Check(key):
        capi.PyErr_SetString(capi.PyExc_TypeError, "no text")
        return Found.FAILED
    return Found.PRESENT


@prototype
def null_without_error(mapping: BorrowedPtr[PyDictObject], key: BorrowedPtr, /) -> OwnedPtr | None:
    found = or_none(capi.PyDict_GetItemWithError(mapping, key))
    if found is None:
        return None  # finds: PS009
    return found.to_owned()


@prototype
def null_with_error(mapping: BorrowedPtr[PyDictObject], key: BorrowedPtr, /) -> OwnedPtr | None:
    found = or_none(capi.PyDict_GetItemWithError(mapping, key))
    if found is None:
        capi.PyErr_SetObject(capi.PyExc_KeyError, key)
        return None
    return found.to_owned()


@prototype
def failed_without_error(value: BorrowedPtr, /) -> Status:
    if not capi.PyLong_Check(value):
        return Status.FAILED  # finds: PS009
    return Status.OK


@prototype
def end_of_iteration_taken_for_failure(iterator: BorrowedPtr, /) -> OwnedPtr | None:
    return capi.PyIter_Next(iterator)  # finds: PS009


@prototype
def memory_without_error(count: Py_ssize_t, /) -> Status:
    memory = capi.PyMem_Malloc(64)
    if memory is None:
        return Status.FAILED  # finds: PS009
    capi.PyMem_Free(memory)
    return Status.OK


@prototype
def memory_with_error(count: Py_ssize_t, /) -> Status:
    memory = capi.PyMem_Malloc(64)
    if memory is None:
        capi.PyErr_NoMemory()
        return Status.FAILED
    capi.PyMem_Free(memory)
    return Status.OK


def absent_taken_for_failure(mapping: BorrowedPtr[PyDictObject], key: BorrowedPtr) -> None:
    or_raise(capi.PyDict_GetItemWithError(mapping, key))  # finds: PS009


def absent_told_apart(mapping: BorrowedPtr[PyDictObject], key: BorrowedPtr) -> bool:
    return or_none(capi.PyDict_GetItemWithError(mapping, key)) is not None


def cleared_unseen(obj: BorrowedPtr) -> None:
    size = capi.PyObject_GetAttrString(obj, "size")
    if size is None:
        capi.PyErr_Clear()  # finds: PS102
    else:
        size.drop()


def cleared_when_expected(obj: BorrowedPtr) -> None:
    size = capi.PyObject_GetAttrString(obj, "size")
    if size is not None:
        size.drop()
    elif capi.PyErr_ExceptionMatches(capi.PyExc_AttributeError):
        capi.PyErr_Clear()
    else:
        or_raise(size)


def reported(obj: BorrowedPtr) -> None:
    size = capi.PyObject_GetAttrString(obj, "size")
    if size is None:
        capi.PyErr_WriteUnraisable(obj)
    else:
        size.drop()


@prototype
def minus_one_told_apart(number: BorrowedPtr, /) -> Status:
    value = capi.PyLong_AsLong(number)
    if value == -1 and capi.PyErr_Occurred() is not None:
        return Status.FAILED
    return Status.OK if value > 0 else Status.OK


@prototype
def minus_one_ignored(number: BorrowedPtr, /) -> Status:
    value = capi.PyLong_AsLong(number)
    if value > 10:
        return Status.OK
    return Status.OK  # finds: PS010


@prototype
def contains_failed_taken_for_true(mapping: BorrowedPtr[PyDictObject], key: BorrowedPtr, /) -> Status:
    if capi.PyDict_Contains(mapping, key):
        return Status.OK  # finds: PS010
    return Status.OK


@prototype
def contains_told_apart(mapping: BorrowedPtr[PyDictObject], key: BorrowedPtr, /) -> Status:
    match capi.PyDict_Contains(mapping, key):
        case Found.FAILED:
            return Status.FAILED
        case Found.PRESENT | Found.ABSENT:
            return Status.OK
    return Status.OK


@prototype
def goes_on_in_a_loop(items: BorrowedPtr[PyListObject], obj: BorrowedPtr, /) -> Status:
    for _ in range(3):
        capi.PyList_Append(items, obj)  # finds: PS008
    return Status.OK  # finds: PS010


@prototype
def stops_in_a_loop(items: BorrowedPtr[PyListObject], obj: BorrowedPtr, /) -> Status:
    for _ in range(3):
        if capi.PyList_Append(items, obj) < 0:
            return Status.FAILED
    return Status.OK


@prototype
def caught_and_told(obj: BorrowedPtr, /) -> OwnedPtr | None:
    try:
        return or_raise(capi.PyObject_GetAttrString(obj, "name"))
    except AttributeError:
        return own("no name")


@prototype
def caught_and_swallowed(obj: BorrowedPtr, /) -> OwnedPtr | None:
    try:
        return or_raise(capi.PyObject_GetAttrString(obj, "name"))
    except AttributeError:
        return None  # finds: PS009


def suppressed(obj: BorrowedPtr) -> None:
    with suppress(AttributeError):
        or_raise(capi.PyObject_GetAttrString(obj, "name")).drop()
