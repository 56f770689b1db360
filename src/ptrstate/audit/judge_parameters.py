"""The verdicts on the cells of a parameter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ptrstate.audit.evidence import (
    Seen,
    Verdict,
    by_choice,
    claimed,
    contradicted,
    counted,
    failed,
    observed,
    propagates,
    says_no,
    sets_one,
    succeeded,
    went_well,
)
from ptrstate.audit.types import is_instance, narrower, type_names

if TYPE_CHECKING:
    from ptrstate.audit.observation import Content, Record
    from ptrstate.contract import Contract, Parameter


def judge_parameter(contract: Contract, parameter: Parameter, kind: str, seen: Seen) -> Verdict:
    """Return the verdict on one cell of a parameter."""
    position = contract.parameters.index(parameter)
    if kind.startswith("unchecked."):
        return _unchecked(contract, parameter, seen, position, kind.removeprefix("unchecked."))
    judges = {
        "state": _state, "consumed": _consumed, "element": _element, "flight": _flight, "nullable": _nullable,
        "if_null": _if_null, "pointee": _pointee, "slot": _slot, "after": _after,
        "index_of": _index_of, "between": _between, "among": _among, "length_of": _length_of, "unfilled": _unfilled,
        "var": _var, "owner": _slot_owner, "borrows_from": _slot_source,
    }  # fmt: skip
    return judges[kind](contract, parameter, position, seen) if kind in judges else claimed("no call shows it")


def _counted(contract: Contract, p: Parameter, i: int, seen: Seen, *, consumed: bool) -> list[tuple[Record, int]]:
    """Return the counts of what goes by a format as ``N`` (``consumed``) or not; all counts where there is no format."""
    formats = [k for k, q in enumerate(contract.parameters) if q.format]
    found = counted(contract, seen.all, i)
    if not p.variadic or not formats:
        return found
    return [(record, count) for record, count in found if ("N" in record.arguments[formats[0]].shown) is consumed]


def _state(contract: Contract, p: Parameter, i: int, seen: Seen) -> Verdict:
    if p.flight:
        # a reference that is ended by hand and one that is consumed look alike
        return replace(_flight(contract, p, i, seen), choice=p.flight < 0)
    if p.state == "owned":
        kept = next((r for r, c in _counted(contract, p, i, seen, consumed=False) if c >= 0 and not failed(r)), None)
        if p.variadic and kept:
            return contradicted(kept, "the reference was not taken over")
        taken = next((r for r, c in counted(contract, seen.all, i) if c == -1), None)
        if taken:
            return observed(taken, "the reference was taken over")
        spared = next((r for r, _ in counted(contract, seen.successes, i) if succeeded(contract, r)), None)
        if spared and p.consumed in {"always", "success"}:
            return contradicted(spared, "the reference was not taken over")
        return claimed("no call tells")
    found = _counted(contract, p, i, seen, consumed=False)
    for record, count in found:
        if count < 0:
            return contradicted(record, "the reference was taken over")
    spared = next((r for r, c in found if c == 0 and not failed(r)), None) or next((r for r, c in found if c == 0), None)
    return observed(spared, "the reference was left alone") if spared else claimed("every argument was immortal")


def _element(contract: Contract, p: Parameter, i: int, seen: Seen) -> Verdict:
    owned = p.element is not None and p.element.state == "owned"
    witness = None
    for record, count in counted(contract, seen.all, i):
        if (count < 0) != owned and not (owned and failed(record) and p.consumed == "success"):
            return contradicted(record, f"the references changed by {count}")
        witness = witness or record
    return (
        observed(witness, "the references were " + ("taken over" if owned else "left alone")) if witness else claimed("no items")
    )


def _flight(contract: Contract, p: Parameter, i: int, seen: Seen) -> Verdict:
    witness = None
    for record, count in counted(contract, seen.successes, i):
        if count != p.flight:
            return contradicted(record, f"the count changed by {count}")
        witness = record
    return observed(witness, f"the count changed by {p.flight}") if witness else claimed("every argument was immortal")


def _consumed(contract: Contract, p: Parameter, i: int, seen: Seen) -> Verdict:
    if p.state == "array":
        return _element(contract, p, i, seen)
    on_success = p.consumed in {"always", "success"}
    on_failure = p.consumed in {"always", "failure"}
    witness_success = witness_failure = None
    for record, count in _counted(contract, p, i, seen, consumed=True):
        fails = failed(record) and not sets_one(contract)
        if p.consumed == "reached" and fails:
            continue
        if record.starved and not fails:
            continue
        expected = on_failure if fails else on_success or p.consumed == "reached"
        if (count < 0) != expected:
            return contradicted(record, f"the reference was {'' if count < 0 else 'not '}consumed")
        witness_failure, witness_success = (record, witness_success) if fails else (witness_failure, record)
    if p.consumed == "reached":
        return claimed("on success it is consumed; how far a failing call got does not show")
    needs_failure = contract.result.fallible and not sets_one(contract)
    if witness_success and (witness_failure or not needs_failure):
        return observed(
            witness_success,
            f"consumed: {on_success}" + (f"; {witness_failure.call}: consumed: {on_failure}" if witness_failure else ""),
        )
    return claimed("success and failure were not both seen")


def _nullable(contract: Contract, p: Parameter, i: int, seen: Seen) -> Verdict:
    given = [r for r in seen.normal if r.arguments[i].kind == "null" and r.trial is None]
    trials = seen.trial("NULL", i)
    if p.nullable:
        taken = next((r for r in given if went_well(contract, r) or p.if_null == "error"), None)
        if taken:
            return observed(taken, "NULL was taken")
        bad = next((r for r in trials if r.fate != "returned" or failed(r)), None)
        if bad:
            return contradicted(bad, f"NULL: it {bad.fate}, {bad.raised or 'no exception'}")
        return claimed("NULL was never passed with success")
    refused = next((r for r in trials if r.fate != "returned" or failed(r)), None)
    return (
        observed(refused, f"NULL: it {refused.fate}, {refused.raised or 'no exception'}")
        if refused
        else by_choice("C takes NULL without complaint; that it is refused is a choice")
        if trials
        else claimed("NULL was not tried")
    )


def _if_null(contract: Contract, p: Parameter, i: int, seen: Seen) -> Verdict:
    given = [r for r in seen.normal if r.arguments[i].kind == "null" and r.trial is None]
    if not given:
        return claimed("NULL was never passed")
    quiet = next((r for r in given if went_well(contract, r)), None)
    if p.if_null == "error":
        return contradicted(quiet, "NULL made no error") if quiet else observed(given[0], f"NULL: {given[0].raised}")
    return observed(quiet, f"NULL was taken: {p.if_null}") if quiet else claimed("NULL was never passed with success")


def _pointee(contract: Contract, p: Parameter, i: int, seen: Seen) -> Verdict:
    given = [r for r in seen.normal if r.arguments[i].types]
    asks = contract.result.truth and len(contract.parameters) == 1  # "no" is an answer about whatever it is
    if type_names(p.pointee) is None:
        taken = [r for r in given if went_well(contract, r) and (_did_it(contract, r) or (asks and says_no(contract, r)))]
        if not taken:
            return claimed("no object was taken")
        common = narrower(r.arguments[i].types for r in taken)
        kinds = {r.arguments[i].types[0] for r in taken}
        return _wider(contract, p, i, given, common) if common else observed(taken[0], f"taken: {_few(kinds)}")
    taken = [r for r in given if succeeded(contract, r) or (asks and says_no(contract, r))]
    for record in taken:
        if not is_instance(record.arguments[i].types, p.pointee):
            return contradicted(record, f"a {record.arguments[i].types[0]} was taken")
    wrong = next((r for r in seen.failures if r.arguments[i].types and not is_instance(r.arguments[i].types, p.pointee)), None)
    wrong = wrong or next((r for r in seen.trial("type", i) if r.fate != "returned"), None)
    if taken and wrong:
        return observed(taken[0], f"taken; {wrong.call}: {wrong.raised or wrong.fate}")
    return observed(taken[0], "taken") if taken else claimed("no object was taken")


def _wider(contract: Contract, p: Parameter, i: int, given: list[Record], common: str) -> Verdict:
    """Judge a pointer to any object where all that were taken are of one type."""
    for record in given:
        refused = common not in record.arguments[i].types and not went_well(contract, record)
        if refused and any(went_well(contract, r) and _differs_at(i, r, record) for r in given):
            return by_choice(f"{record.call}: {record.raised}; that what is no {common} may be passed for C to answer is a choice")
    if p.unchecked & _KINDS:
        return by_choice(f"all that were taken are a {common}; what it has to be is said by what C does not check")
    return claimed(f"all that were taken are a {common}")


_KINDS = {"exception class", "iterator", "sequence"}


def _differs_at(position: int, one: Record, other: Record) -> bool:
    """Whether two calls had the same arguments but for one."""
    pairs = zip(one.arguments, other.arguments, strict=True)
    return one.pending == other.pending and all(k == position or a.shown == b.shown for k, (a, b) in enumerate(pairs))


def _did_it(contract: Contract, record: Record) -> bool:
    return sets_one(contract) or succeeded(contract, record)


def _few(kinds: set[str]) -> str:
    return ", ".join(sorted(kinds)[:3]) + (f" and {len(kinds) - 3} other types" if len(kinds) > 3 else "")  # noqa: PLR2004


def _unchecked(contract: Contract, p: Parameter, seen: Seen, i: int, requirement: str) -> Verdict:
    trials = seen.trial(requirement, i)
    if not trials:
        return claimed("it was not tried without")
    through = next((r for r in trials if r.fate != "returned" or went_well(contract, r)), None)
    if through:
        why = f"it {through.fate}, and C made no check"
        return observed(through, why) if requirement in p.unchecked else contradicted(through, why)
    return claimed(f"C refuses it too: {trials[0].raised}")


def _index_of(contract: Contract, p: Parameter, i: int, seen: Seen) -> Verdict:
    trials = seen.trial("index", i)
    if not trials:
        return claimed("no index out of range was tried")
    through = next((r for r in trials if r.fate != "returned" or not failed(r)), None)
    if p.index_of is None or through is None:
        return contradicted(trials[0], f"an index out of range: {trials[0].fate}, {trials[0].raised or 'no exception'}")
    return observed(through, f"an index out of range: it {through.fate}, and C made no check")


def _between(contract: Contract, p: Parameter, i: int, seen: Seen) -> Verdict:
    return _outside(p.between, seen.trial("between", i))


def _among(contract: Contract, p: Parameter, i: int, seen: Seen) -> Verdict:
    return _outside(p.among, seen.trial("among", i))


def _outside(declared: tuple[int, ...] | None, trials: list[Record]) -> Verdict:
    through = next((r for r in trials if r.fate != "returned" or not failed(r)), None)
    if through is None:
        return claimed("C answered every number out of range that was tried" if trials else "no number out of range was tried")
    why = f"a number out of range: it {through.fate}, and C made no check"
    return observed(through, why) if declared else contradicted(through, why)


def _length_of(contract: Contract, p: Parameter, i: int, seen: Seen) -> Verdict:
    beyond = next((r for r in seen.trial("length", i) if r.fate.startswith("crashed")), None)
    if beyond is None:
        return claimed("reading past the end did not show")
    why = f"a length past the end: it {beyond.fate}"
    return observed(beyond, why) if p.length_of else contradicted(beyond, why)


def _unfilled(contract: Contract, p: Parameter, i: int, seen: Seen) -> Verdict:
    trials = seen.trial("unfilled", i)
    crash = next((r for r in trials if r.fate != "returned"), None)
    if crash:
        return contradicted(crash, f"an object with unset items: it {crash.fate}")
    if not p.unfilled:
        return contradicted(trials[0], "an object with unset items was taken") if trials else claimed("not tried")
    return observed(trials[0], "an object with unset items was taken") if trials else claimed("it was not tried")


def _var(contract: Contract, p: Parameter, i: int, seen: Seen) -> Verdict:
    written = next((r for r in seen.all if r.arguments[i].changed), None)
    if p.slot == "unwritten":
        return contradicted(written, "it was written") if written else claimed("it was never written")
    return observed(written, "it was written") if written else claimed("it was never written")


def _contents(records: list[Record], i: int) -> list[tuple[Record, Content]]:
    return [(r, c) for r in records if (c := r.arguments[i].content) is not None]


def _slot(contract: Contract, p: Parameter, i: int, seen: Seen) -> Verdict:
    expected = 0 if p.slot == "out_borrowed" else 1
    new = kept = None
    for record, content in _contents(seen.normal, i):
        replaced = content.before == "object" and content.after != "same"
        if replaced and content.old is not None and not content.old.immortal:
            if p.slot == "inout" and content.old.net >= 0 and content.after == "null":
                return contradicted(record, "the reference that was in the slot is lost")
            if p.slot != "inout" and content.old.net < 0:
                return contradicted(record, "the reference that was in the slot was released")
            kept = kept or record
        if content.after == "new" and content.gained is not None and not content.immortal:
            if content.gained != expected:
                return contradicted(record, f"{content.gained} references came in the slot")
            new = new or record
    if p.slot == "inout":
        return observed(kept, "the reference that was in the slot was taken") if kept else claimed("no slot was replaced")
    return observed(new, f"{expected} references came in the slot") if new else claimed("nothing mortal came in the slot")


def _after(contract: Contract, p: Parameter, i: int, seen: Seen) -> Verdict:
    assert p.after is not None
    told: dict[int, Record] = {}
    for record, content in _contents(seen.normal, i):
        outcome = 1 if failed(record) or propagates(contract, record) else 0 if succeeded(contract, record) else 2
        became = {"null": "null", "new": "set", "same": "unchanged"}[content.after]
        if not _fits(p.after[outcome], became, content.before, p.slot == "inout"):
            return contradicted(record, f"the slot is {became}, not {p.after[outcome]}")
        if content.before == "object" or became == "set":
            told[outcome] = record
    needed = {0} | ({1} if contract.result.fallible else set())
    if needed <= set(told):
        return observed(told[0], "the slot was left as it says" + (f"; and {told[1].call}" if 1 in told else ""))
    return claimed("not every outcome was seen with something in the slot")


def _fits(expected: str, became: str, before: str, inout: bool) -> bool:  # noqa: FBT001
    if expected == "set_or_null":
        return became in {"set", "null"} or inout
    if became == "null" and before == "null":
        return expected in {"null", "unchanged"}
    if became == "unchanged" and inout:
        return expected in {"unchanged", "set"}
    return became == expected


def _slot_owner(contract: Contract, p: Parameter, i: int, seen: Seen) -> Verdict:
    tried = [(r, c) for r, c in _contents(seen.successes, i) if c.let_go is not None]
    let_go = next((r for r, c in tried if c.let_go), None)
    if p.owner == "immutable":
        if let_go:
            return contradicted(let_go, "its owner let go of it and lived on")
        return observed(tried[0][0], "its owner could not be made to let go of it") if tried else claimed("no owner was tried")
    return observed(let_go, "its owner let go of it and lived on") if let_go else claimed("no owner was seen letting go")


def _slot_source(contract: Contract, p: Parameter, i: int, seen: Seen) -> Verdict:
    names = [q.name for q in contract.parameters]
    witness = None
    for record, content in _contents(seen.successes, i):
        holders = {names[k] for k in content.reached_from if k != i}
        if not holders:
            continue
        if p.borrows_from not in holders:
            return contradicted(record, f"it belongs to {', '.join(sorted(holders))}")
        witness = witness or record
    return observed(witness, f"it lives in {p.borrows_from}") if witness else claimed("where it lives could not be told")
