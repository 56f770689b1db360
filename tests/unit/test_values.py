"""Values that are no pointers: what a C type takes, and a refusal that names function and parameter."""

from __future__ import annotations

import sys

import pytest

from ptrstate import borrow, capi, or_raise
from ptrstate.errors import BufferOutlivesOwnerError


def test_a_char_is_a_number_or_one_byte() -> None:
    for order in (ord("C"), b"C"):
        with or_raise(capi.PyMemoryView_GetContiguous(borrow(b"spam"), 0x100, order)) as view:
            assert bytes(view.to_python()) == b"spam"


@pytest.mark.parametrize("wrong", ["C", b"", b"CF", 256, -129, None, 1.5])
def test_what_is_no_char_is_refused_by_name(wrong: object) -> None:
    with pytest.raises((TypeError, ValueError, OverflowError), match=r"PyMemoryView_GetContiguous\(\).*`order`"):
        capi.PyMemoryView_GetContiguous(borrow(b"spam"), 0x100, wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("number", [1.5, 2, True, float("nan")])
def test_a_double_is_any_number(number: float) -> None:
    or_raise(capi.PyFloat_FromDouble(number)).drop()


@pytest.mark.parametrize("wrong", ["1.5", None, b"", 1j, 10**400], ids=["str", "None", "bytes", "complex", "too large"])
def test_what_is_no_double_is_refused_by_name(wrong: object) -> None:
    with pytest.raises((TypeError, ValueError, OverflowError), match=r"PyFloat_FromDouble\(\).*`\w+`"):
        capi.PyFloat_FromDouble(wrong)  # type: ignore[arg-type]


def test_what_a_conversion_raises_comes_through() -> None:
    class Number:
        def __float__(self) -> float:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        capi.PyFloat_FromDouble(Number())  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", [-1, 6, 1 << 40])
def test_a_number_that_c_does_not_check_is_refused_by_name(wrong: int) -> None:
    with pytest.raises(ValueError, match=r"PyObject_RichCompare\(\): parameter `operation`: expected 0 to 5 \(C does not check it\), not"):
        capi.PyObject_RichCompare(borrow(1), borrow(2), wrong)


def test_a_class_that_is_no_exception_is_refused_where_c_does_not_look() -> None:
    with pytest.raises(TypeError, match=r"PyExceptionClass_Name\(\): parameter `type`: expected an exception class"):
        capi.PyExceptionClass_Name(borrow(int))


def test_a_tuple_is_not_stored_in_itself() -> None:
    pointer = or_raise(capi.PyTuple_New(1))
    with pytest.raises(ValueError, match=r"PyTuple_SetItem\(\): parameter `\w+`: expected another object"):
        capi.PyTuple_SetItem(pointer.borrow(), 0, pointer)
    pointer.drop()


@pytest.mark.parametrize(("flags", "order", "named"), [(0x300, b"C", "flags"), (0, b"C", "flags"), (0x100, b"X", "order")])
def test_a_value_that_c_does_not_know_is_refused_by_name(flags: int, order: bytes, named: str) -> None:
    with pytest.raises(ValueError, match=rf"PyMemoryView_GetContiguous\(\): parameter `{named}`: expected one of"):
        capi.PyMemoryView_GetContiguous(borrow(b"spam"), flags, order)


def test_an_address_is_an_int_or_an_interior_pointer() -> None:
    with or_raise(capi.PyBytes_FromString(b"spam")) as owner:
        inside = or_raise(capi.PyBytes_AsString(owner.borrow()))
        with or_raise(capi.PyLong_FromVoidPtr(inside)) as made:
            address = made.to_python()
        with or_raise(capi.PyLong_FromVoidPtr(address)) as made:
            assert made.to_python() == address


def test_an_address_inside_an_owner_that_has_ended_is_refused() -> None:
    with or_raise(capi.PyBytes_FromString(b"spam")) as owner:
        inside = or_raise(capi.PyBytes_AsString(owner.borrow()))
    with pytest.raises(BufferOutlivesOwnerError, match=r"PS015[\s\S]*PyLong_FromVoidPtr, parameter `address`"):
        capi.PyLong_FromVoidPtr(inside)


@pytest.mark.parametrize("wrong", ["0x10", 1.5, b"", -1, 1 << 64])
def test_what_is_no_address_is_refused_by_name(wrong: object) -> None:
    with pytest.raises((TypeError, OverflowError), match=r"PyLong_FromVoidPtr\(\).*`address`"):
        capi.PyLong_FromVoidPtr(wrong)  # type: ignore[arg-type]


@pytest.mark.skipif(sys.version_info < (3, 13), reason="Py_HashPointer came with 3.13")
def test_a_const_address_is_one_too() -> None:
    assert capi.Py_HashPointer(0x1230) != capi.Py_HashPointer(0x4560)
