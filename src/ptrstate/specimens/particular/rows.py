"""A row: the arguments of one call that a contract does not tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ptrstate.specimens.catalogue import OBJECTS
from ptrstate.specimens.given import Items, Specimen
from ptrstate.specimens.objects import fresh_text

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Row:
    """The arguments of one call.

    ``only``: make no others; ``pending``: with an exception set; ``handling``: while one is handled; ``starved``: without memory.
    """

    arguments: Mapping[str, Any] = field(default_factory=dict)
    only: bool = False
    pending: bool = False
    handling: bool = False
    starved: bool = False


PENDING = Row(pending=True)
HANDLING = Row(handling=True)
TWO_ITEMS = Specimen("two items", lambda: Items([OBJECTS["instance"](), OBJECTS["item"]()]))


def constant_text(text: str) -> Specimen:
    """Return a specimen that is a fresh text each time."""
    return Specimen(repr(text), lambda: fresh_text(text))
