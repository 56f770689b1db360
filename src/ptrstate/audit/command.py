"""``ptrstate audit``: call the functions of the running interpreter and compare what they do with their contracts."""

from __future__ import annotations

import fnmatch
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from ptrstate.audit.findings import Examination, Finding, find
from ptrstate.audit.html import page
from ptrstate.audit.tables import findings_table, summary
from ptrstate.audit.workers import examine_all, examine_with
from ptrstate.declaration import RUNNING, Declaration
from ptrstate.specimens.particular import NEVER_CALLED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Executor

    from ptrstate.contract import Contract


def chosen(patterns: Sequence[str]) -> list[Contract]:
    """Return the contracts of the functions that this interpreter has and whose name matches a pattern; all without one."""
    from ptrstate.capi import declarations  # noqa: PLC0415

    found = []
    for name, declaration in sorted(declarations().items()):
        if isinstance(declaration, Declaration) and (not patterns or any(fnmatch.fnmatchcase(name, p) for p in patterns)):
            contract = declaration.contract()
            if contract.available(RUNNING):
                found.append(contract)
    return found


def examine(
    contracts: Sequence[Contract], jobs: int = 2, console: Console | None = None, executor: Executor | None = None
) -> dict[str, Examination]:
    """Call the functions in worker processes, here or where ``executor`` has its workers, with progress on ``console``."""
    callable_ones = [contract for contract in contracts if contract.name not in NEVER_CALLED]
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=console or Console(stderr=True), transient=True) as progress:
        task = progress.add_task("auditing", total=len(callable_ones))

        def tell(name: str) -> None:
            progress.update(task, advance=1, description=name[:40].ljust(40))

        found = examine_with(executor, callable_ones, tell) if executor else examine_all(callable_ones, jobs, tell)
    return {c.name: found.get(c.name) or Examination(c) for c in contracts}


def audit(
    patterns: Sequence[str] = (), json_file: str | None = None, html_file: str | None = None, jobs: int = 2,
    console: Console | None = None, executor: Executor | None = None,
) -> int:  # fmt: skip
    """Audit the functions that match ``patterns``; return the exit code: 0 fine, 1 findings, 2 nothing matches.

    ``executor`` is any of :mod:`concurrent.futures`; without one, ``jobs`` processes of this machine do the work.
    """
    console = console or Console()
    contracts = chosen(patterns)
    if not contracts:
        console.print("no declared function of this interpreter matches")
        return 2
    findings = {name: find(examination, RUNNING) for name, examination in examine(contracts, jobs, executor=executor).items()}
    if json_file:
        Path(json_file).write_text(json.dumps(as_json(findings), indent=1), encoding="utf-8")
    if html_file:
        Path(html_file).write_text(page(findings), encoding="utf-8")
    console.print(findings_table(findings))
    console.print(summary(findings))
    return 1 if any(f.contradictions or f.crash for f in findings.values()) else 0


def as_json(findings: dict[str, Finding]) -> dict[str, object]:
    """Return the findings as the data of ``--json``."""
    return {
        "format": 1,
        "python": ".".join(map(str, sys.version_info[:3])),
        "functions": {name: finding.to_json() for name, finding in findings.items()},
    }
