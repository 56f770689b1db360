"""Mutants of the contracts: each cell flipped to every other value, and the recorded observations judged again.

A flip is killed when the records contradict it or no longer bear it out, while they do bear out the cell as it is.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ptrstate.audit.cells import cells, flips, reason
from ptrstate.audit.evidence import Seen, failed, succeeded
from ptrstate.audit.judge import judge_cell
from ptrstate.contract import RUNNING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ptrstate.audit.findings import Examination
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
                survivors.append(Survivor(name, cell, str(value), why, verdict.choice or reason(cell, value) is not None))
    return Score(total, tuple(survivors))


def report(found: Score, console: Console) -> None:
    """Print the survivors by what lets them survive, and the score."""
    groups: dict[tuple[bool, str], list[str]] = {}
    for survivor in found.survivors:
        kind = survivor.cell.split(".", 2)[-1] if survivor.cell.startswith("parameter.") else survivor.cell
        groups.setdefault((survivor.unobservable, f"{kind}: {survivor.why}"), []).append(f"{survivor.function} {survivor.cell}")
    table = Table("cells", "unobservable", "what lets them survive", "such as", pad_edge=False)
    for (unobservable, why), names in sorted(groups.items(), key=lambda item: -len(item[1])):
        table.add_row(str(len(names)), "yes" if unobservable else "", Text(why), ", ".join(names[:3]))
    console.print(table)
    console.print(
        f"{found.killed} of {found.total} cells killed when flipped: {100 * found.share:.1f} %, "
        f"{100 * found.share_of_observable:.1f} % of the observable ones"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Audit, flip every cell and judge again; exit code 1 when fewer than the wanted share of cells is killed."""
    from ptrstate.audit.command import chosen, examine  # noqa: PLC0415

    parser = argparse.ArgumentParser(prog="python -m ptrstate.audit.mutants", description=__doc__)
    parser.add_argument("patterns", nargs="*", metavar="PATTERN")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--at-least", type=float, default=0.9, metavar="SHARE")
    options = parser.parse_args(arguments)
    console = Console()
    found = score(examine(chosen(options.patterns), options.jobs), RUNNING)
    report(found, console)
    return 0 if found.share >= options.at_least else 1


if __name__ == "__main__":
    raise SystemExit(main())
