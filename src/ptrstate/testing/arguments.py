"""From specimens to the arguments of a call: Python values wrapped as the pointers, slots and variables that a contract takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ptrstate._native import core
from ptrstate.buffers import Py_buffer
from ptrstate.specimens import NULL, CallbackTo, Items, Specimen, Unshared, Variable
from ptrstate.specimens import Slot as SlotWith
from ptrstate.states import Var
from ptrstate.testing.runs import Given

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ptrstate.contract import Contract, Parameter

core.hide_file((lambda: None).__code__)


@dataclass(frozen=True)
class Same:
    """The same object as an earlier argument's: C code forgets that two pointers may be one."""

    argument: int


@dataclass(frozen=True)
class PartOf:
    """The n-th thing that an earlier argument holds: a key that is in the dict, an item of the list."""

    argument: int
    number: int


@dataclass(frozen=True, repr=False)
class Case:
    """The arguments of one call, each as what makes it afresh, so that the call can be made again and again."""

    contract: Contract
    arguments: tuple[Specimen, ...]

    def __repr__(self) -> str:
        shown = (f"{p.name}={s.label}" for p, s in zip(self.contract.parameters, self.arguments, strict=True))
        return f"{self.contract.name}({', '.join(shown)})"

    def _repr_pretty_(self, printer: Any, cycle: object) -> None:  # noqa: ANN401
        printer.text(repr(self))  # where Hypothesis shows a failing case

    def make(self) -> Given:
        """Make the arguments of one run."""
        values: list[Any] = []
        for specimen in self.arguments:
            values.append(_resolved(specimen.make(), values))
        objects = [obj for value in values for obj in _objects(value)]

        def hand() -> list[Any]:
            return [wrap(p, _bounded(self.contract, position, values)) for position, p in enumerate(self.contract.parameters)]

        return Given(objects, hand)


def _resolved(value: Any, before: Sequence[Any]) -> Any:  # noqa: ANN401
    if isinstance(value, Same):
        return before[value.argument]
    if isinstance(value, PartOf):
        held = before[value.argument]
        parts = list(held) if isinstance(held, dict | list | tuple) else []
        return parts[value.number % len(parts)] if parts else held
    if isinstance(value, Unshared):
        return value.make()
    return value


def _objects(value: Any) -> list[Any]:  # noqa: ANN401
    """Return the objects in an argument."""
    if isinstance(value, Items):
        return [item for item in value.items if item is not NULL and not isinstance(item, bytes)]
    if isinstance(value, SlotWith):
        return [] if value.content is NULL or isinstance(value.content, Unshared) else [value.content]
    plain = value is NULL or isinstance(value, Variable | CallbackTo | int | float | str | bytes)
    return [] if plain else [value]


def _bounded(contract: Contract, position: int, values: Sequence[Any]) -> Any:  # noqa: ANN401
    """Return an argument, where C does not look itself an index inside what it is an index of, a length no longer than it is."""
    parameter, value = contract.parameters[position], values[position]
    for name, extra in ((parameter.index_of, 0), (parameter.length_of, 1)):
        if name is not None and isinstance(value, int):
            names = [p.name for p in contract.parameters]
            other, unit = values[names.index(name)], values[names.index(parameter.length_unit)] if parameter.length_unit else 1
            if isinstance(other, int):
                continue
            measured = len(other.items if isinstance(other, Items) else other) // max(unit, 1) + extra
            return value % measured if measured else 0
    return value


def wrap(parameter: Parameter, value: Any) -> Any:  # noqa: ANN401
    """Wrap a Python value as the argument that ``parameter`` takes: a handle for an object, None for NULL."""
    if value is NULL:
        return None
    match parameter.state:
        case "owned":
            return core.own(value)
        case "borrowed":
            return core.borrow(value)
        case "raw":
            return core.borrow(value).as_raw()
        case "slot" if parameter.slot == "out_borrowed":
            return core.BorrowedSlot()
        case "slot":
            return _slot(parameter, value)
        case "array":
            return [wrap(parameter.element or parameter, item) for item in value.items]
        case "var":
            start = value.value if isinstance(value, Variable) else value
            return Var(start if start is not None else 0.0 if "double" in parameter.c_type else 0)
        case "callback":
            return value.function
        case "struct":
            return Py_buffer()
    return value


def _slot(parameter: Parameter, value: Any) -> Any:  # noqa: ANN401
    """Return a slot: an empty one for output, a filled one where the old content is read."""
    slot = core.Slot()
    if parameter.slot == "inout" and value.content is not NULL:
        content = value.content.make() if isinstance(value.content, Unshared) else value.content
        slot.put(core.own(content))
    return slot


