"""The audit on the running interpreter, on a few functions that show each kind of cell."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest
from rich.console import Console

from ptrstate.audit.command import audit, chosen, examine
from ptrstate.audit.findings import Examination, find
from ptrstate.audit.isolation import in_child
from ptrstate.audit.mutants import score
from ptrstate.contract import RUNNING

FEW = ("PyList_*Item", "PyList_New", "PyList_Append", "PyTuple_GetItem", "PyDict_GetItemWithError", "PyLong_AsLong")


@pytest.fixture(scope="module")
def examined() -> dict[str, Examination]:
    return examine(chosen(FEW), 2, Console(file=io.StringIO()))


def test_the_declarations_agree_with_the_interpreter(examined: dict[str, Examination]) -> None:
    for name, examination in examined.items():
        finding = find(examination, RUNNING)
        assert finding.verdict == "agrees", (name, finding.why)
        assert (finding.success, finding.crash) == ("reached", False), name


def test_a_stolen_argument_is_seen_to_be_stolen(examined: dict[str, Examination]) -> None:
    cells = find(examined["PyList_SetItem"], RUNNING).cells
    assert cells["parameter.item.consumed"].basis == "observed"


def test_whom_an_item_belongs_to_is_seen(examined: dict[str, Examination]) -> None:
    in_list, in_tuple = (find(examined[f"Py{kind}_GetItem"], RUNNING).cells for kind in ("List", "Tuple"))
    for cell in ("result.state", "result.borrows_from", "result.owner"):
        assert in_list[cell].basis == in_tuple[cell].basis == "observed", cell


def test_a_wrong_declaration_is_contradicted(examined: dict[str, Examination]) -> None:
    examination = examined["PyList_GetItem"]
    wrong = replace(examination.contract, result=replace(examination.contract.result, state="owned"))
    finding = find(replace(examination, contract=wrong), RUNNING)
    assert finding.verdict == "contradicts"
    assert "0 references came with the result" in finding.contradictions["result.state"].evidence


def test_most_flipped_cells_are_told_from_the_truth(examined: dict[str, Examination]) -> None:
    assert score(examined, RUNNING).share >= 0.9


def test_the_files_are_written(tmp_path) -> None:
    data, page = tmp_path / "audit.json", tmp_path / "audit.html"
    status = audit(["PyList_Append"], str(data), str(page), 1, Console(file=io.StringIO()))
    found = json.loads(data.read_text(encoding="utf-8"))
    assert status == 0
    assert found["format"] == 1
    assert found["functions"]["PyList_Append"]["cells"]["result.null"]["basis"] == "observed"
    assert "PyList_Append" in page.read_text(encoding="utf-8")


def test_nothing_that_matches_is_a_usage_error() -> None:
    assert audit(["No_Such_*"], console=Console(file=io.StringIO())) == 2


def test_a_crash_ends_the_child_and_is_reported() -> None:
    import os
    import signal

    lines = list(in_child(lambda write: (write({"at": 1}), os.kill(os.getpid(), signal.SIGKILL)), 5))  # type: ignore[arg-type, func-returns-value]
    assert lines == [{"at": 1}, {"fate": "crashed with SIGKILL"}]


def test_a_child_that_says_nothing_is_ended() -> None:
    import time

    assert list(in_child(lambda write: time.sleep(30), 0.2)) == [{"fate": "hung"}]


def test_a_child_that_computes_without_end_is_ended_long_before_one_that_waits() -> None:
    import itertools
    from collections import deque

    lines = in_child(lambda write: (write({"at": 1}), deque(itertools.count(), maxlen=0)), 60)  # type: ignore[arg-type, func-returns-value]
    assert list(lines) == [{"at": 1}, {"fate": "hung"}]


def test_what_cannot_fail_says_why(tmp_path) -> None:
    out = tmp_path / "audit.json"
    assert audit(["PyList_Check*", "PyTuple_GET_*"], json_file=str(out), jobs=1, console=Console(file=io.StringIO())) == 0
    functions = json.loads(out.read_text())["functions"]
    infallible = [f for f in functions.values() if f["failure"] == "infallible"]
    assert infallible
    assert all(f["why"].startswith("infallible: none of") for f in infallible)


def test_what_is_only_claimed_says_by_whom(tmp_path) -> None:
    out = tmp_path / "audit.json"
    assert audit(["PyImport_GetModuleDict"], json_file=str(out), jobs=1, console=Console(file=io.StringIO())) == 0
    cells = json.loads(out.read_text())["functions"]["PyImport_GetModuleDict"]["cells"].values()
    assert all("(source: " in cell["evidence"] for cell in cells if cell["basis"] == "claimed")


@pytest.mark.parametrize("name", ["PySys_Audit", "PyErr_CheckSignals"])
def test_what_runs_hooks_and_handlers_is_seen_running_them_and_failing_by_them(name: str) -> None:
    examined = examine(chosen([name]), 1, Console(file=io.StringIO()))
    finding = find(examined[name], RUNNING)
    assert finding.failure == "reached"
    assert {finding.cells[cell].basis for cell in ("may_run_python", "result.null", "result.sentinel")} == {"observed"}


def test_memory_that_is_kept_for_the_next_object_does_not_save_a_call_from_failing() -> None:
    examined = examine(chosen(["PyFloat_FromDouble"]), 1, Console(file=io.StringIO()))
    assert any(r.starved and r.raised == "MemoryError" for r in examined["PyFloat_FromDouble"].records)
