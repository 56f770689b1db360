"""The emitted crate, built once for all tests of this folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import toolchain

from ptrstate import emit


@pytest.fixture(scope="session")
def emitted(tmp_path_factory) -> Path:
    """The crate as it is emitted, not compiled."""
    folder = tmp_path_factory.mktemp("emitted")
    emit.write(folder, emit.files("rust", ()))
    return folder


@pytest.fixture(scope="session")
def crate(emitted) -> Path:
    """The crate, compiled for the running interpreter."""
    if not toolchain.found():
        pytest.skip(toolchain.MISSING)
    done = toolchain.cargo(emitted, "build")
    assert done.returncode == 0, done.stderr
    assert "warning" not in done.stderr, done.stderr
    return emitted
