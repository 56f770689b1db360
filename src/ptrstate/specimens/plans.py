"""From a contract to the calls worth making: one argument varied at a time, and a few calls with all of one kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ptrstate.contract import Contract
from ptrstate.specimens.alternatives import Alternatives, alternatives, constant, named
from ptrstate.specimens.given import Specimen
from ptrstate.specimens.particular import PARTICULAR, Row

MOST_PLANS = 64
_ALL_ALIKE = ("integer", "text", "list", "tuple", "dict", "set", "bytes", "class")


@dataclass(frozen=True)
class Plan:
    """One call to make: a specimen for each parameter."""

    function: str
    arguments: tuple[Specimen, ...]
    pending: bool = False

    @property
    def text(self) -> str:
        """The call as it is shown in evidence."""
        return f"{self.function}({', '.join(s.label for s in self.arguments)}){' with an exception set' if self.pending else ''}"


def plans(contract: Contract) -> list[Plan]:
    """Return the calls to make of a function, those that should succeed first."""
    rows = PARTICULAR.get(contract.name, ())
    found: dict[tuple[str, ...], Plan] = {}
    if not any(row.only for row in rows):
        choices = _choices(contract)
        pending = contract.error_set == "required"
        for row in rows:
            base = _row(contract, row, choices)
            found.setdefault(tuple(s.label for s in base), Plan(contract.name, base, row.pending or pending))
        for arguments in _star(contract, choices, rows):
            found.setdefault(tuple(s.label for s in arguments), Plan(contract.name, arguments, pending))
    else:
        choices = _choices(contract)
        for row in rows:
            base = _row(contract, row, choices)
            found.setdefault(tuple(s.label for s in base), Plan(contract.name, base, row.pending))
    return list(found.values())[:MOST_PLANS]


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


def _star(contract: Contract, choices: list[Alternatives], rows: tuple[Row, ...]) -> Iterator[tuple[Specimen, ...]]:
    if any(not choice.succeed for choice in choices):
        return
    bases = [_row(contract, row, choices) for row in rows[:1]] or [tuple(choice.succeed[0] for choice in choices)]
    yield bases[0]
    anything = [
        i
        for i, p in enumerate(contract.parameters)
        if p.state in {"borrowed", "owned"} and p.pointee is not None and p.pointee.__name__ == "PyObject" and not p.unchecked
    ]
    alike = []
    if len(anything) > 1:
        for label in _ALL_ALIKE:
            base = list(bases[0])
            for i in anything:
                base[i] = named(label)
            alike.append(tuple(base))
    yield from alike
    for base in bases:
        for i, choice in enumerate(choices):
            for specimen in choice.succeed:
                yield (*base[:i], specimen, *base[i + 1 :])
            for specimen in choice.fail:
                yield (*base[:i], specimen, *base[i + 1 :])
    if len(choices) > 1:
        second = [tuple(c.succeed[min(k, len(c.succeed) - 1)] for c in choices) for k in (1, 2)]
        yield from second
