"""Borrows and interior pointers: PS004, PS005, PS015, PS101."""

from __future__ import annotations

from typing import Annotated

from ptrstate import BorrowedPtr, BorrowedSlot, OwnedPtr, Status, Var, borrow, capi, or_none, or_raise, own, prototype
from ptrstate.buffers import Py_buffer
from ptrstate.pointees import PyDictObject, PyListObject, PyTupleObject, PyUnicodeObject
from ptrstate.vocabulary import From


def used_after_the_owner() -> None:
    number = or_raise(capi.PyFloat_FromDouble(1.5))
    same = number.borrow()
    number.drop()
    or_none(capi.PyFloat_AsDouble(same))  # finds: PS004


def used_before_the_owner_ends() -> None:
    number = or_raise(capi.PyFloat_FromDouble(1.5))
    same = number.borrow()
    or_none(capi.PyFloat_AsDouble(same))
    number.drop()


def item_of_a_dropped_tuple(pairs: BorrowedPtr) -> None:
    pair = or_raise(capi.PySequence_GetItem(pairs, 0)).cast(PyTupleObject)
    key = or_raise(capi.PyTuple_GetItem(pair.borrow(), 0))
    pair.drop()
    or_raise(capi.PyObject_Size(key))  # finds: PS004


def item_of_a_tuple(pairs: BorrowedPtr) -> None:
    pair = or_raise(capi.PySequence_GetItem(pairs, 0)).cast(PyTupleObject)
    key = or_raise(capi.PyTuple_GetItem(pair.borrow(), 0))
    or_raise(capi.PyObject_Size(key))
    pair.drop()


@prototype
def returned_from_a_local(pairs: BorrowedPtr, /) -> Annotated[BorrowedPtr | None, From("pairs")]:
    pair = or_raise(capi.PySequence_Tuple(pairs))
    return capi.PyTuple_GetItem(pair.borrow(), 0)  # finds: PS004


@prototype
def returned_from_the_argument(pair: BorrowedPtr[PyTupleObject], /) -> Annotated[BorrowedPtr | None, From("pair")]:
    return capi.PyTuple_GetItem(pair, 0)


def borrow_of_a_moved(items: BorrowedPtr[PyListObject]) -> None:
    item = own("an item")
    lent = item.borrow()
    or_raise(capi.PyList_SetItem(items, 0, item))
    or_raise(capi.PyObject_Size(lent))  # finds: PS004


def borrow_in_with() -> None:
    with own("an item") as item:
        lent = item.borrow()
    or_raise(capi.PyObject_Size(lent))  # finds: PS004


def replaced_under_the_borrow(items: BorrowedPtr[PyListObject]) -> None:
    item = or_raise(capi.PyList_GetItem(items, 0))
    or_raise(capi.PyList_SetItem(items, 0, own(None)))
    or_raise(capi.PyObject_Repr(item)).drop()  # finds: PS005


def owned_before_the_replacement(items: BorrowedPtr[PyListObject]) -> None:
    item = or_raise(capi.PyList_GetItem(items, 0)).to_owned()
    or_raise(capi.PyList_SetItem(items, 0, own(None)))
    or_raise(capi.PyObject_Repr(item.borrow())).drop()
    item.drop()


def across_a_call(items: BorrowedPtr[PyListObject], function: BorrowedPtr) -> None:
    item = or_raise(capi.PyList_GetItem(items, 0))
    or_raise(capi.PyObject_CallNoArgs(function)).drop()
    or_raise(capi.PyObject_Repr(item)).drop()  # finds: PS101


def not_across_a_call(items: BorrowedPtr[PyListObject], function: BorrowedPtr) -> None:
    item = or_raise(capi.PyList_GetItem(items, 0))
    or_raise(capi.PyObject_Repr(item)).drop()
    or_raise(capi.PyObject_CallNoArgs(function)).drop()


def across_a_call_from_a_tuple(pair: BorrowedPtr[PyTupleObject], function: BorrowedPtr) -> None:
    item = or_raise(capi.PyTuple_GetItem(pair, 0))
    or_raise(capi.PyObject_CallNoArgs(function)).drop()
    or_raise(capi.PyObject_Repr(item)).drop()


def size_asked_in_between(items: BorrowedPtr[PyListObject]) -> None:
    item = or_raise(capi.PyList_GetItem(items, 0))
    or_raise(capi.PyList_Size(items))
    or_raise(capi.PyObject_Repr(item)).drop()


@prototype
def returned_across_a_call(
    items: BorrowedPtr[PyListObject], function: BorrowedPtr, /
) -> Annotated[BorrowedPtr | None, From("items", "mutable")]:
    item = or_raise(capi.PyList_GetItem(items, 0))
    or_raise(capi.PyObject_CallNoArgs(function))
    return item  # finds: PS101


def dict_walked_across_calls(mapping: BorrowedPtr[PyDictObject], function: BorrowedPtr) -> None:
    position, key, value = Var(0), BorrowedSlot(), BorrowedSlot()
    while capi.PyDict_Next(mapping, position, key, value):
        first, second = key.get(), value.get()
        assert first is not None
        assert second is not None
        or_raise(capi.PyObject_CallOneArg(function, first)).drop()
        or_raise(capi.PyObject_CallOneArg(function, second)).drop()  # finds: PS101


def dict_walked(mapping: BorrowedPtr[PyDictObject], function: BorrowedPtr) -> None:
    position, key, value = Var(0), BorrowedSlot(), BorrowedSlot()
    while capi.PyDict_Next(mapping, position, key, value):
        first, second = key.get(), value.get()
        assert first is not None
        assert second is not None
        or_raise(capi.PyObject_CallMethod(function, "walk", "(OO)", first, second)).drop()


def text_after_its_string() -> None:
    name = own("a name")
    text = or_raise(capi.PyUnicode_AsUTF8(name.borrow()))
    name.drop()
    or_raise(capi.PyUnicode_FromString(text)).drop()  # finds: PS015


def text_copied_in_time() -> None:
    name = own("a name")
    text = bytes(or_raise(capi.PyUnicode_AsUTF8(name.borrow())))
    name.drop()
    or_raise(capi.PyUnicode_FromString(text)).drop()


def text_copied_too_late() -> bytes:
    name = own("a name")
    text = or_raise(capi.PyUnicode_AsUTF8(name.borrow()))
    name.drop()
    return bytes(text)  # finds: PS015


def view_after_release(exporter: BorrowedPtr) -> bytes:
    view = Py_buffer()
    or_raise(capi.PyObject_GetBuffer(exporter, view, 0))
    capi.PyBuffer_Release(view)
    return bytes(view)  # finds: PS015


def owned_of_a_dead_borrow() -> OwnedPtr:
    name = own("a name")
    lent = name.borrow()
    name.drop()
    return lent.to_owned()  # finds: PS004


def rebound_owner() -> None:
    name = own("a")
    lent = name.borrow()
    name.drop()
    name = own("b")
    or_raise(capi.PyObject_Size(lent))  # finds: PS004
    name.drop()


def rebound_borrow() -> None:
    name = own("a")
    lent = name.borrow()
    name.drop()
    name = own("b")
    lent = name.borrow()
    or_raise(capi.PyObject_Size(lent))
    name.drop()


def borrow_of_a_python_object(function: BorrowedPtr) -> None:
    items = [1, 2]
    lent = borrow(items)
    or_raise(capi.PyObject_CallNoArgs(function)).drop()
    or_raise(capi.PyObject_Size(lent))


def narrowed_and_outlived() -> None:
    name = own("a name")
    lent = name.borrow().cast(PyUnicodeObject)
    name.drop()
    or_raise(capi.PyUnicode_AsUTF8String(lent)).drop()  # finds: PS004


def borrowed_again_in_each_round(items: BorrowedPtr[PyListObject]) -> Status:
    for index in range(3):
        item = or_raise(capi.PyList_GetItem(items, index))
        or_raise(capi.PyObject_Repr(item)).drop()
    return Status.OK


def kept_from_the_round_before(items: BorrowedPtr[PyListObject]) -> None:
    last: BorrowedPtr | None = None
    for index in range(3):
        item = or_raise(capi.PyList_GetItem(items, index))
        if last is not None:
            or_raise(capi.PySequence_Contains(last, item))  # finds: PS101
        last = item
        or_raise(capi.PyObject_Repr(item)).drop()  # finds: PS101


def slot_borrow_after_clear() -> None:
    from ptrstate import Slot

    field: Slot = Slot()
    field.put(own("text"))
    lent = field.borrow()
    assert lent is not None
    field.clear()
    or_raise(capi.PyObject_Size(lent))  # finds: PS004


def one_of_two_owners(flag: bool) -> None:
    first, second = own("a"), own("b")
    lent = first.borrow() if flag else second.borrow()
    first.drop()
    or_raise(capi.PyObject_Size(lent))  # finds: PS004
    second.drop()
