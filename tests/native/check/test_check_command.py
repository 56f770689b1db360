"""``ptrstate check`` says what a prototype did, whatever it did, and ends."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ptrstate.testing.campaign import Options, examine
from ptrstate.testing.targets import Target, TargetError

MISBEHAVING = Path(__file__).parent / "misbehaving.py"
QUICK = Options(examples=5, seconds=20.0)


def ptrstate(*arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ptrstate", "check", *arguments], capture_output=True, text=True, timeout=120, check=False, cwd=folder
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("calls_for_ever", "does not come to an end"),
        ("recurses", "calls itself without end"),
        ("exits", "sys.exit(3)"),
        ("ends_at_once", "ended the process with status 7"),
        ("raises_a_non_exception", "raised NoError, which is no Exception: stop"),
        ("leaves_a_thread", "thread that is still running"),
        ("joins_a_thread", "it started a thread"),
        ("crashes", "brought the interpreter down with SIGSEGV, at misbehaving.py:"),
        ("has_a_typo", "to_ownd"),
    ],
)
def test_it_is_said_what_the_prototype_did(name, words):
    outcome = examine(Target(str(MISBEHAVING), name), QUICK)
    assert outcome.problem is not None
    assert words in outcome.problem


def test_one_that_never_returns_is_ended_and_its_place_is_named():
    started = time.monotonic()
    outcome = examine(Target(str(MISBEHAVING), "never_returns"), Options(seconds=5.0))
    assert time.monotonic() - started < 30
    assert "did not end in 5 seconds, at misbehaving.py:" in outcome.problem
    assert "in never_returns" in outcome.problem


def test_what_is_printed_is_no_part_of_the_protocol():
    outcome = examine(Target(str(MISBEHAVING), "prints"), QUICK)
    assert outcome.problem is None
    assert outcome.summary["examples"] == 5


def test_the_command_shows_what_was_tried_and_found(tmp_path):
    (tmp_path / "draft.py").write_text(
        "from ptrstate import BorrowedPtr, OwnedPtr, capi, prototype\n"
        "@prototype\n"
        "def right(object: BorrowedPtr, /) -> OwnedPtr | None:\n"
        "    return capi.PyObject_Repr(object)\n"
        "@prototype\n"
        "def wrong(object: BorrowedPtr, /) -> OwnedPtr | None:\n"
        "    return object\n",
        encoding="utf-8",
    )
    done = ptrstate("draft", "--examples", "10", "--json", "out.json", folder=tmp_path)
    assert done.returncode == 1, done.stderr
    assert "PS018" in done.stdout
    assert "draft.py:7" in done.stdout
    assert "2 checked, 1 with problems" in done.stdout
    found = json.loads((tmp_path / "out.json").read_text())["prototypes"]
    assert found["draft:right"]["examples"] == 10
    assert found["draft:right"]["calls"] == [["PyObject_Repr", "draft.py:4", *found["draft:right"]["calls"][0][2:]]]
    assert found["draft:wrong"]["code"] == "PS018"
    assert ptrstate("draft:right", "--examples", "10", folder=tmp_path).returncode == 0
    assert ptrstate("draft.py:right", "--examples", "10", folder=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ("nowhere", "no module nowhere"),
        ("nowhere.py", "no file nowhere.py"),
        ("empty.py", "defines no prototypes"),
        ("empty:thing", "has no prototype thing"),
        ("broken.py", "cannot be imported: SyntaxError"),
        ("leaving", "sys.exit(9)"),
        (":thing", "not written like MODULE:PROTOTYPE"),
    ],
)
def test_what_is_not_there_is_a_usage_error(tmp_path, named, words):
    (tmp_path / "empty.py").touch()
    (tmp_path / "broken.py").write_text("def (", encoding="utf-8")
    (tmp_path / "leaving.py").write_text("import sys; sys.exit(9)", encoding="utf-8")
    done = ptrstate(named, folder=tmp_path)
    assert done.returncode == 2
    error, hint, _ = done.stderr.split("\n")
    assert words in error
    assert hint.startswith("hint: ptrstate check")


def test_one_that_is_not_there_is_refused_by_examine_too():
    with pytest.raises(TargetError, match="has no prototype nothing"):
        examine(Target(str(MISBEHAVING), "nothing"), QUICK)
