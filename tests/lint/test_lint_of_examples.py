"""The examples: lint has nothing to say of them, and finds each mistake that is seeded into them, at its line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ptrstate.lint import check_source

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
sys.path.insert(0, str(ROOT / "tests" / "mutants"))
from table import MUTANTS, Mutant  # noqa: E402


def name(mutant: Mutant) -> str:
    return f"{mutant.kind}-{mutant.file}.{mutant.function}-{mutant.old.strip()[:30]}"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_clean(path):
    assert check_source(path.read_text(encoding="utf-8"), str(path)) == []


@pytest.mark.parametrize("mutant", MUTANTS, ids=name)
def test_a_seeded_mistake_is_shown_at_its_line(mutant):
    source, line = mutant.apply()
    findings = check_source(source, mutant.file)
    assert line in {place.span.line for finding in findings for place in (finding.place, *finding.others)}
