"""Every fallible call is failed once, with the effects a real failure has."""

from __future__ import annotations

import contextlib
import gc
import sys

import pytest

from ptrstate import BorrowedPtr, OwnedPtr, Slot, borrow, capi, or_raise, own, prototype
from ptrstate._native import core
from ptrstate.errors import LeakError, NullPointerError, OwnershipError
from ptrstate.faults import Fault, Injected, Injector
from ptrstate.pointees import PyListObject
from ptrstate.testing import OwnershipMachine, faults
from ptrstate.testing.machine import choices, table


@prototype
def pair(first: BorrowedPtr, second: BorrowedPtr, /) -> OwnedPtr | None:
    """Build a two-tuple of two strings."""
    result = or_raise(capi.PyTuple_New(2))
    or_raise(capi.PyTuple_SetItem(result.borrow(), 0, or_raise(capi.PyObject_Repr(first))))
    or_raise(capi.PyTuple_SetItem(result.borrow(), 1, or_raise(capi.PyObject_Repr(second))))
    return result


@prototype(raii=False)
def pair_in_c_style(first: BorrowedPtr, second: BorrowedPtr, /) -> OwnedPtr | None:
    """The same with the classic leak: the tuple is not released when the second string fails."""
    result = capi.PyTuple_New(2)
    if result is None:
        return None
    text = capi.PyObject_Repr(first)
    if text is None:
        result.drop()
        return None
    if capi.PyTuple_SetItem(result.borrow(), 0, text) < 0:
        result.drop()
        return None
    text = capi.PyObject_Repr(second)
    if text is None:
        return None
    if capi.PyTuple_SetItem(result.borrow(), 1, text) < 0:
        result.drop()
        return None
    return result


def test_a_right_prototype_balances_on_every_path():
    reports = list(faults(pair, borrow(object()), borrow(object())))
    assert [len(report.failed) for report in reports] == [0, 1, 1, 1, 1, 1]
    assert [report.failed[0].function for report in reports[1:]] == [
        "PyTuple_New", "PyObject_Repr", "PyTuple_SetItem", "PyObject_Repr", "PyTuple_SetItem",
    ]  # fmt: skip
    assert [report.problem for report in reports] == [None] * 6


def test_the_classic_leak_is_found_where_it_is():
    problems = [report for report in faults(pair_in_c_style, borrow(object()), borrow(object())) if report.problem]
    assert len(problems) == 1
    (found,) = problems
    assert isinstance(found.problem, LeakError)
    assert found.failed[0].function == "PyObject_Repr"
    assert found.problem.report.created.c_function == "PyTuple_New"


def test_pairs_are_tried_too():
    reports = list(faults(pair, borrow(object()), borrow(object()), pairs=True))
    assert all(report.problem is None for report in reports)


def test_an_injected_failure_empties_slots_and_consumes_what_is_stolen():
    @prototype
    def keeps(list: BorrowedPtr[PyListObject], item: OwnedPtr, /) -> OwnedPtr | None:
        slot = Slot()
        slot.put(item)
        taken = slot.take()
        assert taken is not None
        or_raise(capi.PyList_SetItem(list, 0, taken))
        return or_raise(capi.PyList_GetItem(list, 0)).to_owned()

    item = own(object())
    assert [report.problem for report in faults(keeps, borrow([None]), item)] == [None, None, None]
    item.drop()


def test_a_forgotten_null_check_is_found():
    @prototype
    def passes_null(object: BorrowedPtr, /) -> OwnedPtr | None:
        text = capi.PyObject_Repr(object)
        capi.PyErr_Clear()
        return capi.PyNumber_Long(text and text.borrow())  # type: ignore[arg-type]

    kinds = [type(report.problem) for report in faults(passes_null, borrow(5))]
    assert NullPointerError in kinds


@pytest.mark.filterwarnings("ignore")
def test_every_code_of_failure_is_the_functions_own():
    """An injected failure returns what the contract says of a failure, also where that is a bare number."""
    machine, seen = OwnershipMachine(), set()
    try:
        for function in table():
            result = function.contract.result
            if not result.fallible or result.null == "always" or result.state not in {"value", "status", "found"}:
                continue
            for pick in (2, 3, 6, 7, 10):
                with contextlib.suppress(OwnershipError, TypeError, ValueError, OverflowError, IndexError, NotImplementedError):
                    given = [machine.argument(parameter, known, pick) for _, parameter, known in choices(function)]
                    with Injector((Fault(0),)):
                        returned = function(*given)
                    assert returned == result.sentinel, function.__name__
                    assert isinstance(core.take_pending(), Injected), function.__name__
                    seen.add(function.__name__)
                    break
                core.take_pending()
            machine._tidy()
    finally:
        machine.wrong = True  # what the refused calls left in the book is not looked at here
        machine.teardown()
    assert len(seen) > 150
    assert {"PyLong_AsLong", "PyObject_Hash", "PySequence_Size"} <= seen


@prototype
def pair_of_a_new_reference(first: BorrowedPtr, /) -> OwnedPtr | None:
    return capi.Py_BuildValue("NO", first.to_owned(), first)


def test_what_a_tail_consumes_is_gone_after_an_injected_failure():
    thing = object()
    before = sys.getrefcount(thing)
    reports = list(faults(pair_of_a_new_reference, borrow(thing)))
    assert [report.problem for report in reports] == [None, None]
    del reports
    gc.collect()
    assert sys.getrefcount(thing) == before
