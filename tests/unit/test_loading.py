"""Modules that a command line names: what is said of one that is not there, or that fails when it is imported."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ptrstate.loading import NotLoadedError, load

GUARD = '`if __name__ == "__main__":`'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A working folder, whose modules are forgotten again."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [*sys.path])
    before = set(sys.modules)
    yield tmp_path
    for name in set(sys.modules) - before:
        del sys.modules[name]


def refusal(named: str) -> tuple[str, str]:
    with pytest.raises(NotLoadedError) as caught:
        load(named)
    assert "\n" not in str(caught.value) + caught.value.hint
    return str(caught.value), caught.value.hint


@pytest.mark.parametrize("named", ["loaded_fine", "loaded_fine.py", "inner/loaded_inside.py"])
def test_a_module_by_its_name_or_its_file(folder: Path, named: str) -> None:
    (folder / "inner").mkdir()
    (folder / "loaded_fine.py").write_text("answer = 42\n")
    (folder / "inner" / "loaded_inside.py").write_text("answer = 42\n")
    assert load(named).answer == 42


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("import ptrstate\n\nptrstate.borrow(ptrstate.borrow(1))\n", "TypeError at wrong_module.py:3: borrow(): parameter `obj`"),
        ("def divide():\n    return 1 / 0\n\nvalue = divide()\n", "ZeroDivisionError at wrong_module.py:2: division by zero"),
        ("for error in (ValueError('one\\ntwo'),):\n    raise error\n", "ValueError at wrong_module.py:2: one"),
        ("raise ValueError\n", "ValueError at wrong_module.py:1"),
    ],
)
@pytest.mark.parametrize("named", ["wrong_module", "wrong_module.py"])
def test_what_a_module_does_belongs_below_the_guard(folder: Path, text: str, words: str, named: str) -> None:
    (folder / "wrong_module.py").write_text(text)
    wrong, hint = refusal(named)
    assert wrong.endswith(words) or f"{words}: " in wrong
    assert wrong.startswith(f"{named} cannot be imported: ")
    assert GUARD in hint


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("import no_such_module_at_all\n", "ModuleNotFoundError at wrong_module.py:1: No module named 'no_such_module_at_all'"),
        ("def (\n", "SyntaxError at wrong_module.py:1: invalid syntax"),
        ("from ptrstate import prototype\n\n@prototype\ndef f(a: int) -> Nowhere: ...\n", "NameError at wrong_module.py:4"),
    ],
)
def test_a_definition_that_fails_is_shown_by_its_traceback(folder: Path, text: str, words: str) -> None:
    (folder / "wrong_module.py").write_text(text)
    wrong, hint = refusal("wrong_module.py")
    assert words in wrong
    assert hint == "imports it: `python wrong_module.py` shows the whole traceback"


def test_what_is_not_there() -> None:
    assert refusal("not_there_at_all") == ("there is no module not_there_at_all", "takes a file by its path and .py: not_there_at_all.py")
    wrong, hint = refusal("drafts/not_there.py")
    assert wrong == "there is no file drafts/not_there.py"
    assert hint.endswith("by its name: not_there")


def test_a_module_that_ends_the_process_does_not(folder: Path) -> None:
    (folder / "leaving_module.py").write_text("import sys\nsys.exit(9)\n")
    wrong, hint = refusal("leaving_module")
    assert wrong == "leaving_module cannot be imported: it ended the process with sys.exit(9)"
    assert GUARD in hint


def test_an_interrupt_comes_through(folder: Path) -> None:
    (folder / "interrupted_module.py").write_text("raise KeyboardInterrupt\n")
    with pytest.raises(KeyboardInterrupt):
        load("interrupted_module")


def test_the_refusal_can_be_sent_to_another_process() -> None:
    sent = pickle.loads(pickle.dumps(NotLoadedError("wrong", "hint")))
    assert (str(sent), sent.hint) == ("wrong", "hint")
