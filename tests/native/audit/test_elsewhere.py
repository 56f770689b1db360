"""The audit of an interpreter that has no ptrstate: this one's source is compiled for it, and what it needs is brought along."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ptrstate import cli
from ptrstate.audit import elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = ("python3.11", "python3.12", "python3.13", "python3.11-dbg", "python3.12-dbg", "python3.13-dbg")


def others() -> list[str]:
    """Return interpreters on PATH that are not this one and have the headers that a build needs."""
    found = {os.path.realpath(path): path for name in NAMES if (path := shutil.which(name))}
    found.pop(os.path.realpath(sys.executable), None)
    usable = []
    for path in found.values():
        try:
            facts = elsewhere.ask(path).facts
        except elsewhere.CannotAuditError:
            continue
        if "ptrstate._native.capi" not in facts["there"] and any(Path(f, "Python.h").exists() for f in facts["folders"]):
            usable.append(path)
    return usable


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str]]]:
    """Another interpreter, and the environment in which it has ptrstate compiled for it."""
    usable = others()
    if not usable:
        pytest.skip("no other CPython of 3.11 or later with its headers is on PATH")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        try:
            folder = elsewhere.prepared(elsewhere.ask(usable[0]), print)
        except elsewhere.CannotAuditError as error:
            if "cffi" in str(error):
                pytest.skip(str(error))
            raise
        yield usable[0], {**os.environ, "PYTHONPATH": str(folder)}


def test_another_interpreter_is_audited_without_having_ptrstate(
    other: tuple[str, dict[str, str]], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    exe, _ = other
    out = tmp_path / "audit.json"
    assert cli.main(["audit", "--python", exe, "--json", str(out), "--jobs", "1", "PyList_SetItem"]) == 0
    assert "compiling" not in capfd.readouterr().err, "it is built once"
    audited = json.loads(out.read_text())
    assert audited["functions"]["PyList_SetItem"]["verdict"] == "agrees"
    ask = [exe, "-c", "import platform; print(platform.python_version())"]
    assert audited["python"] == subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
def test_the_contracts_of_a_version_are_the_same_from_another_interpreter(other: tuple[str, dict[str, str]], version: str) -> None:
    exe, environment = other
    asked = ["-m", "ptrstate", "contracts", "--json", "--python", version]
    there = subprocess.run([exe, *asked], env=environment, capture_output=True, text=True, check=True)
    here = subprocess.run([sys.executable, *asked], capture_output=True, text=True, check=True)
    assert json.loads(there.stdout) == json.loads(here.stdout)


def refused(exe: object, capsys: pytest.CaptureFixture[str]) -> str:
    assert cli.main(["audit", "--python", str(exe)]) == 2
    return capsys.readouterr().err


def script(path: Path, says: str) -> Path:
    path.write_text(f"#!/bin/sh\ncat <<'EOF'\n{says}\nEOF\n")
    path.chmod(0o755)
    return path


def facts(**other: object) -> str:
    usual = {
        "name": "cpython", "version": [3, 13, 0], "build": "", "suffix": ".so", "debug": False, "trace_refs": False,
        "free_threaded": False, "folders": ["/no/such/include"], "compiler": "cc", "linker": "cc -shared",
        "position_independent": "-fPIC", "there": [],
    }  # fmt: skip
    return json.dumps({**usual, **other})


def test_what_is_no_interpreter_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "No such file" in refused(tmp_path / "none", capsys)
    assert "does not answer like a Python interpreter: hello" in refused(script(tmp_path / "hello", "hello"), capsys)
    assert "is pypy, not CPython" in refused(script(tmp_path / "pypy", facts(name="pypy")), capsys)
    assert "3.10.2: ptrstate needs 3.11 or later" in refused(script(tmp_path / "old", facts(version=[3, 10, 2])), capsys)


def test_what_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert "there is no Python.h in /no/such/include" in refused(script(tmp_path / "bare", facts()), capsys)
    (tmp_path / "Python.h").touch()
    there = facts(folders=[str(tmp_path)], compiler="no-such-compiler -O2")
    assert "no-such-compiler, which is not found" in refused(script(tmp_path / "lone", there), capsys)
    assert not list((tmp_path / "cache" / "ptrstate").iterdir()), "nothing half built is left"
