"""``ptrstate check``: every prototype of a module, with progress, a table and the reports."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from ptrstate.testing.campaign import Options, Outcome, campaign, prototypes
from ptrstate.testing.targets import Target

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Executor


def check(
    targets: Sequence[str],
    options: Options,
    *,
    jobs: int = 1,
    json_file: str | None = None,
    console: Console | None = None,
    executor: Executor | None = None,
) -> int:
    """Check what ``targets`` name; return the exit code: 0 fine, 1 findings.  Raises ``TargetError`` for what is not there."""
    console = console or Console(soft_wrap=True)
    meant = [one for text in targets for one in prototypes(Target.parse(text))]
    found = dict.fromkeys(meant, Outcome(meant[0]))
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    errors = Console(stderr=True)
    with Progress(*columns, console=errors, transient=True, disable=not errors.is_terminal) as shown:
        tasks = {target: shown.add_task(target.name or "", total=options.examples) for target in meant}

        def progress(target: Target, done: int) -> None:
            shown.update(tasks[target], completed=done)

        for outcome in campaign(meant, options, executor=executor, jobs=jobs, progress=progress):
            found[outcome.target] = outcome
            shown.update(tasks[outcome.target], completed=options.examples)
    outcomes = list(found.values())
    if json_file:
        Path(json_file).write_text(json.dumps(as_json(outcomes), indent=1), encoding="utf-8")
    console.print(table(outcomes))
    for outcome in outcomes:
        if outcome.problem:
            console.print(Text(f"\n{outcome.target}\n{outcome.problem}"))
    for outcome in outcomes:
        for function, place in (outcome.summary or {}).get("unreached", ()):
            console.print(Text(f"{outcome.target.name}: no run came to {function} at {place}", style="yellow"))
    wrong = sum(outcome.problem is not None for outcome in outcomes)
    console.print(Text(f"{len(outcomes)} checked, {wrong} with problems" if wrong else f"{len(outcomes)} checked, nothing found"))
    return 1 if wrong else 0


def table(outcomes: Sequence[Outcome]) -> Table:
    """Return the table of what was tried."""
    made = Table(box=None, pad_edge=False)
    made.add_column("prototype", no_wrap=True)
    for name in ("paths", "faults", "examples", "runs", "calls failed"):
        made.add_column(name, justify="right")
    made.add_column("found", no_wrap=True)
    for outcome in outcomes:
        tally: dict[str, Any] = outcome.summary or {}
        calls, unreached = tally.get("calls", ()), tally.get("unreached", ())
        failed = sum(1 for call in calls if call[3])
        numbers = [str(tally.get(name, "-")) for name in ("paths", "faults", "examples", "runs")]
        found = Text(outcome.code or "-", style="red") if outcome.problem else Text("nothing", style="green")
        made.add_row(outcome.target.name, *numbers, f"{failed} of {len(calls) + len(unreached)}", found)
    return made


def as_json(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Return the outcomes as the data of ``--json``."""
    return {
        "format": 1,
        "prototypes": {
            str(outcome.target): {**(outcome.summary or {}), "code": outcome.code, "problem": outcome.problem}
            for outcome in outcomes
        },
    }
