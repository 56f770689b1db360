"""What ``ptrstate.testing`` offers: strategies, check, what it raises, what of Hypothesis it honours."""

from __future__ import annotations

import dataclasses
from typing import Annotated

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.database import DirectoryBasedExampleDatabase, InMemoryExampleDatabase

from ptrstate import (
    BorrowedPtr,
    NonNull,
    OwnedPtr,
    Slot,
    Status,
    Var,
    borrow,
    capi,
    ledger,
    or_none,
    or_raise,
    prototype,
    testing,
)
from ptrstate._native import core
from ptrstate.binding import bound
from ptrstate.errors import BorrowAcrossCallWarning, ContractViolationError, LeakError
from ptrstate.faults import Fault, Injector
from ptrstate.interpreter import library
from ptrstate.pointees import PyBytesObject, PyDictObject, PyListObject, PyObject, PyTupleObject
from ptrstate.vocabulary import CDouble, CString, IfNull, Py_ssize_t, SsizeVar

QUICK = hypothesis.settings(max_examples=30, deadline=None, database=None)


@prototype
def right(object: BorrowedPtr, /) -> OwnedPtr | None:
    return or_raise(capi.PyObject_Repr(object))


@prototype(raii=False)
def leaky(object: BorrowedPtr, /) -> OwnedPtr | None:
    text = capi.PyObject_Repr(object)
    if text is None:
        return None
    pair = capi.PyTuple_Pack(1, text.borrow())
    if pair is None:
        return None
    text.drop()
    return pair


# ---- strategies ----


@given(testing.objects())
def test_objects_are_fresh_and_of_every_kind(obj):
    assert not hasattr(type(obj), "_address")


@pytest.mark.parametrize(("pointee", "kind"), [(PyListObject, list), (PyDictObject, dict), (PyTupleObject, tuple), (PyObject, object)])
@pytest.mark.parametrize("state", [OwnedPtr, BorrowedPtr])
def test_pointers_are_what_was_asked_for(pointee, kind, state):
    @hypothesis.settings(QUICK)
    @given(testing.pointers(pointee, state))
    def draw(pointer):
        assert isinstance(pointer, state)
        assert isinstance(pointer.to_python(), kind)

    draw()


@given(testing.pointers(PyListObject, NonNull))
def test_a_raw_pointer_carries_no_reference(pointer):
    assert isinstance(pointer, NonNull)


def test_what_is_drawn_and_not_dropped_is_dropped_at_the_end_of_the_example():
    drawn = []

    @hypothesis.settings(QUICK)
    @given(testing.pointers(PyListObject))
    def draw(pointer):
        drawn.append(pointer)

    with ledger():
        draw()
    assert {pointer._state for pointer in drawn} == {"dropped"}


def test_wrong_arguments_of_pointers_are_named():
    with pytest.raises(TypeError, match="parameter `pointee`"):
        testing.pointers(list)  # type: ignore[type-var]
    with pytest.raises(TypeError, match="parameter `state`"):
        testing.pointers(PyListObject, list)


# ---- check ----


def test_the_summary_counts_what_was_tried():
    summary = testing.check(right, settings=QUICK)
    assert summary.examples == 30
    assert summary.paths >= 2
    assert summary.faults >= summary.examples
    ((function, place, made, failed),) = summary.calls
    assert function == "PyObject_Repr"
    assert place.startswith("test_testing.py:")
    assert made > failed > 0
    assert summary.unreached == ()
    assert "1 of 1 fallible calls failed" in str(summary)


def test_the_problem_is_raised_with_the_smallest_case():
    with pytest.raises(LeakError) as caught:
        testing.check(leaky, settings=QUICK)
    assert caught.value.report.created.text == "text = capi.PyObject_Repr(object)"
    notes = "\n".join(caught.value.__notes__)
    assert "case     leaky(object=" in notes
    assert "because  PyTuple_Pack at test_testing.py:" in notes
    assert "body     ended at test_testing.py:" in notes


def test_calls_that_no_run_reaches_are_told():
    @prototype
    def hides(object: BorrowedPtr, /) -> OwnedPtr | None:
        if object.to_python() is test_calls_that_no_run_reaches_are_told:
            return capi.PyObject_Str(object)
        return capi.PyObject_Repr(object)

    assert [name for name, _ in testing.check(hides, settings=QUICK).unreached] == ["PyObject_Str"]


def test_arguments_of_ones_own_are_used():
    seen = set()

    @prototype
    def looks(list: BorrowedPtr[PyListObject], index: Py_ssize_t, /) -> Status:
        seen.add((len(list.to_python()), index))
        return Status.OK

    testing.check(looks, arguments={"list": st.just([1, 2, 3]), "index": st.integers(0, 2)}, settings=QUICK)
    assert seen <= {(3, 0), (3, 1), (3, 2)}
    with pytest.raises(TypeError, match="no parameter 'item'"):
        testing.check(looks, arguments={"item": st.none()})


def test_every_kind_of_parameter_gets_an_argument():
    @prototype
    def takes(
        owned: OwnedPtr, number: CDouble, text: CString, out: Slot, position: SsizeVar,
        maybe: Annotated[BorrowedPtr | None, IfNull("default")], /,
    ) -> Status:  # fmt: skip
        assert isinstance(number, float)
        assert isinstance(position, Var)
        assert isinstance(text, str | bytes)
        assert maybe is None or isinstance(maybe, BorrowedPtr)
        out.put(owned)
        return Status.OK

    assert testing.check(takes, settings=QUICK).examples == 30


def test_what_is_no_prototype_is_refused():
    with pytest.raises(TypeError, match="parameter `prototype`"):
        testing.check(len)


def test_a_warning_is_a_problem():
    @prototype
    def holds(dict: BorrowedPtr[PyDictObject], key: BorrowedPtr, /) -> OwnedPtr | None:
        value = or_none(capi.PyDict_GetItemWithError(dict, key))
        or_raise(capi.PyObject_Repr(key)).drop()
        return value.to_owned() if value is not None else capi.PyLong_FromLong(0)

    with pytest.raises(BorrowAcrossCallWarning):
        testing.check(holds, settings=QUICK)


def test_examples_and_phases_are_honoured():
    assert testing.check(right, examples=7).examples == 7
    only = hypothesis.settings(QUICK, phases=[hypothesis.Phase.explicit])
    assert testing.check(right, settings=only).examples == 0


def test_a_deadline_is_honoured():
    import time

    @prototype
    def slow(object: BorrowedPtr, /) -> Status:
        time.sleep(0.05)
        return Status.OK

    with pytest.raises(hypothesis.errors.DeadlineExceeded):
        testing.check(slow, settings=hypothesis.settings(QUICK, deadline=20))


def test_a_failing_case_is_kept_and_tried_first(tmp_path):
    database = DirectoryBasedExampleDatabase(tmp_path)
    kept = hypothesis.settings(QUICK, database=database)
    with pytest.raises(LeakError):
        testing.check(leaky, settings=kept)
    assert any(tmp_path.rglob("*"))
    again = hypothesis.settings(kept, phases=[hypothesis.Phase.reuse])
    with pytest.raises(LeakError):
        testing.check(leaky, settings=again)
    assert testing.check(right, settings=again).examples == 0  # each prototype has its own cases


def test_redis_is_a_database_like_any_other():
    fakeredis = pytest.importorskip("fakeredis")
    from hypothesis.extra.redis import RedisExampleDatabase

    server = fakeredis.FakeServer()
    with pytest.raises(LeakError):
        testing.check(leaky, settings=hypothesis.settings(QUICK, database=RedisExampleDatabase(fakeredis.FakeRedis(server=server))))
    elsewhere = RedisExampleDatabase(fakeredis.FakeRedis(server=server))
    with pytest.raises(LeakError):
        testing.check(leaky, settings=hypothesis.settings(QUICK, database=elsewhere, phases=[hypothesis.Phase.reuse]))


def test_a_database_in_memory_works_too():
    with pytest.raises(LeakError):
        testing.check(leaky, settings=hypothesis.settings(QUICK, database=InMemoryExampleDatabase()))


def test_the_counts_of_a_c_function_are_held_to_its_contract():
    contract = capi.PyList_Append.contract
    assert testing.check(capi.PyList_Append, settings=QUICK).runs
    wrong = dataclasses.replace(
        contract,
        parameters=tuple(
            dataclasses.replace(p, state="owned", consumed="always") if p.name == "item" else p for p in contract.parameters
        ),
    )
    with pytest.raises(ContractViolationError, match="too many"):
        testing.check(bound(wrong, library.ffi, library.lib.PyList_Append), settings=QUICK)


# ---- injected failures ----


def test_a_failure_empties_a_slot_that_the_call_would_empty():
    slot = Slot()
    with ledger():
        slot.put(or_raise(capi.PyBytes_FromString(b"text")).cast(PyBytesObject))
        with Injector([Fault(0)]) as injector:
            failed = capi._PyBytes_Resize(slot, 2)
        assert failed == Status.FAILED
        assert [call.function for call in injector.calls] == ["_PyBytes_Resize"]
        assert slot.take() is None
        assert isinstance(core.take_pending(), MemoryError)


def test_a_failure_releases_what_a_format_consumes():
    thing = object()
    before = core.count_at(id(thing))
    with ledger():
        with Injector([Fault(0)]):
            assert capi.Py_BuildValue("(N)", core.own(thing)) is None
        core.take_pending()
    assert core.count_at(id(thing)) == before


def test_a_failure_is_what_the_code_asks_for():
    @prototype
    def optional(object: BorrowedPtr, /) -> OwnedPtr | None:
        value = capi.PyObject_GetItem(object, borrow(0))
        if value is None and capi.PyErr_ExceptionMatches(capi.PyExc_LookupError):
            capi.PyErr_Clear()
            return capi.PyLong_FromLong(-1)
        return value

    kinds = [report.failed[0].how for report in testing.faults(optional, borrow([1])) if report.failed]
    assert "LookupError" in kinds
    assert all(report.problem is None for report in testing.faults(optional, borrow([1])))


def test_allocations_fail_in_the_call_itself():
    reports = list(testing.faults(right, borrow([1.5]), allocations=True))
    starved = [report for report in reports if report.failed and "no memory" in report.failed[0].how]
    assert starved
    assert [report.problem for report in starved if report.problem is not None] == []
    with or_raise(capi.PyLong_FromLong(5)) as five:  # and only there
        assert five.to_python() == 5


def test_one_that_never_ends_is_given_up():
    @prototype
    def endless(object: BorrowedPtr, /) -> OwnedPtr | None:
        while True:
            or_raise(capi.PyObject_Repr(object)).drop()

    with pytest.raises(testing.MisbehaviourError, match="does not come to an end"):
        list(testing.faults(endless, borrow(1)))
