"""What is written down of one call.  Values only: records travel between processes and are judged again later."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True)
class Count:
    """The references to one object that was passed in, or came back.

    ``now`` is the change of its count when the call returned; ``held`` is how many of them objects around it are seen to hold
    more than before; ``settled`` is the change once all else was destroyed (``None``: not tried).  ``stored`` is the slot in
    which the object is found after the call: whether its reference went there depends on who owns the slot.  The counts of
    immortals say nothing.
    """

    immortal: bool
    now: int
    held: int
    settled: int | None = None
    stored: int | None = None

    @property
    def net(self) -> int:
        """The references that the caller of C gained or, below zero, lost."""
        return self.now - self.held if self.settled is None else self.settled


@dataclass(frozen=True)
class Content:
    """What is in a slot after the call: ``"null"``, ``"same"`` or ``"new"``, and how the caller stands to it."""

    before: str
    after: str
    old: Count | None = None
    gained: int | None = None
    immortal: bool = False
    reached_from: tuple[int, ...] = ()
    let_go: bool | None = None
    types: tuple[str, ...] = ()


@dataclass(frozen=True)
class Argument:
    """One argument: its kind (``object``, ``null``, ``value``, ``text``, ``slot``, ``variable``, ``items``, ``native``)."""

    kind: str
    shown: str
    types: tuple[str, ...] = ()
    count: Count | None = None
    items: tuple[Count, ...] = ()
    content: Content | None = None
    changed: bool | None = None
    size: tuple[int | None, int | None] = (None, None)
    lost: int = 0


@dataclass(frozen=True)
class Outcome:
    """The result: its kind (``void``, ``null``, ``object``, ``pointer``, ``value``), and how the caller stands to it.

    ``gained`` is the number of references that came with it; ``reached_from`` the arguments that hold it; ``same_as`` those it
    is; ``elsewhere`` that the same object came back to a second call with other arguments; ``let_go`` whether its owner let go of
    it when emptied; ``weakly_from`` the arguments that refer to it without holding it; ``inside`` the arguments in whose memory a
    pointer points; ``unset`` that it holds fewer items than its length says.
    """

    kind: str
    value: float | None = None
    immortal: bool = False
    gained: int | None = None
    same_as: tuple[int, ...] = ()
    reached_from: tuple[int, ...] = ()
    weakly_from: tuple[int, ...] = ()
    inside: tuple[int, ...] = ()
    elsewhere: bool = False
    let_go: bool | None = None
    unset: bool = False
    types: tuple[str, ...] = ()


@dataclass(frozen=True)
class Record:
    """One call of a C function and what it did.

    ``trial`` names what was tried in a process of its own, ``fate`` how it ended.
    """

    function: str
    call: str
    arguments: tuple[Argument, ...]
    outcome: Outcome | None
    raised: str | None = None
    pending: bool = False
    pending_kept: bool | None = None
    frames: int = 0
    starved: bool = False
    amid: str | None = None
    trial: str | None = None
    parameter: int | None = None
    fate: str = "returned"


def _count(data: dict[str, Any] | None) -> Count | None:
    return None if data is None else Count(**data)


def _frozen(kind: type, data: dict[str, Any]) -> dict[str, Any]:
    return {f.name: tuple(v) if isinstance(v := data[f.name], list) else v for f in fields(kind) if f.name in data}


def record_from_json(data: dict[str, Any]) -> Record:
    """Return the record whose fields, and those of what is in them, were written as JSON."""
    arguments = []
    for item in data["arguments"]:
        plain = _frozen(Argument, item)
        plain["count"] = _count(item["count"])
        plain["items"] = tuple(Count(**c) for c in item["items"])
        if item["content"] is not None:
            content = _frozen(Content, item["content"])
            content["old"] = _count(item["content"]["old"])
            plain["content"] = Content(**content)
        arguments.append(Argument(**plain))
    outcome = Outcome(**_frozen(Outcome, data["outcome"])) if data["outcome"] is not None else None
    return Record(**{**data, "arguments": tuple(arguments), "outcome": outcome})
