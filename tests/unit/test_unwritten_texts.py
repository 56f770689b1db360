"""Texts that C made room for: they are used once every character is written, and not before."""

from __future__ import annotations

import pytest

from ptrstate import OwnedPtr, Slot, borrow, capi, or_raise, own
from ptrstate.errors import UninitializedError
from ptrstate.pointees import PyUnicodeObject

ASCII, LATIN_1, TWO_BYTES, FOUR_BYTES = 127, 255, 0xFFFF, 0x10FFFF


def room(length: int, largest: int) -> OwnedPtr[PyUnicodeObject]:
    return or_raise(capi.PyUnicode_New(length, largest))


@pytest.mark.parametrize("largest", [ASCII, FOUR_BYTES])
def test_a_text_is_not_used_before_its_last_character_is_written(largest: int) -> None:
    with room(2, largest) as text:
        assert capi.PyUnicode_GetLength(text.borrow()) == 2
        for index in range(2):
            with pytest.raises(UninitializedError, match="characters that were never written"):
                capi.PyObject_Str(text.borrow())
            or_raise(capi.PyUnicode_WriteChar(text.borrow(), index, largest))
        assert text.to_python() == chr(largest) * 2


@pytest.mark.parametrize("largest", [LATIN_1, TWO_BYTES])
def test_where_any_memory_is_a_text_it_is_one_of_the_largest_character(largest: int) -> None:
    with room(2, largest) as text:
        assert text.to_python() == chr(largest) * 2


def test_it_is_filled_at_once_too() -> None:
    with room(3, ASCII) as filled, room(3, ASCII) as copied:
        or_raise(capi.PyUnicode_Fill(filled.borrow(), 0, 3, ord("x")))
        or_raise(capi.PyUnicode_CopyCharacters(copied.borrow(), 0, borrow("abc"), 0, 3))
        assert (filled.to_python(), copied.to_python()) == ("xxx", "abc")


def test_a_text_that_grew_has_an_end_to_write() -> None:
    slot: Slot[PyUnicodeObject] = Slot()
    slot.put(or_raise(capi.PyUnicode_FromString("ab")))
    or_raise(capi.PyUnicode_Resize(slot, 3))
    with pytest.raises(UninitializedError):
        slot.borrow().to_python()
    or_raise(capi.PyUnicode_WriteChar(slot.borrow(), 2, ord("c")))
    assert slot.borrow().to_python() == "abc"
    or_raise(capi.PyUnicode_Resize(slot, 1))
    assert slot.borrow().to_python() == "a"
    slot.clear()


def test_the_text_that_it_was_made_from_stays_as_it_is() -> None:
    slot: Slot[PyUnicodeObject] = Slot()
    letters = "ab"
    slot.put(own(letters).cast(PyUnicodeObject))
    or_raise(capi.PyUnicode_Resize(slot, 4))
    assert letters == "ab"
    slot.clear()


def test_one_that_is_never_written_can_be_dropped() -> None:
    room(5, ASCII).drop()
    with room(0, ASCII) as empty:
        assert empty.to_python() == ""
