"""What ``ptrstate check`` prints, to the letter: ``check/NAME.py`` and what is said of it in ``check/NAME.txt``.

``PTRSTATE_UPDATE_GOLDEN=1 pytest tests/golden/test_check_reports.py`` writes the texts anew; look at the diff.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).with_name("check")
UPDATE = os.environ.get("PTRSTATE_UPDATE_GOLDEN") == "1"


def said(name: str, folder: Path) -> str:
    """Return what is printed of a file, with its pointers numbered from 1."""
    shutil.copy(FOLDER / f"{name}.py", folder)
    done = subprocess.run(
        [sys.executable, "-m", "ptrstate", "check", f"{name}.py"],
        capture_output=True, text=True, timeout=120, check=False, cwd=folder,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    _, _, reports = done.stdout.partition("\n\n")
    numbers = {number: str(n) for n, number in enumerate(dict.fromkeys(sorted(re.findall(r"#(\d+)", reports), key=int)), 1)}
    return re.sub(r"#(\d+)", lambda found: f"#{numbers[found[1]]}", reports)


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.py")))
def test_the_reports_are_those(name, tmp_path):
    golden = FOLDER / f"{name}.txt"
    if UPDATE:
        golden.write_text(said(name, tmp_path), encoding="utf-8")
    assert said(name, tmp_path) == golden.read_text(encoding="utf-8")
