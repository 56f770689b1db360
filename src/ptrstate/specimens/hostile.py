# ruff: noqa: D102, PLR2004, FLY002, N818, PYI034, UP031
"""Objects whose every special method is Python code: one set answers sensibly, the other raises."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Trouble(Exception):
    """What the raising specimens raise."""


class Item:
    """Something to hold: mortal, hashable, and its end runs Python code."""

    def __del__(self) -> None:
        pass


class Key:
    """A key that is found by Python code: equal to every other key of its value."""

    __slots__ = ("__weakref__", "value")

    def __init__(self, value: str = "key") -> None:
        self.value: str = value

    def __hash__(self) -> int:
        return hash(self.value)

    def __eq__(self, other: object) -> bool:
        return getattr(other, "value", other) == self.value


class RaisingKey(Key):
    """A key whose comparison raises."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        raise Trouble

    def __hash__(self) -> int:
        return super().__hash__()


class TalkingText(str):
    """A text that is shown by Python code."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "<talking text>"


def _ends(self: object) -> None:
    pass


class EndingText(str):  # noqa: SLOT000
    """A text whose end runs Python code."""

    __del__ = _ends


class EndingBytes(bytes):
    """Bytes whose end runs Python code."""

    __del__ = _ends


class EndingByteArray(bytearray):
    """A ``bytearray`` whose end runs Python code."""

    __del__ = _ends


class EndingTuple(tuple):  # type: ignore[type-arg]  # noqa: SLOT001
    """A tuple whose end runs Python code."""

    __del__ = _ends


class EndingList(list[Any]):
    """A list whose end runs Python code."""

    __del__ = _ends


class EndingDict(dict[Any, Any]):
    """A dict whose end runs Python code."""

    __del__ = _ends


class TextProbe(EndingText):
    """A text that is hashed, compared and shown by Python code."""

    def __hash__(self) -> int:
        return str.__hash__(self)

    def __eq__(self, other: object) -> bool:
        return str.__eq__(self, other)

    def __repr__(self) -> str:
        return "a text probe"

    def __str__(self) -> str:
        return "".join(["text ", "probe"])


class Lender:
    """An object that lends a buffer by Python code, on the versions that let it (3.12)."""

    def __buffer__(self, flags: int) -> memoryview:
        return memoryview(bytearray(b"exported"))

    def __release_buffer__(self, view: memoryview) -> None:
        pass


class OddDelta(dt.timedelta):
    """A ``timedelta`` that is shown by Python code."""

    def __repr__(self) -> str:
        return "odd"


class BusyError(Exception):
    """An exception that is made by Python code."""

    def __init__(self, *args: object) -> None:
        super().__init__(*args)


class UnhashableKey(Key):
    """A key whose hash raises."""

    __slots__ = ()

    def __hash__(self) -> int:
        raise Trouble


class Described:
    """An object whose attribute is made, set and deleted by Python code."""

    @property
    def present(self) -> Item:
        """Something new."""
        return Item()

    @present.setter
    def present(self, value: object) -> None:
        pass

    @present.deleter
    def present(self) -> None:
        pass


class BytesFile:
    """A file and a path that answer in bytes."""

    def readline(self, size: int = -1) -> bytes:
        """Return a line."""
        return bytes(bytearray(b"line\n"))

    def __fspath__(self) -> bytes:
        return bytes(bytearray(b"/nowhere"))


class Probe:
    """An object that can do everything, and every bit of it in Python."""

    present: Item = Item()
    __match_args__ = ("present",)

    def __init__(self) -> None:
        self.held: dict[Any, Any] = {}
        self.left: int = 3
        self.present = Item()

    def __del__(self) -> None:
        pass

    def __repr__(self) -> str:
        return "<probe %d>" % self.left

    def __str__(self) -> str:
        return "probe number %d" % self.left

    def __bytes__(self) -> bytes:
        return b"probe %d" % self.left

    def __format__(self, how: str) -> str:
        return "probe " + how

    def __hash__(self) -> int:
        return 7

    def __eq__(self, other: object) -> bool:
        return self is other

    def __lt__(self, other: object) -> bool:
        return False

    def __le__(self, other: object) -> Any:  # noqa: ANN401
        return Item()

    def __gt__(self, other: object) -> bool:
        return False

    def __ge__(self, other: object) -> bool:
        return False

    def __bool__(self) -> bool:
        return True

    def __len__(self) -> int:
        return 2

    def __length_hint__(self) -> int:
        return 2

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401
        if isinstance(index, int) and not -2 <= index < 2:
            raise IndexError(index)
        if index == "absent":
            raise KeyError(index)
        return self.held.setdefault(repr(index), Item())

    def __setitem__(self, index: Any, value: Any) -> None:  # noqa: ANN401
        self.held[repr(index)] = value

    def __delitem__(self, index: Any) -> None:  # noqa: ANN401
        self.held.pop(repr(index), None)

    def __contains__(self, item: object) -> bool:
        return True

    def __iter__(self) -> Iterator[Any]:
        return iter([("key", Item()), ("other", Item())])

    def __reversed__(self) -> Iterator[Any]:
        return iter([Item()])

    def __next__(self) -> Any:  # noqa: ANN401
        if not self.left:
            raise StopIteration
        self.left -= 1
        return Item()

    def __call__(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        return Item()

    def method(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Return something new."""
        return Item()

    def send(self, *args: Any) -> Any:  # noqa: ANN401
        """Return something new, as a generator does."""
        return Item()

    def throw(self, *args: Any) -> Any:  # noqa: ANN401
        """Return something new, as a generator does."""
        return Item()

    def close(self) -> Any:  # noqa: ANN401
        """Return something new, as a generator does not."""
        return Item()

    def keys(self) -> list[Any]:
        """Return the keys, as a mapping does."""
        return ["key", "".join(["oth", "er"])]

    def values(self) -> list[Any]:
        """Return the values, as a mapping does."""
        return [Item(), Item()]

    def items(self) -> list[Any]:
        """Return the items, as a mapping does."""
        return [("key", Item())]

    def __int__(self) -> int:
        return int("123456789")

    def __index__(self) -> int:
        return int("123456789")

    def __trunc__(self) -> int:
        return int("123456789")

    def __round__(self, digits: int | None = None) -> Any:  # noqa: ANN401
        return 1000 * self.left

    def __float__(self) -> float:
        return float(self.left)

    def __complex__(self) -> complex:
        return complex(self.left)

    def __fspath__(self) -> str:
        return "/nowhere/%d" % self.left

    def __fileno__(self) -> int:
        return 2

    fileno = __fileno__

    def write(self, text: str) -> int:
        """Swallow what is written, as a file does."""
        return len(text)

    def readline(self, size: int = -1) -> str:
        """Return a line, as a file does."""
        return "line %d\n" % self.left

    def __enter__(self) -> Probe:
        return self

    def __exit__(self, *how: object) -> None:
        pass

    def __await__(self) -> Iterator[Any]:
        return iter([Item()])

    def __aiter__(self) -> Probe:
        return self

    def __anext__(self) -> Probe:
        return self

    def __dir__(self) -> list[str]:
        return ["present"]

    def __instancecheck__(self, instance: object) -> bool:
        return True

    def __subclasscheck__(self, subclass: type) -> bool:
        return True


_OPERATORS = "add sub mul truediv floordiv mod divmod pow matmul and or xor lshift rshift"
_UNARY = "neg pos abs invert"


def _answering(name: str) -> Callable[..., Any]:
    def method(self: Any, *others: Any) -> Any:  # noqa: ANN401
        return Item()

    method.__name__ = name
    return method


def _raising(name: str) -> Callable[..., Any]:
    def method(self: Any, *others: Any, **named: Any) -> Any:  # noqa: ANN401
        raise Trouble

    method.__name__ = name
    return method


class Raiser:
    """An object that can do everything, and raises instead."""

    __slots__ = ("__weakref__",)


for _name in (
    *(f"__{kind}{operator}__" for operator in _OPERATORS.split() for kind in ("", "r", "i")),
    *(f"__{operator}__" for operator in _UNARY.split()),
):
    if _name != "__idivmod__":
        setattr(Probe, _name, _answering(_name))
        setattr(Raiser, _name, _raising(_name))
_KEPT = {"__init__", "__del__", "__dir__", "__repr__", "__module__", "__doc__", "__dict__", "__weakref__", "__match_args__"}
for _name in [*vars(Probe), "__getattr__", "__setattr__", "__delattr__"]:
    if _name not in _KEPT and (callable(getattr(Probe, _name, None)) or _name == "__getattr__"):
        setattr(Raiser, _name, _raising(_name))


class RaisingRepr:
    """An object that cannot be shown."""

    def __repr__(self) -> str:
        raise Trouble

    def __format__(self, spec: str, /) -> str:
        raise Trouble

    def __bytes__(self) -> bytes:
        raise Trouble


class TroubledDescriptor:
    """An attribute that raises whatever is done to it."""

    def __get__(self, instance: object, owner: type | None = None) -> Any:  # noqa: ANN401
        raise Trouble

    def __set__(self, instance: object, value: object) -> None:
        raise Trouble

    def __delete__(self, instance: object) -> None:
        raise Trouble
