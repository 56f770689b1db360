"""Prototypes: what goes in, what comes out, and what is left behind."""

from __future__ import annotations

import sys
from typing import Annotated

import pytest

from ptrstate import BorrowedPtr, Found, OwnedPtr, Slot, Status, borrow, capi, ledger, or_raise, own, prototype
from ptrstate.declaration import DeclarationError
from ptrstate.errors import (
    BorrowedReturnError,
    BorrowOutlivesOwnerError,
    LeakError,
    NullPointerError,
    NullWithoutErrorError,
    ResultWithErrorError,
    StateMismatchError,
    UseAfterMoveError,
)
from ptrstate.pointees import PyListObject
from ptrstate.vocabulary import From, Py_ssize_t


@prototype
def get_item_ref(list: BorrowedPtr[PyListObject], index: Py_ssize_t, /) -> OwnedPtr | None:
    return or_raise(capi.PyList_GetItem(list, index)).to_owned()


@prototype
def consume(item: OwnedPtr, /) -> Status:
    return Status.OK


def test_a_result_is_handed_out_and_everything_else_is_dropped():
    thing = object()
    items = own([thing])
    before = sys.getrefcount(thing)
    with ledger():
        result = or_raise(get_item_ref(items.borrow(), 0))
        assert sys.getrefcount(thing) == before + 1
        result.drop()
    assert sys.getrefcount(thing) == before
    items.drop()


def test_what_or_raise_raises_becomes_the_error_value_and_the_exception():
    items = own([])
    assert get_item_ref(items.borrow(), 0) is None
    with pytest.raises(IndexError):
        or_raise(None)
    items.drop()


def test_other_exceptions_go_through():
    @prototype
    def typo(a: BorrowedPtr, /) -> OwnedPtr | None:
        return a.no_such_method()

    with pytest.raises(AttributeError):
        typo(borrow(1))


def test_an_owned_argument_is_moved_and_dropped_if_it_is_not_used():
    thing = object()
    before = sys.getrefcount(thing)
    pointer = own(thing)
    assert consume(pointer) == 0
    assert sys.getrefcount(thing) == before
    with pytest.raises(UseAfterMoveError) as caught:
        pointer.drop()
    assert caught.value.report.ended.c_function == "consume"


def test_arguments_are_held_to_the_contract():
    pointer = own([])
    with pytest.raises(StateMismatchError):
        consume(pointer.borrow())
    with pytest.raises(NullPointerError):
        consume(None)
    with pytest.raises(TypeError, match="item"):
        consume([])
    with pytest.raises(TypeError, match="expected 1 arguments"):
        consume()
    pointer.drop()


def test_results_are_held_to_the_contract():
    @prototype
    def lends(list: BorrowedPtr, /) -> OwnedPtr | None:
        return list  # type: ignore[return-value]

    @prototype
    def forgets(list: BorrowedPtr, /) -> OwnedPtr | None:
        return None

    @prototype
    def both(list: BorrowedPtr[PyListObject], /) -> Found:
        capi.PyList_GetItem(list, 99)
        return Found.PRESENT

    with pytest.raises(BorrowedReturnError):
        lends(borrow(1))
    with pytest.raises(NullWithoutErrorError):
        forgets(borrow(1))
    with pytest.raises(ResultWithErrorError):
        both(borrow([]))
    with pytest.raises(IndexError):
        or_raise(None)


def test_a_borrow_of_what_the_call_owned_is_not_returned():
    @prototype
    def dangles(list: BorrowedPtr, /) -> Annotated[BorrowedPtr | None, From("list")]:
        return list.to_owned().borrow()

    with pytest.raises(BorrowOutlivesOwnerError):
        dangles(borrow([]))


def test_c_style_drops_nothing():
    @prototype(raii=False)
    def leaks(list: BorrowedPtr, /) -> Status:
        list.to_owned()
        return Status.OK

    with pytest.raises(LeakError) as caught:
        leaks(borrow([object()]))
    assert caught.value.report.created.function.endswith("leaks")


def test_prototypes_nest():
    @prototype
    def outer(list: BorrowedPtr[PyListObject], /) -> OwnedPtr | None:
        return or_raise(get_item_ref(list, 0))

    thing = object()
    before = sys.getrefcount(thing)
    or_raise(outer(borrow([thing]))).drop()
    assert sys.getrefcount(thing) == before


def test_slots_are_parameters():
    @prototype
    def fill(list: BorrowedPtr[PyListObject], result: Slot, /) -> Found:
        result.put(or_raise(get_item_ref(list, 0)))
        return Found.PRESENT

    thing = object()
    slot = Slot()
    assert fill(borrow([thing]), slot) == 1
    taken = slot.take()
    assert taken.to_python() is thing
    taken.drop()


def test_generators_and_bad_signatures_are_refused_at_decoration():
    with pytest.raises(DeclarationError):

        @prototype
        def generator(a: BorrowedPtr, /) -> Status:
            yield

    with pytest.raises(DeclarationError):

        @prototype
        def unannotated(a, /) -> Status:
            return Status.OK
