"""From specimens to what cffi passes: objects become bare addresses whose references are accounted for one by one."""

from __future__ import annotations

import gc
import types
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ptrstate._native import core
from ptrstate.specimens import NULL, CallbackTo, Items, KeptByC, Memory, Native, Slot, Unshared, Variable
from ptrstate.specimens.trials import UnsetItems

if TYPE_CHECKING:
    from collections.abc import Callable

OBJECT_TYPES = frozenset(
    f"{name} *"
    for name in (
        "PyObject", "PyTypeObject", "PyCodeObject", "PyFrameObject", "PyGenObject", "PyLongObject", "PyCFunctionObject",
        "PyFloatObject", "PyUnicodeObject", "PyBytesObject", "PyTupleObject", "PyListObject", "PyDictObject", "PyModuleObject",
    )
)  # fmt: skip
"""The C types that are pointers to objects."""


class Tracked:
    """An object of which C gets the address.  ``holder`` keeps it alive for us; C's caller has one more reference to it.

    An unshared one has no holder; where it was in a slot, it may be gone after the call (``may_die``) and is not looked at.
    """

    def __init__(self, value: Any, position: int, *, in_slot: bool = False) -> None:  # noqa: ANN401
        self.position = position
        unshared = isinstance(value, Unshared)
        self.may_die: bool = unshared and (in_slot or value.dies)
        if unshared:
            value = value.make()
        kept = isinstance(value, KeptByC)
        if kept:
            value = value.value
        self.address: int = id(value)
        self.types: tuple[str, ...] = tuple(t.__name__ for t in type(value).__mro__)
        self.immortal: bool = kept or core.immortal_at(self.address) or _shared(value)
        self.holder: Any = value
        core.change_count(self.address, 1)
        if unshared:
            self.holder = None
        self.before = self.after = 0
        self.held_before = self.held_after = 0
        self.settled: int | None = None

    @property
    def net(self) -> int:
        """The references that the call took from its caller (below zero) or left with it."""
        return (self.after - self.before) - (self.held_after - self.held_before)


_MOST_REFERENCES = 8


def _shared(value: Any) -> bool:  # noqa: ANN401
    """Whether this is one of the values that the interpreter keeps and hands out everywhere, whose count is never still."""
    if isinstance(value, types.FunctionType | type):
        return False
    return not gc.is_tracked(value) and core.count_at(id(value)) > _MOST_REFERENCES


@dataclass
class Lowered:
    """One argument ready for cffi."""

    kind: str
    shown: str
    passed: Any
    tracked: list[Tracked] = field(default_factory=list)
    memory: Any = None
    keep: list[Any] = field(default_factory=list)
    count: int | None = None
    first: Any = None


@dataclass(frozen=True)
class Place:
    """Where an argument goes: the C type there, its position, and the module that is called."""

    c_type: Any
    position: int
    ffi: Any
    lib: Any


def lower(value: Any, label: str, place: Place) -> Lowered:  # noqa: ANN401
    """Turn a specimen's value into what cffi passes.

    Whoever makes the value must not keep it in a variable: the frame may live on in an exception's traceback.
    """
    for kind, lowering in _BY_KIND.items():
        if isinstance(value, kind):
            return lowering(value, label, place)
    c_type, ffi = place.c_type, place.ffi
    if value is NULL:
        return Lowered("null", "NULL", ffi.NULL)
    if c_type.kind in {"primitive", "enum"}:
        return Lowered("value", repr(value), bytes([value]) if c_type.cname == "char" else value)
    if c_type.cname in OBJECT_TYPES:
        tracked = Tracked(value, place.position)
        return Lowered("object", label, ffi.cast(c_type, tracked.address), [tracked])
    if isinstance(value, bytes):
        buffer = ffi.new("char[]", value)
        return Lowered("text", repr(value), ffi.cast(c_type, buffer), memory=buffer, keep=[buffer])
    if isinstance(value, int):
        return Lowered("value", repr(value), ffi.cast(c_type, value))
    msg = f"{label}: {value!r} is no argument for {c_type.cname}"
    raise TypeError(msg)


def _slot(value: Slot, label: str, place: Place) -> Lowered:
    tracked = [] if value.content is NULL else [Tracked(value.content, place.position, in_slot=True)]
    exact = place.c_type if place.c_type.item.cname != "void" else place.ffi.typeof("PyObject **")
    variable = place.ffi.new(exact, place.ffi.cast(exact.item, tracked[0].address if tracked else 0))
    return Lowered("slot", label, place.ffi.cast(place.c_type, variable), tracked, variable)


def _variable(value: Variable, label: str, place: Place) -> Lowered:
    variable = place.ffi.new(place.c_type) if value.value is None else place.ffi.new(place.c_type, value.value)
    return Lowered("variable", label, variable, memory=variable, first=bytes(place.ffi.buffer(variable)))


def _callback(value: CallbackTo, label: str, place: Place) -> Lowered:
    pointer = place.ffi.callback(place.c_type, value.function)
    _callbacks.append(pointer)
    return Lowered("native", label, pointer)


def _memory(value: Memory, label: str, place: Place) -> Lowered:
    allocate = {"raw": "PyMem_RawMalloc", "mem": "PyMem_Malloc", "object": "PyObject_Malloc"}[value.domain]
    return Lowered("native", label, getattr(place.lib, allocate)(value.size))


def _unset_items(value: UnsetItems, label: str, place: Place) -> Lowered:
    return Lowered("native", label, getattr(place.lib, value.maker)(2))


def _native(value: Native, label: str, place: Place) -> Lowered:
    made = value.make(place.ffi, place.lib)
    return Lowered("native", label, made, keep=[made])


_callbacks: list[Any] = []


def _items(value: Items, label: str, place: Place) -> Lowered:
    ffi = place.ffi
    tracked: list[Tracked] = []
    keep: list[Any] = []
    words = []
    for item in value.items:
        if isinstance(item, Slot):
            variable = ffi.new("PyObject *[1]")
            keep.append(variable)
            words.append(int(ffi.cast("uintptr_t", variable)))
        elif isinstance(item, bytes):
            text = ffi.new("char[]", item)
            keep.append(text)
            words.append(int(ffi.cast("uintptr_t", text)))
        elif item is NULL:
            words.append(0)
        else:
            tracked.append(Tracked(item, place.position))
            words.append(tracked[-1].address)
    count = len(words)
    if value.null_terminated or not words:
        words.append(0)
    array = ffi.new("void *[]", [ffi.cast("void *", word) for word in words])
    return Lowered("items", label, ffi.cast(place.c_type, array), tracked, array, [*keep, array], count)


_BY_KIND: dict[type, Callable[[Any, str, Place], Lowered]] = {
    Slot: _slot,
    Variable: _variable,
    Items: _items,
    CallbackTo: _callback,
    Memory: _memory,
    UnsetItems: _unset_items,
    Native: _native,
}
