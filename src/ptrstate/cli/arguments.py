"""Arguments that several commands take, and what they refuse of them."""

from __future__ import annotations

import argparse
import fnmatch
import importlib
import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ptrstate.cli.command import UsageError
from ptrstate.contract import RUNNING, VERSIONS, parse_version, version_text

if TYPE_CHECKING:
    from collections.abc import Sequence


def positive(text: str) -> int:
    """Read a number from 1 on."""
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        msg = f"a number from 1 on is needed, not {text!r}"
        raise argparse.ArgumentTypeError(msg)
    return number


def new_file(text: str) -> str:
    """Read the name of a file that can be written, before any work is done for it."""
    file = Path(text)
    if file.is_dir() or not file.parent.is_dir():
        msg = f"there is no writing to {text!r}: " + ("it is a folder" if file.is_dir() else f"there is no folder {file.parent}")
        raise argparse.ArgumentTypeError(msg)
    return text


def version(text: str) -> str:
    """Read a version such as 3.13: one on which the contracts were tried, or this one."""
    try:
        wanted = parse_version(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    if wanted not in VERSIONS and wanted != RUNNING:
        tried = ", ".join(f"{major}.{minor}" for major, minor in VERSIONS)
        msg = f"the contracts were tried on {tried}, not on {text}"
        raise argparse.ArgumentTypeError(msg)
    return text


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """Add ``--jobs``."""
    parser.add_argument(
        "--jobs", metavar="N", type=positive, default=os.cpu_count() or 1, help="processes to use (default: all cores)"
    )


def add_dask(parser: argparse._ActionsContainer) -> None:
    """Add ``--dask``."""
    parser.add_argument("--dask", metavar="ADDRESS", help="let the workers of a dask.distributed scheduler do the work")


def dask(address: str, command: str) -> Any:  # noqa: ANN401
    """Return a client of the scheduler at ``address``."""
    try:
        distributed = importlib.import_module("distributed")
    except ImportError:
        wrong = "--dask needs dask.distributed, which is not installed"
        raise UsageError(wrong, command, "python -m pip install 'ptrstate[dask]'") from None
    try:
        return distributed.Client(address, timeout=10)
    except (OSError, ValueError) as error:
        wrong = f"no dask scheduler answers at {address!r}: {error}"
        raise UsageError(wrong, command, f"{command} --dask tcp://HOST:8786") from None


def add_patterns(parser: argparse.ArgumentParser, what: str) -> None:
    """Add the functions to ``what``."""
    parser.add_argument("patterns", metavar="PATTERN", nargs="*", help=f"functions to {what}, such as 'PyList_*' (default: all)")


def look_for(patterns: Sequence[str], command: str, version: str | None = None) -> None:
    """Refuse a pattern that no declared function of any version matches, and patterns that match none of ``version`` (this one)."""
    from ptrstate.capi import declarations  # noqa: PLC0415
    from ptrstate.declaration import Declaration  # noqa: PLC0415

    functions = {name: declared for name, declared in declarations().items() if isinstance(declared, Declaration)}
    matching = []
    for pattern in patterns:
        matching += (found := fnmatch.filter(functions, pattern))
        if not found:
            wrong = f"no declared function matches {pattern!r}"
            raise UsageError(wrong, command, "ptrstate contracts shows them all")
    wanted = parse_version(version) if version else RUNNING
    if matching and not any(functions[name].contract(wanted).available(wanted) for name in matching):
        shown = version_text(wanted)
        wrong = f"CPython {shown} has no function that matches {' or '.join(map(repr, patterns))}; another version has"
        raise UsageError(wrong, command, f"ptrstate contracts --python X.Y {shlex.join(patterns)}")
