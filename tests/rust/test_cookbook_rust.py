"""The cookbook's Rust over the emitted types compiles against the emitted crate, without a warning."""

from __future__ import annotations

from pathlib import Path

import pytest
import toolchain

COOKBOOK = Path(__file__).parents[2] / "docs" / "cookbook"
PRELUDE = """#![allow(clippy::missing_safety_doc)]
#[allow(unused_imports)]
use {ptrstate_capi::ffi::*, ptrstate_capi::pointees::*, ptrstate_capi::*, std::ffi::c_long};
"""


@pytest.mark.parametrize("recipe", sorted(path.name for path in COOKBOOK.iterdir() if path.is_dir()))
def test_the_emitted_version_compiles(crate, tmp_path, recipe):
    source = tmp_path / f"{recipe}.rs"
    source.write_text(PRELUDE + (COOKBOOK / recipe / "emitted.rs").read_text(encoding="utf-8"), encoding="utf-8")
    done = toolchain.rustc(source, crate, tmp_path, "-D", "warnings")
    assert done.returncode == 0, done.stderr
