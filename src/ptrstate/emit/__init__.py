"""What is written from declarations: one module per target, each of which turns modules into the texts of files."""

from __future__ import annotations

import difflib
import importlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Protocol, cast

from ptrstate.loading import load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from types import ModuleType

Files = dict[PurePosixPath, str]
"""Texts by their path below the folder they are written to."""

TARGETS = {
    "rust": ("ptrstate.emit.rust", "declarations and prototypes as Rust"),
    "stubs": ("ptrstate.emit.stubs", "the types of declared functions for checkers, version by version"),
}
"""What can be emitted: the module that does it, and what it makes."""

OWN = "ptrstate.capi"
"""The module whose declarations are emitted when none is named."""


class Target(Protocol):
    """What a target's module has."""

    def files(self, modules: Sequence[ModuleType], /) -> Files:
        """Return what ``modules`` become; the same on every interpreter.  ``ValueError`` for a module it can do nothing with."""


def files(target: str, modules: Sequence[str]) -> Files:
    """Return what ``target`` makes of the modules, by name or file, by default of the interpreter's own functions.

    Raises ``ValueError``, naming the module, for one that declares nothing; :class:`~ptrstate.loading.NotLoadedError`, which is
    one, for one that cannot be imported.
    """
    found = [load(name) for name in modules or (OWN,)]
    return cast("Target", importlib.import_module(TARGETS[target][0])).files(found)


def write(out: Path, made: Mapping[PurePosixPath, str]) -> list[Path]:
    """Write the texts below ``out`` where they differ from what is there, and return the files that were written."""
    written = []
    for path, text in made.items():
        file = out / path
        if _text(file) != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
            written.append(file)
    return written


def drift(out: Path, made: Mapping[PurePosixPath, str]) -> dict[Path, str]:
    """Return how the files below ``out`` differ from the texts: a unified diff of each file that does."""
    differences = {}
    for path, text in made.items():
        file = out / path
        there = _text(file)
        if there != text:
            lines = difflib.unified_diff((there or "").splitlines(), text.splitlines(), f"{file}", "regenerated", lineterm="")
            differences[file] = "\n".join(lines)
    return differences


def _text(file: Path) -> str | None:
    try:
        return file.read_bytes().decode()
    except FileNotFoundError:
        return None
