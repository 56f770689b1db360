"""Cargo and rustc, where they are found."""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

MISSING = (
    "no Rust toolchain: cargo and rustc 1.85 or later are needed (https://rustup.rs); the emitted crate is not compiled here"
)
OLDEST = (1, 85)


@functools.cache
def found() -> bool:
    """Whether cargo and rustc are there, work, and are new enough."""
    return all(shutil.which(tool) and version(tool) >= OLDEST for tool in ("cargo", "rustc"))


def version(tool: str) -> tuple[int, ...]:
    """Return the version of a tool, or nothing when it does not work."""
    done = subprocess.run([tool, "--version"], capture_output=True, text=True, check=False)
    match = re.match(r"\w+ (\d+)\.(\d+)", done.stdout)
    return tuple(map(int, match.groups())) if match and done.returncode == 0 else ()


def has(tool: str) -> bool:
    """Whether cargo has the subcommand ``tool``."""
    return subprocess.run(["cargo", tool, "--version"], capture_output=True, check=False).returncode == 0


def cargo(folder: Path, *arguments: str, python: bool = True) -> subprocess.CompletedProcess[str]:
    """Run cargo in ``folder``, for the running interpreter unless ``python`` is false."""
    environment = {key: value for key, value in os.environ.items() if key != "PTRSTATE_PYTHON"}
    environment |= {"CARGO_TERM_COLOR": "never", "CARGO_NET_OFFLINE": "true"}
    if python:
        environment |= {"PTRSTATE_PYTHON": sys.executable, "PYTHONHOME": sys.base_prefix}
    command = ["cargo", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def rustc(source: Path, crate: Path, out: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    """Compile one file against the crate, to see whether it compiles."""
    shape = ["--edition", "2024", "--crate-type", "lib", "--emit", "metadata", "--out-dir", str(out), "--error-format", "human"]
    library = ["--extern", f"ptrstate_capi={crate / 'target' / 'debug' / 'libptrstate_capi.rlib'}"]
    command = ["rustc", *shape, *library, *flags, str(source)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def linked() -> bool:
    """Whether the interpreter has a shared library that a Rust program can be linked with."""
    return bool(sysconfig.get_config_var("Py_ENABLE_SHARED"))
