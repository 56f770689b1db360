"""Calls that another call has to undo: what they do in the interpreter, and that a forgotten or needless one is named."""

from __future__ import annotations

import sys

import pytest

from ptrstate import BorrowedPtr, OwnedPtr, Status, borrow, capi, checks, ledger, or_raise, prototype, testing
from ptrstate._native import core
from ptrstate.errors import LeakError, OverReleaseError
from ptrstate.reading import DeclarationError, read_contract


def test_they_undo_each_other_in_the_interpreter():
    depth = core.depth()
    or_raise(capi.Py_EnterRecursiveCall(" here"))
    assert core.depth() == depth + (sys.version_info < (3, 12))  # 3.12 counts the calls of C apart
    capi.Py_LeaveRecursiveCall()
    assert core.depth() == depth
    lent = borrow([1])
    assert [capi.Py_ReprEnter(lent), capi.Py_ReprEnter(lent)] == [0, 1]
    capi.Py_ReprLeave(lent)
    assert capi.Py_ReprEnter(lent) == 0
    capi.Py_ReprLeave(lent)
    with or_raise(capi.PyContext_New()) as context:
        or_raise(capi.PyContext_Enter(context.borrow()))
        with pytest.raises(RuntimeError):
            or_raise(capi.PyContext_Enter(context.borrow()))
        or_raise(capi.PyContext_Exit(context.borrow()))


def test_every_pair_names_each_other():
    contracts = {name: value.contract for name in dir(capi) if isinstance(value := getattr(capi, name), core.Function)}
    pairs = {name: contract.undone_by for name, contract in contracts.items() if contract.undone_by}
    assert len(pairs) == 3
    assert pairs == {contract.undoes: name for name, contract in contracts.items() if contract.undoes}


@pytest.mark.parametrize(
    ("enter", "leave"),
    [
        (lambda: capi.Py_EnterRecursiveCall(" here"), lambda: capi.Py_LeaveRecursiveCall()),
        (lambda: capi.Py_ReprEnter(borrow(core)), lambda: capi.Py_ReprLeave(borrow(core))),
    ],
)
def test_a_forgotten_one_is_a_leak_and_a_needless_one_is_refused(enter, leave):
    with pytest.raises(LeakError, match="never undid") as caught, ledger():
        enter()
    assert caught.value.report.created.line == enter.__code__.co_firstlineno
    assert caught.value.report.help.startswith("call Py_")
    leave()
    with pytest.raises(OverReleaseError):
        leave()


def test_where_c_checks_it_c_says_so():
    with or_raise(capi.PyContext_New()) as context, pytest.raises(RuntimeError):
        or_raise(capi.PyContext_Exit(context.borrow()))


def test_one_object_is_not_left_for_another():
    first, second = borrow([1]), borrow([2])
    or_raise(capi.Py_ReprEnter(first))
    with pytest.raises(OverReleaseError):
        capi.Py_ReprLeave(second)
    capi.Py_ReprLeave(first)


def test_lower_levels_of_checks_still_match_them():
    with checks("off"):
        or_raise(capi.Py_EnterRecursiveCall(" here"))
    capi.Py_LeaveRecursiveCall()


@prototype
def forgetful(thing: BorrowedPtr, /) -> OwnedPtr | None:
    or_raise(capi.Py_EnterRecursiveCall(" here"))
    text = or_raise(capi.PyObject_Repr(thing))
    capi.Py_LeaveRecursiveCall()
    return text


def test_the_way_out_that_forgets_it_is_found():
    with pytest.raises(LeakError, match="Py_LeaveRecursiveCall"):
        testing.check(forgetful)


def test_a_declaration_says_whom_it_is_undone_by_and_when_it_counts():
    def enter(thing: BorrowedPtr, /) -> OwnedPtr | None: ...
    def leave(thing: BorrowedPtr, /) -> Status: ...

    with pytest.raises(DeclarationError, match="returns 0 or nothing"):
        read_contract(enter, {"undone_by": "leave"}, (3, 12))
    with pytest.raises(DeclarationError, match="the name of a function"):
        read_contract(leave, {"undoes": True}, (3, 12))
    with pytest.raises(DeclarationError, match="functions of C"):
        prototype(undoes="enter")(leave)
