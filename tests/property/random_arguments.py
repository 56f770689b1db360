"""Random arguments for random calls: of the right kind more often than not, else of a wrong kind or in a wrong state."""

from __future__ import annotations

import threading
from types import ModuleType
from typing import TYPE_CHECKING, Any

from ptrstate import BorrowedSlot, Slot, Var, borrow, capi, own
from ptrstate._native import core
from ptrstate.buffers import Py_buffer

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from ptrstate.contract import Parameter


class Wicked:
    """An object whose every method raises."""

    def __getattribute__(self, name: str) -> Any:
        raise ZeroDivisionError(name)

    def __eq__(self, other: object) -> bool:
        raise ZeroDivisionError

    def __hash__(self) -> int:
        raise ZeroDivisionError


class Plain:
    """An object that nothing else keeps alive."""


FRESH: list[Callable[[], Any]] = [
    lambda: [1, "a"], lambda: (1, 2), lambda: {"k": []}, lambda: {1, 2}, lambda: frozenset({3}), lambda: "text", lambda: b"bytes",
    lambda: bytearray(b"array"), lambda: 5, lambda: 10**30, lambda: 1.5, lambda: 1j, lambda: None, lambda: True, Wicked, object,
    lambda: type, lambda: len, lambda: iter([1]), lambda: memoryview(b"view"), lambda: slice(1), lambda: ValueError("v"),
    lambda: ValueError, lambda: ModuleType("m"), lambda: lambda: 1, lambda: [].append, lambda: range(3), lambda: (lambda: (yield))(),
    property, type("T", (), {"__slots__": ("x",)}), lambda: Ellipsis, lambda: NotImplemented, lambda: type("Class", (), {}),
    lambda: list, lambda: ("a", "b"), tuple, str, bytes,
]  # fmt: skip
"""What makes objects of many types."""

BY_TYPE: dict[type, list[Callable[[], Any]]] = {}
for make in FRESH:
    BY_TYPE.setdefault(type(make()), []).append(make)

VALUES = [0, 1, -1, 2, 3, 7, 1 << 31, -(1 << 31), 1 << 62, -(1 << 63), 1 << 64, 2.5, "text", b"x", b"", "", "a\0b", None, "0", []]


# ---- pointers in a state in which no call takes them -----------------------------------------------------------------------


def dropped() -> Any:
    pointer = own([1])
    pointer.drop()
    return pointer


def moved() -> Any:
    pointer = own((1, []))
    pointer.move().drop()
    return pointer


def stolen() -> Any:
    pointer = own("stolen")
    capi.PyList_SetItem(borrow([0]), 0, pointer)
    return pointer


def made_raw() -> Any:
    pointer = own({1})
    pointer.into_raw().assume_owned()
    return pointer


def borrowed_from_dropped() -> Any:
    pointer = own({"k": 1})
    lent = pointer.borrow()
    pointer.drop()
    return lent


def borrowed_from_moved() -> Any:
    pointer = own([])
    lent = pointer.borrow()
    pointer.move().drop()
    return lent


def dangling() -> Any:
    items = borrow([Plain()])
    item = capi.PyList_GetItem(items, 0)
    capi.PyList_SetItem(items, 0, own(3))
    return item


def interior_of_dropped() -> Any:
    pointer = own("interior text")
    text = capi.PyUnicode_AsUTF8(pointer.borrow())
    pointer.drop()
    return text


def of_another_thread() -> Any:
    made: list[Any] = []
    thread = threading.Thread(target=lambda: made.append(borrow([Plain()])))
    thread.start()
    thread.join()
    return made.pop()


def freed() -> Any:
    memory = capi.PyMem_Malloc(8)
    capi.PyMem_Free(memory)
    return memory


def of_another_allocator() -> Any:
    return capi.PyMem_RawMalloc(8)


def unset_tuple() -> Any:
    return capi.PyTuple_New(2)


def unset_list() -> Any:
    return capi.PyList_New(2).borrow()


def filled_slot() -> Any:
    slot = Slot()
    slot.put(own([]))
    return slot


def held_view() -> Any:
    view = Py_buffer()
    capi.PyObject_GetBuffer(borrow(b"view"), view, 0)
    return view


def released_view() -> Any:
    view = held_view()
    view.release()
    return view


def twice_the_same() -> Any:
    pointer = own(1.5)
    return [pointer, pointer]


WRONG_STATES: list[Callable[[], Any]] = [
    dropped, moved, stolen, made_raw, borrowed_from_dropped, borrowed_from_moved, dangling, interior_of_dropped, freed,
    of_another_allocator, unset_tuple, unset_list, filled_slot, held_view, released_view, twice_the_same, Slot, BorrowedSlot,
    lambda: Var("text"), lambda: Var(1 << 70), lambda: [borrow(1), own(2), None], lambda: borrow([]).as_raw(),
]  # fmt: skip
SELDOM = [of_another_thread]


def wrong_state(chooser: random.Random) -> Any:
    """Return a pointer, slot, variable, view or array in some state, which is seldom the one that a parameter wants."""
    return chooser.choice(SELDOM if chooser.random() < 0.01 else WRONG_STATES)()


# ---- arguments for a parameter ---------------------------------------------------------------------------------------------


def anything(chooser: random.Random, pool: list[Any]) -> Any:
    """Return a value, something that an earlier call left, or a fresh object."""
    index = chooser.randrange(len(VALUES) + len(pool) + len(FRESH))
    if index < len(VALUES):
        return VALUES[index]
    index -= len(VALUES)
    return pool[index] if index < len(pool) else FRESH[index - len(pool)]()


def argument(chooser: random.Random, parameter: Parameter, pool: list[Any]) -> Any:  # noqa: PLR0911
    """Return an argument: of the right kind more often than not, else anything."""
    chance = chooser.random()
    if chance < 0.08:
        return wrong_state(chooser)
    if chance < 0.3:
        return anything(chooser, pool)
    if parameter.nullable and chooser.random() < 0.2:
        return None
    wanted = parameter.pointee and parameter.pointee.python_type
    fitting = BY_TYPE.get(wanted) if wanted and chooser.random() < 0.7 else None
    obj = chooser.choice(fitting or FRESH)()
    match parameter.state:
        case "borrowed":
            return borrow(obj)
        case "owned":
            return own(obj)
        case "slot":
            slot = BorrowedSlot() if parameter.slot == "out_borrowed" else Slot()
            if parameter.slot == "inout" and chooser.random() < 0.8:
                slot.put(own(obj))
            return slot
        case "var":
            return Var(0)
        case "struct":
            return Py_buffer()
        case "array":
            make = own if parameter.element and parameter.element.state == "owned" else borrow
            return [make(fresh()) for fresh in chooser.sample(FRESH, 3)]
        case "callback":
            return lambda *_: None
        case "buffer":
            return chooser.choice(["text", b"text", "x.y", "utf-8", "strict", "", "O", "%R"])
        case "raw":
            return borrow(obj).as_raw()
    return chooser.choice([0, 1, 2, 3, -1])


def is_handle(value: object) -> bool:
    """Whether ``value`` is a pointer or a slot, asked of its type alone."""
    return issubclass(type(value), (core.OwnedPtr, core.BorrowedPtr, core.NonNull, core.Slot, core.BorrowedSlot))
