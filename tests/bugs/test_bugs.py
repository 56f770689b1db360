"""Every bug pair: the buggy function is named by its code at the marked lines, the fixed one runs clean."""

from __future__ import annotations

import contextlib
import importlib.util
import warnings
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from ptrstate import borrow, capi, ledger, or_raise
from ptrstate.errors import CODES, OverReleaseError, OwnershipWarning, Violation

HERE = Path(__file__).parent
FILES = sorted(path for path in HERE.glob("*/*.py") if not path.name.startswith(("_", "test_")))
MARKS = ("created", "borrowed", "ended", "used")


def known_gaps() -> dict[str, str]:
    """Return the pairs that are not found yet, with the reason."""
    path = HERE / "known_gaps.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return dict(line.split(": ", 1) for line in lines if ": " in line and not line.startswith("#"))


GAPS = known_gaps()


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"bug_{path.parent.name}_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def marked_lines(path: Path) -> dict[str, int]:
    """Return the line of each mark; a mark inside ``fixed`` does not count."""
    lines = path.read_text(encoding="utf-8").splitlines()
    end = next((n for n, line in enumerate(lines, 1) if line.startswith("def fixed")), len(lines) + 1)
    return {mark: n for n, line in enumerate(lines, 1) if n < end for mark in MARKS if line.rstrip().endswith(f"# {mark}")}


@contextlib.contextmanager
def undone_after() -> Iterator[None]:
    """Take back what a pair leaves in the interpreter: calls that it never undid are in the way of later tests."""
    try:
        yield
    finally:
        for thing in or_raise(capi.PyThreadState_GetDict()).to_python().get("Py_Repr", [])[:]:
            capi.Py_ReprLeave(borrow(thing))
        with contextlib.suppress(OverReleaseError):
            while True:
                capi.Py_LeaveRecursiveCall()


def run_buggy(module: ModuleType) -> Violation:
    """Run the buggy function and return the violation that came out of it."""
    with undone_after(), warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            with ledger():
                module.buggy()
        except Exception as error:
            if isinstance(error, Violation):
                return error
            raise
    for item in caught:
        if isinstance(item.message, OwnershipWarning) and item.message.code == module.CODE:
            return item.message
    pytest.fail("nothing was found")


def parameters(part: str) -> list:
    chosen = []
    for path in FILES:
        name = f"{path.parent.name}/{path.stem}"
        gap = GAPS.get(f"{name} {part}")
        marks = [pytest.mark.xfail(reason=gap, strict=True)] if gap else []
        chosen.append(pytest.param(path, id=name, marks=marks))
    return chosen


@pytest.mark.parametrize("path", parameters("buggy"))
def test_the_bug_is_named(path):
    module = load(path)
    assert module.CODE in CODES
    found = run_buggy(module)
    assert found.code == module.CODE, str(found)
    for mark, line in marked_lines(path).items():
        site = getattr(found.report, mark)
        assert site is not None, f"no {mark} site in\n{found}"
        assert site.line == line, f"{mark} at line {site.line}, not {line}, in\n{found}"


@pytest.mark.parametrize("path", parameters("fixed"))
def test_the_fix_is_clean(path):
    module = load(path)
    with warnings.catch_warnings():
        warnings.simplefilter("error", OwnershipWarning)
        with ledger():
            module.fixed()
