"""The error indicator: real, and in levels."""

from __future__ import annotations

import gc
import sys

import pytest

from ptrstate import borrow, capi, ledger, or_none, or_raise, own
from ptrstate.errors import CallWithErrorSetError, ErrorLostError, NullWithoutErrorError


def fail() -> None:
    assert capi.PyList_GetItem(borrow([]), 0) is None


def test_a_failure_stays_pending_until_it_is_raised():
    fail()
    with pytest.raises(IndexError, match="list index out of range"):
        or_raise(None)
    assert or_none(None) is None


def test_null_without_an_exception_is_refused():
    with pytest.raises(NullWithoutErrorError):
        or_raise(None)


def test_a_fallible_call_is_refused_while_an_exception_is_pending():
    fail()
    with pytest.raises(CallWithErrorSetError) as caught:
        capi.PyList_Size(borrow([]))
    assert caught.value.report.created.c_function == "PyList_GetItem"
    assert "IndexError" in caught.value.report.exception
    assert capi.PyList_Check(borrow([])) is True
    own([]).drop()
    with pytest.raises(IndexError):
        or_raise(None)


@pytest.mark.parametrize(
    ("hook", "report"),
    [
        ("unraisablehook", lambda: capi.PyErr_WriteUnraisable(None)),
        ("excepthook", capi.PyErr_Print),
        ("excepthook", lambda: capi.PyErr_PrintEx(0)),
    ],
)
def test_what_a_hook_is_told_is_not_cleared_unseen(hook, report, monkeypatch, recwarn):
    told: list[object] = []
    monkeypatch.setattr(sys, hook, lambda *about: told.append(about))
    fail()
    report()
    assert or_none(None) is None
    assert len(told) == 1
    assert not recwarn.list


def test_a_pending_exception_that_nobody_takes_comes_out_of_the_ledger():
    with pytest.raises(ErrorLostError) as caught, ledger():
        fail()
    assert isinstance(caught.value.__cause__, IndexError)


def test_an_inner_level_starts_empty_and_what_it_leaves_is_lost_there():
    class Leaves:
        def __del__(self) -> None:
            self.seen.append(or_none("empty"))
            fail()

    Leaves.seen = []
    items = [Leaves()]
    with pytest.raises(ErrorLostError), ledger():
        assert capi.PyList_SetItem(borrow(items), 0, own(None)) == 0
    assert Leaves.seen == ["empty"]


def test_the_outer_exception_survives_what_runs_inside():
    class Calls:
        def __del__(self) -> None:
            with pytest.raises(IndexError):
                or_raise(capi.PyList_GetItem(borrow([]), 3))

    pointer = own(Calls())
    fail()
    pointer.drop()
    with pytest.raises(IndexError, match="list index out of range"):
        or_raise(None)


def test_the_collector_has_a_level_of_its_own():
    class Calls:
        def __init__(self) -> None:
            self.me = self

        def __del__(self) -> None:
            seen.append(capi.PyList_Size(borrow([1, 2])))

    seen: list[int] = []
    Calls()
    fail()
    gc.collect()
    assert seen == [2]
    with pytest.raises(IndexError):
        or_raise(None)


def test_an_exception_in_parts_has_a_type_before_anything_else():
    """C would leave a value that nobody can see in the indicator."""
    for parts in ((None, own("value"), None), (None, None, own("traceback"))):
        with pytest.raises(ValueError, match=r"PyErr_Restore\(\).*NULL, as the first parameter"):
            capi.PyErr_Restore(*parts)
        for part in parts:
            if part is not None:
                part.drop()
    capi.PyErr_Restore(own(KeyError), own("value"), None)
    with pytest.raises(KeyError, match="value"):
        or_raise(None)


def test_what_is_no_exception_does_not_get_into_the_indicator():
    """From 3.12 on C finds out by itself, and leaves its own exception; before, it would believe anything."""
    with own([]) as no_class:
        if sys.version_info < (3, 12):
            with pytest.raises(TypeError, match=r"PyErr_Restore\(\).*`type`.*an exception class"):
                capi.PyErr_Restore(no_class, None, None)
        else:
            capi.PyErr_Restore(no_class.clone(), None, None)
            with pytest.raises(TypeError, match="'list' object is not callable"):
                or_raise(None)
