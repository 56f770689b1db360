"""Cargo and rustc, where they are found."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

MISSING = "no Rust toolchain: cargo and rustc are needed (https://rustup.rs); the emitted crate is not compiled here"


@functools.cache
def found() -> bool:
    """Whether cargo and rustc are there and work."""
    return all(
        shutil.which(tool) and subprocess.run([tool, "--version"], capture_output=True, check=False).returncode == 0  # noqa: S603
        for tool in ("cargo", "rustc")
    )


def has(tool: str) -> bool:
    """Whether cargo has the subcommand ``tool``."""
    return subprocess.run(["cargo", tool, "--version"], capture_output=True, check=False).returncode == 0  # noqa: S603, S607


def cargo(folder: Path, *arguments: str, python: bool = True) -> subprocess.CompletedProcess[str]:
    """Run cargo in ``folder``, for the running interpreter unless ``python`` is false."""
    environment = {key: value for key, value in os.environ.items() if key != "PTRSTATE_PYTHON"}
    environment |= {"CARGO_TERM_COLOR": "never", "CARGO_NET_OFFLINE": "true"}
    if python:
        environment |= {"PTRSTATE_PYTHON": sys.executable, "PYTHONHOME": sys.base_prefix}
    command = ["cargo", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)  # noqa: S603


def rustc(source: Path, crate: Path, out: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    """Compile one file against the crate, to see whether it compiles."""
    shape = ["--edition", "2024", "--crate-type", "lib", "--emit", "metadata", "--out-dir", str(out), "--error-format", "human"]
    library = ["--extern", f"ptrstate_capi={crate / 'target' / 'debug' / 'libptrstate_capi.rlib'}"]
    command = ["rustc", *shape, *library, *flags, str(source)]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603


def linked() -> bool:
    """Whether the interpreter has a shared library that a Rust program can be linked with."""
    return bool(sysconfig.get_config_var("Py_ENABLE_SHARED"))
