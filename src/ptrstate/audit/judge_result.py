"""The verdicts on the cells of a result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ptrstate.audit.evidence import Seen, Verdict, claimed, contradicted, failed, is_null, observed, propagates
from ptrstate.audit.types import is_instance, narrower, type_names

if TYPE_CHECKING:
    from ptrstate.audit.observation import Record
    from ptrstate.contract import Contract


def judge_result(contract: Contract, kind: str, seen: Seen) -> Verdict:
    """Return the verdict on one cell of the result."""
    judges = {
        "state": _state, "null": _null, "sentinel": _sentinel, "borrows_from": _borrows_from, "owner": _owner,
        "pointee": _pointee, "unfilled": _unfilled,
    }  # fmt: skip
    return judges[kind](contract, seen) if kind in judges else claimed("no call shows it")


def _state(contract: Contract, seen: Seen) -> Verdict:
    if contract.result.state in {"owned", "borrowed"}:
        return _ownership(contract, seen)
    values = {r.outcome.value: r for r in seen.all if r.outcome is not None and r.outcome.kind == "value"}
    allowed = {"status": {0, -1}, "found": {0, 1, -1}}.get(contract.result.state)
    if allowed is None:
        other = next((v for v in values if v not in {0, -1}), None)
        if other is not None and (other != 1 or not contract.result.fallible):
            return observed(values[other], f"it returned {other}")
        return claimed("only 0, 1 and -1 were returned")
    strange = next((v for v in values if v not in allowed), None)
    if strange is not None:
        return contradicted(values[strange], f"it returned {strange}")
    needed = 1 if contract.result.state == "found" else 0
    return observed(values[needed], f"it returned {needed}") if needed in values else claimed(f"it never returned {needed}")


def _ownership(contract: Contract, seen: Seen) -> Verdict:
    expected = 1 if contract.result.state == "owned" else 0
    witness = None
    for record in seen.successes:
        outcome = record.outcome
        if outcome is None or outcome.kind != "object" or outcome.immortal or outcome.gained is None:
            continue
        if outcome.gained != expected:
            return contradicted(record, f"{outcome.gained} references came with the result")
        witness = witness or record
    what = "a reference came with the result" if expected else "no reference came with the result"
    return observed(witness, what) if witness else claimed("every result was NULL or immortal")


def _null(contract: Contract, seen: Seen) -> Verdict:
    result = contract.result
    if result.state == "void":
        return _void(contract, seen)
    relevant = [r for r in seen.all if r.outcome is not None and not propagates(contract, r)]
    null_error = [r for r in relevant if is_null(r.outcome, result.sentinel) and failed(r)]  # type: ignore[arg-type]
    null_quiet = [r for r in relevant if is_null(r.outcome, result.sentinel) and not failed(r)]  # type: ignore[arg-type]
    full_error = [r for r in relevant if not is_null(r.outcome, result.sentinel) and failed(r)]  # type: ignore[arg-type]
    full_quiet = [r for r in relevant if not is_null(r.outcome, result.sentinel) and not failed(r)]  # type: ignore[arg-type]
    if full_error:
        return contradicted(full_error[0], f"a result came with {full_error[0].raised} set")
    wrong: dict[str, tuple[list[Record], str]] = {
        "error": (null_quiet, "NULL or the sentinel came with no exception set"),
        "absent": (null_error, "NULL or the sentinel came with an exception set"),
        "never": (null_error + (null_quiet if result.sentinel is None else []), "NULL, or an exception"),
        "always": (full_quiet, "something other than NULL was returned"),
    }
    records, why = wrong.get(result.null, ([], ""))
    if records:
        return contradicted(records[0], f"{why} ({records[0].raised or 'no exception'})")
    if result.null == "ambiguous":
        both = null_error and null_quiet
        return (
            observed(null_error[0], f"{null_error[0].raised}; and {null_quiet[0].call}: none")
            if both
            else claimed("only one of its two meanings was seen")
        )
    witness = {"error": null_error, "absent": null_quiet, "never": full_quiet, "always": null_error}[result.null]
    return observed(witness[0], f"{witness[0].raised or 'no exception'}") if witness else claimed("no such call came about")


def _void(contract: Contract, seen: Seen) -> Verdict:
    failures = [r for r in seen.all if failed(r)]
    null = contract.result.null
    if null == "always" or contract.indicator == "sets":
        quiet = [r for r in seen.normal if r.raised is None]
    else:
        quiet = [r for r in seen.normal if not failed(r) and not r.pending]
    if null == "always":
        if quiet:
            return contradicted(quiet[0], "no exception was set")
        return observed(failures[0], f"{failures[0].raised}") if failures else claimed("no call of it came about")
    if null == "error" or contract.indicator == "sets":
        return (
            observed(failures[0], f"{failures[0].raised}")
            if failures and quiet
            else claimed("calls with and without an exception were not both seen")
        )
    if failures:
        return contradicted(failures[0], f"{failures[0].raised} was set")
    return observed(quiet[0], "no exception was set") if quiet else claimed("no call of it came about")


def _sentinel(contract: Contract, seen: Seen) -> Verdict:
    sentinel = contract.result.sentinel
    failures = [r for r in seen.failures if r.outcome is not None and r.outcome.kind == "value" and not r.pending]
    if not failures:
        return claimed("no call failed")
    for record in failures:
        assert record.outcome is not None
        if not is_null(record.outcome, sentinel):
            return contradicted(record, f"it returned {record.outcome.value} with {record.raised}")
    return observed(failures[0], f"it returned {sentinel} with {failures[0].raised}")


def _borrows_from(contract: Contract, seen: Seen) -> Verdict:
    names = [p.name for p in contract.parameters]
    owner = contract.result.borrows_from
    witness = None
    for record in seen.successes:
        outcome = record.outcome
        if outcome is None or outcome.kind not in {"object", "pointer"}:
            continue
        holders = {names[i] for i in (*outcome.reached_from, *outcome.same_as, *outcome.inside)}
        if owner is None:
            if holders and not outcome.elsewhere and not outcome.immortal:
                return contradicted(record, f"the result belongs to {', '.join(sorted(holders))}")
            witness = witness or (record if outcome.elsewhere else None)
        elif holders and owner not in holders:
            return contradicted(record, f"the result belongs to {', '.join(sorted(holders))}")
        elif owner in holders and len(holders) == 1:
            witness = witness or record
    if witness is None:
        return claimed("where the result lives could not be told")
    return observed(witness, f"it lives in {owner}" if owner else "it is the same object for other arguments")


def _owner(contract: Contract, seen: Seen) -> Verdict:
    position = next((i for i, p in enumerate(contract.parameters) if p.name == contract.result.borrows_from), None)
    weak = next((r for r in seen.successes if r.outcome is not None and position in r.outcome.weakly_from), None)
    if weak and contract.result.owner != "weak":
        return contradicted(weak, "its owner refers to it and does not hold it")
    if contract.result.owner == "weak":
        return observed(weak, "its owner refers to it and does not hold it") if weak else claimed("no owner was seen not to hold it")
    tried = [r for r in seen.successes if r.outcome is not None and r.outcome.let_go is not None]
    let_go = next((r for r in tried if r.outcome is not None and r.outcome.let_go), None)
    if contract.result.owner == "immutable":
        if let_go:
            return contradicted(let_go, "its owner let go of it and lived on")
        return observed(tried[0], "its owner could not be made to let go of it") if tried else claimed("no owner was tried")
    return observed(let_go, "its owner let go of it and lived on") if let_go else claimed("no owner was seen letting go")


def _pointee(contract: Contract, seen: Seen) -> Verdict:
    results = [r for r in seen.successes if r.outcome is not None and r.outcome.kind == "object" and r.outcome.types]
    pointee = contract.result.pointee
    for record in results:
        assert record.outcome is not None
        if not is_instance(record.outcome.types, pointee):
            return contradicted(record, f"the result is a {record.outcome.types[0]}")
    if not results:
        return claimed("no result was seen")
    kinds = {r.outcome.types[0] for r in results if r.outcome is not None}
    if pointee is None or type_names(pointee) is not None:
        return observed(results[0], f"the result is a {next(iter(kinds))}")
    common = narrower(r.outcome.types for r in results if r.outcome is not None)
    if common:
        return claimed(f"every result was a {common}")
    return observed(results[0], f"results: {', '.join(sorted(kinds)[:3])}")


def _unfilled(contract: Contract, seen: Seen) -> Verdict:
    unset = next((r for r in seen.successes if r.outcome is not None and r.outcome.unset), None)
    if unset is None:
        return claimed("no result with unset items was seen")
    why = "the result has unset items"
    return observed(unset, why) if contract.result.unfilled else contradicted(unset, why)
