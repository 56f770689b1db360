"""Arguments made from contracts: for the audit, for Hypothesis and for fault injection.

:func:`plans` turns a contract into calls worth making.  What they hold are Python values (see :mod:`ptrstate.specimens.given`);
whoever makes the call wraps them, as handles or raw.
"""

from __future__ import annotations

from ptrstate.specimens.alternatives import Alternatives, alternatives
from ptrstate.specimens.given import NULL, CallbackTo, Items, KeptByC, Memory, Native, Slot, Specimen, Unshared, Variable
from ptrstate.specimens.plans import Plan, plans, starving, variations

__all__ = [
    "NULL",
    "Alternatives",
    "CallbackTo",
    "Items",
    "KeptByC",
    "Memory",
    "Native",
    "Plan",
    "Slot",
    "Specimen",
    "Unshared",
    "Variable",
    "alternatives",
    "plans",
    "starving",
    "variations",
]
