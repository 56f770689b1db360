"""NULL and the wrong state: PS007, PS012, PS013, PS016, PS017, PS018, PS020."""

from __future__ import annotations

from typing import Annotated

from ptrstate import BorrowedPtr, OwnedPtr, Slot, Status, borrow, capi, or_none, or_raise, own, prototype
from ptrstate.pointees import PyDictObject, PyListObject, PyTupleObject
from ptrstate.vocabulary import Consumed, From, IfNull


def null_passed_on(options: BorrowedPtr[PyDictObject]) -> None:
    verbose = or_none(capi.PyDict_GetItemWithError(options, borrow("verbose")))
    or_raise(capi.PyObject_IsTrue(verbose))  # finds: PS007


def null_looked_at(options: BorrowedPtr[PyDictObject]) -> None:
    verbose = or_none(capi.PyDict_GetItemWithError(options, borrow("verbose")))
    if verbose is not None:
        or_raise(capi.PyObject_IsTrue(verbose))


def unchecked_result_stolen(items: BorrowedPtr[PyListObject]) -> None:
    or_raise(capi.PyList_SetItem(items, 0, capi.PyLong_FromLong(1)))  # finds: PS007


def checked_result_stolen(items: BorrowedPtr[PyListObject]) -> None:
    or_raise(capi.PyList_SetItem(items, 0, or_raise(capi.PyLong_FromLong(1))))


def method_of_null(options: BorrowedPtr[PyDictObject]) -> None:
    verbose = or_none(capi.PyDict_GetItemWithError(options, borrow("verbose")))
    verbose.to_owned().drop()  # finds: PS007


def none_written_out(items: BorrowedPtr[PyListObject]) -> None:
    or_raise(capi.PyList_Append(items, None))  # finds: PS007


def null_where_it_is_taken(obj: BorrowedPtr) -> None:
    or_raise(capi.PyObject_SetAttrString(obj, "name", None))


def borrowed_stolen(items: BorrowedPtr[PyListObject], item: BorrowedPtr) -> None:
    or_raise(capi.PyList_SetItem(items, 0, item))  # finds: PS012


def owned_lent_without_a_word(items: BorrowedPtr[PyListObject]) -> None:
    item = own("an item")
    or_raise(capi.PyList_Append(items, item))  # finds: PS012
    item.drop()


def made_owned_for_the_steal(items: BorrowedPtr[PyListObject], item: BorrowedPtr) -> None:
    or_raise(capi.PyList_SetItem(items, 0, item.to_owned()))


@prototype
def borrowed_returned(items: BorrowedPtr[PyListObject], /) -> OwnedPtr | None:
    return capi.PyList_GetItem(items, 0)  # finds: PS018


@prototype
def none_returned(items: BorrowedPtr[PyListObject], /) -> OwnedPtr | None:
    or_raise(capi.PyList_Reverse(items))
    return capi.Py_None  # finds: PS018


@prototype
def owned_returned(items: BorrowedPtr[PyListObject], /) -> OwnedPtr | None:
    item = capi.PyList_GetItem(items, 0)
    return None if item is None else item.to_owned()


@prototype
def argument_returned(obj: BorrowedPtr, /) -> OwnedPtr | None:
    return obj  # finds: PS018


@prototype
def owned_returned_as_borrowed(obj: BorrowedPtr, /) -> Annotated[BorrowedPtr | None, From("obj")]:
    return own("text")  # finds: PS012


def borrowed_released(items: BorrowedPtr[PyListObject]) -> None:
    item = or_raise(capi.PyList_GetItem(items, 0))
    capi.Py_DECREF(item)  # finds: PS013


def taken_and_released(items: BorrowedPtr[PyListObject]) -> None:
    item = or_raise(capi.PyList_GetItem(items, 0))
    capi.Py_INCREF(item)
    capi.Py_DECREF(item)


def released_once_too_often(obj: BorrowedPtr) -> None:
    capi.Py_INCREF(obj)
    capi.Py_DECREF(obj)
    capi.Py_DECREF(obj)  # finds: PS013


def assumed_twice() -> None:
    raw = own("text").into_raw()
    first = raw.assume_owned()
    second = raw.assume_owned()  # finds: PS013
    first.drop()
    second.drop()


def assumed_from_a_borrow(obj: BorrowedPtr) -> None:
    obj.as_raw().assume_owned().drop()  # finds: PS013


def assumed_after_incref(obj: BorrowedPtr) -> None:
    capi.Py_INCREF(obj)
    obj.as_raw().assume_owned().drop()


def freed_elsewhere() -> None:
    memory = capi.PyMem_Malloc(64)
    if memory is None:
        raise MemoryError
    capi.PyMem_RawFree(memory)  # finds: PS016


def freed_where_it_came_from() -> None:
    memory = capi.PyMem_RawMalloc(64)
    if memory is None:
        raise MemoryError
    capi.PyMem_RawFree(memory)


def put_twice() -> None:
    field: Slot = Slot()
    field.put(own("a"))
    field.put(own("b"))  # finds: PS017
    field.clear()


def put_after_clear() -> None:
    field: Slot = Slot()
    field.put(own("a"))
    field.clear()
    field.put(own("b"))
    field.clear()


def borrowed_put(item: BorrowedPtr) -> None:
    field: Slot = Slot()
    field.put(item)  # finds: PS012
    field.clear()


@prototype
def fill(key: BorrowedPtr, result: Slot, /) -> Status:
    result.put(key.to_owned())
    return Status.OK


def filled_in_each_round(keys: list[object]) -> None:
    result: Slot = Slot()
    for key in keys:
        or_raise(fill(borrow(key), result))  # finds: PS017
    result.clear()


def filled_and_cleared_in_each_round(keys: list[object]) -> None:
    result: Slot = Slot()
    for key in keys:
        or_raise(fill(borrow(key), result))
        result.clear()


def unfilled_tuple_passed_on() -> None:
    pair = or_raise(capi.PyTuple_New(2))
    capi.PyTuple_SET_ITEM(pair.borrow(), 0, own("a"))
    or_raise(capi.PyObject_Repr(pair.borrow())).drop()  # finds: PS020
    pair.drop()


def filled_tuple_passed_on() -> None:
    pair = or_raise(capi.PyTuple_New(2))
    capi.PyTuple_SET_ITEM(pair.borrow(), 0, own("a"))
    capi.PyTuple_SET_ITEM(pair.borrow(), 1, own("b"))
    or_raise(capi.PyObject_Repr(pair.borrow())).drop()
    pair.drop()


def filled_in_a_loop(count: int) -> None:
    items = or_raise(capi.PyList_New(count))
    for index in range(count):
        or_raise(capi.PyList_SetItem(items.borrow(), index, own(index)))
    or_raise(capi.PyObject_Repr(items.borrow())).drop()
    items.drop()


def unfilled_list_read() -> object:
    items = or_raise(capi.PyList_New(3))
    seen = items.to_python()  # finds: PS020
    items.drop()
    return seen


def empty_list_read() -> object:
    items = or_raise(capi.PyList_New(0))
    seen = items.to_python()
    items.drop()
    return seen


@prototype
def keeps_on_success(obj: BorrowedPtr, value: Annotated[OwnedPtr, Consumed("success")], /) -> Status:
    return capi.PyObject_SetAttrString(obj, "value", value.borrow())


def released_after_conditional_steal(obj: BorrowedPtr) -> None:
    value = own(1)
    if keeps_on_success(obj, value) < 0:
        value.drop()
        or_none(None)


def released_after_successful_steal(obj: BorrowedPtr) -> None:
    value = own(1)
    or_raise(keeps_on_success(obj, value))
    value.drop()  # finds: PS003


@prototype
def takes_null(value: Annotated[BorrowedPtr | None, IfNull("default")], /) -> OwnedPtr | None:
    if value is None:
        return own("default")
    return value.to_owned()


@prototype
def forgets_null(value: Annotated[BorrowedPtr | None, IfNull("default")], /) -> OwnedPtr | None:
    return capi.PyObject_Str(value) if capi.PyUnicode_Check(value) else own("default")  # finds: PS007


def null_to_a_prototype() -> None:
    or_raise(takes_null(None)).drop()


def built_and_released_again() -> None:
    text = own("text")
    tuple_ = or_raise(capi.Py_BuildValue("(N)", text))
    text.drop()  # finds: PS003
    tuple_.drop()


def built_with_a_borrow() -> None:
    text = own("text")
    tuple_ = capi.Py_BuildValue("(O)", text.borrow())
    text.drop()
    or_raise(tuple_).drop()


def cast_and_stolen(pair: BorrowedPtr[PyTupleObject]) -> None:
    items = or_raise(capi.PySequence_Tuple(pair)).cast(PyListObject)
    or_raise(capi.PyList_Append(items.borrow(), pair))
    items.drop()
