"""Every seeded mistake is found by ``testing.check`` in seconds, with the mistaken line in the report; what is equivalent is not."""

from __future__ import annotations

import importlib.util
import re
import sys
import time
import types
from pathlib import Path

import pytest

from ptrstate import testing

sys.path.insert(0, str(Path(__file__).parent))
from table import EQUIVALENT, MUTANTS, Mutant

MOST_SECONDS = 10


def mutated(mutant: Mutant, folder: Path) -> tuple[types.ModuleType, int]:
    """Return the module with the mistake in it, and the line to be named."""
    source, line = mutant.apply()
    path = folder / f"{mutant.file}_mutant.py"
    path.write_text(source, encoding="utf-8")
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module, line


def name(mutant: Mutant) -> str:
    return f"{mutant.kind}-{mutant.file}.{mutant.function}-{mutant.old.strip()[:30]}"


@pytest.mark.parametrize("mutant", MUTANTS, ids=name)
def test_the_mistake_is_found_at_its_line(mutant, tmp_path):
    module, line = mutated(mutant, tmp_path)
    started = time.perf_counter()
    with pytest.raises(Exception) as caught:  # noqa: PT011
        testing.check(getattr(module, mutant.function))
    assert time.perf_counter() - started < MOST_SECONDS
    shown = "\n".join([str(caught.value), *caught.value.__notes__])
    lines = {int(found) for found in re.findall(rf"{mutant.file}_mutant\.py:(\d+)", shown)}
    assert line in lines, shown


@pytest.mark.parametrize("mutant", EQUIVALENT, ids=name)
def test_what_changes_nothing_is_not_found(mutant, tmp_path):
    assert mutant.why
    module, _ = mutated(mutant, tmp_path)
    testing.check(getattr(module, mutant.function))


def test_there_are_forty_of_every_kind_together():
    assert len(MUTANTS) >= 40
    assert len({mutant.kind for mutant in MUTANTS}) >= 7
