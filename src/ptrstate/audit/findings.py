"""What the audit found out about each function, and the data that ``ptrstate audit --json`` writes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ptrstate.audit.cells import is_object
from ptrstate.audit.evidence import Seen, Verdict, failed, says_no, succeeded
from ptrstate.audit.judge import judge
from ptrstate.audit.sources import sources_of
from ptrstate.specimens.asserted import NEVER_CALLED
from ptrstate.specimens.particular.unfailing import NEVER_FAILING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ptrstate.audit.observation import Record
    from ptrstate.contract import Contract, Version


@dataclass
class Examination:
    """The records of one function, as they came in."""

    contract: Contract
    records: list[Record] = field(default_factory=list)
    crashes: list[tuple[str, str]] = field(default_factory=list)
    unmade: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Finding:
    """The verdict on one function."""

    contract: Contract
    cells: dict[str, Verdict]
    success: str
    failure: str
    crash: bool
    why: str

    @property
    def contradictions(self) -> dict[str, Verdict]:
        """The cells that a call contradicts."""
        return {cell: verdict for cell, verdict in self.cells.items() if verdict.contradicted}

    @property
    def verdict(self) -> str:
        """``"agrees"``, ``"contradicts"`` or ``"unreached"``."""
        if self.contradictions:
            return "contradicts"
        return "agrees" if "reached" in {self.success, self.failure} else "unreached"

    @property
    def touches_objects(self) -> bool:
        """Whether the function takes or returns a pointer to an object."""
        pointee = self.contract.result.pointee
        return (
            self.contract.result.state in {"owned", "borrowed"}
            or pointee is not None
            or any(is_object(p) or p.state in {"slot", "array"} for p in self.contract.parameters)
        )

    def to_json(self) -> dict[str, Any]:
        """Return the data of ``ptrstate audit --json`` for one function."""
        return {
            "verdict": self.verdict,
            "success": self.success,
            "failure": self.failure,
            "crash": self.crash,
            "cells": {cell: {"basis": v.basis, "evidence": v.evidence} for cell, v in self.cells.items()},
            "why": self.why,
        }


def find(examination: Examination, version: Version) -> Finding:
    """Judge the records of one function."""
    contract = examination.contract
    seen = Seen(examination.records)
    verdicts = judge(contract, examination.records, version)
    cells = {cell: _with_source(contract, cell, verdict) for cell, verdict in verdicts.items()}
    success = "reached" if any(succeeded(contract, r) or says_no(contract, r) for r in seen.normal) else "unreached"
    fallible = contract.result.fallible
    failure = "reached" if any(failed(r) for r in seen.all) else "unreached"
    if contract.result.null == "always":
        failure = success = "reached" if any(failed(r) or succeeded(contract, r) for r in seen.normal) else "unreached"
    why = [f"{cell}: {v.evidence}" for cell, v in cells.items() if v.contradicted]
    why += [f"{call}: it {fate}" for call, fate in examination.crashes]
    if success == "unreached":
        why += [f"no success: {call}: {reason}" for call, reason in examination.unmade[:1]]
    if fallible and failure == "unreached" and contract.name in NEVER_FAILING:
        why.append(f"no failure: {NEVER_FAILING[contract.name]}")
    if contract.name in NEVER_CALLED:
        why = [f"not called: it {NEVER_CALLED[contract.name]}"]
    if not fallible and not why:
        why = [_infallible(seen)] if seen.all else []
    return Finding(contract, cells, success, failure if fallible else "infallible", bool(examination.crashes), "; ".join(why))


def _infallible(seen: Seen) -> str:
    starved = sum(r.starved for r in seen.all)
    memory = f"{starved} of which had no memory" if starved else "and those that were to get no memory asked for none"
    return f"infallible: none of {len(seen.all)} calls failed, {memory}"


def _with_source(contract: Contract, cell: str, verdict: Verdict) -> Verdict:
    """Add to a cell that is only claimed who claims it."""
    if verdict.basis == "observed" or verdict.contradicted:
        return verdict
    sources = sources_of(contract).get(cell, ()) or ((contract.source,) if contract.source else ())
    return replace(verdict, evidence=f"{verdict.evidence} (source: {', '.join(sources) or 'the declaration'})")


def touched(findings: Iterable[Finding]) -> dict[str, tuple[int, int]]:
    """Return how many functions were brought to success and to failure, of how many."""
    listed = [f for f in findings if f.touches_objects]
    fallible = [f for f in listed if f.failure != "infallible"]
    return {
        "success": (sum(f.success == "reached" for f in listed), len(listed)),
        "failure": (sum(f.failure == "reached" for f in fallible), len(fallible)),
    }
