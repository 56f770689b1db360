"""The states of a pointer, as types: what an annotation says and what a handle offers.

These classes are the typed face of the handles; the objects a program meets are made by the native module, whose types derive
from these.  Nothing here needs the native module, so a declaration can be read before anything is compiled.
"""

from __future__ import annotations

import enum
from types import TracebackType
from typing import Any, ClassVar, Generic, Self

from typing_extensions import TypeVar

from ptrstate.pointees import Pointee, PyObject

T_co = TypeVar("T_co", bound=Pointee, default=PyObject, covariant=True)
T = TypeVar("T", bound=Pointee, default=PyObject)
U = TypeVar("U", bound=Pointee)
V = TypeVar("V")


def _variable(name: str) -> Any:  # noqa: ANN401
    """Make the variable that a face stands for, in the native module."""
    from ptrstate._native import core  # noqa: PLC0415

    return getattr(core, name)()


class OwnedPtr(Generic[T_co]):
    """One strong reference (Rust: ``OwnedPtr<'py, T>``).

    It ends exactly once: dropped, moved (returned, stolen by a call, put into a slot) or made raw.  Any later use is
    PS001 (dropped) or PS003 (moved); one that never ends is PS006.
    """

    __slots__ = ()

    def borrow(self) -> BorrowedPtr[T_co]:
        """Lend the pointer: a borrow that is good while this handle is.  Raises PS001 or PS003 when it has ended."""
        raise NotImplementedError

    def clone(self) -> OwnedPtr[T_co]:
        """Make a second strong reference (``Py_NewRef``).  Raises PS001 or PS003 when this one has ended."""
        raise NotImplementedError

    def move(self) -> OwnedPtr[T_co]:
        """Hand the reference to a new handle; this one has moved (PS003 when used again)."""
        raise NotImplementedError

    def drop(self) -> None:
        """Release the reference (``Py_DECREF``).  A second drop is PS002; after a move it is PS003."""
        raise NotImplementedError

    def into_raw(self) -> NonNull[T_co]:
        """Give up the handle and keep the reference in flight, for one ``assume_owned`` to take up (else PS006)."""
        raise NotImplementedError

    def to_python(self) -> Any:  # noqa: ANN401
        """Return the object itself; the handle keeps its reference.  An object with unset slots is refused (PS020)."""
        raise NotImplementedError

    def cast(self, pointee: type[U], /) -> OwnedPtr[U]:
        """Return this same handle as a pointer to ``pointee``; ``TypeError`` when the object is no such thing."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        """Return the handle; the ``with`` block drops it on the way out unless it was moved or dropped meanwhile."""
        raise NotImplementedError

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None, /) -> None:
        """Drop the reference if it is still owned."""
        raise NotImplementedError


class BorrowedPtr(Generic[T_co]):
    """A non-null pointer without a reference of its own (Rust: ``BorrowedPtr<'a, 'py, T>``).

    It is good while the handle it came from is; afterwards its use is PS004.  One that came from a mutable owner which let
    go of the object is PS005.
    """

    __slots__ = ()

    def to_owned(self) -> OwnedPtr[T_co]:
        """Make a strong reference (``Py_NewRef``)."""
        raise NotImplementedError

    def to_python(self) -> Any:  # noqa: ANN401
        """Return the object itself.  An object with unset slots is refused (PS020)."""
        raise NotImplementedError

    def as_raw(self) -> NonNull[T_co]:
        """Return the bare address; no reference goes with it, so assuming it owned is PS013."""
        raise NotImplementedError

    def cast(self, pointee: type[U], /) -> BorrowedPtr[U]:
        """Return this same handle as a pointer to ``pointee``; ``TypeError`` when the object is no such thing."""
        raise NotImplementedError


class NonNull(Generic[T_co]):
    """A raw, non-null address (Rust: ``NonNull<T>``): somebody must assume it owned or borrowed before it is used."""

    __slots__ = ()

    def assume_owned(self) -> OwnedPtr[T_co]:
        """Take up a reference in flight.  PS013 when there is none: it came from a borrow, or was taken up before."""
        raise NotImplementedError

    def assume_borrowed(self, owner: OwnedPtr[Any] | BorrowedPtr[Any], /) -> BorrowedPtr[T_co]:
        """Read the address as a borrow that is good while ``owner`` is."""
        raise NotImplementedError

    def cast(self, pointee: type[U], /) -> NonNull[U]:
        """Return this same handle as a pointer to ``pointee``; ``TypeError`` when the object is no such thing."""
        raise NotImplementedError


class Slot(Generic[T]):
    """A ``PyObject *`` variable that owns what is in it (Rust: ``&mut Option<OwnedPtr<T>>``).

    Its address is what out and in-out parameters take.  Overwriting an owned pointer in it is PS017.
    """

    __slots__ = ()

    def __new__(cls) -> Self:
        """Return an empty variable."""
        return _variable("Slot") if cls is Slot else super().__new__(cls)

    def take(self) -> OwnedPtr[T] | None:
        """Move the pointer out and leave NULL behind."""
        raise NotImplementedError

    def borrow(self) -> BorrowedPtr[T] | None:
        """Lend what is in the slot; the borrow is good until the slot changes."""
        raise NotImplementedError

    def put(self, owned: OwnedPtr[T], /) -> None:
        """Move ``owned`` into the empty slot.  PS017 when it already owns something."""
        raise NotImplementedError

    def replace(self, owned: OwnedPtr[T], /) -> OwnedPtr[T] | None:
        """Move ``owned`` in and hand back what was there (``Py_XSETREF`` without the release)."""
        raise NotImplementedError

    def clear(self) -> None:
        """Release what is in the slot, if anything, and leave NULL (``Py_CLEAR``)."""
        raise NotImplementedError

    def cast(self, pointee: type[U], /) -> Slot[U]:
        """Return this same slot as one for ``pointee``; ``TypeError`` when what it holds is no such thing."""
        raise NotImplementedError


class BorrowedSlot(Generic[T]):
    """A ``PyObject *`` variable that borrows what is in it (Rust: ``&mut Option<BorrowedPtr<T>>``); overwritten freely."""

    __slots__ = ()

    def __new__(cls) -> Self:
        """Return an empty variable."""
        return _variable("BorrowedSlot") if cls is BorrowedSlot else super().__new__(cls)

    def get(self) -> BorrowedPtr[T] | None:
        """Return what the last call left in the slot."""
        raise NotImplementedError

    def put(self, borrowed: BorrowedPtr[T] | None, /) -> None:
        """Write a borrowed pointer, or NULL, as a function with such an out-parameter does."""
        raise NotImplementedError


class Var(Generic[V]):
    """A scalar variable with an address (Rust: ``&mut V``): ``Var(0)`` for ``Py_ssize_t *pos``, ``int *overflow`` and so on."""

    __slots__ = ("value",)

    value: V

    def __init__(self, value: V, /) -> None:
        self.value = value

    def __repr__(self) -> str:
        return f"Var({self.value!r})"


class InteriorPtr:
    """A ``const char *`` into an object (``PyUnicode_AsUTF8``): it knows its owner, after whose end its use is PS015.

    ``bytes(p)`` copies the text; the pointer can be passed on to C as it is.
    """

    __slots__ = ()

    def __bytes__(self) -> bytes:
        """Copy what is pointed to."""
        raise NotImplementedError


class Struct:
    """The base of C structs that a caller makes and a function fills, such as ``Py_buffer``; ``spelling`` is the C type."""

    spelling: ClassVar[str]


class Status(enum.IntEnum):
    """The result of a C function that returns 0, or -1 with an exception set."""

    OK = 0
    FAILED = -1


class Found(enum.IntEnum):
    """The result of a C function that returns 1 or 0, or -1 with an exception set."""

    FAILED = -1
    ABSENT = 0
    PRESENT = 1
