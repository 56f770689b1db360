"""Whose item it is that ``PyArg_Parse`` and its like store: looked up again in what was lent for the call."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

from ptrstate._native import core
from ptrstate.buffers import Interior
from ptrstate.converters.memory import Variable

core.hide_file((lambda: None).__code__)

_MOST_NESTED = 8


def items_in(lent: Any) -> Iterator[tuple[Any, bool]]:  # noqa: ANN401
    """Yield an object and what is in it, outer items first, and whether only tuples are around it."""
    waiting, seen = deque([(lent, True, 0)]), set()
    while waiting:
        item, firm, depth = waiting.popleft()
        yield item, firm
        if depth == _MOST_NESTED or id(item) in seen:
            continue
        seen.add(id(item))
        kind = type(item)
        if issubclass(kind, tuple):
            waiting.extend((inner, firm, depth + 1) for inner in tuple.__iter__(item))
        elif issubclass(kind, list):
            waiting.extend((inner, False, depth + 1) for inner in list.__iter__(item))
        elif issubclass(kind, dict):
            waiting.extend((inner, False, depth + 1) for inner in dict.values(item))


def holder(arguments: tuple[Any, ...], matches: Callable[[Any], bool]) -> tuple[Any, Any, bool] | None:
    """Return the argument that lent the first item that ``matches``, the item, and whether only tuples hold it."""
    for lent in arguments:
        if isinstance(lent, core.BorrowedPtr):
            for item, firm in items_in(core.held(lent)):
                if matches(item):
                    return lent, item, firm
    return None


class TextOfItem(Variable):
    """A variable for the text of an item: borrowed as the item itself would be."""

    def _interior(
        self, pointer: Any, passed: tuple[Any, ...], function: core.Function, index: int, arguments: tuple[Any, ...]  # noqa: ANN401
    ) -> Interior:
        found = holder(arguments[:index], self._has(pointer))
        if found is None:
            return super()._interior(pointer, passed, function, index, arguments)
        lent, item, firm = found
        slot = core.BorrowedSlot()
        self.ffi.cast("uintptr_t *", core.variable_at(slot))[0] = id(item)
        core.variable_filled(slot, lent, function, index, not firm)
        return Interior(self.ffi, pointer, slot.get(), core.here(function, index))

    def _has(self, pointer: Any) -> Callable[[Any], bool]:  # noqa: ANN401
        from ptrstate.interpreter import library  # noqa: PLC0415

        address = int(self.ffi.cast("uintptr_t", pointer))

        def has(item: Any) -> bool:  # noqa: ANN401
            if isinstance(item, bytes):
                return int(self.ffi.cast("uintptr_t", self.ffi.from_buffer(item))) == address
            if not isinstance(item, str) or (not str.isascii(item) and not _encodable(item)):
                return False
            return int(self.ffi.cast("uintptr_t", library.lib.PyUnicode_AsUTF8(self.ffi.cast("PyObject *", id(item))))) == address

        return has


def _encodable(text: str) -> bool:
    try:
        str.encode(text)
    except UnicodeEncodeError:
        return False
    return True
