"""Moves and drops: PS001, PS002, PS003."""

from __future__ import annotations

import sys
from contextlib import suppress

import pytest

from ptrstate import BorrowedPtr, OwnedPtr, Status, capi, or_raise, own, prototype
from ptrstate.errors import UseAfterDropError
from ptrstate.pointees import PyDictObject, PyListObject, PyTupleObject
from ptrstate.vocabulary import Py_ssize_t


@prototype
def stolen_then_read(list: BorrowedPtr[PyListObject], item: OwnedPtr, /) -> Status:
    or_raise(capi.PyList_SetItem(list, 0, item))
    or_raise(capi.PyObject_IsTrue(item.borrow()))  # finds: PS003
    return Status.OK


@prototype
def stolen_then_dropped_on_failure(list: BorrowedPtr[PyListObject], item: OwnedPtr, /) -> Status:
    status = capi.PyList_SetItem(list, 0, item)
    if status is Status.FAILED:
        item.drop()  # finds: PS003
    return status


@prototype
def stolen_twice(list: BorrowedPtr[PyListObject], item: OwnedPtr, /) -> Status:
    or_raise(capi.PyList_SetItem(list, 0, item))
    return capi.PyList_SetItem(list, 1, item)  # finds: PS003


@prototype
def stolen_in_a_loop(list: BorrowedPtr[PyListObject], count: Py_ssize_t, item: OwnedPtr, /) -> Status:
    for index in range(count):
        or_raise(capi.PyList_SetItem(list, index, item))  # finds: PS003
    return Status.OK


@prototype
def cloned_for_each_round(list: BorrowedPtr[PyListObject], count: Py_ssize_t, item: OwnedPtr, /) -> Status:
    for index in range(count):
        or_raise(capi.PyList_SetItem(list, index, item.clone()))
    return Status.OK


@prototype
def returned_after_steal(list: BorrowedPtr[PyListObject], /) -> OwnedPtr | None:
    item = or_raise(capi.PyLong_FromLong(123456))
    or_raise(capi.PyList_SetItem(list, 0, item))
    return item  # finds: PS003


@prototype
def cloned_before_steal(list: BorrowedPtr[PyListObject], /) -> OwnedPtr | None:
    item = or_raise(capi.PyLong_FromLong(123456))
    or_raise(capi.PyList_SetItem(list, 0, item.clone()))
    return item


def dropped_twice() -> None:
    number = or_raise(capi.PyLong_FromLong(123456))
    number.drop()
    number.drop()  # finds: PS002


def dropped_once() -> None:
    number = or_raise(capi.PyLong_FromLong(123456))
    number.drop()


def dropped_in_both_branches(flag: bool) -> None:
    number = own(123456)
    if flag:
        number.drop()
    number.drop()  # finds: PS002


def dropped_in_one_branch_each(flag: bool) -> None:
    number = own(123456)
    if flag:
        print("dropped early")
        number.drop()
    else:
        number.drop()


def dropped_under_the_same_flag(flag: bool) -> None:
    number = own(123456)
    if flag:
        number.drop()
    print("between")
    if not flag:
        number.drop()


def used_through_an_alias() -> None:
    first = own("a name")
    second = first
    first.drop()
    or_raise(capi.PyObject_Size(second.borrow()))  # finds: PS001


def alias_dropped_instead() -> None:
    first = own("a name")
    second = first
    or_raise(capi.PyObject_Size(first.borrow()))
    second.drop()


def used_after_explicit_move() -> None:
    first = own("a name")
    second = first.move()
    first.drop()  # finds: PS003
    second.drop()


def used_after_drop_in_an_argument() -> None:
    name = own("a name")
    name.drop()
    or_raise(capi.PyObject_Repr(name.borrow())).drop()  # finds: PS001


def cloned_after_drop() -> None:
    name = own("a name")
    name.drop()
    name.clone().drop()  # finds: PS001


def read_after_drop() -> object:
    name = own("a name")
    name.drop()
    return name.to_python()  # finds: PS001


def read_before_drop() -> object:
    name = own("a name")
    text = name.to_python()
    name.drop()
    return text


def dropped_in_finally_too() -> None:
    name = own("a name")
    try:
        or_raise(capi.PyObject_Size(name.borrow()))
        name.drop()
    finally:
        name.drop()  # finds: PS002


def dropped_in_finally() -> None:
    name = own("a name")
    try:
        or_raise(capi.PyObject_Size(name.borrow()))
    finally:
        name.drop()


def dropped_by_with_and_then_used() -> None:
    with own("a name") as name:
        or_raise(capi.PyObject_Size(name.borrow()))
    or_raise(capi.PyObject_Size(name.borrow()))  # finds: PS001


def moved_out_of_with() -> OwnedPtr:
    with own("a name") as name:
        or_raise(capi.PyObject_Size(name.borrow()))
        return name.move()


def returned_out_of_with() -> OwnedPtr:
    with own("a name") as name:
        return name  # finds: PS001


def unpacked_from_a_tuple() -> None:
    pair = (own("a"), own("b"))
    first, second = pair
    first.drop()
    second.drop()
    pair[0].drop()  # finds: PS002


def each_of_a_tuple_dropped() -> None:
    pair = (own("a"), own("b"))
    for part in pair:
        part.drop()


def same_argument_twice(pair: BorrowedPtr[PyTupleObject]) -> None:
    item = own("an item")
    or_raise(either(item, item)).drop()  # finds: PS003


@prototype
def either(first: OwnedPtr, second: OwnedPtr, /) -> OwnedPtr | None:
    return first if or_raise(capi.PyObject_IsTrue(first.borrow())) else second


@prototype
def consumed_by_a_prototype(first: OwnedPtr, second: OwnedPtr, /) -> OwnedPtr | None:
    result = or_raise(either(first, second))
    or_raise(capi.PyObject_Size(first.borrow()))  # finds: PS003
    return result


def added_on_success_only(module: BorrowedPtr[PyDictObject]) -> None:
    made = or_raise(capi.PyModule_New("spam"))
    value = own(1)
    status = capi.PyModule_AddObject(made.borrow(), "value", value)
    if status < 0:
        value.drop()
    made.drop()
    or_raise(status)


def added_and_dropped_on_success() -> None:
    made = or_raise(capi.PyModule_New("spam"))
    value = own(1)
    status = capi.PyModule_AddObject(made.borrow(), "value", value)
    if status == 0:
        value.drop()  # finds: PS003
    made.drop()
    or_raise(status)


def rebound_between() -> None:
    name = own("a")
    name.drop()
    name = own("b")
    or_raise(capi.PyObject_Size(name.borrow()))
    name.drop()


def dropped_in_a_while_loop(count: int) -> None:
    name = own("a name")  # finds: PS006
    while count > 0:
        count -= 1
        name.drop()  # finds: PS002


def conditional_expression_chooses(flag: bool) -> None:
    first, second = own("a"), own("b")
    chosen = first if flag else second
    chosen.drop()
    first.drop()  # finds: PS002
    second.drop()  # finds: PS002


def conditional_expression_right(flag: bool) -> None:
    chosen = own("a") if flag else own("b")
    chosen.drop()


def match_drops_twice(status: Status) -> None:
    name = own("a name")
    match status:
        case Status.FAILED:
            name.drop()
        case _:
            print("fine")
    name.drop()  # finds: PS002


def match_drops_once(status: Status) -> None:
    name = own("a name")
    match status:
        case Status.FAILED:
            name.drop()
        case _:
            name.drop()


def used_in_a_closure_after_drop() -> object:
    name = own("a name")
    name.drop()
    return lambda: name.to_python()  # finds: PS001


def used_in_a_comprehension_after_drop() -> list[object]:
    name = own("a name")
    name.drop()
    return [name.to_python() for _ in range(3)]  # finds: PS001


def used_in_a_comprehension() -> list[object]:
    name = own("a name")
    texts = [name.to_python() for _ in range(3)]
    name.drop()
    return texts


def walrus_drops() -> None:
    if (name := capi.PyUnicode_FromString("a name")) is not None:
        name.drop()
        or_raise(capi.PyObject_Size(name.borrow()))  # finds: PS001
    or_raise(name)


def closed_in_every_clause(text: str) -> int:
    name = own("a name")
    try:
        number = int(text)
    except ValueError:
        number = 0
    except (TypeError, KeyError):
        name.drop()
        raise
    name.drop()
    return number


def dropped_by_the_handler_and_after(text: str) -> None:
    name = own("a name")
    try:
        print(int(text))
    except ValueError:
        name.drop()
    name.drop()  # finds: PS002


def dropped_before_exit(flag: bool) -> None:
    name = own("a name")
    if flag:
        name.drop()
        sys.exit(1)
    name.drop()


def nested_blocks(items: BorrowedPtr[PyListObject]) -> None:
    with own("outer") as outer:
        with outer.clone() as inner, suppress(ValueError):
            or_raise(capi.PyObject_IsTrue(inner.borrow()))
        or_raise(capi.PyList_Append(items, outer.borrow()))
        or_raise(capi.PyList_Append(items, inner.borrow()))  # finds: PS001


def returned_while_finally_drops(flag: bool) -> OwnedPtr | None:
    name = own("a name")
    try:
        if flag:
            return name  # finds: PS001
    finally:
        name.drop()
    return None


def swapped(flag: bool) -> None:
    first, second = own("a"), own("b")
    if flag:
        first, second = second, first
    first.drop()
    second.drop()


def swapped_and_dropped_twice() -> None:
    first, second = own("a"), own("b")
    first, second = second, first
    first.drop()
    second.drop()
    first.drop()  # finds: PS002


def deleted_name() -> None:
    name = own("a name")
    alias = name
    del name
    alias.drop()


async def in_a_coroutine() -> None:
    name = own("a name")
    name.drop()
    name.drop()  # finds: PS002


class Holder:
    """A class whose methods are looked at, too."""

    def method(self) -> None:
        """Drop twice."""
        name = own("a name")
        name.drop()
        name.drop()  # finds: PS002


def inner_functions() -> None:
    def breaks() -> None:
        name = own("a name")
        name.drop()
        name.drop()  # finds: PS002

    breaks()


def expected_by_a_test() -> None:
    name = own("a name")
    name.drop()
    with pytest.raises(UseAfterDropError):
        name.borrow()
