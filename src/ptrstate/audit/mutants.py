"""Mutants of the contracts: each cell flipped to every other value, and the recorded observations judged again.

A flip is killed when the records contradict it or no longer bear it out, while they do bear out the cell as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ptrstate.audit.cells import cells, flips, reason
from ptrstate.audit.evidence import Seen, failed, succeeded
from ptrstate.audit.findings import Examination
from ptrstate.audit.judge import judge_cell
from ptrstate.contract import Version


@dataclass(frozen=True)
class Survivor:
    """A cell that nothing tells from another value, and why."""

    function: str
    cell: str
    value: str
    why: str
    unobservable: bool


@dataclass(frozen=True)
class Score:
    """How many cells of the functions that were reached there are, and those that survive being flipped."""

    total: int
    survivors: tuple[Survivor, ...]

    @property
    def killed(self) -> int:
        """The cells all of whose flips were told from the truth."""
        return self.total - len(self.survivors)

    @property
    def share(self) -> float:
        """The killed part of all cells, the unobservable ones included."""
        return self.killed / self.total if self.total else 1.0

    @property
    def share_of_observable(self) -> float:
        """The killed part of the cells that something could observe."""
        total = self.total - sum(s.unobservable for s in self.survivors)
        return self.killed / total if total else 1.0


def score(examinations: Mapping[str, Examination], version: Version) -> Score:
    """Flip every cell of every function that was reached, and judge its records again."""
    total = 0
    survivors: list[Survivor] = []
    for name, examination in examinations.items():
        contract = examination.contract
        seen = Seen(examination.records)
        if not any(succeeded(contract, r) or failed(r) for r in seen.all):
            continue
        for cell, value in cells(contract).items():
            total += 1
            verdict = judge_cell(contract, cell, seen, version)
            why = None
            if verdict.basis != "observed":
                why = verdict.evidence
            else:
                alive = next((m for m in flips(contract, cell) if judge_cell(m, cell, seen, version).basis == "observed"), None)
                if alive is not None:
                    why = f"{cells(alive).get(cell)} would be borne out too"
            if why is not None:
                survivors.append(Survivor(name, cell, str(value), why, reason(cell, value) is not None))
    return Score(total, tuple(survivors))
