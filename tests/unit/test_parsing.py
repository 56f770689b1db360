"""``PyArg_ParseTuple`` and its kin: the format says what each target is, and whose the results are."""

from __future__ import annotations

import pytest

from ptrstate import BorrowedSlot, Var, borrow, capi, ledger, or_raise, own
from ptrstate.buffers import Py_buffer
from ptrstate.errors import BorrowOutlivesOwnerError, LeakError, NullPointerError
from ptrstate.formats import units


@pytest.fixture
def slot() -> BorrowedSlot:
    return BorrowedSlot()


def taken(slot: BorrowedSlot):
    found = slot.get()
    assert found is not None
    return found.to_python()


def test_each_unit_fills_its_target(slot):
    number, text, length = Var(0), Var(None), Var(0)
    args = own((slot, 5, "text"))
    with args:
        assert capi.PyArg_ParseTuple(args.borrow(), "Ois#:f", slot, number, text, length) == 1
        assert taken(slot) is slot
        assert (number.value, bytes(text.value), length.value) == (5, b"text", 4)


def test_what_is_optional_stays_as_it_was(slot):
    view, number = Py_buffer(), Var(7)
    assert capi.PyArg_ParseTuple(borrow(()), "|Oiy*", slot, number, view) == 1
    assert slot.get() is None
    assert number.value == 7


def test_a_view_has_to_be_released():
    with pytest.raises(LeakError), ledger():
        view = Py_buffer()
        assert capi.PyArg_ParseTuple(borrow((b"bytes",)), "y*", view) == 1
        assert bytes(view) == b"bytes"


def test_keywords_go_by_name(slot):
    number = Var(0)
    assert capi.PyArg_ParseTupleAndKeywords(borrow((1,)), borrow({"b": 3}), "O|i", ["a", "b"], slot, number) == 1
    assert (taken(slot), number.value) == (1, 3)


def test_one_object_is_parsed_without_a_tuple():
    real, first, second = Var(0.0), Var(0), Var(0)
    assert capi.PyArg_Parse(borrow(3.5), "d", real) == 1
    assert capi.PyArg_Parse(borrow((1, 2)), "(ii)", first, second) == 1
    assert (real.value, first.value, second.value) == (3.5, 1, 2)


def test_a_list_of_arguments_is_made_for_what_takes_one(slot):
    number = Var(0)
    assert capi.PyArg_VaParse(borrow((1, 2)), "Oi", slot, number) == 1
    assert (taken(slot), number.value) == (1, 2)
    assert capi.PyArg_VaParseTupleAndKeywords(borrow(()), borrow({"a": 3}), "i", ["a"], number) == 1
    assert number.value == 3
    with or_raise(capi.Py_VaBuildValue("(Os)", borrow(1), "one")) as built:
        assert built.to_python() == (1, "one")
    with or_raise(capi.PyUnicode_FromFormatV("%S is %s", borrow(1), "one")) as text:
        assert text.to_python() == "1 is one"


def test_a_type_comes_before_its_slot(slot):
    assert capi.PyArg_ParseTuple(borrow((b"b",)), "O!", borrow(bytes), slot) == 1
    assert taken(slot) == b"b"


@pytest.mark.parametrize(
    ("format", "args", "error"), [("i", ("no",), TypeError), ("b", (1000,), OverflowError), ("OO", (1,), TypeError)]
)
def test_a_failure_is_0_with_an_exception(slot, format, args, error):
    targets = [slot] * format.count("O") or [Var(0)]
    with pytest.raises(error):
        if capi.PyArg_ParseTuple(borrow(args), format, *targets) == 0:
            or_raise(None)


def test_the_items_are_borrowed_from_the_arguments(slot):
    args = own((object(),))
    assert capi.PyArg_ParseTuple(args.borrow(), "O", slot) == 1
    item = slot.get()
    args.drop()
    with pytest.raises(BorrowOutlivesOwnerError):
        item.to_python()


def test_wrong_targets_are_refused(slot):
    args = borrow((1,))
    with pytest.raises(TypeError, match="expected a BorrowedSlot"):
        capi.PyArg_ParseTuple(args, "O", Var(0))
    with pytest.raises(TypeError, match="expected a Var"):
        capi.PyArg_ParseTuple(args, "i", slot)
    with pytest.raises(TypeError, match="wants 2 arguments, not 1"):
        capi.PyArg_ParseTuple(args, "Oi", slot)
    with pytest.raises(NullPointerError):
        capi.PyArg_ParseTuple(args, "i", None)


@pytest.mark.parametrize("format", ["O&", "es", "D", "(O", "O)", "q"])
def test_units_that_nothing_here_understands_are_refused(format):
    parameter = capi.declarations()["PyArg_ParseTuple"].contract().parameters[-1]
    with pytest.raises(ValueError, match="unit|parentheses"):
        units(format, "parse", parameter)
