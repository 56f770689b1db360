"""``_PyTuple_Resize``: the slot comes back with unset items, with fewer items, or empty."""

from __future__ import annotations

import pytest

from ptrstate import Slot, borrow, capi, or_raise, own
from ptrstate.errors import UninitializedError
from ptrstate.pointees import PyTupleObject


@pytest.fixture
def slot() -> Slot[PyTupleObject]:
    made: Slot[PyTupleObject] = Slot()
    made.put(or_raise(capi.PyTuple_Pack(2, borrow(object()), borrow(object()))))
    return made


def test_new_items_are_unset_until_they_are_filled(slot):
    or_raise(capi._PyTuple_Resize(slot, 3))
    with pytest.raises(UninitializedError):
        slot.borrow().to_python()
    or_raise(capi.PyTuple_SetItem(slot.borrow(), 2, own("last")))
    assert slot.borrow().to_python()[2] == "last"
    slot.clear()


def test_what_is_cut_off_is_released(slot):
    or_raise(capi._PyTuple_Resize(slot, 1))
    assert len(slot.borrow().to_python()) == 1
    slot.clear()


def test_a_shared_tuple_is_let_go(slot):
    shared = slot.borrow().to_owned()
    with pytest.raises(SystemError):
        or_raise(capi._PyTuple_Resize(slot, 3))
    assert slot.borrow() is None
    assert len(shared.to_python()) == 2
    shared.drop()


def test_a_negative_length_is_refused(slot):
    with pytest.raises(ValueError, match="`size`"):
        capi._PyTuple_Resize(slot, -1)
    assert len(slot.borrow().to_python()) == 2
    slot.clear()
