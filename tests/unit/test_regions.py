"""Scopes, prototypes and ledgers: what belongs to which, and what a way out leaves behind."""

from __future__ import annotations

import contextlib
import gc
import sys
import warnings
import weakref
from collections.abc import Iterator

import pytest

from ptrstate import BorrowedPtr, OwnedPtr, Status, borrow, capi, ledger, or_raise, own, prototype, scope
from ptrstate._native import core
from ptrstate.errors import DoubleDropError, LeakError, OwnershipWarning, UseAfterMoveError


class Thing:
    """Something that is not immortal."""


@pytest.fixture(autouse=True)
def _regions_are_closed() -> Iterator[None]:
    before = core.innermost()
    yield
    core.take_pending()
    left = core.innermost()
    while (region := core.innermost()) is not before:
        region.close()
    assert left is before


def test_a_refused_prototype_was_not_called() -> None:
    @prototype
    def both(left: OwnedPtr, right: OwnedPtr, /) -> Status:
        return Status.OK

    pointer = own(Thing())
    with pytest.raises(UseAfterMoveError):
        both(pointer, pointer)
    assert core.innermost() is None
    pointer.drop()


def test_a_prototype_that_runs_out_of_stack_closes_its_scope() -> None:
    @prototype
    def again(pointer: BorrowedPtr, /) -> OwnedPtr | None:
        return or_raise(again(pointer))

    limit = sys.getrecursionlimit()
    with own(Thing()) as pointer:
        borrowed = pointer.borrow()
        try:
            for deeper in range(20):  # the limit is met at each of the steps of a call
                sys.setrecursionlimit(limit // 2 + deeper)
                with pytest.raises(RecursionError):
                    again(borrowed)
        finally:
            sys.setrecursionlimit(limit)
    assert core.innermost() is None


def test_a_leak_that_no_stack_is_left_to_describe_is_described_further_out(monkeypatch: pytest.MonkeyPatch) -> None:
    @prototype(raii=False)
    def again(pointer: BorrowedPtr, /) -> OwnedPtr | None:
        mine = pointer.to_owned()
        made.append(mine._id)
        result = again(mine.borrow())
        mine.drop()
        return result

    made: list[int] = []
    unraisable: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", unraisable.append)
    limit = sys.getrecursionlimit()
    for deeper in range(20):
        made.clear()
        with pytest.raises(RecursionError) as raised, ledger():
            try:
                sys.setrecursionlimit(limit // 4 + deeper)
                again(borrow(Thing()))
            finally:
                sys.setrecursionlimit(limit)
        told = sum(note.count("   leaked ") for note in raised.value.__notes__)
        assert told == len(made)
    assert not unraisable


def test_what_a_failed_call_gives_back_belongs_to_whom_it_belonged_to() -> None:
    pointer = own(Thing())
    with scope():
        core.consume(pointer)
        core.restore(pointer)  # what a call does that consumes on success only, and fails
    assert pointer._state == "live"
    pointer.drop()


def test_a_scope_in_a_context_manager_is_the_callers() -> None:
    @contextlib.contextmanager
    def scoped() -> Iterator[None]:
        with scope():
            yield

    with scoped():
        inside = own(Thing())
    outside = own(Thing())
    assert (inside._state, outside._state) == ("dropped", "live")
    outside.drop()


def test_a_pending_interrupt_masks_no_leak() -> None:
    with pytest.raises((KeyboardInterrupt, LeakError)) as caught, ledger():
        pointer = own(Thing())
        core.set_pending(KeyboardInterrupt())
    pointer.drop()
    assert caught.type is KeyboardInterrupt
    assert any("PS006" in note for note in getattr(caught.value, "__notes__", []))


def test_what_an_index_raises_comes_through() -> None:
    class Index:
        def __index__(self) -> int:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        capi.PyList_New(Index())  # type: ignore[arg-type]


def test_dropping_what_runs_no_python_code_is_no_reason_to_warn() -> None:
    with own([["spam"], ["eggs"]]) as items:
        first = or_raise(capi.PyList_GetItem(items.borrow(), 0))
        own(f"text {id(items)}").drop()
        with warnings.catch_warnings():
            warnings.simplefilter("error", OwnershipWarning)
            assert first.to_python() == ["spam"]


def test_a_ledger_whose_violation_was_caught_is_collected() -> None:
    def run() -> weakref.ref[ledger]:
        with contextlib.suppress(DoubleDropError), ledger() as book, own(Thing()) as pointer:
            pointer.drop()
            pointer.drop()
        return weakref.ref(book)

    book = run()
    gc.collect()
    assert book() is None
