"""Declarations as stubs for type checkers, version by version."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from ptrstate.emit import Files


def files(modules: Sequence[ModuleType]) -> Files:
    """Return the stubs of ``modules``."""
    raise NotImplementedError
