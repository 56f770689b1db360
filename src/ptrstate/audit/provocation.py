"""Calls amid code of others that the interpreter runs of itself: audit hooks, signal handlers, shown warnings, standard streams.

It is installed once in a process of its own, which cannot be rid of it again, and set off for single calls.
"""

from __future__ import annotations

import gc
import signal
import sys
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ptrstate._native import core
from ptrstate.specimens.hostile import Item, Probe, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

PROVOCATIONS = ("hooks", "raising hooks", "a signal", "a raising signal")
_SIGNAL = signal.SIGUSR1
_on: set[str] = set()


def _meddle(*_anything: Any) -> None:  # noqa: ANN401
    if "raising" in _on:
        raise Trouble


def install() -> None:
    """Put the hooks and handlers in place; they do nothing until they are set off."""
    sys.addaudithook(_meddle)
    signal.signal(_SIGNAL, _meddle)
    warnings.showwarning = _meddle  # type: ignore[assignment]


def _make_garbage() -> None:
    garbage: list[Any] = [Item()]
    garbage.append(garbage)


@contextmanager
def provoked(what: str | None) -> Iterator[None]:
    """Make one call amid one of :data:`PROVOCATIONS`; ``None`` for peace."""
    if what is None:
        yield
        return
    kept = sys.stdout, sys.stderr, sys.unraisablehook
    if what.endswith("signal"):
        core.trip_signal(_SIGNAL)
    else:
        sys.stdout = sys.stderr = Probe()
        sys.unraisablehook = _meddle
        sys.warnoptions[:] = [Item()]
        _make_garbage()
        warnings.simplefilter("error" if "raising" in what else "always")
    if "raising" in what:
        _on.add("raising")
    gc.set_threshold(0)
    gc.enable()
    try:
        yield
    finally:
        gc.disable()
        _on.clear()
        sys.stdout, sys.stderr, sys.unraisablehook = kept
        warnings.simplefilter("ignore")
