"""Pointers into memory: whose it is, and that a use after the owner ended, or after it moved its memory, is seen."""

from __future__ import annotations

import struct
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from ptrstate import BorrowedSlot, OwnedPtr, Var, borrow, capi, ledger, or_raise, own
from ptrstate.buffers import Py_buffer
from ptrstate.errors import BorrowOutlivesOwnerError, BufferOutlivesOwnerError, DanglingBorrowError


def text() -> str:
    """Return a text that nobody else holds."""
    return "a text of its own: " + str(object())


def rename(module: OwnedPtr) -> None:
    module.to_python().__name__ = text()


class Error(Exception):
    pass


def of_bytearray() -> tuple[OwnedPtr, Any, Callable[[OwnedPtr], None]]:
    owner = own(bytearray(b"abc"))
    return owner, capi.PyByteArray_AsString(owner.borrow()), lambda o: o.to_python().extend(bytes(10_000))


def of_module() -> tuple[OwnedPtr, Any, Callable[[OwnedPtr], None]]:
    owner = or_raise(capi.PyModule_New(text()))
    return owner, capi.PyModule_GetName(owner.borrow()), rename


def of_nameless_module() -> tuple[OwnedPtr, Any, Callable[[OwnedPtr], None]]:
    owner = or_raise(capi.PyModule_New(text()))
    return owner, capi.PyModule_GetName(owner.borrow()), lambda o: delattr(o.to_python(), "__name__")


def of_function() -> tuple[OwnedPtr, Any, Callable[[OwnedPtr], None]]:
    owner = own(lambda: None)
    rename(owner)
    return owner, capi.PyEval_GetFuncName(owner.borrow()), rename


def of_type() -> tuple[OwnedPtr, Any, Callable[[OwnedPtr], None]]:
    owner = own(type(text(), (Error,), {}))
    return owner, capi.PyExceptionClass_Name(owner.borrow()), rename


def of_capsule() -> tuple[OwnedPtr, Any, Callable[[OwnedPtr], None]]:
    owner = or_raise(capi.PyCapsule_New(1, "one", None))
    return owner, capi.PyCapsule_GetName(owner.borrow()), lambda o: or_raise(capi.PyCapsule_SetName(o.borrow(), "two"))


MOVING = [of_bytearray, of_module, of_nameless_module, of_function, of_type, of_capsule]


@pytest.mark.parametrize("made", MOVING)
def test_memory_that_its_owner_moved_is_not_read(made: Callable[[], Any]) -> None:
    owner, pointer, move = made()
    with owner:
        assert bytes(pointer)
        move(owner)
        with pytest.raises(BufferOutlivesOwnerError, match="moved it or let it go"):
            bytes(pointer)
        with pytest.raises(BufferOutlivesOwnerError, match=r"PyUnicode_FromString, parameter `text`"):
            capi.PyUnicode_FromString(pointer)
        assert capi.PyErr_Occurred() is None


def test_each_owner_is_asked_for_its_own_memory() -> None:
    with own(ModuleType("first")) as first, own(ModuleType("second")) as second:
        name = capi.PyModule_GetName(first.borrow())
        capi.PyModule_GetName(second.borrow())
        second.drop()
        assert bytes(or_raise(name)) == b"first"


@pytest.mark.parametrize("made", MOVING)
def test_the_memory_ends_with_its_owner(made: Callable[[], Any]) -> None:
    owner, pointer, _ = made()
    owner.drop()
    with pytest.raises(BufferOutlivesOwnerError, match="after its owner ended"):
        bytes(pointer)


def test_a_pending_exception_stays_while_the_owner_is_asked() -> None:
    owner, pointer, _ = of_nameless_module()
    with owner:
        capi.PyErr_SetString(capi.PyExc_KeyError, pointer)
        assert bytes(pointer)
        del owner.to_python().__name__
        with pytest.raises(BufferOutlivesOwnerError):
            bytes(pointer)
        with pytest.raises(KeyError):
            or_raise(None)


def test_the_rest_of_a_text_of_pythons_is_kept() -> None:
    rest = Var(None)
    assert capi.PyOS_strtol(f"12 {text()}", rest, 10) == 12
    assert bytes(rest.value).startswith(b" a text of its own")


def test_the_rest_of_a_text_in_memory_ends_with_its_owner() -> None:
    rest = Var(None)
    with own(b"1.5 is a number") as number:
        assert capi.PyOS_string_to_double(capi.PyBytes_AsString(number.borrow()), rest, None) == 1.5
        assert bytes(rest.value) == b" is a number"
    with pytest.raises(BufferOutlivesOwnerError):
        bytes(rest.value)


def test_bytes_lend_their_memory_to_a_variable() -> None:
    content, size = Var(None), Var(0)
    with own(text().encode()) as owner:
        or_raise(capi.PyBytes_AsStringAndSize(owner.borrow(), content, size))
        assert len(bytes(content.value)) == size.value
    with pytest.raises(BufferOutlivesOwnerError):
        bytes(content.value)


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="PyObject_AsReadBuffer went with 3.13")
def test_memory_that_nothing_holds_is_looked_for_again() -> None:
    memory, size = Var(None), Var(0)
    with own(bytearray(b"abc")) as owner:
        or_raise(capi.PyObject_AsReadBuffer(owner.borrow(), memory, size))
        with pytest.raises(TypeError, match="void \\* has no end of its own"):
            bytes(memory.value)
        owner.to_python().extend(bytes(10_000))
        with pytest.raises(BufferOutlivesOwnerError):
            bytes(memory.value)


def test_a_keywords_text_is_borrowed_from_its_dict() -> None:
    found = Var(None)
    with own(()) as arguments, own({"name": text()}) as keywords:
        assert capi.PyArg_ParseTupleAndKeywords(arguments.borrow(), keywords.borrow(), "s", ["name"], found) == 1
        assert bytes(found.value).startswith(b"a text")
        or_raise(capi.PyDict_DelItemString(keywords.borrow(), "name"))
        with pytest.raises(BufferOutlivesOwnerError):
            bytes(found.value)


def test_a_parsed_text_outlives_the_keywords_it_is_not_in() -> None:
    found = Var(None)
    with own((text(),)) as arguments:
        with own({}) as keywords:
            assert capi.PyArg_ParseTupleAndKeywords(arguments.borrow(), keywords.borrow(), "s", ["name"], found) == 1
        assert bytes(found.value).startswith(b"a text")
    with pytest.raises(BufferOutlivesOwnerError):
        bytes(found.value)


def test_an_item_of_a_list_is_borrowed_from_the_list() -> None:
    first = BorrowedSlot()
    with own(([object()],)) as arguments:
        assert capi.PyArg_ParseTuple(arguments.borrow(), "(O)", first) == 1
        arguments.to_python()[0].clear()
        with pytest.raises(DanglingBorrowError):
            capi.PyObject_Hash(first.get())


def test_an_item_of_a_tuple_is_firm() -> None:
    first = BorrowedSlot()
    with ledger(), own(((object(),),)) as arguments:
        assert capi.PyArg_ParseTuple(arguments.borrow(), "(O)", first) == 1
        or_raise(capi.PyObject_Repr(arguments.borrow())).drop()
        assert capi.PyObject_IsTrue(first.get())


def test_what_an_optional_argument_leaves_alone_stays_whose_it_was() -> None:
    slot = BorrowedSlot()
    slot.put(borrow(object()))
    with own(()) as arguments:
        assert capi.PyArg_ParseTuple(arguments.borrow(), "|O", slot) == 1
    assert capi.PyObject_IsTrue(slot.get())


def test_the_module_of_a_type_is_borrowed_from_the_type() -> None:
    with own(struct.Struct) as kind:
        module = capi.PyType_GetModule(kind.borrow())
        assert capi.PyModule_Check(module)
    with pytest.raises(BorrowOutlivesOwnerError):
        capi.PyModule_Check(module)


@pytest.mark.filterwarnings("error")
def test_looking_whose_an_item_is_is_no_use_of_what_was_parsed() -> None:
    slot, found = BorrowedSlot(), Var(None)
    calls = [(object(), text())]
    arguments = or_raise(capi.PyList_GetItem(borrow(calls), 0))
    assert capi.PyArg_ParseTuple(arguments, "Os", slot, found) == 1
    assert capi.PyIter_Check(slot.get()) is False
    or_raise(capi.PyBytes_FromStringAndSize(found.value, 6)).drop()


def test_the_memory_of_a_view_is_good_until_its_release() -> None:
    view = Py_buffer()
    with own(b"a\0b") as exporter:
        or_raise(capi.PyObject_GetBuffer(exporter.borrow(), view, 0))
        memory = view.buf
        with or_raise(capi.PyBytes_FromStringAndSize(memory, view.len)) as copy:
            assert copy.to_python() == b"a\0b"
        with pytest.raises(ValueError, match="the text has 3 bytes, not 4"):
            capi.PyBytes_FromStringAndSize(memory, 4)
        view.release()
        with pytest.raises(BufferOutlivesOwnerError):
            capi.PyBytes_FromStringAndSize(memory, 1)
        with pytest.raises(BufferOutlivesOwnerError):
            view.buf


def test_an_address_of_one_that_has_ended_is_refused_at_its_parameter() -> None:
    owner = own(text())
    pointer = capi.PyUnicode_AsUTF8(owner.borrow())
    owner.drop()
    with pytest.raises(BufferOutlivesOwnerError, match="PyBuffer_FillInfo, parameter `memory`"):
        capi.PyBuffer_FillInfo(Py_buffer(), None, pointer, 1, 1, 0)
