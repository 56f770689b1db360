"""The records of one function sorted by how the calls ended, and the verdict on one cell."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ptrstate.audit.observation import Argument, Outcome, Record
    from ptrstate.contract import Contract


@dataclass(frozen=True)
class Verdict:
    """What the records say about one cell: ``observed`` or only ``claimed``, or ``contradicted``, and by which call."""

    basis: str
    evidence: str
    contradicted: bool = False
    choice: bool = False
    """Whether the cell is a choice of this project's, which no call could bear out or contradict."""


def observed(record: Record | None, why: str) -> Verdict:
    """Say that the records told right from wrong."""
    return Verdict("observed", f"{record.call}: {why}" if record else why)


def claimed(why: str) -> Verdict:
    """Say that nothing which was seen tells."""
    return Verdict("claimed", why)


def by_choice(why: str) -> Verdict:
    """Say that the interpreter does not care, and the contract says what it says by choice."""
    return Verdict("claimed", why, choice=True)


def contradicted(record: Record, why: str) -> Verdict:
    """Say that a call did otherwise."""
    return Verdict("claimed", f"{record.call}: {why}", contradicted=True)


def failed(record: Record) -> bool:
    """Whether the call left an exception that was not there before."""
    return record.raised is not None and not record.pending_kept


def is_null(outcome: Outcome, sentinel: float | None) -> bool:
    """Whether the result is NULL, or the sentinel."""
    if outcome.kind == "value" and sentinel is not None and outcome.value is not None:
        return outcome.value == sentinel or (math.isnan(sentinel) and math.isnan(outcome.value))
    return outcome.kind == "null"


class Seen:
    """The records of one function."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.all: list[Record] = [r for r in records if r.outcome is not None and (r.trial is None or _bad_argument(r))]
        self.trials: list[Record] = [r for r in records if r.trial is not None]

    @cached_property
    def normal(self) -> list[Record]:
        """The calls made with memory to spare."""
        return [r for r in self.all if not r.starved]

    @cached_property
    def successes(self) -> list[Record]:
        """The calls that left no exception."""
        return [r for r in self.normal if not failed(r)]

    @cached_property
    def failures(self) -> list[Record]:
        """The calls that failed with an exception."""
        return [r for r in self.all if failed(r)]

    def trial(self, kind: str, parameter: int | None = None) -> list[Record]:
        """Return the trials of this kind."""
        return [r for r in self.trials if r.trial == kind and r.parameter == parameter]


def _bad_argument(record: Record) -> bool:
    """Whether C answered NULL, where it takes none, with an exception: a failure like others."""
    return record.trial == "NULL" and record.fate == "returned" and failed(record)


def went_well(contract: Contract, record: Record) -> bool:
    """Whether the call did not fail; a function that is there to set an exception fails when it leaves a ``SystemError``."""
    return record.raised != "SystemError" if sets_one(contract) else not failed(record)


def propagates(contract: Contract, record: Record) -> bool:
    """Whether the call passed on an earlier failure, whose exception was set before and is set after."""
    given = zip(contract.parameters, record.arguments, strict=False)
    return record.pending and any(p.if_null == "propagate" and a.kind == "null" for p, a in given)


def sets_one(contract: Contract) -> bool:
    """Whether an exception set after the call is what the function is for."""
    return contract.result.null == "always" or (contract.indicator == "sets" and contract.result.state == "void")


def counted(contract: Contract, records: Iterable[Record], position: int) -> list[tuple[Record, int]]:
    """Return how the references of the caller to this argument changed, for the records where the count says something.

    A reference that is found in a slot which owns what is in it has gone there.
    """
    found = []
    for record in records:
        argument: Argument = record.arguments[position]
        counts = [argument.count] if argument.count is not None else list(argument.items)
        for count in counts:
            if not count.immortal:
                owning = count.stored is not None and contract.parameters[count.stored].slot in {"out_owned", "inout"}
                found.append((record, count.net - owning))
    return found


def says_no(contract: Contract, record: Record) -> bool:
    """Whether the call answered "no" to a question."""
    yes_or_no = contract.result.truth or contract.result.state == "found"
    return yes_or_no and record.outcome is not None and record.outcome.value == 0 and not failed(record)


def succeeded(contract: Contract, record: Record) -> bool:
    """Whether the call did what the function is for: NULL, or "no", without an exception is the absent outcome."""
    if failed(record) or record.outcome is None:
        return False
    absent = record.outcome.value == 0 and (contract.result.truth or contract.result.state == "found")
    return contract.result.null == "always" or (not absent and not is_null(record.outcome, contract.result.sentinel))
