"""Building where something is missing says which package brings it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SETUP = Path(__file__).resolve().parents[2] / "setup.py"


def build(program: str, path: str) -> str:
    pytest.importorskip("setuptools")
    pytest.importorskip("cffi")
    done = subprocess.run(
        [sys.executable, "-c", f"{program}\nimport sys; sys.argv = ['setup.py', 'build_ext']\n{SETUP.read_text(encoding='utf-8')}"],
        cwd=SETUP.parent, env={**os.environ, "PATH": path}, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode != 0
    return done.stderr


@pytest.mark.skipif(not SETUP.exists(), reason="the source tree is not here")
def test_a_missing_compiler_is_named():
    assert "apt install gcc" in build("import sysconfig; sysconfig.get_config_var = lambda name: 'no-such-cc'", path="")


@pytest.mark.skipif(not SETUP.exists(), reason="the source tree is not here")
def test_missing_headers_are_named():
    program = "import sysconfig; sysconfig.get_path = lambda *_: '/nowhere'"
    text = build(program, path=os.environ["PATH"])
    assert f"apt install python{sys.version_info[0]}.{sys.version_info[1]}-dev" in text
