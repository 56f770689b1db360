"""From a contract to the calls worth making: one argument varied at a time, and a few calls with all of one kind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ptrstate.buffers import all_characters
from ptrstate.specimens.alternatives import Alternatives, alternatives, constant, named, unit_of
from ptrstate.specimens.asserted import asserted
from ptrstate.specimens.catalogue import OBJECTS
from ptrstate.specimens.given import NULL, Items, Specimen
from ptrstate.specimens.objects import HANDLER
from ptrstate.specimens.particular import PARTICULAR, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ptrstate.contract import Contract

MOST_PLANS = 64
_ALL_ALIKE = ("integer", "text", "list", "tuple", "dict", "set", "bytes", "class")


@dataclass(frozen=True)
class Plan:
    """One call to make: a specimen for each parameter, and what happens meanwhile."""

    function: str
    arguments: tuple[Specimen, ...]
    pending: bool = False
    handling: bool = False
    amid: str | None = None

    @property
    def text(self) -> str:
        """The call as it is shown in evidence."""
        state = " with an exception set" if self.pending else " while one is handled" if self.handling else ""
        amid = f" amid {self.amid}" if self.amid else ""
        return f"{self.function}({', '.join(s.label for s in self.arguments)}){state}{amid}"


def plans(contract: Contract) -> list[Plan]:
    """Return the calls to make of a function, those that should succeed first."""
    rows = [row for row in PARTICULAR.get(contract.name, ()) if not row.starved]
    choices = _choices(contract)
    pending = contract.error_set == "required"
    found = [Plan(contract.name, _row(contract, row, choices), row.pending or pending, row.handling) for row in rows]
    if not any(row.only for row in rows) and all(choice.succeed for choice in choices):
        base = _row(contract, rows[0] if rows else Row(), choices)
        found += [Plan(contract.name, arguments, pending) for arguments in _star(contract, choices, base)]
        found += [Plan(contract.name, arguments, pending=True) for arguments in _propagated(contract, base)]
    return _different(contract, found)


def starving(contract: Contract) -> list[Plan]:
    """Return the calls to make without memory besides those that are good with it: what they are made with is not looked at."""
    choices = _choices(contract)
    return [Plan(contract.name, _row(contract, row, choices)) for row in PARTICULAR.get(contract.name, ()) if row.starved]


def variations(contract: Contract, good: Plan, tried: list[Plan]) -> list[Plan]:
    """Return the calls around one that proved good, without those tried before."""
    if any(row.only for row in PARTICULAR.get(contract.name, ())):
        return []
    around = [replace(good, arguments=arguments) for arguments in _around(_choices(contract), good.arguments)]
    known = {plan.text for plan in tried}
    return [plan for plan in _different(contract, around) if plan.text not in known]


def _different(contract: Contract, found: list[Plan]) -> list[Plan]:
    different = {plan.text: plan for plan in found if _fit(contract, plan.arguments) and not asserted(contract, plan.arguments)}
    return list(different.values())[:MOST_PLANS]


def _spans(text: bytes, length: int, unit: int) -> bool:
    """Whether there are so many units of a text, its NUL counted too, and each of them is a character."""
    return length * unit <= len(text) + 1 and all_characters(text[: length * unit], unit)


def _fit(contract: Contract, arguments: tuple[Specimen, ...]) -> bool:
    """Whether the arguments keep to what the contract says of one by another: a length that there is, a part with its first."""
    given = {p.name: s for p, s in zip(contract.parameters, arguments, strict=True)}
    first = next((given[p.name].label for p in contract.parameters if p.nullable), None)
    for parameter, specimen in zip(contract.parameters, arguments, strict=True):
        if "preceded" in parameter.unchecked and first == "NULL" != specimen.label:
            return False
        if parameter.length_of and (of := contract.parameter(parameter.length_of)).state == "buffer":
            text, length = given[of.name].make(), specimen.make()
            unit = given[parameter.length_unit].make() if parameter.length_unit else unit_of(of)
            if isinstance(text, bytes) and isinstance(length, int) and not _spans(text, length, unit):
                return False
    return True


def _choices(contract: Contract) -> list[Alternatives]:
    """Return the alternatives of each parameter; what is indexed without a check has something in it."""
    indexed = {parameter.index_of for parameter in contract.parameters}
    found = []
    for parameter in contract.parameters:
        choice = alternatives(parameter, contract)
        if parameter.name in indexed:
            choice = Alternatives(tuple(s for s in choice.succeed if not s.label.startswith("empty")), choice.fail)
        found.append(choice)
    return found


def _row(contract: Contract, row: Row, choices: list[Alternatives]) -> tuple[Specimen, ...]:
    """Return the arguments of a row; raise ``IndexError`` where nothing is known for a parameter that it leaves out."""
    chosen = []
    for parameter, choice in zip(contract.parameters, choices, strict=True):
        given = row.arguments.get(parameter.name)
        if given is None:
            chosen.append(choice.succeed[0])
        elif isinstance(given, Specimen):
            chosen.append(given)
        else:
            chosen.append(named(given) if isinstance(given, str) else constant(given))
    return tuple(chosen)


def _star(contract: Contract, choices: list[Alternatives], base: tuple[Specimen, ...]) -> Iterator[tuple[Specimen, ...]]:
    yield base
    anything = [
        i
        for i, p in enumerate(contract.parameters)
        if p.state in {"borrowed", "owned"} and p.pointee is not None and p.pointee.__name__ == "PyObject" and not p.unchecked
    ]
    if len(anything) > 1:
        for label in _ALL_ALIKE:
            alike = list(base)
            for i in anything:
                alike[i] = named(label)
            yield tuple(alike)
    yield from _formatted(contract, base)
    yield from _around(choices, base)
    yield from _handled(contract, choices, base)
    if len(choices) > 1:
        for k in (1, 2):
            yield tuple(c.succeed[min(k, len(c.succeed) - 1)] for c in choices)


_FORMATS: dict[str, tuple[tuple[bytes, tuple[str, ...]], ...]] = {
    "build": (
        (b"(N)", ("item",)),
        (b"O", ("item",)),
        (b"{OO}", ("key_object", "item")),
        (b"(OO)", ("item", "item")),
        (b"O", ("raiser",)),
    ),
    "lend": ((b"O", ("item",)), (b"(OO)", ("item", "item")), (b"O", ("raiser",))),
    "text": ((b"%R", ("probe",)), (b"%S %R", ("probe", "list")), (b"%S", ("raising_repr",))),
}
"""The formats of each language, with the objects that go with them."""


def _formatted(contract: Contract, base: tuple[Specimen, ...]) -> Iterator[tuple[Specimen, ...]]:
    """Give a format the objects that it asks for."""
    positions = [i for i, p in enumerate(contract.parameters) if p.format]
    if not positions or not contract.parameters[-1].variadic:
        return
    at = positions[0]
    for text, names in _FORMATS.get(contract.parameters[at].format or "", ()):
        items = Specimen(", ".join(names), lambda names=names: Items([OBJECTS[name]() for name in names]))  # type: ignore[misc]
        yield (*base[:at], constant(text), *base[at + 1 : -1], items)


def _propagated(contract: Contract, base: tuple[Specimen, ...]) -> Iterator[tuple[Specimen, ...]]:
    """Pass on the NULL of an earlier failure, whose exception is set."""
    for at, parameter in enumerate(contract.parameters):
        if parameter.if_null == "propagate":
            yield (*base[:at], Specimen("NULL", lambda: NULL), *base[at + 1 :])


def _handled(contract: Contract, choices: list[Alternatives], base: tuple[Specimen, ...]) -> Iterator[tuple[Specimen, ...]]:
    """Have a handler written in Python deal with what fails, where the function takes the name of one."""
    names = [parameter.name for parameter in contract.parameters]
    if "errors" not in names or contract.parameter("errors").state != "buffer":
        return
    at = names.index("errors")
    handled = (*base[:at], constant(HANDLER), *base[at + 1 :])
    for i, choice in enumerate(choices):
        if i != at:
            for specimen in choice.fail:
                yield (*handled[:i], specimen, *handled[i + 1 :])


def _around(choices: list[Alternatives], base: tuple[Specimen, ...]) -> Iterator[tuple[Specimen, ...]]:
    for i, choice in enumerate(choices):
        for specimen in (*choice.succeed, *choice.fail):
            yield (*base[:i], specimen, *base[i + 1 :])
