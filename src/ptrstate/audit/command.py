"""``ptrstate audit``: call the functions of the running interpreter and compare what they do with their contracts."""

from __future__ import annotations

import fnmatch
import json
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from ptrstate.audit.findings import Examination, Finding, find
from ptrstate.audit.html import page
from ptrstate.audit.own import can_be_tried, functions
from ptrstate.audit.tables import findings_table, summary
from ptrstate.audit.workers import examine_all, examine_with
from ptrstate.contract import RUNNING, version_text
from ptrstate.declaration import Declaration
from ptrstate.specimens.asserted import NEVER_CALLED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Executor

    from ptrstate.contract import Contract


def chosen(patterns: Sequence[str]) -> list[Contract]:
    """Return the contracts of the functions that this interpreter has and whose name matches a pattern; all without one."""
    from ptrstate.capi import declarations  # noqa: PLC0415

    found = [declaration.contract() for _, declaration in sorted(declarations().items()) if isinstance(declaration, Declaration)]
    return _matching([contract for contract in found if contract.available(RUNNING)], patterns)


def _matching(contracts: Sequence[Contract], patterns: Sequence[str]) -> list[Contract]:
    return [c for c in contracts if not patterns or any(fnmatch.fnmatchcase(c.name, pattern) for pattern in patterns)]


def examine(
    contracts: Sequence[Contract], jobs: int = 2, console: Console | None = None, executor: Executor | None = None,
    modules: Sequence[str] = (),
) -> dict[str, Examination]:  # fmt: skip
    """Call the functions in worker processes, here or where ``executor`` has its workers, with progress on ``console``.

    ``modules`` declare those that are not the interpreter's.
    """
    callable_ones = [c for c in contracts if c.name not in NEVER_CALLED and (not modules or can_be_tried(c))]
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=console or Console(stderr=True), transient=True) as progress:
        task = progress.add_task("auditing", total=len(callable_ones))

        def tell(name: str) -> None:
            progress.update(task, advance=1, description=name[:40].ljust(40))

        if executor:
            found = examine_with(executor, callable_ones, tell, modules)
        else:
            found = examine_all(callable_ones, jobs, tell, modules)
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
    return _told(examine(contracts, jobs, executor=executor), json_file, html_file, console)


def audit_library(
    module: str, patterns: Sequence[str] = (), json_file: str | None = None, html_file: str | None = None, jobs: int = 2,
    console: Console | None = None,
) -> int:  # fmt: skip
    """Audit the functions that ``module``, a name or the path of a file, declares of a library of one's own.

    A function over the library's own structs is left unreached: there are no arguments to call it with.  The exit code is
    :func:`audit`'s.  Raises :class:`~ptrstate.loading.NotLoadedError` where the module cannot be imported or declares nothing.
    """
    console = console or Console()
    contracts = _matching([contract for contract, _ in functions(module).values()], patterns)
    if not contracts:
        console.print(f"no function of {module} matches", markup=False, soft_wrap=True)
        return 2
    return _told(examine(contracts, jobs, modules=(module,)), json_file, html_file, console)


def _told(examined: dict[str, Examination], json_file: str | None, html_file: str | None, console: Console) -> int:
    findings = {name: find(examination, RUNNING) for name, examination in examined.items()}
    if json_file:
        Path(json_file).write_text(json.dumps(as_json(findings), indent=1), encoding="utf-8")
    if html_file:
        Path(html_file).write_text(page(findings), encoding="utf-8")
    table = findings_table(findings)
    if table.row_count:
        console.print(table)
    console.print(summary(findings))
    return 1 if any(f.contradictions or f.crash for f in findings.values()) else 0


def as_json(findings: dict[str, Finding]) -> dict[str, object]:
    """Return the findings as the data of ``--json``."""
    return {
        "format": 1,
        "python": version_text(),
        "functions": {name: finding.to_json() for name, finding in findings.items()},
    }
