"""``ptrstate contracts``: what the declarations say, for any version from any interpreter."""

from __future__ import annotations

import fnmatch
import json
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from ptrstate.contract import RUNNING, Contract, Parameter, Version, parse_version, version_text
from ptrstate.declaration import Declaration

if TYPE_CHECKING:
    from collections.abc import Sequence


def contracts_of(patterns: Sequence[str], version: Version) -> dict[str, Contract]:
    """Return the contracts in ``version`` of the functions whose name matches a pattern; all without one."""
    from ptrstate.capi import declarations  # noqa: PLC0415

    found = {}
    for name, declaration in sorted(declarations().items()):
        if isinstance(declaration, Declaration) and (not patterns or any(fnmatch.fnmatchcase(name, p) for p in patterns)):
            contract = declaration.contract(version)
            if contract.available(version):
                found[name] = contract
    return found


def contracts(
    patterns: Sequence[str] = (),
    as_json: bool = False,  # noqa: FBT001, FBT002
    python_version: str | None = None,
    console: Console | None = None,
) -> int:
    """Print the contracts as a table or as JSON; return the exit code: 0 fine, 2 nothing matches or no such version."""
    console = console or Console()
    try:
        version = parse_version(python_version) if python_version else RUNNING
    except ValueError as error:
        console.print(str(error))
        return 2
    found = contracts_of(patterns, version)
    if not found:
        console.print(f"no declared function of CPython {version_text(version)} matches")
        return 2
    if as_json:
        text = python_version or version_text()
        data: dict[str, Any] = {"format": 1, "python": text, "functions": {n: c.to_json() for n, c in found.items()}}
        console.file.write(json.dumps(data, indent=1) + "\n")
    else:
        console.print(_table(found))
    return 0


def _table(found: dict[str, Contract]) -> Table:
    table = Table(pad_edge=False)
    for heading in ("function", "parameters", "result", "facts"):
        table.add_column(heading, overflow="fold")
    for name, contract in found.items():
        table.add_row(name, "\n".join(map(_parameter, contract.parameters)), _result(contract), _facts(contract))
    return table


def _pointee(part: Any) -> str:  # noqa: ANN401
    return f" {part.pointee.__name__}" if part.pointee and part.pointee.__name__ != "PyObject" else ""


def _parameter(p: Parameter) -> str:
    words = [f"{p.name}: {p.slot or p.state}{_pointee(p)}" if p.state != "value" else f"{p.name}: {p.c_type}"]
    if p.consumed not in {"never", "always"}:
        words.append(f"consumed on {p.consumed}")
    if p.nullable:
        words.append(f"NULL: {p.if_null}")
    if p.unchecked:
        words.append(f"unchecked: {', '.join(sorted(p.unchecked))}")
    return ", ".join(words)


def _result(contract: Contract) -> str:
    r = contract.result
    owner = f" from {r.borrows_from or r.borrows_from_kind}" if r.borrows_from or r.borrows_from_kind else ""
    meaning = f", NULL: {r.null}" if r.sentinel is None else f", {r.sentinel}: {r.null}"
    state = r.c_type if r.state == "value" else r.state
    return f"{state}{_pointee(r)}{owner}{'' if r.null == 'never' else meaning}"


def _facts(contract: Contract) -> str:
    bounds = [f"since {contract.since}" if contract.since else "", f"until {contract.until}" if contract.until else ""]
    runs = "may run Python" if contract.may_run_python else ""
    once = "once in a process" if contract.once else ""
    undone = f"undone by {contract.undone_by}" if contract.undone_by else f"undoes {contract.undoes}" if contract.undoes else ""
    error = f"error set: {contract.error_set}" if contract.error_set != "refused" else ""
    return ", ".join(filter(None, (*bounds, runs, once, undone, error)))
