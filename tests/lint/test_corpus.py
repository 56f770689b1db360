"""What lint must find and must leave alone: the corpus here, and the pairs of the bugs that happened."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from who_sees_what import BUGS, HERE, reached

from ptrstate.lint import Finding, check_source, report_source

CORPUS = sorted((HERE / "corpus").glob("*.py"))
MARKS = ("created", "borrowed", "ended", "used")


def expected(text: str) -> set[tuple[int, str]]:
    """Return line and code of each ``# finds:`` comment."""
    lines = enumerate(text.splitlines(), 1)
    return {(number, code) for number, line in lines if "# finds:" in line for code in re.findall(r"PS\d+", line.split("# finds:")[1])}


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_the_corpus_is_judged_to_the_line(path):
    text = path.read_text(encoding="utf-8")
    assert {(found.line, found.code) for found in check_source(text, str(path))} == expected(text)


def test_the_corpus_is_large_enough():
    buggy = right = 0
    for path in CORPUS:
        text = path.read_text(encoding="utf-8")
        lines = {line for line, _ in expected(text)}
        for node in ast.parse(text).body:
            if isinstance(node, ast.FunctionDef):
                wrong = any(node.lineno <= line <= (node.end_lineno or 0) for line in lines)
                buggy, right = buggy + wrong, right + (not wrong)
    assert buggy >= 60
    assert right >= 60


def test_a_long_function_is_followed_to_its_end():
    """Results that nobody looks at, one after the other, do not multiply the ways to follow."""
    calls = "".join(f"    x{n} = capi.PyDict_GetItemWithError(o, o)\n" for n in range(40))
    text = f"from ptrstate import BorrowedPtr, capi\n\n\ndef long(o: BorrowedPtr) -> None:\n{calls}"
    report = report_source(text)
    assert {finding.line for finding in report.findings if finding.code == "PS008"} == set(range(6, 45))
    assert report.undecided == ()


# ---- the bugs that happened ----


def weaker() -> dict[str, str]:
    """Return the pairs of which lint says less than a run does, with the reason."""
    lines = (HERE / "only_a_run_sees.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines if line and not line.startswith("#"))


def judged(path: Path) -> tuple[ast.Module, str, list[Finding]]:
    text = path.read_text(encoding="utf-8")
    return ast.parse(text), text, check_source(text, str(path))


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("path", BUGS, ids=name_of)
def test_the_bug_is_found_before_it_runs(path):
    tree, text, findings = judged(path)
    code = re.search(r'^CODE = "(\w+)"', text, re.MULTILINE)[1]
    buggy = reached(tree, "buggy") - reached(tree, "fixed")
    mine = [finding for finding in findings if finding.function.split(".")[0] in buggy]
    reason = weaker().get(name_of(path))
    if reason is None:
        assert code in {finding.code for finding in mine}
        found = next(finding for finding in mine if finding.code == code)
        if found.function == "buggy":
            assert {found.line, *(place.span.line for place in found.others)} & marked_lines(text)
    else:
        weaker_code = reason.split(",")[0]
        assert code not in {finding.code for finding in mine}, "found now: take it out of only_a_run_sees.txt"
        assert weaker_code in {"nothing", *(finding.code for finding in mine)}


@pytest.mark.parametrize("path", BUGS, ids=name_of)
def test_the_fixed_twin_is_clean(path):
    tree, _, findings = judged(path)
    fixed = reached(tree, "fixed")
    assert [finding for finding in findings if finding.function.split(".")[0] in fixed] == []


def test_most_bugs_are_found_before_they_run():
    assert len(weaker()) <= 0.3 * len(BUGS)


def marked_lines(text: str) -> set[int]:
    lines = text.splitlines()
    end = next((number for number, line in enumerate(lines, 1) if line.startswith("def fixed")), len(lines) + 1)
    return {number for number, line in enumerate(lines, 1) if number < end and line.rstrip().endswith(tuple(f"# {mark}" for mark in MARKS))}
