"""What the types cost, counted: nothing, where the same is released in the same order."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import toolchain

RUN = Path(__file__).parents[2] / "bench" / "rust" / "run.py"
OTHER_ORDER = {"out-slots": 3, "append loop": 2 * 1000}
"""The cases in which a handle is released later than raw code releases it, and the instructions that this takes at most."""


def test_typed_and_raw_execute_the_same_instructions():
    if not toolchain.found():
        pytest.skip(toolchain.MISSING)
    if not (toolchain.linked() and all(map(shutil.which, ("gcc", "valgrind", "objdump")))):
        pytest.skip("the comparison needs gcc, valgrind, objdump, and an interpreter with a shared library")
    if not Path("/usr/include/valgrind/callgrind.h").exists():
        pytest.skip("the comparison needs the headers of valgrind")
    if sysconfig.get_config_var("Py_DEBUG"):
        pytest.skip("a debug build counts references by calls")
    done = subprocess.run([sys.executable, RUN, "--markdown"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in done.stdout.split("\n\n")[0].splitlines()[2:]]
    more = {row[0]: int(row[3]) - int(row[2]) for row in rows}
    assert len(more) == 12
    assert {case: extra for case, extra in more.items() if extra > OTHER_ORDER.get(case, 0)} == {}
