"""What a contract does not tell: the particular arguments that some functions need.

An argument is the name of an object specimen, a value, or a specimen; a parameter that a row leaves out gets the usual one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ptrstate.specimens.given import NULL


@dataclass(frozen=True)
class Row:
    """The arguments of one call.  ``only``: make no others; ``pending``: with an exception set."""

    arguments: Mapping[str, Any] = field(default_factory=dict)
    only: bool = False
    pending: bool = False


PENDING = Row(pending=True)

PARTICULAR: dict[str, tuple[Row, ...]] = {
    "PyErr_Occurred": (Row(), PENDING),
    "PyErr_Fetch": (Row(), PENDING),
    "PyErr_GetRaisedException": (Row(), PENDING),
    "PyErr_Clear": (Row(), PENDING),
    "PyErr_Restore": (
        Row({"type": "exception_class", "value": "plain", "traceback": "traceback"}, only=True),
        Row({"type": "exception_class", "value": NULL, "traceback": NULL}, only=True),
        Row({"type": NULL, "value": NULL, "traceback": NULL}, only=True, pending=True),
    ),
    "PyErr_SetExcInfo": (
        Row({"type": "exception_class", "value": "exception", "traceback": "traceback"}, only=True),
        Row({"type": NULL, "value": NULL, "traceback": NULL}, only=True),
    ),
    "PySys_GetObject": (Row({"name": b"path"}), Row({"name": b"no such name"})),
}

NEVER_CALLED: dict[str, str] = {}
"""Functions that no call in this process can survive, with the reason."""
