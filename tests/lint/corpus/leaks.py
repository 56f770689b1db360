"""Owned pointers that never end: PS006."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from ptrstate import BorrowedPtr, OwnedPtr, Slot, Status, capi, ledger, or_none, or_raise, own, prototype, scope
from ptrstate.buffers import Py_buffer
from ptrstate.pointees import PyListObject


def never_dropped() -> None:
    text = or_raise(capi.PyUnicode_FromString("text"))  # finds: PS006
    or_raise(capi.PyObject_Size(text.borrow()))


def result_thrown_away() -> None:
    capi.PyErr_Clear()
    own("text")  # finds: PS006


def left_by_an_early_return(flag: bool) -> None:
    text = own("text")  # finds: PS006
    if flag:
        return
    text.drop()


def dropped_before_the_early_return(flag: bool) -> None:
    text = own("text")
    if flag:
        text.drop()
        return
    text.drop()


def left_where_a_later_call_fails(obj: BorrowedPtr) -> None:
    names = or_raise(capi.PyList_New(0))  # finds: PS006
    name = capi.PyObject_GetAttrString(obj, "name")
    if name is None:
        with suppress(AttributeError):
            or_none(None)
        return
    name.drop()
    names.drop()


def left_in_a_loop(obj: BorrowedPtr) -> None:
    for index in range(3):
        number = own(index)  # finds: PS006
        or_raise(capi.PyObject_IsTrue(number.borrow()))


def dropped_in_a_loop(obj: BorrowedPtr) -> None:
    for index in range(3):
        number = own(index)
        or_raise(capi.PyObject_IsTrue(number.borrow()))
        number.drop()


def left_by_continue(obj: BorrowedPtr) -> None:
    for index in range(3):
        number = own(index)  # finds: PS006
        if index == 1:
            continue
        number.drop()


def left_by_break() -> None:
    while True:
        number = own(1)  # finds: PS006
        if or_raise(capi.PyObject_IsTrue(number.borrow())):
            break
        number.drop()


def dropped_after_break() -> None:
    while True:
        number = own(1)
        if or_raise(capi.PyObject_IsTrue(number.borrow())):
            break
        number.drop()
    number.drop()


def rebound_while_it_owns() -> None:
    name = own("a")  # finds: PS006
    name = own("b")
    name.drop()


@prototype
def rebound_in_a_prototype(obj: BorrowedPtr, /) -> OwnedPtr | None:
    name = own("a")
    name = own("b")
    return name


@prototype
def left_to_the_prototype(obj: BorrowedPtr, /) -> Status:
    name = own("a")
    or_raise(capi.PyObject_SetAttr(obj, name.borrow(), capi.Py_None))
    return Status.OK


@prototype(raii=False)
def left_in_c_style(obj: BorrowedPtr, /) -> Status:
    name = own("a")  # finds: PS006
    return capi.PyObject_SetAttr(obj, name.borrow(), capi.Py_None)


@prototype(raii=False)
def released_in_c_style(obj: BorrowedPtr, /) -> Status:
    name = own("a")
    status = capi.PyObject_SetAttr(obj, name.borrow(), capi.Py_None)
    name.drop()
    return status


@prototype(raii=False)
def left_by_or_raise_in_c_style(obj: BorrowedPtr, /) -> Status:
    name = own("a")  # finds: PS006
    or_raise(capi.PyObject_SetAttr(obj, name.borrow(), capi.Py_None))
    name.drop()
    return Status.OK


@prototype(raii=False)
def argument_left_in_c_style(obj: BorrowedPtr, value: OwnedPtr, /) -> Status:  # finds: PS006
    return capi.PyObject_SetAttrString(obj, "value", value.borrow())


def made_inside_the_arguments(items: BorrowedPtr[PyListObject]) -> None:
    or_raise(capi.PyList_Append(items, or_raise(capi.PyLong_FromLong(123456)).borrow()))  # finds: PS006


def dropped_by_a_scope(items: BorrowedPtr[PyListObject]) -> None:
    with scope():
        or_raise(capi.PyList_Append(items, or_raise(capi.PyLong_FromLong(123456)).borrow()))


def kept_out_of_a_scope() -> OwnedPtr:
    with scope() as s:
        other = own("other")
        or_raise(capi.PyObject_Size(other.borrow()))
        return s.keep(own("kept"))


def kept_and_left() -> None:
    with scope() as s:
        kept = s.keep(own("kept"))  # finds: PS006
    or_raise(capi.PyObject_Size(kept.borrow()))


def left_in_a_ledger() -> None:
    with ledger():
        text = own("text")  # finds: PS006
        or_raise(capi.PyObject_Size(text.borrow()))


def dropped_in_a_ledger() -> None:
    with ledger():
        text = own("text")
        or_raise(capi.PyObject_Size(text.borrow()))
        text.drop()


def left_in_a_slot() -> None:
    field: Slot = Slot()
    field.put(own("text"))  # finds: PS006


def cleared_slot() -> None:
    field: Slot = Slot()
    field.put(own("text"))
    field.clear()


def taken_from_a_slot() -> None:
    field: Slot = Slot()
    field.put(own("text"))
    text = field.take()
    if text is not None:
        text.drop()


def replaced_and_old_forgotten() -> None:
    field: Slot = Slot()
    field.put(own("text"))  # finds: PS006
    field.replace(own("other"))
    field.clear()


def handler_forgets() -> None:
    text = own("text")  # finds: PS006
    try:
        or_raise(capi.PyObject_IsTrue(text.borrow()))
        text.drop()
    except ValueError:
        print("left")


def handler_drops() -> None:
    text = own("text")
    try:
        or_raise(capi.PyObject_IsTrue(text.borrow()))
    except ValueError:
        print("dropped below")
    text.drop()


def suppressed_error_leaves_it() -> None:
    with suppress(ValueError):
        text = own("text")  # finds: PS006
        or_raise(capi.PyObject_IsTrue(text.borrow()))
        text.drop()


def with_block_inside_suppress() -> None:
    with suppress(ValueError), own("text") as text:
        or_raise(capi.PyObject_IsTrue(text.borrow()))


def handed_to_the_caller() -> OwnedPtr:
    text = own("text")
    or_raise(capi.PyObject_Size(text.borrow()))
    return text


def taken_from_a_helper() -> None:
    text = handed_to_the_caller()  # finds: PS006
    or_raise(capi.PyObject_Size(text.borrow()))


def stored_elsewhere(registry: dict[str, OwnedPtr]) -> None:
    registry["text"] = own("text")


def passed_to_somebody() -> None:
    somebody(own("text"))


def somebody(pointer: OwnedPtr) -> None:
    """End what comes."""
    pointer.drop()


def view_never_released(exporter: BorrowedPtr) -> None:
    view = Py_buffer()
    or_raise(capi.PyObject_GetBuffer(exporter, view, 0))  # finds: PS006
    print(view.len)


def view_released(exporter: BorrowedPtr) -> None:
    view = Py_buffer()
    or_raise(capi.PyObject_GetBuffer(exporter, view, 0))
    print(view.len)
    capi.PyBuffer_Release(view)


def view_in_with(exporter: BorrowedPtr) -> None:
    with Py_buffer() as view:
        or_raise(capi.PyObject_GetBuffer(exporter, view, 0))
        print(view.len)


def raw_never_taken_up() -> None:
    raw = own("text").into_raw()  # finds: PS006
    print(raw)


def raw_taken_up() -> None:
    raw = own("text").into_raw()
    raw.assume_owned().drop()


def returned_from_finally(flag: bool) -> None:
    text = own("text")
    try:
        if flag:
            return
        print("not yet")
    finally:
        text.drop()


def left_by_raise(flag: bool) -> None:
    text = own("text")  # finds: PS006
    if flag:
        raise ValueError
    text.drop()


def dropped_before_raise(flag: bool) -> None:
    text = own("text")
    if flag:
        text.drop()
        raise ValueError
    text.drop()


def deleted_while_it_owns() -> None:
    text = own("text")  # finds: PS006
    del text
    print("gone")


def left_in_a_tuple() -> None:
    pair = (own("a"), own("b"))  # finds: PS006
    pair[0].drop()


def left_by_else(items: list[int]) -> None:
    text = own("text")  # finds: PS006
    for item in items:
        if item:
            text.drop()
            break
    else:
        print("never dropped here")


def dropped_by_else(items: list[int]) -> None:
    text = own("text")
    for item in items:
        if item:
            text.drop()
            break
    else:
        text.drop()


@prototype
def stub(obj: BorrowedPtr, /) -> OwnedPtr | None: ...


def yielded() -> Iterator[OwnedPtr]:
    text = own("text")
    yield text
    text.drop()
