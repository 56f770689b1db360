"""Claims of public sources, held to records written by hand; and the file that they come from."""

from __future__ import annotations

import io
import json
from importlib.resources import files

import pytest
from rich.console import Console

from ptrstate.audit import claims
from ptrstate.audit.evidence import Seen
from ptrstate.audit.observation import Argument, Count, Outcome, Record
from ptrstate.audit.sources import NAMES, Claim, claims_of, published
from ptrstate.contract import Contract, Parameter, Result
from ptrstate.pointees import PyObject

ITEM = Parameter("item", "PyObject *", "borrowed", PyObject)
KEEP = Contract("Keep", "x.h", (ITEM,), Result("PyObject *", "owned", PyObject, null="error"))


def called(change: int, outcome: Outcome | None = None, raised: str | None = None) -> Record:
    argument = Argument("object", "item", ("Item", "object"), Count(immortal=False, now=change, held=change))
    return Record("Keep", "Keep(item)", (argument,), outcome or Outcome("object", gained=1, types=("cell", "object")), raised)


def held(claim: Claim, *records: Record) -> bool | None:
    tested = claims.hold(claim, KEEP, Seen(records))
    return None if tested is None else tested.verdict.contradicted


@pytest.mark.parametrize(
    ("change", "claimed", "wrong"), [(1, 0, True), (1, 1, False), (2, 1, False), (0, 1, True), (0, 0, False), (-1, 0, True)]
)
def test_a_change_of_the_count_is_held_to_what_is_claimed(change: int, claimed: int, wrong: bool) -> None:
    assert held(Claim("Keep", "refcounts.dat", "3.15", "count", claimed, "", 0), called(change), called(change)) is wrong


def test_a_change_that_depends_on_the_argument_contradicts_nobody() -> None:
    assert held(Claim("Keep", "refcounts.dat", "3.15", "count", -1, "", 0), called(1), called(0)) is None


def test_a_borrowed_result_is_contradicted_by_the_reference_that_comes_with_it() -> None:
    assert held(Claim("Keep", "pypy", None, "result", "borrowed", ""), called(0)) is True
    assert held(Claim("Keep", "pypy", None, "result", "owned", ""), called(0)) is False


def test_who_says_that_it_cannot_fail_is_contradicted_by_a_failure_but_not_by_the_lack_of_memory() -> None:
    fails = called(0, Outcome("null"), "TypeError")
    never = Claim("Keep", "pypy", None, "null", ("never", None), "error=CANNOT_FAIL")
    assert held(never, called(0), fails) is True
    starved = Record(**{**{f: getattr(fails, f) for f in fails.__dataclass_fields__}, "starved": True})
    assert held(never, called(0), starved) is None


def test_nothing_is_said_of_what_was_not_seen() -> None:
    assert held(Claim("Keep", "pypy", None, "null", ("never", None), ""), called(0)) is None
    assert claims.hold(Claim("Keep", "cython", None, "result", "borrowed", ""), KEEP, Seen([called(0, Outcome("null"))])) is None


def test_every_entry_of_the_file_is_read_and_its_source_is_named() -> None:
    sources = set()
    for name, entry in published().items():
        assert set(entry) <= {"ownership", "failure", "parameters", "type"}, name
        sources |= {claim.source for claim in claims_of(name, entry)}
    assert sources == set(NAMES)
    shown = files("ptrstate.audit").joinpath("data", "SOURCES.md").read_text(encoding="utf-8")
    assert all(f"`{source}`" in shown for source in sources)


def printed(form: str, *patterns: str) -> str:
    console = Console(file=io.StringIO(), width=200)
    assert claims.run(patterns, form, jobs=1, console=console) == 0
    return console.file.getvalue()  # type: ignore[attr-defined]


def test_the_live_interpreter_contradicts_what_is_said_of_module_addobject() -> None:
    found = [c for c in json.loads(printed("json", "PyModule_AddObject"))["claims"] if c["contradicted"]]
    assert [(c["source"], c["about"], c["claims"]) for c in found] == [("refcounts.dat", "parameter value", "+1: increment")]
    assert found[0]["evidence"].startswith("PyModule_AddObject(")


def test_the_table_for_the_documentation_has_a_row_for_each() -> None:
    text = printed("rst", "PyIter_Next")
    assert "``PyIter_Next``" in text
    assert "Cython, Includes/cpython" in text
    assert "returned NULL with no exception set" in text
