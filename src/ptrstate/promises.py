"""What a prototype owes: its result, its slots and its arguments, held to the contract as a C function's are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ptrstate import converters
from ptrstate._native import core
from ptrstate.buffers import Interior
from ptrstate.converters.converter import integer_range
from ptrstate.pointees import Opaque, PyObject
from ptrstate.states import Found, Status, Var
from ptrstate.violations.report import describe

if TYPE_CHECKING:
    from ptrstate.contract import Contract, Parameter

core.hide_file((lambda: None).__code__)

SUCCESS, FAILURE, ABSENT = range(3)
"""The outcomes of a call, in the order of :attr:`Parameter.after`."""

_POINTERS = {"owned": core.OwnedPtr, "borrowed": core.BorrowedPtr, "raw": core.NonNull, "buffer": Interior}
_CALLED = {"owned": "an owned pointer", "borrowed": "a borrowed pointer", "raw": "a raw pointer", "buffer": "an interior pointer"}
_ERRORS = {"status": Status.FAILED, "found": Found.FAILED}
_TRUTHS: dict[str, Any] = {"status": Status, "found": Found}


class Promises:
    """What one prototype's contract promises.  Each method refuses what breaks a promise; ``bound`` is whom reports name."""

    def __init__(self, contract: Contract, bound: core.Function, ffi: Any) -> None:  # noqa: ANN401
        self.contract: Contract = contract
        self.bound: core.Function = bound
        self._ffi = ffi
        self._range = (None, None) if contract.result.state != "value" else integer_range(ffi, contract.result.c_type)

    # ---- the result ----

    def error_value(self) -> Any:  # noqa: ANN401
        """Return what the function returns when it fails: NULL, or its sentinel."""
        result = self.contract.result
        return _ERRORS.get(result.state, result.sentinel)

    def is_null(self, value: Any, *, pending: bool) -> bool:  # noqa: ANN401
        """Whether ``value`` is NULL or the sentinel; a void function has none, and tells by the indicator alone."""
        result = self.contract.result
        if result.state == "void":
            return result.null == "always" or (result.null == "ambiguous" and pending)
        error = self.error_value()
        return value is None if result.state in _POINTERS or error is None else bool(type(value) in _NUMBERS and value == error)

    def outcome(self, value: Any, *, was_pending: bool) -> int:  # noqa: ANN401
        """Compare the result with the indicator: PS009, PS010 or PS014, or which outcome it is."""
        meaning = self.contract.result.null
        pending = core.pending() is not None
        null = self.is_null(value, pending=pending and not was_pending)
        if pending and not was_pending and not (null and self.contract.result.fallible):
            self.refuse("PS010", None, "no exception with a result", "a result, and an exception set")
        if null and not pending and (meaning == "error" or (meaning == "always" and self.contract.error_set != "allowed")):
            self.refuse("PS009", None, "an exception with the error value", "the error value, and no exception set")
        if null and meaning == "never" and self.contract.result.state != "value":
            self.refuse("PS014", None, "a result that is not NULL", "NULL")
        if not null and meaning == "always":
            self.refuse("PS014", None, "NULL, always", "a result")
        if null:
            return FAILURE if pending else ABSENT
        return ABSENT if self.contract.result.state == "found" and value == Found.ABSENT else SUCCESS

    def result(self, value: Any) -> Any:  # noqa: ANN401
        """Return ``value`` as the caller gets it: an owned pointer in a handle of its own, a number in its range."""
        result = self.contract.result
        if result.state in _POINTERS:
            return self._pointer(value)
        if result.state in _TRUTHS:
            members = set(_TRUTHS[result.state])
            return _TRUTHS[result.state](value) if type(value) in _NUMBERS and value in members else self._wrong(value)
        if result.state == "void":
            return self._wrong(value) if value is not None else None
        return self._number(value)

    def _pointer(self, value: Any) -> Any:  # noqa: ANN401
        result = self.contract.result
        wanted = _POINTERS[result.state]
        if type(value) is not wanted:
            if result.state == "owned" and type(value) is core.BorrowedPtr:
                self.refuse("PS018", value, "an owned pointer", "a borrowed pointer")
            if type(value) in _STATE_NAMES:
                self.refuse("PS012", value, _CALLED[result.state], _STATE_NAMES[type(value)])
            self._wrong(value)
        if result.state == "buffer":
            value.pointer(self.bound, -1)
            return value
        if result.state == "raw":
            if value._state != "live":
                self.refuse("PS001", value, "memory that is still allocated", "memory that was freed")
            return self._narrowed(value)
        if not result.unfilled:
            core.usable(value, self.bound, -1)
        value = self._narrowed(value)
        return core.hand_over(value, None, -1) if result.state == "owned" else value

    def _narrowed(self, value: Any) -> Any:  # noqa: ANN401
        pointee = self.contract.result.pointee or Opaque
        if issubclass(value._pointee, pointee):
            return value
        try:
            return value.cast(pointee)
        except TypeError:
            seen = type(value.to_python()).__name__ if issubclass(value._pointee, PyObject) else value._pointee.__name__
            msg = f"{self.contract.name}() returned a pointer to a {seen}; its annotation says {pointee.__name__}"
            raise TypeError(msg) from None

    def _number(self, value: Any) -> Any:  # noqa: ANN401
        result = self.contract.result
        least, most = self._range
        if result.c_type == "void *":
            return value if value is None or type(value) is int else self._wrong(value)
        if result.c_type == "Py_complex":
            return complex(value) if type(value) in {*_NUMBERS, complex} else self._wrong(value)
        if type(value) not in _NUMBERS or (least is not None and isinstance(value, float)):
            return self._wrong(value)
        if result.truth:
            return bool(value) if value in {0, 1} else self._wrong(value)
        if least is None or most is None:
            return float(value) if result.c_type in {"double", "float"} else value
        if not least <= value <= most:
            msg = f"{self.contract.name}() returned {describe(value)}, which does not fit its C type, {result.c_type}"
            raise OverflowError(msg)
        return value

    def _wrong(self, value: Any) -> Any:  # noqa: ANN401
        result = self.contract.result
        says = _CALLED.get(result.state) or {"status": "a Status", "found": "a Found", "void": "None"}.get(result.state, "a number")
        msg = f"{self.contract.name}() returned {describe(value)}; its annotation says {says}"
        raise TypeError(msg)

    # ---- whom a borrow comes from ----

    def lent(self, value: Any, arguments: tuple[Any, ...]) -> None:  # noqa: ANN401
        """Look at a borrowed result after the call's own pointers have ended: PS004 where it borrows from somebody else."""
        result = self.contract.result
        if isinstance(value, Interior):
            value.pointer(self.bound, -1)
            self._from(value, value._owner, result.borrows_from, arguments, -1)
        elif isinstance(value, core.BorrowedPtr):
            core.usable(value, self.bound, -1)
            self._from(value, value, result.borrows_from, arguments, -1)

    def lent_by_slots(self, arguments: tuple[Any, ...]) -> None:
        """The same for what the call left in borrowed slots."""
        for index, parameter in enumerate(self.contract.parameters):
            slot = arguments[index] if index < len(arguments) else None
            content = slot.get() if isinstance(slot, core.BorrowedSlot) else None
            if content is not None:
                core.usable(content, self.bound, index)
                self._from(content, content, parameter.borrows_from, arguments, index)

    def _from(self, value: Any, first: Any, owner: str | None, arguments: tuple[Any, ...], index: int) -> None:  # noqa: ANN401
        names = self.bound.parameter_names
        if owner in names:
            lender = arguments[names.index(owner)]
            sources = _sources(first)
            # a plain borrow passes on whom it borrows from itself, so that chains stay short
            if lender in sources or (sources and isinstance(lender, core.BorrowedPtr) and lender._source in sources):
                return
            if lender is not None and not sources[1:] and getattr(lender, "_source", None) is None:
                return
            expected = f"a borrow from `{owner}`"
        elif not any(isinstance(source, core.OwnedPtr | core.Slot) for source in _sources(first)):
            return
        else:
            expected = "a borrow from what lives longer than the call"
        self.refuse("PS004", value if not isinstance(value, Interior) else None, expected, "a borrow from somebody else", index)

    # ---- the arguments ----

    def arguments(self, arguments: tuple[Any, ...], before: tuple[int, ...], outcome: int) -> None:
        """Hold slots and variables to what the contract says of them after this outcome: PS014."""
        for index, parameter in enumerate(self.contract.parameters):
            if index >= len(arguments) or arguments[index] is None:
                continue
            if parameter.after is not None:
                self._slot_after(arguments[index], parameter, index, before[index], parameter.after[outcome])
            elif isinstance(arguments[index], Var) and outcome == SUCCESS:
                converter = converters.for_parameter(parameter, [], self._ffi)
                if converter is not None:
                    converter.prepare(arguments[index], self.bound, index, arguments)
            elif parameter.state == "struct" and parameter.flight:
                held = arguments[index].held
                if held != ((parameter.flight > 0) == (outcome == SUCCESS)):
                    self.refuse("PS014", None, "a view that is held after success alone" if parameter.flight > 0 else
                                "a view that is released", "a view that is held" if held else "a view that is not held", index)

    def _slot_after(self, slot: Any, parameter: Parameter, index: int, before: int, promised: str) -> None:  # noqa: ANN401
        kept = {"set": slot._address != 0, "null": slot._address == 0, "unchanged": slot._address == before, "set_or_null": True}
        if not kept[promised]:
            expected = {"set": "a slot that is set", "null": "an empty slot", "unchanged": "a slot left as it was"}[promised]
            self.refuse("PS014", slot, expected, "a slot that is set" if slot._address else "an empty slot", index)

    def refuse(self, code: str, pointer: Any, expected: str, seen: str, index: int = -1) -> None:  # noqa: ANN401
        """Record and raise a violation that names the prototype, and the parameter at ``index``."""
        core.refuse(code, pointer, expected, seen, self.bound, index)


_NUMBERS = {int, float, bool, Status, Found}
_STATE_NAMES: dict[type, str] = {
    core.OwnedPtr: "an owned pointer",
    core.BorrowedPtr: "a borrowed pointer",
    core.NonNull: "a raw pointer",
    core.Slot: "a slot",
    core.BorrowedSlot: "a borrowed slot",
    Interior: "an interior pointer",
}


def _sources(pointer: Any) -> list[Any]:  # noqa: ANN401
    """Return the handles that a borrow depends on, itself first, and at the end the object that it keeps alive, if any."""
    found = []
    while pointer is not None:
        found.append(pointer)
        pointer = getattr(pointer, "_source", None)
    return found
