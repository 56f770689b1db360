"""A declaration becomes a contract, or is refused with the parameter's name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import pytest

from ptrstate.pointees import PyListObject
from ptrstate.reading import DeclarationError, read_contract
from ptrstate.states import BorrowedPtr, BorrowedSlot, Found, InteriorPtr, OwnedPtr, Slot, Status, Var
from ptrstate.vocabulary import (
    After,
    As,
    Between,
    CInt,
    CLong,
    Consumed,
    From,
    IfNull,
    IndexOf,
    LengthOf,
    Null,
    Py_ssize_t,
    Retained,
    Sentinel,
    Since,
    Unchecked,
)


def read(function: Callable[..., object], version: tuple[int, int] = (3, 12), **facts: object):
    return read_contract(function, facts, version)


def test_states_are_read_from_the_annotations():
    def steal(list: BorrowedPtr[PyListObject], index: Py_ssize_t, item: OwnedPtr, /) -> Status: ...

    contract = read(steal)
    assert [p.state for p in contract.parameters] == ["borrowed", "value", "owned"]
    assert [p.consumed for p in contract.parameters] == ["never", "never", "always"]
    assert contract.result.state == "status"
    assert contract.result.null == "error"
    assert contract.c_declaration() == "int steal(PyObject *, Py_ssize_t, PyObject *);"


def test_error_set_is_allowed_only_where_nothing_can_go_wrong():
    def infallible(a: BorrowedPtr, /) -> CInt: ...
    def fallible(a: BorrowedPtr, /) -> Found: ...

    assert read(infallible).error_set == "allowed"
    assert read(infallible, may_run_python=True).error_set == "refused"
    assert read(fallible).error_set == "refused"


def test_a_parameter_is_meant_before_an_owner_elsewhere_of_its_name():
    def f(type: BorrowedPtr, /) -> Annotated[BorrowedPtr | None, From("type")]: ...

    result = read(f).result
    assert (result.borrows_from, result.borrows_from_kind) == ("type", None)


def test_a_variable_for_an_address_says_whose_memory_it_is():
    def f(text: BorrowedPtr, rest: Annotated[Var[InteriorPtr | None], As("const char **")], /) -> Status: ...

    with pytest.raises(DeclarationError, match=r"^f: parameter rest: .*needs From\(\.\.\.\)"):
        read(f)


def test_a_bounded_marker_holds_in_its_versions_only():
    def f(a: BorrowedPtr, /) -> Annotated[BorrowedPtr | None, From("a", "mutable"), Since("3.13", From("type"))]: ...

    assert read(f, (3, 12)).result.borrows_from == "a"
    assert read(f, (3, 13)).result.borrows_from_kind == "type"


def test_facts_change_with_the_version():
    def f(a: BorrowedPtr, /) -> Status: ...

    changes = {"3.13": {"may_run_python": True}}
    assert not read(f, (3, 12), changes=changes).may_run_python
    assert read(f, (3, 13), changes=changes).may_run_python


def none_without_meaning(a: BorrowedPtr | None, /) -> Status: ...
def meaning_without_none(a: Annotated[BorrowedPtr, IfNull("default")], /) -> Status: ...
def borrowed_from_nobody(a: BorrowedPtr, /) -> BorrowedPtr | None: ...
def borrowed_from_a_stranger(a: BorrowedPtr, /) -> Annotated[BorrowedPtr | None, From("b")]: ...
def consumed_borrow(a: Annotated[BorrowedPtr, Consumed("success")], /) -> Status: ...
def no_annotation(a, /) -> Status: ...
def no_result(a: BorrowedPtr, /): ...
def bare_int(a: int, /) -> Status: ...
def index_of_a_stranger(a: BorrowedPtr, i: Annotated[Py_ssize_t, IndexOf("b")], /) -> Status: ...
def between_nothing(a: Annotated[CInt, Between(5, 0)], /) -> Status: ...
def length_of_a_stranger(a: BorrowedPtr, i: Annotated[Py_ssize_t, LengthOf("b")], /) -> Status: ...
def keyword_only(*, a: BorrowedPtr) -> Status: ...
def default(a: CInt = 0, /) -> Status: ...
def never_but_none(a: BorrowedPtr, /) -> Annotated[OwnedPtr | None, Null("never")]: ...
def absent_but_not_none(a: BorrowedPtr, /) -> Annotated[OwnedPtr, Null("absent")]: ...
def slot_result(a: BorrowedPtr, /) -> Slot: ...
def after_on_a_pointer(a: Annotated[BorrowedPtr, After()], /) -> Status: ...
def borrowed_slot_from_nobody(a: BorrowedSlot, /) -> Status: ...
def retained_by_a_stranger(a: Annotated[BorrowedPtr, Retained("b")], /) -> Status: ...
def sentinel_on_a_parameter(a: Annotated[CLong, Sentinel(-1)], /) -> Status: ...
def unchecked_result(a: BorrowedPtr, /) -> Annotated[OwnedPtr | None, IndexOf("a")]: ...
def from_on_an_owned_result(a: BorrowedPtr, /) -> Annotated[OwnedPtr | None, From("a")]: ...
def no_pointee(a: BorrowedPtr[int], /) -> Status: ...
def unknown_requirement(a: Annotated[BorrowedPtr, Unchecked("tpye")], /) -> Status: ...
def cells_of_nothing(a: Annotated[BorrowedPtr, Unchecked("cells")], /) -> Status: ...
def cells_of_a_number(a: CInt, b: Annotated[BorrowedPtr, Unchecked("cells")], /) -> Status: ...
def cells_of_null(a: Annotated[BorrowedPtr | None, IfNull("error")], b: Annotated[BorrowedPtr, Unchecked("cells")], /) -> Status: ...
def ordered_after_a_pointer(a: BorrowedPtr, b: Annotated[CInt, Unchecked("ordered")], /) -> Status: ...
def preceded_by_nothing(a: BorrowedPtr, b: Annotated[BorrowedPtr | None, IfNull("clear"), Unchecked("preceded")], /) -> Status: ...
def generator(a: BorrowedPtr, /) -> Status:
    yield


async def coroutine(a: BorrowedPtr, /) -> Status: ...


@pytest.mark.parametrize(
    ("function", "names"),
    [
        (none_without_meaning, "parameter a"),
        (meaning_without_none, "parameter a"),
        (borrowed_from_nobody, "result"),
        (borrowed_from_a_stranger, "result"),
        (consumed_borrow, "parameter a"),
        (no_annotation, "parameter a"),
        (no_result, "result"),
        (bare_int, "parameter a"),
        (index_of_a_stranger, "parameter i"),
        (between_nothing, "parameter a"),
        (length_of_a_stranger, "parameter i"),
        (keyword_only, "parameter a"),
        (default, "parameter a"),
        (never_but_none, "result"),
        (absent_but_not_none, "result"),
        (slot_result, "result"),
        (after_on_a_pointer, "parameter a"),
        (borrowed_slot_from_nobody, "parameter a"),
        (retained_by_a_stranger, "parameter a"),
        (sentinel_on_a_parameter, "parameter a"),
        (unchecked_result, "result"),
        (from_on_an_owned_result, "result"),
        (no_pointee, "parameter a"),
        (unknown_requirement, "parameter a"),
        (cells_of_nothing, "parameter a"),
        (cells_of_a_number, "parameter b"),
        (cells_of_null, "parameter b"),
        (ordered_after_a_pointer, "parameter b"),
        (preceded_by_nothing, "parameter b"),
        (generator, "the function"),
        (coroutine, "the function"),
    ],
)
def test_nonsense_is_refused_by_name(function, names):
    with pytest.raises(DeclarationError, match=f"^{function.__name__}: {names}"):
        read(function)


def test_unknown_facts_are_refused():
    def f(a: BorrowedPtr, /) -> Status: ...

    with pytest.raises(DeclarationError, match="facts"):
        read(f, mood="good")
    with pytest.raises(DeclarationError, match="kind"):
        read(f, kind="method")
    with pytest.raises(DeclarationError, match="error_set"):
        read(f, error_set="perhaps")


def test_as_spells_the_c_type():
    def f(a: Annotated[BorrowedPtr, As("PyTypeObject *")], b: Annotated[BorrowedPtr, Unchecked("type")], /) -> Status: ...

    assert read(f).parameters[0].c_type == "PyTypeObject *"
    assert read(f).parameters[1].unchecked == {"type"}
