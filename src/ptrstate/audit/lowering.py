"""From specimens to what cffi passes: objects become bare addresses whose references are accounted for one by one."""

from __future__ import annotations

import gc
import types
from dataclasses import dataclass, field
from typing import Any

from ptrstate._native import core
from ptrstate.specimens import NULL, CallbackTo, Items, Memory, Native, Slot, Unshared, Variable
from ptrstate.specimens.trials import UnsetItems

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
        self.may_die = unshared and (in_slot or value.dies)
        if unshared:
            value = value.make()
        self.address = id(value)
        self.types = tuple(t.__name__ for t in type(value).__mro__)
        self.immortal = core.immortal_at(self.address) or _shared(value)
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


def cast(ffi: Any, spelling: Any, address: int) -> Any:  # noqa: ANN401
    """Return ``address`` as a pointer of cffi's."""
    return ffi.cast(spelling, address)


def lower(value: Any, label: str, c_type: Any, position: int, ffi: Any, lib: Any) -> Lowered:  # noqa: ANN401, PLR0911
    """Turn one specimen's value into what cffi passes for a parameter of type ``c_type``."""
    if value is NULL:
        return Lowered("null", "NULL", ffi.NULL)
    if isinstance(value, Slot):
        tracked = [] if value.content is NULL else [Tracked(value.content, position, in_slot=True)]
        exact = c_type if c_type.item.cname != "void" else ffi.typeof("PyObject **")
        variable = ffi.new(exact, ffi.cast(exact.item, tracked[0].address if tracked else 0))
        return Lowered("slot", label, ffi.cast(c_type, variable), tracked, variable)
    if isinstance(value, Variable):
        variable = ffi.new(c_type) if value.value is None else ffi.new(c_type, value.value)
        return Lowered("variable", label, variable, memory=variable, first=bytes(ffi.buffer(variable)))
    if isinstance(value, Items):
        return _items(value, label, c_type, position, ffi)
    if isinstance(value, CallbackTo):
        pointer = ffi.callback(c_type, value.function)
        _callbacks.append(pointer)
        return Lowered("native", label, pointer)
    if isinstance(value, Memory):
        allocate = {"raw": "PyMem_RawMalloc", "mem": "PyMem_Malloc", "object": "PyObject_Malloc"}[value.domain]
        return Lowered("native", label, getattr(lib, allocate)(value.size))
    if isinstance(value, UnsetItems):
        return Lowered("native", label, getattr(lib, value.maker)(2))
    if isinstance(value, Native):
        made = value.make(ffi, lib)
        return Lowered("native", label, made, keep=[made])
    if c_type.kind in {"primitive", "enum"}:
        return Lowered("value", repr(value), bytes([value]) if c_type.cname == "char" else value)
    if c_type.cname in OBJECT_TYPES:
        tracked_one = Tracked(value, position)
        return Lowered("object", label, ffi.cast(c_type, tracked_one.address), [tracked_one])
    if isinstance(value, bytes):
        buffer = ffi.new("char[]", value)
        return Lowered("text", repr(value), ffi.cast(c_type, buffer), memory=buffer, keep=[buffer])
    if isinstance(value, int):
        return Lowered("value", repr(value), ffi.cast(c_type, value))
    msg = f"{label}: {value!r} is no argument for {c_type.cname}"
    raise TypeError(msg)


_callbacks: list[Any] = []


def _items(value: Items, label: str, c_type: Any, position: int, ffi: Any) -> Lowered:  # noqa: ANN401
    tracked: list[Tracked] = []
    keep: list[Any] = []
    words = []
    for item in value.items:
        if isinstance(item, bytes):
            text = ffi.new("char[]", item)
            keep.append(text)
            words.append(int(ffi.cast("uintptr_t", text)))
        elif item is NULL:
            words.append(0)
        else:
            tracked.append(Tracked(item, position))
            words.append(tracked[-1].address)
    count = len(words)
    if value.null_terminated or not words:
        words.append(0)
    array = ffi.new("void *[]", [ffi.cast("void *", word) for word in words])
    return Lowered("items", label, ffi.cast(c_type, array), tracked, array, [*keep, array], count)
