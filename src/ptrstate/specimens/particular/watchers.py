"""Watchers of dicts, code objects and functions, of which an interpreter has room for a few."""

from __future__ import annotations

import ctypes
import functools
from typing import Any

from ptrstate.specimens.given import Native, Specimen


def watcher(family: str) -> Specimen:
    """Return a specimen that is the number of a new watcher, which is some harmless C function."""

    def make() -> int:
        return int(ctypes.pythonapi[f"{family}_AddWatcher"](ctypes.pythonapi.Py_IsNone))

    return Specimen("a watcher", make)


def one_watcher_too_many(family: str) -> Specimen:
    """Return a specimen that is a harmless C function when there is room for no more watchers."""

    def make(ffi: Any, lib: Any) -> Any:  # noqa: ANN401
        another = watcher(family)
        try:
            while another.make() >= 0:
                pass
        except RuntimeError:
            return ffi.cast(f"{family}_WatchCallback", ctypes.cast(ctypes.pythonapi.Py_IsNone, ctypes.c_void_p).value)

    return Specimen("one too many", lambda: Native(make))


def shared_watcher(family: str) -> Specimen:
    """Return a specimen that is the number of one watcher, the same at each call."""
    return Specimen("the watcher", functools.cache(watcher(family).make))
