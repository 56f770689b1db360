"""The same functions as C writes them: nothing is released for you, and every path releases what it has."""

from __future__ import annotations

from typing import Annotated

from ptrstate import BorrowedPtr, Found, OwnedPtr, Slot, Status, capi, prototype
from ptrstate.pointees import PyDictObject, PyListObject, PyModuleObject
from ptrstate.vocabulary import After, CString, IfNull, Py_ssize_t, Unchecked


@prototype(raii=False)
def PyList_GetItemRef(list: BorrowedPtr[PyListObject], index: Py_ssize_t, /) -> OwnedPtr | None:
    """Return the item at ``index``; ``IndexError`` when there is none."""
    item = capi.PyList_GetItem(list, index)
    if item is None:
        return None
    return item.to_owned()


@prototype(raii=False)
def PyList_Extend(list: BorrowedPtr[PyListObject], iterable: BorrowedPtr, /) -> Status:
    """Append everything that ``iterable`` yields; a list may be extended by itself."""
    if not capi.PyList_Check(list):
        capi.PyErr_BadInternalCall()
        return Status.FAILED
    if capi.PyList_CheckExact(iterable):
        items = capi.PySequence_Tuple(iterable)
        if items is None:
            return Status.FAILED
        extended = PyList_Extend(list, items.borrow())
        items.drop()
        return extended
    iterator = capi.PyObject_GetIter(iterable)
    if iterator is None:
        return Status.FAILED
    if capi.PyObject_LengthHint(iterable, 8) < 0:
        iterator.drop()
        return Status.FAILED
    while True:
        item = capi.PyIter_Next(iterator.borrow())
        if item is None:
            break
        status = capi.PyList_Append(list, item.borrow())
        item.drop()
        if status < 0:
            iterator.drop()
            return Status.FAILED
    iterator.drop()
    return Status.OK if capi.PyErr_Occurred() is None else Status.FAILED


@prototype(raii=False)
def PyDict_GetItemRef(dict: BorrowedPtr[PyDictObject], key: BorrowedPtr, result: Slot, /) -> Found:
    """Put the value under ``key`` into ``result``; nothing where there is none."""
    value = capi.PyDict_GetItemWithError(dict, key)
    if value is None:
        return Found.ABSENT if capi.PyErr_Occurred() is None else Found.FAILED
    result.put(value.to_owned())
    return Found.PRESENT


@prototype(raii=False)
def PyDict_SetDefaultRef(
    dict: BorrowedPtr[PyDictObject],
    key: BorrowedPtr,
    default: BorrowedPtr,
    result: Annotated[Slot | None, IfNull("skip"), After(absent="set")],
    /,
) -> Found:
    """Put the value under ``key`` into ``result``, after storing ``default`` where there was none."""
    before = capi.PyDict_Size(dict)
    if before < 0:
        return Found.FAILED
    value = capi.PyDict_SetDefault(dict, key, default)
    if value is None:
        return Found.FAILED
    kept = value.to_owned()
    after = capi.PyDict_Size(dict)
    if after < 0:
        kept.drop()
        return Found.FAILED
    if result is not None:
        result.put(kept)
    else:
        kept.drop()
    return Found.PRESENT if after == before else Found.ABSENT


@prototype(raii=False)
def PyDict_Pop(
    dict: BorrowedPtr[PyDictObject], key: BorrowedPtr, result: Annotated[Slot | None, IfNull("skip")], /
) -> Found:
    """Take the value under ``key`` out of the dict and put it into ``result``; nothing where there is none."""
    size = capi.PyDict_Size(dict)
    if size <= 0:
        return Found.FAILED if size < 0 else Found.ABSENT
    value = capi.PyDict_GetItemWithError(dict, key)
    if value is None:
        return Found.ABSENT if capi.PyErr_Occurred() is None else Found.FAILED
    kept = value.to_owned()
    if capi.PyDict_DelItem(dict, key) < 0:
        kept.drop()
        return Found.FAILED
    if result is not None:
        result.put(kept)
    else:
        kept.drop()
    return Found.PRESENT


@prototype(raii=False)
def PyDict_ContainsString(dict: BorrowedPtr[PyDictObject], key: CString, /) -> Found:
    """Whether the dict has the text ``key``."""
    name = capi.PyUnicode_FromString(key)
    if name is None:
        return Found.FAILED
    found = capi.PyDict_Contains(dict, name.borrow())
    name.drop()
    return found


@prototype(raii=False)
def PyObject_GetOptionalAttr(object: BorrowedPtr, name: BorrowedPtr, result: Slot, /) -> Found:
    """Put the attribute into ``result``; an ``AttributeError`` means that there is none."""
    value = capi.PyObject_GetAttr(object, name)
    if value is not None:
        result.put(value)
        return Found.PRESENT
    if not capi.PyErr_ExceptionMatches(capi.PyExc_AttributeError):
        return Found.FAILED
    capi.PyErr_Clear()
    return Found.ABSENT


@prototype(raii=False)
def PyMapping_GetOptionalItem(object: BorrowedPtr, key: BorrowedPtr, result: Slot, /) -> Found:
    """Put the item under ``key`` into ``result``; a ``KeyError`` means that there is none."""
    value = capi.PyObject_GetItem(object, key)
    if value is not None:
        result.put(value)
        return Found.PRESENT
    if not capi.PyErr_ExceptionMatches(capi.PyExc_KeyError):
        return Found.FAILED
    capi.PyErr_Clear()
    return Found.ABSENT


@prototype(raii=False, error_set="allowed")
def PyModule_Add(
    module: BorrowedPtr[PyModuleObject], name: CString, value: Annotated[OwnedPtr | None, IfNull("propagate")], /
) -> Status:
    """Add ``value`` to the module under ``name``.  NULL is what an earlier call left, whose exception goes on."""
    if value is None:
        if capi.PyErr_Occurred() is None:
            capi.PyErr_SetString(capi.PyExc_SystemError, "PyModule_AddObjectRef() got NULL and no exception")
        return Status.FAILED
    status = capi.PyModule_AddObjectRef(module, name, value.borrow())
    value.drop()
    return status


@prototype(raii=False)
def PyIter_NextItem(iterator: Annotated[BorrowedPtr, Unchecked("iterator")], item: Slot, /) -> Found:
    """Put the next item into ``item``; nothing at the end."""
    following = capi.PyIter_Next(iterator)
    if following is not None:
        item.put(following)
        return Found.PRESENT
    return Found.ABSENT if capi.PyErr_Occurred() is None else Found.FAILED
