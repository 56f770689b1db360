"""What an argument can be before anyone wraps it: a Python object as it is, or one of these for what C has besides objects."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class _Null(enum.Enum):
    NULL = "NULL"

    def __repr__(self) -> str:
        return "NULL"


NULL = _Null.NULL
"""The NULL pointer, for an argument, an item or the content of a slot."""


@dataclass(frozen=True)
class Unshared:
    """An object to which the caller of C has the only reference; ``make`` builds it when the call is about to be made.

    ``dies`` says that the call ends that reference, so that the object is not looked at afterwards.
    """

    make: Callable[[], Any]
    dies: bool = False


@dataclass(frozen=True)
class KeptByC:
    """An object that C holds out of sight and may let go of in the call, so that its count tells nothing."""

    value: Any


@dataclass(frozen=True)
class Slot:
    """A ``PyObject *`` variable and what is in it, an object or ``NULL``."""

    content: Any = NULL


@dataclass(frozen=True)
class Variable:
    """A scalar variable with its first value; ``None`` leaves it zeroed."""

    value: Any = None


@dataclass(frozen=True)
class Items:
    """An array of pointers, or the tail of a variadic call: objects, texts, or empty slots to be filled."""

    items: Sequence[Any]
    null_terminated: bool = False


@dataclass(frozen=True)
class CallbackTo:
    """A C function that calls ``function``; what it returns is what C gets."""

    function: Callable[..., Any]


@dataclass(frozen=True)
class Memory:
    """Memory of an allocator domain: ``"raw"``, ``"mem"`` or ``"object"``."""

    domain: str
    size: int = 16


@dataclass(frozen=True)
class Native:
    """Anything else that C has: ``make(ffi, lib)`` returns what cffi passes, and whatever it holds on to lives as long."""

    make: Callable[[Any, Any], Any]


@dataclass(frozen=True)
class Specimen:
    """One argument by name: ``make`` builds a fresh one for each call."""

    label: str
    make: Callable[[], Any]

    def __repr__(self) -> str:
        return f"<specimen {self.label}>"
