"""CPython's C API with types that say what state each pointer is in.

``capi`` holds the C functions by their own names; a result is an :class:`OwnedPtr`, a :class:`BorrowedPtr` or None, and every
step of a pointer's life is watched.  See ``ptrstate.errors`` for what is refused, and ``ptrstate explain CODE`` for why.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from typing import TYPE_CHECKING

from ptrstate._native import core
from ptrstate.checking import checks, from_environment
from ptrstate.declaration import c_function
from ptrstate.ledger import at_exit, ledger
from ptrstate.prototype import prototype
from ptrstate.scope import scope
from ptrstate.states import BorrowedPtr, Found, NonNull, OwnedPtr, Status, Var
from ptrstate.transitions import borrow, or_none, or_raise, own
from ptrstate.version import __version__
from ptrstate.violations.report import describe, leak, violation
from ptrstate.violations.warn import warn

from ptrstate import capi  # isort: skip

if TYPE_CHECKING:
    from ptrstate import install, testing
    from ptrstate.states import BorrowedSlot, Slot
else:
    # what the faces would make, without the detour
    Slot, BorrowedSlot = core.Slot, core.BorrowedSlot

__all__ = [
    "BorrowedPtr",
    "BorrowedSlot",
    "Found",
    "NonNull",
    "OwnedPtr",
    "Slot",
    "Status",
    "Var",
    "__version__",
    "borrow",
    "c_function",
    "capi",
    "checks",
    "get_include",
    "install",
    "ledger",
    "or_none",
    "or_raise",
    "own",
    "prototype",
    "scope",
    "testing",
]

if "hypothesis" in sys.modules:  # imported first, it had no pointers to register
    import _ptrstate_hypothesis  # type: ignore[import-untyped, unused-ignore]

    _ptrstate_hypothesis.setup()

core.set_hooks(violation, warn, leak, describe)
gc.callbacks.append(core.collector)
atexit.register(at_exit)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=core.after_fork)
from_environment()


def get_include() -> str:
    """Return the directory of ``ptrstate.h``, for the ``include_dirs`` of a cffi module of one's own."""
    from pathlib import Path  # noqa: PLC0415

    return str(Path(core.__file__).parent)


def __getattr__(name: str) -> object:
    if name in {"install", "testing"}:
        import importlib  # noqa: PLC0415

        return importlib.import_module(f"ptrstate.{name}")
    msg = f"module 'ptrstate' has no attribute {name!r}"
    raise AttributeError(msg)
