"""One way that a run may have gone so far: what each name holds, what state each handle is in, what the indicator says.

A world is small and finite: a handle is known by the operation that made it, and a second one from the same operation, made in a
later round of a loop, pushes the first one aside.  Where a test goes either way, the world is split in two, so that what belongs
together (a NULL and its exception, a status and what was consumed) stays together.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ptrstate.lint.ir import Name, Span

Id = tuple[int, str]

# ---- values ----


@dataclass(frozen=True, slots=True)
class Null:
    """NULL.  ``why``: ``error`` or ``absent`` where a call returned it, ``""`` where it was written down or is only possible."""

    span: Span | None = None
    text: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number that is known, or (``but``) known to be any other."""

    value: float
    but: bool = False


@dataclass(frozen=True, slots=True)
class Truth:
    """Something of which only the truth is known."""

    value: bool


@dataclass(frozen=True, slots=True)
class Known:
    """A constant that is neither a number nor NULL."""

    value: str | bytes


@dataclass(frozen=True, slots=True)
class Ref:
    """A handle, or a variable with an address."""

    id: Id


@dataclass(frozen=True, slots=True)
class Many:
    """A tuple whose items are known; ``done`` of them have been taken by a loop."""

    items: tuple[Value, ...]
    done: int = 0


@dataclass(frozen=True, slots=True)
class Shelved:
    """An exception that waits for a clean-up to be done."""

    raised: Raised | None


@dataclass(frozen=True, slots=True)
class Anything:
    """A value of which nothing is known; ``sentinel``: a number that might have told of a failure, but does not here."""

    sentinel: float | None = None


ANYTHING = Anything()
Value = Null | Number | Truth | Known | Ref | Many | Shelved | Anything

# ---- what handles are ----

UNSURE = frozenset({-1})
"""Unset items of which it is not known whether they have been filled meanwhile."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A handle (``owned``, ``borrowed``, ``raw``, ``buffer``), memory, or a variable (``slot``, ``borrowed slot``, ``view``).

    ``state``: ``live``; of an owned one also ``dropped``, ``moved``, ``raw``; of memory ``freed``; of a slot ``empty``, ``full``,
    ``maybe``; of a view ``empty``, ``held``, ``released``; of anything ``blurred``, when something was said of it already.
    """

    kind: str
    state: str
    made: Span
    text: str
    object: Id
    source: Id | None = None
    hold: str = ""
    ended: Span | None = None
    ended_by: str = ""
    stale: tuple[str, Span, str] | None = None
    foreign: bool = False
    """Somebody else knows it too: whether it ends is not ours to tell."""
    region: int = 0
    unset: frozenset[int] | None = None
    domain: str = ""
    content: Id | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """The error indicator: ``clear``, ``set`` or ``unknown``; by which call, on purpose or not, and whether it was asked for."""

    state: str
    span: Span | None = None
    text: str = ""
    on_purpose: bool = False
    asked: bool = False
    runs_python: bool = False


CLEAR = Indicator("clear")
UNCERTAIN = Indicator("unknown")


@dataclass(frozen=True, slots=True)
class Raised:
    """A Python exception on its way: its type where known, how it came about, and where."""

    kind: str | None
    how: str
    span: Span
    text: str = ""
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Flight:
    """References that somebody has yet to take up, or calls that another is to undo: how many, and where the first was made."""

    count: int
    made: Span
    text: str
    undone_by: str = ""


@dataclass(slots=True, eq=False)
class World:
    """One way that a run may have gone so far."""

    names: dict[Name, Value] = field(default_factory=dict)
    things: dict[Id, Thing] = field(default_factory=dict)
    flights: dict[Id, Flight] = field(default_factory=dict)
    indicator: Indicator = CLEAR
    regions: tuple[str, ...] = ()
    raised: Raised | None = None
    doubt: bool = False

    def copy(self) -> World:
        """Return a world that may go another way from here."""
        return World(
            dict(self.names), dict(self.things), dict(self.flights), self.indicator, self.regions, self.raised, self.doubt
        )

    def key(self) -> object:
        """Return what two worlds have in common when they need not be told apart."""
        return (
            frozenset(self.names.items()),
            frozenset(self.things.items()),
            frozenset(self.flights.items()),
            self.indicator,
            self.regions,
            self.raised,
            self.doubt,
        )

    # ---- things ----

    def add(self, number: int, thing: Thing, part: str = "") -> Ref:
        """Add a thing made by operation ``number``; one it made before is pushed aside."""
        id_ = (number, part)
        if id_ in self.things:
            self._push_aside(id_)
        self.things[id_] = thing
        return Ref(id_)

    def _push_aside(self, old: Id) -> None:
        aside = (old[0], old[1] + "'")
        if aside in self.things:  # the third of its kind: the oldest is no longer followed
            self.names = {name: self._without(value, aside) for name, value in self.names.items()}
            del self.things[aside]
            for id_, thing in list(self.things.items()):
                if aside in {thing.source, thing.content}:
                    self.things[id_] = replace(thing, source=None, content=None, state="blurred", foreign=True)
        self.names = {name: self._renamed(value, old, aside) for name, value in self.names.items()}
        self.things = {
            (aside if id_ == old else id_): replace(
                thing,
                source=aside if thing.source == old else thing.source,
                content=aside if thing.content == old else thing.content,
                object=aside if thing.object == old else thing.object,
            )
            for id_, thing in self.things.items()
        }
        if old in self.flights:
            self.flights[aside] = self.flights.pop(old)

    def _renamed(self, value: Value, old: Id, new: Id) -> Value:
        if isinstance(value, Ref):
            return Ref(new) if value.id == old else value
        if isinstance(value, Many):
            return replace(value, items=tuple(self._renamed(item, old, new) for item in value.items))
        return value

    def _without(self, value: Value, gone: Id) -> Value:
        if isinstance(value, Ref):
            return ANYTHING if value.id == gone else value
        if isinstance(value, Many):
            return replace(value, items=tuple(self._without(item, gone) for item in value.items))
        return value

    def thing(self, value: Value) -> Thing | None:
        """Return the thing that a value refers to."""
        return self.things.get(value.id) if isinstance(value, Ref) else None

    def change(self, id_: Id, **fields: object) -> None:
        """Change some facts of a thing."""
        self.things[id_] = replace(self.things[id_], **fields)  # type: ignore[arg-type]

    def chain(self, id_: Id | None) -> Iterator[tuple[Id, Thing]]:
        """Yield a thing, the one it was borrowed from, and so on up to the owner."""
        seen: set[Id] = set()
        while id_ is not None and id_ not in seen and (thing := self.things.get(id_)) is not None:
            seen.add(id_)
            yield id_, thing
            id_ = thing.source

    def owner_of_object(self, id_: Id) -> Id | None:
        """Return the owned handle of the very object that a handle points to, when the chain of borrows leads to it."""
        start = self.things[id_].object
        for link, thing in self.chain(id_):
            if thing.object == start and thing.kind == "owned":
                return link
        return None

    def refs(self, value: Value) -> Iterator[Id]:
        """Yield the things that a value refers to."""
        if isinstance(value, Ref):
            yield value.id
        elif isinstance(value, Many):
            for item in value.items:
                yield from self.refs(item)

    def reachable(self) -> set[Id]:
        """Return the things that some name still leads to; a borrow keeps the handle it came from."""
        found: set[Id] = set()
        waiting = [id_ for value in self.names.values() for id_ in self.refs(value)]
        while waiting:
            id_ = waiting.pop()
            if id_ not in found and (thing := self.things.get(id_)) is not None:
                found.add(id_)
                waiting += [other for other in (thing.source, thing.content) if other is not None]
        return found

    def escape(self, value: Value) -> None:
        """Let somebody else know what ``value`` refers to, and what that was borrowed from."""
        for id_ in self.refs(value):
            for link, thing in self.chain(id_):
                if not thing.foreign:
                    self.change(link, foreign=True)
                self.flights.pop(thing.object, None)
