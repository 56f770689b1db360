"""The life of a handle: each transition, and what is refused after it."""

from __future__ import annotations

import ctypes
import gc
import re
import sys
import threading
import weakref

import pytest

from ptrstate import BorrowedPtr, BorrowedSlot, NonNull, OwnedPtr, Slot, Var, borrow, capi, checks, ledger, or_raise, own, scope
from ptrstate.errors import (
    BorrowOutlivesOwnerError,
    DanglingBorrowError,
    DoubleDropError,
    LeakError,
    NullPointerError,
    OverReleaseError,
    SlotOverwriteError,
    StateMismatchError,
    ThreadError,
    UninitializedError,
    UseAfterDropError,
    UseAfterMoveError,
)
from ptrstate.pointees import PyDictObject, PyListObject, PyObject


class Thing:
    """A mortal object that tells when it goes."""

    gone = 0

    def __del__(self) -> None:
        Thing.gone += 1


def test_own_takes_one_reference_and_drop_gives_it_back():
    thing = Thing()
    before = sys.getrefcount(thing)
    pointer = own(thing)
    assert sys.getrefcount(thing) == before + 1
    pointer.drop()
    assert sys.getrefcount(thing) == before


def test_handles_are_instances_of_their_faces():
    pointer = own([])
    assert isinstance(pointer, OwnedPtr)
    assert isinstance(pointer.borrow(), BorrowedPtr)
    assert isinstance(pointer.borrow().as_raw(), NonNull)
    assert isinstance(Slot(), Slot)
    assert isinstance(BorrowedSlot(), BorrowedSlot)
    pointer.drop()


@pytest.mark.parametrize("use", ["borrow", "clone", "move", "into_raw", "to_python", "__enter__"])
def test_every_use_after_a_drop_or_a_move_is_refused(use):
    dropped = own([])
    dropped.drop()
    with pytest.raises(UseAfterDropError):
        getattr(dropped, use)()
    moved = own([])
    kept = moved.move()
    with pytest.raises(UseAfterMoveError):
        getattr(moved, use)()
    kept.drop()


def test_a_second_drop_and_a_drop_after_a_move():
    pointer = own([])
    pointer.drop()
    with pytest.raises(DoubleDropError) as caught:
        pointer.drop()
    assert caught.value.report.created.line < caught.value.report.ended.line < caught.value.report.used.line
    moved = own([])
    moved.move().drop()
    with pytest.raises(UseAfterMoveError):
        moved.drop()


def test_with_drops_once_and_not_what_was_moved():
    thing = Thing()
    before = sys.getrefcount(thing)
    with own(thing) as pointer:
        pointer.borrow()
    assert sys.getrefcount(thing) == before
    with own(thing) as pointer:
        kept = pointer.move()
    assert sys.getrefcount(thing) == before + 1
    kept.drop()


def test_a_borrow_ends_with_its_handle_even_if_the_object_lives():
    thing = Thing()
    pointer = own(thing)
    lent = pointer.borrow()
    again = pointer.clone()
    pointer.drop()
    with pytest.raises(BorrowOutlivesOwnerError) as caught:
        lent.to_python()
    assert caught.value.report.ended is not None
    again.drop()


@pytest.mark.filterwarnings("ignore::ptrstate.errors.BorrowAcrossCallWarning")
def test_a_borrow_of_a_borrow_ends_with_the_first_handle():
    pointer = own(([Thing()],))
    inner = capi.PyList_GetItem(borrow(pointer.to_python()[0]), 0)
    outer = pointer.borrow()
    pointer.drop()
    assert inner.to_python() is not None
    with pytest.raises(BorrowOutlivesOwnerError):
        outer.to_owned()


def test_borrow_of_an_object_keeps_it_alive():
    lent = borrow([Thing()])
    gc.collect()
    assert isinstance(lent.to_python()[0], Thing)


def test_an_item_that_its_list_let_go_of_is_dead_and_finalised_at_once():
    pointer = own([Thing()])
    item = capi.PyList_GetItem(pointer.borrow(), 0)
    gone = Thing.gone
    capi.PyList_SetItem(pointer.borrow(), 0, own(None))
    assert Thing.gone == gone + 1
    with pytest.raises(DanglingBorrowError) as caught:
        item.to_python()
    assert caught.value.report.borrowed.c_function == "PyList_GetItem"
    pointer.drop()


def test_an_item_that_python_code_removed_is_dead_at_its_next_use():
    items = [Thing()]
    item = capi.PyList_GetItem(borrow(items), 0)
    items.clear()
    with pytest.raises(DanglingBorrowError):
        item.to_owned()


@pytest.mark.parametrize("held", [False, True])
def test_an_item_ends_with_the_handle_of_its_list_whoever_holds_the_list(held):
    items = [[Thing()]]
    outer = own(items)
    holders = [items] if held else []
    del items
    inner = capi.PyList_GetItem(outer.borrow(), 0)
    item = capi.PyList_GetItem(inner, 0)
    outer.drop()
    for pointer in (inner, item):
        with pytest.raises(BorrowOutlivesOwnerError):
            pointer.to_python()
    assert len(holders) == held


def test_what_the_list_let_go_of_first_did_not_end_with_its_handle():
    items = own([Thing()])
    item = capi.PyList_GetItem(items.borrow(), 0)
    items.to_python().clear()
    capi.PyObject_IsTrue(items.borrow())
    items.drop()
    with pytest.raises(DanglingBorrowError):
        item.to_python()


def test_an_item_that_another_holds_stays_good():
    thing = Thing()
    items = [thing]
    item = capi.PyList_GetItem(borrow(items), 0)
    items.clear()
    assert item.to_python() is thing


def test_own_and_borrow_refuse_a_pointer_and_name_what_is_meant():
    with scope():
        raw = own([]).into_raw()
        meant = [
            (own([]), "pointer.clone()", "pointer.borrow()"),
            (borrow([]), "pointer.to_owned()", "the pointer itself"),
            (raw, "pointer.assume_owned()", "pointer.assume_borrowed(owner)"),
            (Slot(), "slot.take()", "slot.borrow()"),
            (BorrowedSlot(), "slot.get()", "slot.get()"),
        ]
        for pointer, *uses in meant:
            for function, use in zip((own, borrow), uses, strict=True):
                with pytest.raises(TypeError, match=rf"{function.__name__}\(\): parameter `obj`.*\(use {re.escape(use)}\)"):
                    function(pointer)
        raw.assume_owned()


def test_wrong_states_are_named():
    pointer = own([])
    with pytest.raises(StateMismatchError, match="a borrowed pointer"):
        capi.PyList_Size(pointer)
    with pytest.raises(StateMismatchError):
        capi.PyList_Size(pointer.borrow().as_raw())
    with pytest.raises(StateMismatchError):
        capi.PyList_SetItem(pointer.borrow(), 0, pointer.borrow())
    with pytest.raises(NullPointerError):
        capi.PyList_Size(None)
    with pytest.raises(TypeError, match=r"PyList_Size\(\): parameter `list`"):
        capi.PyList_Size([])
    with pytest.raises(TypeError, match="expected 1 arguments"):
        capi.PyList_Size()
    with pytest.raises(TypeError, match="index"):
        capi.PyList_GetItem(pointer.borrow(), "0")
    with pytest.raises(OverflowError, match="index"):
        capi.PyList_GetItem(pointer.borrow(), 1 << 80)
    pointer.drop()


def test_a_stolen_pointer_moves_even_when_the_call_fails():
    thing = Thing()
    before = sys.getrefcount(thing)
    items = own([])
    given = own(thing)
    assert capi.PyList_SetItem(items.borrow(), 5, given) == -1
    with pytest.raises(IndexError):
        or_raise(None)
    with pytest.raises(UseAfterMoveError) as caught:
        given.drop()
    assert caught.value.report.ended.c_function == "PyList_SetItem"
    assert caught.value.report.ended.parameter == "item"
    assert sys.getrefcount(thing) == before
    items.drop()


def test_a_refused_call_changes_nothing():
    items = own([])
    given = own(Thing())
    with pytest.raises(TypeError):
        capi.PyList_SetItem(items.borrow(), "zero", given)
    assert given.to_python() is not None
    given.drop()
    items.drop()


def test_unset_items_are_refused_until_they_are_filled():
    made = capi.PyList_New(1)
    with pytest.raises(UninitializedError):
        made.to_python()
    with pytest.raises(UninitializedError):
        capi.PyList_GetItem(made.borrow(), 0)
    assert capi.PyList_Size(made.borrow()) == 1
    capi.PyList_SetItem(made.borrow(), 0, own("x"))
    assert made.to_python() == ["x"]
    made.drop()


def test_unset_items_are_refused_after_a_move_too():
    made = capi.PyTuple_New(1).move()
    slot = Slot()
    slot.put(made)
    moved = slot.take()
    with pytest.raises(UninitializedError):
        moved.to_python()
    moved.drop()


def test_a_function_that_lacks_its_cells_is_not_called():
    def made(value):
        return lambda: value

    with or_raise(capi.PyFunction_New(borrow(made(1).__code__), borrow({}))) as function:
        for use in (lambda: capi.PyObject_CallNoArgs(function.borrow()), function.to_python):
            with pytest.raises(UninitializedError, match="closure is not set"):
                use()
        or_raise(capi.PyFunction_SetDefaults(function.borrow(), borrow(None)))
        or_raise(capi.PyFunction_SetClosure(function.borrow(), borrow(made(7).__closure__)))
        with or_raise(capi.PyObject_CallNoArgs(function.borrow())) as answer:
            assert answer.to_python() == 7


def test_slots_own_what_is_in_them():
    thing = Thing()
    before = sys.getrefcount(thing)
    slot = Slot()
    slot.put(own(thing))
    lent = slot.borrow()
    second = own(thing)
    with pytest.raises(SlotOverwriteError):
        slot.put(second)
    old = slot.replace(second)
    with pytest.raises(BorrowOutlivesOwnerError):
        lent.to_python()
    old.drop()
    slot.take().drop()
    assert slot.take() is None
    slot.put(own(thing))
    slot.clear()
    assert slot.borrow() is None
    assert sys.getrefcount(thing) == before


def test_raw_pointers_carry_one_reference_at_most():
    thing = Thing()
    before = sys.getrefcount(thing)
    raw = own(thing).into_raw()
    assert sys.getrefcount(thing) == before + 1
    raw.assume_owned().drop()
    with pytest.raises(OverReleaseError):
        raw.assume_owned()
    with pytest.raises(OverReleaseError):
        borrow(thing).as_raw().assume_owned()
    assert sys.getrefcount(thing) == before


def test_a_handle_belongs_to_its_thread():
    pointer = own([])
    seen = []

    def elsewhere() -> None:
        try:
            pointer.borrow()
        except ThreadError as error:
            seen.append(error.code)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert seen == ["PS019"]
    pointer.drop()


def test_cast_is_checked():
    pointer = own(["x"])
    assert pointer.cast(PyObject) is pointer
    assert pointer.cast(PyListObject) is pointer
    with pytest.raises(TypeError, match="a list is no PyDictObject"):
        pointer.cast(PyDictObject)
    pointer.drop()


def test_ids_never_come_back():
    seen = set()
    for _ in range(3000):
        pointer = own(None)
        assert pointer._id not in seen
        seen.add(pointer._id)
        pointer.drop()


def test_a_ledger_lists_everything_that_never_ended_in_one_error():
    with pytest.raises(LeakError) as caught, ledger() as book:
        first = own([1])
        own([2])
        done = own([3])
        done.drop()
    assert len(caught.value.leaks) == 2
    assert {leak.how for leak in caught.value.leaks} == {"still owned", "collected"}
    assert book.created == 3
    first.drop()


def test_a_reference_in_flight_that_nobody_takes_up_is_a_leak():
    thing = Thing()
    with pytest.raises(LeakError, match="in flight"), ledger():
        raw = own(thing).into_raw()
    raw.assume_owned().drop()


def test_a_scope_drops_what_was_not_kept():
    thing = Thing()
    before = sys.getrefcount(thing)
    with scope() as s:
        own(thing)
        other = own(thing)
        kept = s.keep(own(thing))
    assert sys.getrefcount(thing) == before + 1
    with pytest.raises(UseAfterDropError):
        other.borrow()
    kept.drop()


def test_a_scope_removes_itself_and_not_the_newest():
    def suspended():
        with scope():
            yield own([])

    outer_thing = Thing()
    with ledger():
        generator = suspended()
        next(generator)
        with scope():
            own(outer_thing)
            generator.close()
            mine = own(outer_thing)
    with pytest.raises(UseAfterDropError):
        mine.borrow()


def test_a_swallowed_violation_comes_out_at_the_end():
    with pytest.raises(DoubleDropError), ledger():
        pointer = own([])
        pointer.drop()
        try:
            pointer.drop()
        except DoubleDropError:
            pass


def test_a_leak_becomes_a_note_when_something_else_is_raised():
    with pytest.raises(ZeroDivisionError) as caught, ledger():
        own([1])
        raise ZeroDivisionError
    assert "PS006" in caught.value.__notes__[0]


@pytest.mark.parametrize("level", ["light", "off"])
def test_lower_levels_still_count_right(level):
    thing = Thing()
    before = sys.getrefcount(thing)
    with checks(level), scope():
        pointer = own([thing])
        item = capi.PyList_GetItem(pointer.borrow(), 0)
        item.to_owned()
        pointer.drop()
        del item
    gc.collect()
    assert sys.getrefcount(thing) == before


def test_an_unknown_level_is_refused():
    with pytest.raises(ValueError, match="level"):
        checks("some")


def test_memory_is_not_written_beyond_its_end():
    with own("wide text") as text:
        memory = capi.PyMem_Calloc(4, ctypes.sizeof(ctypes.c_wchar))
        assert capi.PyUnicode_AsWideChar(text.borrow(), memory, 4) == 4
        with pytest.raises(ValueError, match=r"PyUnicode_AsWideChar\(\): parameter `size`: expected no more than the memory has"):
            capi.PyUnicode_AsWideChar(text.borrow(), memory, 5)
        with pytest.raises(ValueError, match="parameter `size`"):
            capi.PyUnicode_AsWideChar(text.borrow(), memory, -1)
        with pytest.raises(TypeError, match="expected a raw pointer to Opaque, not to PyUnicodeObject"):
            capi.PyUnicode_AsWideChar(text.borrow(), text.borrow().as_raw(), 4)
        capi.PyMem_Free(memory)


@pytest.mark.parametrize(("allocate", "domain"), [("PyMem_Malloc", "mem"), ("PyMem_RawMalloc", "raw"), ("PyObject_Malloc", "object")])
def test_memory_that_is_never_freed_is_a_leak_of_its_allocator(allocate, domain):
    with pytest.raises(LeakError, match=f"memory of the {domain} allocator, never freed"), ledger():
        getattr(capi, allocate)(8)


class Silent:
    """A mortal object that tells nothing."""


def test_what_c_leaves_alone_stays_in_a_borrowed_slot():
    mapping = {"key": Silent()}
    position, key, value = Var(0), BorrowedSlot(), BorrowedSlot()
    lent = borrow(mapping)
    assert capi.PyDict_Next(lent, position, key, value)
    before = value.get()
    gone = weakref.ref(mapping.pop("key"))
    capi.PyObject_Repr(borrow(Silent())).drop()
    assert gone() is None
    assert not capi.PyDict_Next(lent, position, key, value)
    assert value.get() is before
    with pytest.raises(DanglingBorrowError):
        value.get().to_python()


def test_an_optional_item_stays_what_it_was():
    first, second = BorrowedSlot(), BorrowedSlot()
    default = borrow("default")
    second.put(default)
    assert capi.PyArg_UnpackTuple(borrow(("given",)), "f", 1, 2, first, second)
    assert first.get().to_python() == "given"
    assert second.get() is default


def test_a_refused_call_leaves_the_counts_alone():
    thing = Silent()
    before = sys.getrefcount(thing)
    pointer = own(thing)
    with own(Silent) as no_borrow, pytest.raises(StateMismatchError):
        capi.PyObject_CallFunction(no_borrow, "N", pointer)  # type: ignore[arg-type]
    pointer.drop()
    assert sys.getrefcount(thing) == before
