"""What every converter of a parameter does.

``prepare(value, function, index, arguments)`` refuses or returns what cffi takes, changes nothing and runs no code of an argument's
own, which could end what was looked at before it.  Where an argument's code has a say, a converter has also
``plain(value, function, index)``: all of these come first, and what they return is the argument from then on.  An integer is an
``int`` by then too.  ``settle(passed, function, index, arguments, failed)`` does to the argument what the call did: ``passed`` is
what was prepared, for every argument.

Pointers inside of an argument are named by ``inner(value, prepared)``, in pairs of a handle and what the call does with it: it is
``lent``, ``consumed``, consumed when ``reached``, a slot to be ``filled``, or the ``owner`` of an interior pointer.  They are looked
at once everything is converted, and held or consumed as pointers are that are arguments themselves.

A prototype's body is called with what ``receive(value, prepared, hand_over)`` returns.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ptrstate._native import core
from ptrstate.contract import Parameter
from ptrstate.violations.report import describe

core.hide_file((lambda: None).__code__)

HandOver = Callable[[Any, Parameter], Any]
Inner = tuple[tuple[Any, str], ...]
kept_for_good: list[Any] = []
core.keep(kept_for_good)  # C may look at it after this module has ended


def refuse(kind: type[Exception], function: core.Function, index: int, why: str) -> Exception:
    """Return an exception that names the function and the parameter."""
    names = function.parameter_names
    return kind(f"{function.__name__}(): parameter `{names[index]}`: {why}")


_COPIED: dict[type, Callable[[Any], Any]] = {int: int.__index__, float: float.__float__, str: str.__str__, bytes: bytes.__bytes__}


def exact(value: Any, *kinds: type) -> Any:  # noqa: ANN401
    """Return ``value``, of one of ``kinds`` or a subclass, without the methods of the subclass; None when it is of none of them."""
    for kind in kinds:
        if issubclass(type(value), kind):
            return value if type(value) is kind else _COPIED[kind](value)
    return None


def integer_range(ffi: Any, c_type: str) -> tuple[int | None, int | None]:  # noqa: ANN401
    """Return the least and the greatest value of a C integer type; ``(None, None)`` when it is no integer."""
    ctype = ffi.typeof(c_type)
    if ctype.kind not in {"primitive", "enum"} or c_type in {"double", "float", "char"}:
        return None, None
    bits = ffi.sizeof(ctype) * 8
    signed = int(ffi.cast(ctype, -1)) < 0
    return (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)


class Converter:
    """A converter for one parameter."""

    def __init__(self, parameter: Parameter, ffi: Any) -> None:  # noqa: ANN401
        self.parameter = parameter
        self.ffi = ffi
        self.c_type: Any = ffi.typeof(parameter.c_type) if not parameter.variadic else None

    def prepare(self, value: Any, function: core.Function, index: int, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
        """Return what cffi passes for ``value``."""
        raise NotImplementedError

    def settle(
        self, passed: tuple[Any, ...], function: core.Function, index: int, arguments: tuple[Any, ...], failed: bool  # noqa: FBT001
    ) -> None:
        """Do to the argument what the call did."""
        if self.parameter.retained and passed[index] is not None:
            kept_for_good.append(passed[index])

    def receive(self, value: Any, prepared: Any, hand_over: HandOver) -> Any:  # noqa: ANN401
        """Return what a callee written in Python gets; an owned pointer goes through ``hand_over(pointer, parameter)``."""
        return value

    def known(self, value: int, function: core.Function, index: int) -> int:
        """Return ``value``, or refuse it where C takes it for granted that it is one of a few."""
        among = self.parameter.among
        if among is not None and value not in among:
            listed = ", ".join(map(str, among))
            raise refuse(ValueError, function, index, f"expected one of {listed} (C does not check it), not {describe(value)}")
        return value

    def measured(self, room: Callable[[], int], function: core.Function, arguments: tuple[Any, ...]) -> bool:
        """Whether a length goes with the text or memory; refused when it is more than there is."""
        measured = False
        for position, other in enumerate(function.contract.parameters):
            if other.length_of == self.parameter.name:
                measured = True
                length = arguments[position]
                if other.length_ended and length == -1:
                    continue
                wanted = length * self.unit(other, function, arguments)
                if not 0 <= wanted <= room():
                    items = "characters" if "wchar_t" in self.parameter.c_type else "bytes"
                    what = "the text" if self.parameter.state == "buffer" else "the memory"
                    raise refuse(ValueError, function, position, f"{what} has {room()} {items}, not {wanted}")
        return measured

    @staticmethod
    def unit(length: Parameter, function: core.Function, arguments: tuple[Any, ...]) -> int:
        """Return how many bytes each item has that a length counts."""
        unit = arguments[function.parameter_names.index(length.length_unit)] if length.length_unit is not None else 1
        return unit if unit > 0 else 1

    def null(self, value: Any, function: core.Function, index: int, expected: str) -> Any:  # noqa: ANN401
        """Return NULL where the contract takes it; refuse it otherwise (PS007)."""
        if self.parameter.nullable:
            return self.ffi.NULL
        return core.refuse("PS007", None, expected, "NULL", function, index)
