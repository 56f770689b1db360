"""How much is checked: full, light or off."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Literal

from ptrstate._native import core

if TYPE_CHECKING:
    from types import TracebackType

Level = Literal["full", "light", "off"]
_LEVELS: dict[str, int] = {"off": 0, "light": 1, "full": 2}
ENVIRONMENT = "PTRSTATE_CHECKS"


class Checks:
    """The level that :func:`checks` set; as a context manager it restores the one before."""

    def __init__(self, before: int) -> None:
        self._before = before

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None, /) -> None:
        core.set_checks(self._before)


def checks(level: Level) -> Checks:
    """Set how much is checked from now on, for the whole process.

    ``"full"`` records everything; ``"light"`` refuses what is wrong but records no sites; ``"off"`` only converts.  Raises
    ``ValueError`` for anything else.  ``with checks("off"): …`` restores the level before.  ``PTRSTATE_CHECKS`` sets it at start.
    """
    if level not in _LEVELS:
        msg = f"checks(): parameter `level`: one of full, light, off, not {level!r}"
        raise ValueError(msg)
    return Checks(core.set_checks(_LEVELS[level]))


def from_environment() -> None:
    """Set the level that the environment asks for, if it does."""
    wanted = os.environ.get(ENVIRONMENT)
    if wanted:
        checks(wanted)  # type: ignore[arg-type]
