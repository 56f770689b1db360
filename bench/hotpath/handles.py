"""The handles and the binding of ptrstate in Python, over cffi: one source, run as it is and compiled with mypyc.

What the hot path has to do is all here: ids that never come back, the state and the thread of a handle, the site of each step,
the book of owned pointers, borrows that follow the handle they came from, hidden references for results borrowed from a mutable
owner, and the indicator kept between calls.  What is done once in a while (scopes, reports, warnings) is not, nor are unset items
and the pinning of arguments, so that the figures are a lower bound for handles written in Python.
"""

from __future__ import annotations

import sys
import threading
from enum import IntEnum
from types import FunctionType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import hotpath_checked as native  # type: ignore[import-not-found, import-untyped, unused-ignore]

if TYPE_CHECKING:
    from collections.abc import Callable

LIVE: Final = 0
DROPPED: Final = 1
MOVED: Final = 2

# A step of a life: the address, the code object, the instruction in it, and the C function or method.  No more precise than
# this, because mypyc would unpack it into four fields and pack it again for every dictionary.
Site = tuple[Any, ...]

ffi: Final[Any] = native.ffi
pending: Final[dict[int, BaseException]] = native.pending
incref: Final[Any] = native.lib.Py_IncRef
decref: Final[Any] = native.lib.Py_DecRef
release: Final[Any] = native.lib.release
references: Final[Any] = native.lib.references
getframe: Final[Any] = sys._getframe
get_ident: Final[Callable[[], int]] = threading.get_ident
new: Final[Any] = ffi.new
VARIABLE: Final[Any] = ffi.typeof("PyObject *[1]")
POINTER: Final[Any] = ffi.typeof("PyObject *")
NULL: Final[Any] = ffi.NULL


class Status(IntEnum):
    """0, or -1 with an exception set."""

    OK = 0
    FAILED = -1


class Found(IntEnum):
    """1 or 0, or -1 with an exception set."""

    FAILED = -1
    ABSENT = 0
    PRESENT = 1


STATUS: Final = (Status.OK, Status.FAILED)  # indexed by the result: -1 is the last
FOUND: Final = (Found.ABSENT, Found.PRESENT, Found.FAILED)


class Violation(Exception):
    """An ownership rule broken; ``code`` says which."""

    def __init__(self, code: str, said: str, pointer: object = None) -> None:
        super().__init__(f"{code}: {said}")
        self.code = code
        self.pointer = pointer
        book.violations.append(self)


# A compiled function has no frame of its own: then the innermost frame is the caller's.
CALLER: Final[int] = 1 if isinstance(Violation.__init__, FunctionType) else 0


class Book:
    """Who owns what: the live owned pointers, the owners of each object, and the hidden references."""

    def __init__(self) -> None:
        self.last_id = 0
        self.live: dict[int, Site] = {}
        self.owners: dict[Any, int] = {}
        self.hidden: dict[int, Any] = {}
        self.violations: list[Violation] = []

    def begin(self, created: Site) -> int:
        """Enter an owned pointer and return its id."""
        number = self.last_id + 1
        self.last_id = number
        address = created[0]
        self.owners[address] = self.owners.get(address, 0) + 1
        self.live[number] = created
        return number

    def end(self, number: int, address: Any) -> int:
        """Strike it out and return how many references to its object were known until now."""
        del self.live[number]
        owners = self.owners.pop(address)
        if owners > 1:
            self.owners[address] = owners - 1
        if self.hidden:
            return owners + list(self.hidden.values()).count(address)
        return owners

    def look(self) -> None:
        """After what may have run Python code: let go of each object that only hidden references still hold."""
        for address in set(self.hidden.values()):
            numbers = [number for number, hidden in self.hidden.items() if hidden == address]
            if numbers and references(address) <= len(numbers):
                for number in numbers:
                    del self.hidden[number]
                    decref(address)


book: Final = Book()


class OwnedPtr:
    """One strong reference that ends exactly once."""

    __slots__ = ("address", "created", "ended", "id", "state", "thread")

    def __init__(self, created: Site) -> None:
        self.address: Any = created[0]
        self.state = LIVE
        self.thread = get_ident()
        self.created = created
        self.ended: Site | None = None
        self.id = book.begin(created)

    def refusal(self, use: str) -> Violation:
        """Return the violation that ``use`` of this pointer is."""
        if self.state == LIVE:
            return Violation("PS019", f"{use}: a handle of another thread", self)
        if self.state == DROPPED:
            return Violation("PS002" if use == "drop" else "PS001", f"{use}: after it was dropped", self)
        return Violation("PS003", f"{use}: after it was moved", self)

    def restore(self) -> None:
        """Take back a move that did not happen."""
        self.state = LIVE
        self.ended = None
        self.id = book.begin(self.created)

    def borrow(self) -> BorrowedPtr:
        """Lend the pointer."""
        if self.state != LIVE or self.thread != get_ident():
            msg = "borrow"
            raise self.refusal(msg)
        frame = getframe(CALLER)
        return BorrowedPtr((self.address, frame.f_code, frame.f_lasti, "borrow"), self, None)

    def clone(self) -> OwnedPtr:
        """Make a second strong reference."""
        if self.state != LIVE or self.thread != get_ident():
            msg = "clone"
            raise self.refusal(msg)
        incref(self.address)
        frame = getframe(CALLER)
        return OwnedPtr((self.address, frame.f_code, frame.f_lasti, "clone"))

    def drop(self) -> None:
        """Release the reference."""
        if self.state != LIVE or self.thread != get_ident():
            msg = "drop"
            raise self.refusal(msg)
        frame = getframe(CALLER)
        self.ended = (self.address, frame.f_code, frame.f_lasti, "drop")
        self.state = DROPPED
        last: int = release(self.address, book.end(self.id, self.address))
        if last < 0:
            msg = "PS013"
            raise Violation(msg, "drop: fewer references than owners", self)
        if last and book.hidden:
            book.look()

    def __del__(self) -> None:
        if self.state == LIVE:
            Violation("PS006", f"#{self.id} was collected while it owned")
            self.state = DROPPED
            book.end(self.id, self.address)
            decref(self.address)


class BorrowedPtr:
    """A pointer without a reference: good while ``source`` is, or while ``keeps``, a Python object, is kept alive here."""

    __slots__ = ("address", "created", "id", "keeps", "source", "thread")

    def __init__(self, created: Site, source: OwnedPtr | BorrowedPtr | None, keeps: object) -> None:
        self.address: Any = created[0]
        self.thread = get_ident()
        self.created = created
        self.source = source
        self.keeps = keeps
        book.last_id += 1
        self.id = book.last_id

    def over(self) -> bool:
        """Whether what it came from has ended."""
        source = self.source
        if source is None:
            return False
        if isinstance(source, OwnedPtr):
            return source.state != LIVE
        return source.over()

    def refusal(self, use: str) -> Violation:
        """Return the violation that ``use`` of this pointer is."""
        if self.thread != get_ident():
            return Violation("PS019", f"{use}: a handle of another thread", self)
        if isinstance(self, HiddenPtr) and self.id not in book.hidden:
            return Violation("PS005", f"{use}: the owner let go of the object", self)
        return Violation("PS004", f"{use}: what it was borrowed from has ended", self)


class HiddenPtr(BorrowedPtr):
    """A borrow from a mutable owner: its hidden strong reference keeps the memory safe when the owner lets go."""

    __slots__ = ()

    def __init__(self, created: Site, source: BorrowedPtr) -> None:
        super().__init__(created, source, None)
        incref(self.address)
        book.hidden[self.id] = self.address

    def over(self) -> bool:
        """Whether the object was let go of, or what it came from has ended."""
        return self.id not in book.hidden or super().over()

    def __del__(self) -> None:
        if book.hidden.pop(self.id, None) is not None:
            decref(self.address)


class Slot:
    """A C variable that owns what is in it."""

    __slots__ = ("created", "id", "thread", "variable")

    def __init__(self) -> None:
        self.variable: Any = new(VARIABLE)
        self.thread = get_ident()
        self.created: Site | None = None
        self.id = 0  # 0 while it is empty

    def filled(self, site: Site) -> None:
        """Take note that C put an owned pointer into the variable."""
        self.created = site
        self.id = book.begin(site)

    def take(self) -> OwnedPtr | None:
        """Move the pointer out and leave NULL behind."""
        if self.thread != get_ident():
            msg = "PS019"
            raise Violation(msg, "take: a slot of another thread", self)
        if not self.id:
            return None
        address = self.variable[0]
        self.variable[0] = NULL
        book.end(self.id, address)
        self.id = 0
        frame = getframe(CALLER)
        return OwnedPtr((address, frame.f_code, frame.f_lasti, "take"))

    def __del__(self) -> None:
        if self.id:
            Violation("PS006", f"slot #{self.id} was collected while it owned")
            address = self.variable[0]
            book.end(self.id, address)
            decref(address)


def own(obj: object) -> OwnedPtr:
    """Return a strong reference of its own to ``obj``."""
    address = ffi.cast(POINTER, id(obj))
    incref(address)
    frame = getframe(CALLER)
    return OwnedPtr((address, frame.f_code, frame.f_lasti, "own"))


def borrow(obj: object) -> BorrowedPtr:
    """Return a borrowed pointer that keeps ``obj`` alive."""
    frame = getframe(CALLER)
    return BorrowedPtr((ffi.cast(POINTER, id(obj)), frame.f_code, frame.f_lasti, "borrow"), None, obj)


def or_raise(value: Any) -> Any:
    """Raise the exception that is pending in this thread, else return ``value``, which is not NULL then."""
    if pending:
        exception = pending.pop(get_ident(), None)
        if exception is not None:
            raise exception
    if value is None or value is Status.FAILED or value is Found.FAILED:
        msg = "PS009"
        raise Violation(msg, "or_raise: NULL or -1, and no exception set")
    return value


class Contract(NamedTuple):
    """What a C function does with its pointers, as far as these functions need it."""

    name: str
    parameters: tuple[str, ...]
    result: str
    mutable_owner: bool = False
    may_run_python: bool = False


CONTRACTS: Final = (
    Contract("PyLong_FromLong", ("value",), "owned"),
    Contract("PyList_Size", ("borrowed",), "value"),
    Contract("PyList_GetItem", ("borrowed", "value"), "borrowed", mutable_owner=True),
    Contract("PyList_SetItem", ("borrowed", "value", "owned"), "status", may_run_python=True),
    Contract("optional_attr", ("borrowed", "borrowed", "slot"), "found", may_run_python=True),
)


def bind(contract: Contract, function: Any) -> Callable[..., Any]:
    """Return ``function``, a cffi function, as its contract says it is called."""
    return _SHAPES[contract.parameters, contract.result](contract, function)


def _refuse_pending(name: str) -> None:
    """Refuse a call over a pending exception, which may be another thread's."""
    if get_ident() in pending:
        msg = "PS008"
        raise Violation(msg, f"{name}: an exception is pending")


def _wrong_state(name: str, wanted: str, given: object) -> Exception:
    if isinstance(given, (OwnedPtr, BorrowedPtr, Slot)):
        return Violation("PS012", f"{name}: a {wanted} pointer is needed, not {type(given).__name__}", given)
    if given is None:
        return Violation("PS007", f"{name}: NULL where a {wanted} pointer is needed")
    return TypeError(f"{name}: a {wanted} pointer is needed, not {type(given).__name__}")


def _compare_outcome(name: str, *, failed: bool) -> None:
    """Compare the outcome with the contract: an exception with NULL or -1, and none with a result."""
    if failed != (get_ident() in pending):
        msg = "PS014"
        raise Violation(msg, f"{name}: NULL or -1 without an exception, or a result with one")


# One closure per shape, written out as a generator would write it.  Every argument is looked at before anything changes.


def _value_to_owned(contract: Contract, function: Any) -> Callable[..., Any]:
    name = contract.name

    def call(value: object, /) -> OwnedPtr | None:
        if pending:
            _refuse_pending(name)
        address = function(value)
        if not address:
            _compare_outcome(name, failed=True)
            return None
        if pending:
            _compare_outcome(name, failed=False)
        frame = getframe(CALLER)
        return OwnedPtr((address, frame.f_code, frame.f_lasti, name))

    return call


def _borrowed_to_value(contract: Contract, function: Any) -> Callable[..., Any]:
    name = contract.name

    def call(argument: object, /) -> int:
        if pending:
            _refuse_pending(name)
        if not isinstance(argument, BorrowedPtr):
            raise _wrong_state(name, "borrowed", argument)
        if argument.thread != get_ident() or (argument.source is not None and argument.over()):
            raise argument.refusal(name)
        value: int = function(argument.address)
        if pending or value == -1:
            _compare_outcome(name, failed=value == -1)
        return value

    return call


def _borrowed_value_to_borrowed(contract: Contract, function: Any) -> Callable[..., Any]:
    name, mutable_owner = contract.name, contract.mutable_owner

    def call(owner: object, value: object, /) -> BorrowedPtr | None:
        if pending:
            _refuse_pending(name)
        if not isinstance(owner, BorrowedPtr):
            raise _wrong_state(name, "borrowed", owner)
        if owner.thread != get_ident() or (owner.source is not None and owner.over()):
            raise owner.refusal(name)
        address = function(owner.address, value)
        if not address:
            _compare_outcome(name, failed=True)
            return None
        if pending:
            _compare_outcome(name, failed=False)
        frame = getframe(CALLER)
        site = (address, frame.f_code, frame.f_lasti, name)
        return HiddenPtr(site, owner) if mutable_owner else BorrowedPtr(site, owner, None)

    return call


def _borrowed_value_owned_to_status(contract: Contract, function: Any) -> Callable[..., Any]:
    name, may_run_python = contract.name, contract.may_run_python

    def call(target: object, value: object, item: object, /) -> Status:
        if pending:
            _refuse_pending(name)
        if not isinstance(target, BorrowedPtr):
            raise _wrong_state(name, "borrowed", target)
        if not isinstance(item, OwnedPtr):
            raise _wrong_state(name, "owned", item)
        thread = get_ident()
        if target.thread != thread or (target.source is not None and target.over()):
            raise target.refusal(name)
        if item.state != LIVE or item.thread != thread:
            raise item.refusal(name)
        frame = getframe(CALLER)
        item.ended = (item.address, frame.f_code, frame.f_lasti, name)
        item.state = MOVED
        book.end(item.id, item.address)
        try:
            code: int = function(target.address, value, item.address)
        except (TypeError, OverflowError):  # cffi refused the value: the call was not made
            item.restore()
            raise
        if may_run_python and book.hidden:
            book.look()
        if pending or code < 0:
            _compare_outcome(name, failed=code < 0)
        return STATUS[code]

    return call


def _borrowed_borrowed_slot_to_found(contract: Contract, function: Any) -> Callable[..., Any]:
    name, may_run_python = contract.name, contract.may_run_python

    def call(first: object, second: object, slot: object, /) -> Found:
        if pending:
            _refuse_pending(name)
        if not isinstance(first, BorrowedPtr):
            raise _wrong_state(name, "borrowed", first)
        if not isinstance(second, BorrowedPtr):
            raise _wrong_state(name, "borrowed", second)
        if not isinstance(slot, Slot):
            raise _wrong_state(name, "slot", slot)
        thread = get_ident()
        if first.thread != thread or (first.source is not None and first.over()):
            raise first.refusal(name)
        if second.thread != thread or (second.source is not None and second.over()):
            raise second.refusal(name)
        if slot.thread != thread:
            msg = "PS019"
            raise Violation(msg, f"{name}: a slot of another thread", slot)
        if slot.id:
            msg = "PS017"
            raise Violation(msg, f"{name}: the slot owns a pointer already", slot)
        code: int = function(first.address, second.address, slot.variable)
        address = slot.variable[0]
        if address:
            frame = getframe(CALLER)
            slot.filled((address, frame.f_code, frame.f_lasti, name))
        if may_run_python and book.hidden:
            book.look()
        if pending or code < 0:
            _compare_outcome(name, failed=code < 0)
        return FOUND[code]

    return call


_SHAPES: Final[dict[tuple[tuple[str, ...], str], Callable[[Contract, Any], Callable[..., Any]]]] = {
    (("value",), "owned"): _value_to_owned,
    (("borrowed",), "value"): _borrowed_to_value,
    (("borrowed", "value"), "borrowed"): _borrowed_value_to_borrowed,
    (("borrowed", "value", "owned"), "status"): _borrowed_value_owned_to_status,
    (("borrowed", "borrowed", "slot"), "found"): _borrowed_borrowed_slot_to_found,
}

functions: Final[dict[str, Callable[..., Any]]] = {
    contract.name: bind(contract, getattr(native.lib, contract.name)) for contract in CONTRACTS
}
