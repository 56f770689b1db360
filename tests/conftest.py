"""What the tests share."""

from __future__ import annotations

import subprocess
import sys
import textwrap

import hypothesis
import pytest

hypothesis.settings.register_profile("tests", database=None)
hypothesis.settings.load_profile("tests")


@pytest.fixture
def child():
    """Run a program in a child process; returns its output, and fails with it when the process does not end well."""

    def run(program: str, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-X", "faulthandler", "-c", textwrap.dedent(program), *arguments],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, f"exit {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    return run
