"""``ptrstate claims``: what public sources say of the C API, held to what the audit saw on the running interpreter.

A source is contradicted only where its words were put to the test: the cell that they are about is one that the records tell
from its alternatives, and a call did otherwise than the words say.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ptrstate.audit.cells import OBJECT_STATES
from ptrstate.audit.evidence import Seen, Verdict, failed, is_null, observed, succeeded
from ptrstate.audit.evidence import contradicted as wrong
from ptrstate.audit.judge import judge_cell
from ptrstate.audit.sources import NAMES, Claim, claims_of, published
from ptrstate.contract import RUNNING, version_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ptrstate.audit.findings import Examination
    from ptrstate.audit.observation import Count, Record
    from ptrstate.contract import Contract, Parameter


@dataclass(frozen=True)
class Tested:
    """A claim that was put to the test: whether calls contradict it, and which."""

    claim: Claim
    about: str
    verdict: Verdict

    def to_json(self) -> dict[str, Any]:
        """Return the data of ``ptrstate claims --json``."""
        return {
            "function": self.claim.function,
            "about": self.about,
            "source": self.claim.source,
            "snapshot": self.claim.snapshot,
            "claims": self.claim.words,
            "contradicted": self.verdict.contradicted,
            "evidence": self.verdict.evidence,
        }


def held(examinations: Mapping[str, Examination]) -> list[Tested]:
    """Hold every claim about the examined functions to their records; a claim that nothing tests is left out."""
    known = published()
    found = []
    for name, examination in sorted(examinations.items()):
        seen = Seen(examination.records)
        if seen.all and name in known:
            for claim in claims_of(name, known[name]):
                tested = hold(claim, examination.contract, seen)
                if tested is not None:
                    found.append(tested)
    return found


def hold(claim: Claim, contract: Contract, seen: Seen) -> Tested | None:
    """Hold one claim to the records of its function; ``None`` where they do not tell."""
    if claim.parameter is not None:
        return _hold_argument(claim, contract, seen)
    cell = "result.state" if claim.kind == "result" else "result.null"
    result = contract.result
    if result.state == "void" or (claim.kind == "result" and result.state not in OBJECT_STATES):
        return None
    if claim.kind == "null" and result.null == "always" and claim.value[0] != "always":
        return None  # a function that is there to set an exception: whether it "fails" is a matter of words
    if judge_cell(contract, cell, seen, RUNNING).basis != "observed":
        return None
    verdict = _result(claim, contract, seen) if claim.kind == "result" else _null(claim, contract, seen)
    return None if verdict is None else Tested(claim, "the result", verdict)


def _result(claim: Claim, contract: Contract, seen: Seen) -> Verdict | None:
    claimed_so = replace(contract, result=replace(contract.result, state=claim.value))
    verdict = judge_cell(claimed_so, "result.state", seen, RUNNING)
    return verdict if verdict.contradicted or verdict.basis == "observed" else None


def _null(claim: Claim, contract: Contract, seen: Seen) -> Verdict | None:
    """Hold the words on NULL, or on the sentinel, to all calls."""
    meaning, sentinel = claim.value
    calls = [r for r in seen.all if r.outcome is not None and r.outcome.kind != "void" and not r.pending]
    failures = [r for r in calls if failed(r)]
    if meaning == "never":
        return _never_fails(calls, failures)
    if sentinel is not None and sentinel < 0 and _unsigned(contract.result.c_type):
        sentinel += 1 << 32 if contract.result.c_type in {"Py_UCS4", "unsigned int"} else 1 << 64

    def says_so(record: Record) -> bool:
        return record.outcome is not None and is_null(record.outcome, sentinel)

    other = next((r for r in failures if r.outcome and r.outcome.kind == "value" and not says_so(r)), None)
    quiet = next((r for r in calls if says_so(r) and not failed(r)), None)
    full = next((r for r in calls if not says_so(r)), None)
    shown = "NULL" if sentinel is None else sentinel
    if other is not None and other.outcome is not None:
        return wrong(other, f"it returned {other.outcome.value} with {other.raised}")
    if quiet is not None and meaning == "error":
        return wrong(quiet, f"it returned {shown} with no exception set")
    if full is not None and meaning == "always":
        return wrong(full, "it returned something else")
    return observed(failures[0], f"{failures[0].raised}") if failures else None


def _never_fails(calls: list[Record], failures: list[Record]) -> Verdict | None:
    with_memory = next((r for r in failures if not r.starved and all(a.kind != "null" for a in r.arguments)), None)
    if with_memory is not None:
        return wrong(with_memory, f"it fails with {with_memory.raised}")
    if failures or not calls:
        return None  # whoever says that it cannot fail may not have meant NULL, or the lack of memory
    return observed(calls[0], "it never failed")


def _unsigned(c_type: str) -> bool:
    return c_type.startswith("unsigned") or c_type in {"Py_UCS4", "size_t"}


def _hold_argument(claim: Claim, contract: Contract, seen: Seen) -> Tested | None:
    position = claim.parameter
    if position is None or position >= len(contract.parameters):
        return None
    parameter = contract.parameters[position]
    if parameter.state not in OBJECT_STATES or parameter.variadic:
        return None
    if judge_cell(contract, f"parameter.{parameter.name}.state", seen, RUNNING).basis != "observed":
        return None
    verdict = _stolen(contract, parameter, seen) if claim.kind == "stolen" else _count(claim.value, contract, position, seen)
    return None if verdict is None else Tested(claim, f"parameter {parameter.name}", verdict)


def _stolen(contract: Contract, parameter: Parameter, seen: Seen) -> Verdict:
    claimed_so = replace(parameter, state="owned", consumed=parameter.consumed if parameter.state == "owned" else "always")
    others = tuple(claimed_so if p is parameter else p for p in contract.parameters)
    return judge_cell(replace(contract, parameters=others), f"parameter.{parameter.name}.state", seen, RUNNING)


def _count(sign: int, contract: Contract, position: int, seen: Seen) -> Verdict | None:
    """Hold "no change", "increment" or "decrement" to what the calls did; where it depends on the arguments, nobody is wrong."""
    counts = _counts(contract, seen, position)
    borne_out = next((r for r, count in counts if (count.now > 0) - (count.now < 0) == sign), None)
    if borne_out is not None:
        return observed(borne_out, f"the count changed by {sign:+d}")
    counts = [(r, count) for r, count in counts if not r.frames and r.amid is None]  # Python code may have done it
    if len({count.now for _, count in counts}) != 1:
        return None
    if counts[0][1].now == 0 and contract.result.state == "void" and contract.parameters[position].state == "borrowed":
        return None  # nothing tells whether the call did anything
    record, count = counts[0]
    always = f", as in all {len(counts)} calls like it" if len(counts) > 1 else ""
    return wrong(record, f"the count changed by {count.now:+d}{always}")


def _counts(contract: Contract, seen: Seen, position: int) -> list[tuple[Record, Count]]:
    """Return how the count of an argument changed in the calls that succeeded.

    Left out are calls that returned 0, which may mean that nothing was done; those in which the argument itself came back, as the
    result or in a slot; and those that left a reference where no argument and no result holds it: in a cache, which is not what
    a source means.
    """
    counting = contract.result.state == "value"
    found = []
    for record in seen.successes:
        count = record.arguments[position].count
        outcome = record.outcome
        if count is None or count.immortal or outcome is None or record.raised is not None or not succeeded(contract, record):
            continue
        if counting and outcome.value == 0:
            continue
        if position not in outcome.same_as and count.stored is None and count.held >= count.now:
            found.append((record, count))
    return found


def run(patterns: Sequence[str] = (), form: str = "table", jobs: int = 2, console: Console | None = None) -> int:
    """Audit the functions that sources speak of, and print what they get wrong; ``form`` is ``table``, ``json`` or ``rst``."""
    from ptrstate.audit.command import chosen, examine  # noqa: PLC0415

    console = console or Console()
    known = published()
    contracts = [contract for contract in chosen(patterns) if contract.name in known]
    tested = held(examine(contracts, jobs))
    if form == "json":
        console.file.write(json.dumps(as_json(tested), indent=1) + "\n")
    elif form == "rst":
        console.file.write(as_rst(tested))
    else:
        console.print(_table(tested))
        for line in _summary(tested):
            console.print(Text(line))
    return 0


def as_json(tested: Sequence[Tested]) -> dict[str, Any]:
    """Return all claims that were tested as the data of ``--json``."""
    return {"format": 1, "python": version_text(), "claims": [t.to_json() for t in tested]}


def _contradicted(tested: Sequence[Tested]) -> list[Tested]:
    return [t for t in tested if t.verdict.contradicted]


def _table(tested: Sequence[Tested]) -> Table:
    table = Table(pad_edge=False)
    for heading in ("function", "about", "source", "it says", "but"):
        table.add_column(heading, overflow="fold")
    for t in _contradicted(tested):
        table.add_row(t.claim.function, t.about, Text(_source(t.claim)), Text(t.claim.words), Text(t.verdict.evidence))
    return table


def _source(claim: Claim) -> str:
    return NAMES[claim.source] + (f" ({claim.snapshot})" if claim.snapshot else "")


def _summary(tested: Sequence[Tested]) -> list[str]:
    total = Counter(t.claim.source for t in tested)
    bad = Counter(t.claim.source for t in _contradicted(tested))
    lines = [f"{NAMES[source]}: {bad[source]} of {count} claims contradicted" for source, count in sorted(total.items())]
    return [*lines, f"{sum(bad.values())} of {sum(total.values())} tested claims contradicted on CPython {version_text()}"]


def as_rst(tested: Sequence[Tested]) -> str:
    """Return the contradictions as a table for the documentation, with the figures below."""
    lines = [".. list-table::", "   :header-rows: 1", "   :widths: auto", ""]
    rows = [("Function", "About", "Source", "It says", "Seen")]
    for t in _contradicted(tested):
        call, _, why = t.verdict.evidence.rpartition("): ")
        seen = f"``{call})``: {why}" if call else t.verdict.evidence
        rows.append((f"``{t.claim.function}``", t.about, _source(t.claim), t.claim.words, seen))
    for row in rows:
        lines += [f"   {'* -' if i == 0 else '  -'} {_escaped(cell)}" for i, cell in enumerate(row)]
    lines += ["", *(f"- {line}" for line in _summary(tested)), ""]
    return "\n".join(lines)


def _escaped(cell: str) -> str:
    return cell if "``" in cell else cell.replace("\\", "\\\\").replace("*", "\\*").replace("_", "\\_")
