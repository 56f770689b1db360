"""Finding ownership mistakes: every fault tried, arguments from Hypothesis, a machine that calls at random.

``faults`` needs nothing more; the rest needs Hypothesis, and is imported when it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ptrstate.testing.faults import FaultReport, faults
from ptrstate.testing.problems import MisbehaviourError

if TYPE_CHECKING:
    from ptrstate.testing.checking import check
    from ptrstate.testing.machine import OwnershipMachine
    from ptrstate.testing.strategies import objects, pointers
    from ptrstate.testing.summary import Summary

__all__ = ["FaultReport", "MisbehaviourError", "OwnershipMachine", "Summary", "check", "faults", "objects", "pointers"]

_LATER = {
    "OwnershipMachine": "machine",
    "Summary": "summary",
    "check": "checking",
    "objects": "strategies",
    "pointers": "strategies",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401
    if name not in _LATER:
        msg = f"module 'ptrstate.testing' has no attribute {name!r}"
        raise AttributeError(msg)
    import importlib  # noqa: PLC0415

    try:
        return getattr(importlib.import_module(f"ptrstate.testing.{_LATER[name]}"), name)
    except ModuleNotFoundError as error:
        if error.name != "hypothesis":
            raise
        msg = f"ptrstate.testing.{name} needs Hypothesis: python -m pip install 'ptrstate[check]'"
        raise ModuleNotFoundError(msg, name="hypothesis") from None
