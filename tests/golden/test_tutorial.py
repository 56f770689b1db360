"""The tutorial runs: its blocks of Python one after the other, its files as they are written, its commands with their output.

Numbers and addresses differ from run to run, and are not compared.  ``...`` in an output stands for any lines.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.myst import CodeBlockParser

TUTORIAL = Path(__file__).resolve().parents[2] / "docs" / "tutorial.md"


def run_python(example):
    """Write a block that begins with the name of a file to that file; run any other."""
    text = str(example.parsed)
    name = re.match(r"# (\w+\.py)\n", text)
    if name:
        Path(name[1]).write_text(text, encoding="utf-8")
        return
    line = example.document.text.count("\n", 0, example.region.start) + 1
    code = compile("\n" * line + text, str(example.path), "exec")
    exec(code, example.namespace)


def plain(text: str) -> str:
    """Leave out what differs from run to run."""
    text = re.sub(r"(?m)[ \t]+$", "", text)
    text = re.sub(r"<\w+ [^>]*>|<[^>]*>", "<object>", text)
    return re.sub(r" +", " ", re.sub(r"#?\b\d+\b", "N", text)).strip()


def run_console(example):
    """Run the command of a block and compare its output."""
    command, _, expected = str(example.parsed).partition("\n")
    assert command.startswith("$ ptrstate ")
    environment = {**os.environ, "COLUMNS": "200"}
    done = subprocess.run(
        [sys.executable, "-m", "ptrstate", *command.split()[2:]], capture_output=True, text=True, check=False, env=environment
    )
    pattern = re.escape(plain(expected)).replace(r"\.\.\.", r"[\s\S]*")
    assert re.fullmatch(pattern, plain(done.stdout)), f"{done.stdout}\n{done.stderr}"


def examples():
    sybil = Sybil([CodeBlockParser("python", run_python), CodeBlockParser("console", run_console)])
    return list(sybil.parse(TUTORIAL).examples())


def test_the_tutorial_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.delitem(sys.modules, "draft", raising=False)
    found = examples()
    assert len(found) > 8
    for example in found:
        try:
            example.evaluate()
        except Exception as error:
            pytest.fail(f"docs/tutorial.md:{example.line}: {type(error).__name__}: {error}")
    sys.modules.pop("draft", None)
