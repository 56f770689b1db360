"""What a contract does not tell: the particular arguments that some functions need.

An argument is the name of an object specimen, a value, or a specimen; a parameter that a row leaves out gets the usual one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Row:
    """The arguments of one call.  ``only``: make no others; ``pending``: with an exception set."""

    arguments: Mapping[str, Any] = field(default_factory=dict)
    only: bool = False
    pending: bool = False


PARTICULAR: dict[str, tuple[Row, ...]] = {}

NEVER_CALLED: dict[str, str] = {}
"""Functions that no call in this process can survive, with the reason."""
