"""The command line: what it shows, what it hands to whom, and how it refuses."""

from __future__ import annotations

import importlib.machinery
import json
import os
import subprocess
import sys
import types
from pathlib import Path
from typing import Any

import pytest

from ptrstate import cli
from ptrstate.errors import CODES
from ptrstate.version import __version__
from ptrstate.violations.explain import page


class Work:
    """A module that stands for one that does a subcommand's work, and remembers what it was given."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, module: str, function: str) -> None:
        self.given: tuple[Any, ...] = ()
        self.answer: int | None = 0
        package = module.rpartition(".")[0]
        for name in (package, module):
            made = types.ModuleType(name)
            made.__spec__ = importlib.machinery.ModuleSpec(name, None, is_package=name == package)
            made.__path__ = []
            monkeypatch.setitem(sys.modules, name, made)
        setattr(sys.modules[module], function, self)

    def __call__(self, *given: Any) -> int | None:
        self.given = given
        return self.answer


@pytest.fixture
def audit(monkeypatch: pytest.MonkeyPatch) -> Work:
    return Work(monkeypatch, "ptrstate.audit.command", "audit")


@pytest.fixture
def contracts(monkeypatch: pytest.MonkeyPatch) -> Work:
    return Work(monkeypatch, "ptrstate.audit.contracts", "contracts")


def assert_refused(arguments: list[str], capsys: pytest.CaptureFixture[str], *words: str) -> None:
    """Check that a command line is refused with one line and a hint."""
    assert cli.main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    error, hint, end = captured.err.split("\n")
    assert error.startswith("ptrstate")
    assert hint.startswith("hint: ptrstate")
    assert end == ""
    assert all(word in error for word in words)


def test_alone_it_shows_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([]) == 0
    shown = capsys.readouterr().out
    assert "ptrstate explain" in shown
    assert len(shown.splitlines()) < 20


@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_is_the_overview(flag: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([flag]) == 0
    assert "ptrstate explain" in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"ptrstate {__version__}\n"


def test_every_help_has_an_example_that_can_be_read(capsys: pytest.CaptureFixture[str], audit: Work, contracts: Work) -> None:
    del audit, contracts
    for command in cli.COMMANDS:
        assert cli.main([command.name, "--help"]) == 0
        shown = capsys.readouterr().out
        assert f"example: {command.example}" in shown
        assert "Exit status: 0 fine, 1 findings, 2 usage." in shown
        assert shown.startswith(f"usage: ptrstate {command.name} ")
        assert command.example.startswith(f"ptrstate {command.name} ")


def test_no_such_subcommand(capsys: pytest.CaptureFixture[str]) -> None:
    assert_refused(["frobnicate"], capsys, "frobnicate")


def test_no_such_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain", "--frobnicate", "PS001"]) == 2
    assert capsys.readouterr().err == "ptrstate explain: it takes no --frobnicate\nhint: ptrstate explain --help\n"
    assert_refused(["--frobnicate"], capsys, "--frobnicate")
    assert_refused(["explain"], capsys, "CODE")


# ---- explain -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", sorted(CODES))
def test_explain_prints_the_page(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain", code.lower()]) == 0
    assert capsys.readouterr().out == page(code)


def test_explain_refuses_what_is_no_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert_refused(["explain", "PS999"], capsys, "PS999", *CODES)
    with pytest.raises(ValueError, match=r"PS001.*PS102"):
        page("../PS001")


def test_explain_into_a_closed_pipe() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "ptrstate", "explain", "PS001"], stdout=writing, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


# ---- audit and contracts -----------------------------------------------------------------------------------------------------


def test_audit_is_handed_its_arguments(audit: Work) -> None:
    assert cli.main(["audit", "--json", "a.json", "--html", "a.html", "--jobs", "3", "PyList_*", "PyDict_New"]) == 0
    assert audit.given == (["PyList_*", "PyDict_New"], "a.json", "a.html", 3)


def test_audit_takes_all_functions_and_all_cores_by_default(audit: Work) -> None:
    assert cli.main(["audit"]) == 0
    assert audit.given == ([], None, None, os.cpu_count())


@pytest.mark.parametrize("answer", [0, 1, 2])
def test_the_answer_is_the_exit_status(audit: Work, answer: int) -> None:
    audit.answer = answer
    assert cli.main(["audit"]) == answer


@pytest.mark.parametrize("jobs", ["0", "-1", "many", "1.5", ""])
def test_audit_refuses_a_strange_number_of_jobs(audit: Work, jobs: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert_refused(["audit", f"--jobs={jobs}"], capsys, "--jobs")
    assert audit.given == ()


@pytest.mark.parametrize("flag", ["--json", "--html"])
@pytest.mark.parametrize("file", [".", "no/such/folder/a"])
def test_audit_refuses_a_file_it_cannot_write_before_it_begins(
    audit: Work, flag: str, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert_refused(["audit", flag, file], capsys, flag, file)
    assert audit.given == ()


@pytest.mark.parametrize("command", ["audit", "contracts"])
def test_a_pattern_that_matches_nothing_is_refused(
    audit: Work, contracts: Work, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert_refused([command, "PyList_*", "PyLits_*"], capsys, "PyLits_*")
    assert audit.given == contracts.given == ()


def test_a_pattern_that_only_another_version_matches_is_refused(contracts: Work, capsys: pytest.CaptureFixture[str]) -> None:
    assert_refused(["contracts", "--python", "3.11", "PyList_GetItemRef"], capsys, "CPython 3.11 has no", "PyList_GetItemRef")
    assert contracts.given == ()
    assert cli.main(["contracts", "--python", "3.13", "PyList_GetItemRef"]) == 0
    assert cli.main(["contracts", "--python", "3.11", "PyList_GetItemRef", "PyList_New"]) == 0


def test_audit_of_another_interpreter_that_has_ptrstate_runs_there(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    other = tmp_path / "python"
    facts = {"name": "cpython", "version": [3, 13, 0], "debug": False, "there": ["ptrstate._native.capi"]}
    other.write_text(f"""#!/bin/sh
if [ "$1" = -c ]; then echo '{json.dumps(facts)}'; exit; fi
printf "%s\\n" "$@" > {seen}
exit 1
""")
    other.chmod(0o755)
    assert cli.main(["audit", "--python", str(other), "--json", "a.json", "--jobs", "2", "PyList_*"]) == 1
    assert seen.read_text().split() == ["-m", "ptrstate", "audit", "--jobs", "2", "--json", "a.json", "--", "PyList_*"]


def test_audit_of_an_interpreter_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert_refused(["audit", "--python", "/no/such/python"], capsys, "/no/such/python")


def test_contracts_is_handed_its_arguments(contracts: Work) -> None:
    assert cli.main(["contracts", "--json", "--python", "3.12", "PyList_*"]) == 0
    assert contracts.given == (["PyList_*"], True, "3.12")
    assert cli.main(["contracts"]) == 0
    assert contracts.given == ([], False, None)


@pytest.mark.parametrize("version", ["3", "three", "3.x", ""])
def test_contracts_refuses_what_is_no_version(contracts: Work, version: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert_refused(["contracts", f"--python={version}"], capsys, "--python")
    assert contracts.given == ()
