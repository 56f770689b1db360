"""The judge: from a contract and the records of its function to a verdict on each cell.  A pure function; it calls nothing.

A cell is *observed* where a record would have come out otherwise had the cell been wrong.  A claim that is weaker than another
(an ambiguous NULL, that Python code may run) is observed only where a record witnesses what it allows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ptrstate.audit import judge_parameters, judge_result
from ptrstate.audit.cells import cells, is_object, reason
from ptrstate.audit.evidence import Seen, Verdict, by_choice, claimed, contradicted, failed, observed
from ptrstate.audit.types import type_names
from ptrstate.contract import version_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ptrstate.audit.observation import Record
    from ptrstate.contract import Contract, Version


def judge(contract: Contract, records: Sequence[Record], version: Version) -> dict[str, Verdict]:
    """Return the verdict on every cell of ``contract``."""
    seen = Seen(records)
    return {cell: judge_cell(contract, cell, seen, version) for cell in cells(contract)}


def judge_cell(contract: Contract, cell: str, seen: Seen, version: Version) -> Verdict:
    """Return the verdict on one cell."""
    if cell in {"since", "until"}:
        return _bounds(contract, version)
    if not seen.all:
        return claimed("no call of it was made")
    if cell.startswith("parameter."):
        _, name, kind = cell.split(".", 2)
        verdict = judge_parameters.judge_parameter(contract, contract.parameter(name), kind, seen)
    elif cell.startswith("result."):
        verdict = judge_result.judge_result(contract, cell.removeprefix("result."), seen)
    else:
        verdict = _FACTS.get(cell, _unseen)(contract, seen)
    if verdict.basis == "claimed" and not verdict.contradicted:
        why = reason(cell, cells(contract).get(cell))
        return claimed(why) if why else verdict
    return verdict


def _bounds(contract: Contract, version: Version) -> Verdict:
    running = version_text(version)
    if contract.available(version):
        return observed(None, f"{running} has it: it is compiled against the headers")
    return Verdict("claimed", f"{running} has it all the same", contradicted=True)


def _unseen(contract: Contract, seen: Seen) -> Verdict:
    return claimed("no call shows it")


def _may_run_python(contract: Contract, seen: Seen) -> Verdict:
    with_exception = seen.trials if contract.error_set == "allowed" else []
    ran = next((r for r in (*seen.all, *with_exception) if r.frames), None)
    if contract.may_run_python:
        return observed(ran, f"{ran.frames} Python frames ran") if ran else claimed("it was never seen running Python code")
    if ran:
        return contradicted(ran, f"{ran.frames} Python frames ran")
    takes_anything = any((is_object(p) and type_names(p.pointee) is None) or p.state == "array" for p in contract.parameters)
    hostile = next((r for r in seen.successes if any(_HOSTILE & set(a.types) for a in r.arguments)), None)
    if hostile or not takes_anything:
        return observed(hostile or seen.all[0], "no Python code ran, with objects all of whose methods are Python code")
    return observed(seen.successes[0], "no Python code ran") if len(seen.successes) > 1 else claimed("too few calls to tell")


_HOSTILE = {"Probe", "Key", "Raiser", "Item"}


def _error_set(contract: Contract, seen: Seen) -> Verdict:
    with_exception = [r for r in seen.all if r.pending] + seen.trial("pending")
    without = seen.trial("no exception")
    lost = next((r for r in with_exception if r.fate != "returned" or not r.pending_kept), None)
    kept = next((r for r in with_exception if r.fate == "returned" and r.pending_kept), None)
    fails = next((r for r in seen.failures if not r.pending), None)
    runs = next((r for r in seen.all if r.frames), None)
    if contract.error_set == "required":
        bad = next((r for r in without if r.fate != "returned" or failed(r)), None)
        return (
            observed(bad, f"without an exception it {bad.fate}, {bad.raised}")
            if bad
            else claimed("nothing shows that it needs one")
        )
    handles_it = contract.indicator is not None or contract.result.null == "always"
    through = next((r for r in with_exception if handles_it and r.fate == "returned" and r.raised != "SystemError"), None)
    if contract.error_set == "allowed":
        if fails and contract.result.null in {"error", "ambiguous"}:
            return claimed(f"{fails.call}: it can fail, and would lose the exception that was set")
        witness = kept or through
        what = "an exception that was set before is set after" if kept else "called with an exception set, it deals with it"
        return observed(witness, what) if witness else claimed("no such call came through")
    if through is not None:
        return claimed(f"{through.call}: called with an exception set, it deals with it")
    runs = None if kept else runs
    if contract.indicator is not None:
        fails = lost = None
    for record, why in ((fails, "it fails"), (lost, "the exception that was set did not survive"), (runs, "it runs Python code")):
        if record is not None:
            return observed(record, f"{why}, so an exception must not be set")
    if kept is not None:
        return by_choice(f"{kept.call}: it bears an exception; that it is refused is the rule for what may fail or run Python code")
    return claimed("nothing shows that an exception set before does harm")


_FACTS: Mapping[str, Callable[[Contract, Seen], Verdict]] = {"may_run_python": _may_run_python, "error_set": _error_set}
