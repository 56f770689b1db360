"""Pointers into an object's memory: interior pointers, and ``Py_buffer``, which holds its exporter until it is released."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from ptrstate.states import InteriorPtr, Struct

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self


_WIDEST = 4
"""The bytes of a ``Py_UCS4``; whatever is in fewer is a character."""


def all_characters(memory: bytes, unit: int) -> bool:
    """Whether each ``unit`` bytes of the memory, and all of it, are a character's."""
    return unit != _WIDEST or (len(memory) % unit == 0 and max(memoryview(memory).cast("I"), default=0) <= sys.maxunicode)


class Asked:
    """The call that an interior pointer came from, to be made again beneath every check.

    ``passed`` is what C got for ``arguments``, and ``stored`` the variable that the address came in, where it was not returned.
    """

    __slots__ = ("_callee", "_lent", "_passed", "_stored")

    def __init__(
        self, ffi: Any, function: Any, arguments: tuple[Any, ...], passed: tuple[Any, ...], stored: Any = None  # noqa: ANN401
    ) -> None:
        self._callee = function.callee
        self._lent = [a for a in arguments if hasattr(a, "_state")]
        # what was passed for a handle serves every call of the function, and is another's by the next
        self._passed = [
            ffi.cast(ffi.typeof(word), a._address) if hasattr(a, "_state") else word for a, word in zip(arguments, passed, strict=True)
        ]
        self._stored = stored

    def moved(self, pointer: Any, null: Any) -> bool:  # noqa: ANN401
        """Whether C gives another address than ``pointer`` now.  Once a pointer that was lent has ended, it cannot be asked."""
        from ptrstate._native import core  # noqa: PLC0415

        if any(core.ended_by(lent) is not None for lent in self._lent):
            return False
        core.enter_level()
        try:
            if self._stored is None:
                return bool(self._callee(*self._passed) != pointer)
            self._stored[0] = null
            self._callee(*self._passed)
            return bool(self._stored[0] != pointer)
        finally:
            core.take_pending()
            core.leave_level()


def lender(position: int, arguments: tuple[Any, ...], passed: tuple[Any, ...]) -> Any:  # noqa: ANN401
    """Return whose memory a pointer into the argument at ``position`` points into: a text of Python's lives on as what was passed."""
    return passed[position] if isinstance(arguments[position], str | bytes) else arguments[position]


def _lent_from(pointer: Any) -> Any:  # noqa: ANN401
    """Return the handle that a pointer was lent from: the first one to the same object."""
    source = getattr(pointer, "_source", None)
    return _lent_from(source) if getattr(source, "_address", None) == pointer._address else pointer


class Interior(InteriorPtr):
    """An interior pointer.  It keeps its owner's handle, but not its owner's reference.

    ``source`` is whose memory it points into: a handle, another interior pointer, a view, or bytes that nobody else keeps; None for
    what is there for good.  ``asked`` is the call it came from where the owner may move the memory meanwhile, and is asked again.
    """

    __slots__ = ("_asked", "_borrowed", "_ffi", "_pointer", "_source")

    def __init__(self, ffi: Any, pointer: Any, source: Any, borrowed: Any, asked: Asked | None = None) -> None:  # noqa: ANN401
        self._ffi = ffi
        self._pointer = pointer
        self._source = source
        self._borrowed = borrowed
        self._asked = asked

    @property
    def _owner(self) -> Any:  # noqa: ANN401
        """The handle of whose memory it is, or None."""
        source = self._source
        return source._owner if isinstance(source, Interior) else source if hasattr(source, "_state") else None

    def pointer(self, function: Any = None, index: int = -1) -> Any:  # noqa: ANN401
        """Return cffi's pointer; PS015 when the owner has ended, or the memory is no longer where it was."""
        from ptrstate._native import core  # noqa: PLC0415

        if isinstance(self._source, Interior | Py_buffer):
            self._source.pointer(function, index)
        owner = self._owner
        ended = core.ended_by(owner) if owner is not None else None
        if ended is not None:
            self._refuse(ended, "an owner that still lives", "used after its owner ended", function, index)
        if self._asked is not None and self._asked.moved(self._pointer, self._ffi.NULL):
            seen = "used after its owner moved it or let it go"
            self._refuse(_lent_from(owner), "memory that is still its owner's", seen, function, index)
        return self._pointer

    def _refuse(self, owner: Any, expected: str, seen: str, function: Any, index: int) -> None:  # noqa: ANN401
        from ptrstate._native import core  # noqa: PLC0415
        from ptrstate.violations.report import violation  # noqa: PLC0415

        used = core.here(function, index)
        core.raise_violation(
            violation("PS015", owner, None, used, owner._created, self._borrowed, owner._ended, expected, seen, None)
        )

    def room(self) -> int:
        """Return how many bytes are known to be there: as many as its owner has from here on, else those before the first NUL."""
        pointer, _held = self.held_pointer()
        whole, start = self._memory()
        at = self._address(pointer) - start
        return whole - at if 0 <= at <= whole else len(self._text())

    def _memory(self) -> tuple[int, int]:
        """Return how large the memory is that the pointer points into, and where it begins; -1 where that is not known."""
        from ptrstate._native import core  # noqa: PLC0415

        source = self._source
        if isinstance(source, Interior | Py_buffer):
            return source.room(), self._address(source.pointer())
        owner = core.held(source) if hasattr(source, "_state") else source
        if isinstance(owner, str):
            return len(owner.encode(errors="surrogatepass")), self._address(self._pointer)
        try:
            memory = self._ffi.from_buffer(owner)
        except (TypeError, ValueError, BufferError):
            return -1, 0
        return len(memory), self._address(memory)

    def _address(self, pointer: Any) -> int:  # noqa: ANN401
        return int(self._ffi.cast("uintptr_t", pointer))

    def held_pointer(self, function: Any = None, index: int = -1) -> tuple[Any, Any]:  # noqa: ANN401
        """Return cffi's pointer and what to hold while the memory is read: code that runs meanwhile may end the owner's handle."""
        from ptrstate._native import core  # noqa: PLC0415

        owner = core.held(self._owner) if self._owner is not None else None
        held = memoryview(owner) if isinstance(owner, bytearray) else owner
        return self.pointer(function, index), held

    def _text(self) -> str | bytes:
        pointer, _held = self.held_pointer()
        try:
            return self._ffi.string(pointer)  # type: ignore[no-any-return]
        except TypeError:
            msg = f"a {self._ffi.typeof(pointer).cname} has no end of its own, so it is no text; only its address can be passed on"
            raise TypeError(msg) from None

    def __bytes__(self) -> bytes:
        text = self._text()
        return text if isinstance(text, bytes) else text.encode(errors="surrogatepass")

    def __repr__(self) -> str:
        return f"<interior pointer of {self._owner!r}>"


class Py_buffer(Struct):
    """A ``Py_buffer``, empty until a call fills it.

    One that is never released is PS006, used after its release PS015.  As a context manager it is released on the way out.
    """

    spelling = "Py_buffer"

    def __init__(self) -> None:
        from ptrstate.interpreter import library  # noqa: PLC0415

        self._view = library.ffi.new("Py_buffer *")
        self._held: Any = None
        self._released = False
        self._lent = False

    @classmethod
    def at(cls, address: int, held: Any = None) -> Self:  # noqa: ANN401
        """Return the view at an address of C's: an empty one to be filled, or one that C lends, ``held`` for the length of a call."""
        from ptrstate.interpreter import library  # noqa: PLC0415

        made = cls()
        made._view, made._held, made._lent = library.ffi.cast("Py_buffer *", address), held, held is not None
        return made

    def hand_over(self) -> None:
        """Leave the view to the C function that passed it: whoever asked for it releases it, and it is used here no more."""
        from ptrstate._native import core  # noqa: PLC0415

        if self._held is not None:
            core.let_buffer_go(self._held)
        self._held, self._released = None, True

    def prepare(self, function: Any, index: int, change: int) -> Any:  # noqa: ANN401
        """Return the struct's address for a call that fills it (+1), releases it (-1) or reads it (0)."""
        from ptrstate._native import core  # noqa: PLC0415

        if change <= 0 and self._held is None:
            if change < 0 and not self._released:
                return self._view       # releasing a view that was never filled does nothing
            core.refuse("PS015", None, "a view that is held", "a view that was released or never filled", function, index)
        if change < 0 and self._lent:
            core.refuse("PS013", None, "a view of one's own", "a view that C lends, and releases itself", function, index)
        if change > 0 and self._held is not None:
            core.refuse("PS017", None, "an empty view", "a view that is still held", function, index)
        return self._view

    @property
    def held(self) -> bool:
        """Whether a call has filled it and none has released it since."""
        return self._held is not None

    def settle(self, function: Any, index: int, change: int, failed: bool) -> None:  # noqa: ANN401, FBT001
        """Take note of what the call did."""
        from ptrstate._native import core  # noqa: PLC0415

        if failed or not change:
            return
        if change > 0:
            self._held = core.hold_buffer(function, index)
            self._released = False
        elif self._held is not None:
            core.let_buffer_go(self._held)
            self._held, self._released = None, True

    @property
    def buf(self) -> InteriorPtr | None:
        """The address of the memory (``void *``), with its length in ``len``; used after the release it is PS015."""
        from ptrstate._native import core  # noqa: PLC0415
        from ptrstate.interpreter import library  # noqa: PLC0415

        memory = self.pointer()
        return Interior(library.ffi, memory, self, core.here(None, -1)) if memory != library.ffi.NULL else None

    def pointer(self, function: Any = None, index: int = -1) -> Any:  # noqa: ANN401
        """Return cffi's pointer to the memory; PS015 for a view that is not held."""
        return self.prepare(function, index, 0).buf

    def room(self) -> int:
        """Return how many bytes there are at the address."""
        return self.len

    @property
    def obj(self) -> Any:  # noqa: ANN401
        """The exporter, borrowed from this view."""
        return self._field("obj")

    @property
    def itemsize(self) -> int:
        """The size of one item in bytes."""
        return int(self._field("itemsize"))

    @property
    def ndim(self) -> int:
        """The number of dimensions."""
        return int(self._field("ndim"))

    @property
    def readonly(self) -> bool:
        """Whether the memory may not be written."""
        return bool(self._field("readonly"))

    def _field(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self.prepare(None, -1, 0), name)

    def __bytes__(self) -> bytes:
        from ptrstate.interpreter import library  # noqa: PLC0415

        view = self.prepare(None, -1, 0)
        return bytes(library.ffi.buffer(view.buf, view.len))

    @property
    def len(self) -> int:
        """The length of the memory in bytes."""
        return int(self._field("len"))

    def release(self) -> None:
        """Release the view (``PyBuffer_Release``); once released, nothing."""
        from ptrstate import capi  # noqa: PLC0415

        if self._held is not None:
            capi.PyBuffer_Release(self)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None, /) -> None:
        self.release()
