"""What a call does to the pointers it is given, by the contract of the function."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ptrstate.formats import units
from ptrstate.lint.rules import fragile
from ptrstate.lint.uses import filled, usable
from ptrstate.lint.worlds import ANYTHING, CLEAR, Anything, UNCERTAIN, UNSURE, Indicator, Known, Many, Null, Number, Ref, Thing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ptrstate.contract import Contract, Parameter
    from ptrstate.lint.ir import CCall, Span
    from ptrstate.lint.rules import Book
    from ptrstate.lint.worlds import Id, Value, World

_ACCEPTED = {
    "owned": {"owned"},
    "borrowed": {"borrowed"},
    "raw": {"raw", "memory"},
    "slot": {"slot", "borrowed slot"},
    "struct": {"view"},
    "buffer": {"buffer", "memory"},
}
_EXPECTED = {"owned": "an owned pointer", "borrowed": "a borrowed pointer", "raw": "a raw pointer"}
_POINTERS = {"owned", "borrowed", "raw", "buffer", "slot", "struct"}
_MOST_ITEMS = 64
_NEVER_NEGATIVE = {"Py_ssize_t", "size_t", "int"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One way that a call may end: ``success``, ``failure`` (with an exception) or ``absent`` (without a result or one)."""

    kind: str
    value: Value | None = None
    """The value of the result, where it is no pointer."""
    indicator: Indicator | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """One argument: the parameter it is for, its value, and where it stands."""

    parameter: Parameter
    value: Value
    span: Span


class CallOf:
    """One call in one world: looked at first, then done, in each of its outcomes."""

    def __init__(self, book: Book, op: CCall, world: World) -> None:
        self.book = book
        self.op = op
        self.contract: Contract = op.contract
        self.world = world
        self.name: str = op.contract.name
        self.given: list[Given] = []

    def run(self) -> list[World]:
        """Return the worlds after the call; none where it would not have returned."""
        values = [self.world.names.get(name, ANYTHING) for name in self.op.arguments]
        parameters = self._parameters(values)
        if parameters is None:
            for value in values:
                self.world.escape(value)
            self.world.names[self.op.target] = ANYTHING
            return [self.world]
        self.given = [Given(*each) for each in zip(parameters, values, self.op.spans, strict=True)]
        if not self._look():
            return []
        worlds = []
        for outcome in self._outcomes():
            world = self.world.copy()
            self._settle(world, outcome)
            worlds.append(world)
        return worlds

    def _parameters(self, values: list[Value]) -> list[Parameter] | None:
        """Return one parameter per argument, or None where the call does not fit the contract."""
        fixed = [parameter for parameter in self.contract.parameters if not parameter.variadic]
        tail = [parameter for parameter in self.contract.parameters if parameter.variadic]
        if not tail or len(values) < len(fixed):
            return fixed if len(values) == len(fixed) else None
        more = len(values) - len(fixed)
        language = next((index for index, parameter in enumerate(fixed) if parameter.format), None)
        if language is None:
            return fixed + [replace(tail[0], variadic=False)] * more
        text = values[language]
        if not isinstance(text, Known) or not isinstance(text.value, str):
            return None
        try:
            found = units(text.value, fixed[language].format or "", tail[0])
        except ValueError:
            return None
        return fixed + found if len(found) == more else None

    # ---- before ----

    def _look(self) -> bool:
        """Look at every argument and the indicator, as the call itself would; False where the call would not have been made."""
        good = True
        consumed: set[Id] = set()
        for given in self.given:
            for parameter, value in _each(given.parameter, given.value):
                good = self._look_at(parameter, value, given.span) and good
                if parameter.state == "owned" and isinstance(value, Ref):
                    if value.id in consumed and self.world.things[value.id].state == "live":
                        self.book.say(
                            "PS003", given.span, "the same pointer, consumed twice by one call", (self.op.span, "by this call")
                        )
                        good = False
                    consumed.add(value.id)
        if not good:
            return False
        indicator = self.world.indicator
        if self.contract.error_set == "refused":
            if indicator.state == "set":
                self.book.error_set(self.op.span, indicator, self.name)
                return False
            if indicator.state == "unknown":
                self.world.indicator = CLEAR
        if self.contract.indicator == "clears" and indicator.state == "set" and not indicator.asked and not indicator.on_purpose:
            self.book.say(
                "PS102", self.op.span, "clears whatever it is", (indicator.span, f"{indicator.text} sets the exception")
            )
        return True

    def _look_at(self, parameter: Parameter, value: Value, span: Span) -> bool:
        where = f"{self.name}, parameter `{parameter.name}`,"
        if isinstance(value, Null):
            if parameter.state in _POINTERS and not parameter.nullable:
                self.book.null(span, value, where)
                return False
            return True
        thing = self.world.thing(value)
        if thing is None or thing.state == "blurred":
            return True
        if thing.kind not in _ACCEPTED.get(parameter.state, {thing.kind}):
            self.book.state(span, thing, _EXPECTED.get(parameter.state, f"a {parameter.state}"), where)
            return False if parameter.state == "owned" else self._blur(value)
        if parameter.frees and thing.kind == "memory" and thing.domain != parameter.frees:
            self.book.say(
                "PS016", span, f"{self.name} frees in the domain `{parameter.frees}`",
                (thing.made, f"{thing.text} allocates in the domain `{thing.domain}`"),
            )  # fmt: skip
            return self._blur(value)
        if thing.kind == "view":
            return self._look_at_view(parameter, thing, value, span)
        if not usable(self.book, self.world, value, span):
            return thing.kind != "owned" or parameter.state != "owned"
        if parameter.state in {"borrowed", "owned"} and not parameter.unfilled:
            filled(self.book, self.world, value, span, where)
        if parameter.slot == "out_owned" and thing.state == "full":
            self.book.say(
                "PS017", span, f"{self.name} writes over what the slot owns", (thing.made, "owned by the slot from here on")
            )
            return self._blur(value)
        if parameter.flight < 0 and thing.kind == "borrowed" and not self._in_flight(thing):
            self.book.released(span, thing)
            return self._blur(value)
        return True

    def _look_at_view(self, parameter: Parameter, thing: Thing, value: Value, span: Span) -> bool:
        if parameter.flight > 0 and thing.state == "held":
            self.book.say("PS017", span, f"{self.name} writes over a view that is held", (thing.made, "held from here on"))
            return self._blur(value)
        return (parameter.flight < 0 and thing.state != "released") or usable(self.book, self.world, value, span)

    def _blur(self, value: Value) -> bool:
        if isinstance(value, Ref) and value.id in self.world.things:
            self.world.change(value.id, state="blurred", foreign=True)
        return True

    def _in_flight(self, thing: Thing) -> bool:
        return thing.object in self.world.flights or any(
            self.world.things[other].foreign for other in self.world.flights if other in self.world.things
        )

    # ---- outcomes ----

    def _outcomes(self) -> Iterator[Outcome]:
        result, failed = self.contract.result, self._failed()
        if self.contract.indicator in {"takes", "shows"}:
            yield from self._taken() if self.contract.indicator == "takes" else self._shown()
            return
        if result.null != "always":
            yield from self._good(self._after_success())
        if result.state in {"status", "found"}:
            if result.null in {"error", "ambiguous"}:
                yield Outcome("failure", Number(-1), failed)
        elif result.null in {"error", "ambiguous", "always"} and result.state != "void":
            yield Outcome("failure", Number(result.sentinel) if result.sentinel is not None else None, failed)
        elif result.state == "void" and result.null in {"ambiguous", "always"}:
            yield from self._void_failure(failed)
        if result.null in {"absent", "ambiguous"} and result.sentinel is None and result.state != "void":
            yield Outcome("absent")

    def _failed(self) -> Indicator:
        on_purpose = self.contract.indicator == "sets"
        return Indicator("set", self.op.span, self.name, on_purpose, runs_python=on_purpose or self.contract.may_run_python)

    def _void_failure(self, failed: Indicator) -> Iterator[Outcome]:
        clears = [given for given in self.given if given.parameter.if_null == "clear"]
        if clears and all(isinstance(given.value, Null) for given in clears):
            yield Outcome("success", indicator=CLEAR)
        else:
            yield Outcome("failure", indicator=failed)

    def _after_success(self) -> Indicator | None:
        """Return what the indicator is after the call when it has not failed; None when it is as before."""
        kind, before = self.contract.indicator, self.world.indicator
        if kind == "clears":
            return CLEAR
        if kind == "asks":
            return replace(before, asked=True)
        if kind == "sets" and self.contract.result.null == "never":
            clears = [given for given in self.given if given.parameter.if_null == "clear"]
            if clears and all(isinstance(given.value, Null) for given in clears):
                return CLEAR
            return self._failed() if clears else UNCERTAIN
        return None

    def _good(self, indicator: Indicator | None) -> Iterator[Outcome]:
        result = self.contract.result
        if result.state == "status":
            yield Outcome("success", Number(0), indicator)
        elif result.state == "found":
            yield Outcome("success", Number(1), indicator)
            yield Outcome("absent", Number(0), indicator)
        elif result.state == "value" and result.sentinel is not None and result.null == "error":
            yield Outcome("success", Number(result.sentinel, but=True), indicator)
        elif result.state == "value":
            yield Outcome("success", Anything(result.sentinel), indicator)
        else:
            yield Outcome("success", None, indicator)

    def _shown(self) -> Iterator[Outcome]:
        """Tell whether an exception is pending."""
        if self.world.indicator.state != "clear":
            yield Outcome(
                "success", None, replace(self.world.indicator, state="set", span=self.world.indicator.span or self.op.span)
            )
        if self.world.indicator.state != "set":
            yield Outcome("absent", None, CLEAR)

    def _taken(self) -> Iterator[Outcome]:
        """Hand the pending exception out, if there is one."""
        if self.world.indicator.state != "clear":
            yield Outcome("success", None, CLEAR)
        if self.world.indicator.state != "set":
            yield Outcome("absent", None, CLEAR)

    # ---- after ----

    def _settle(self, world: World, outcome: Outcome) -> None:
        failed = outcome.kind == "failure"
        if outcome.indicator is not None:
            world.indicator = outcome.indicator
        changed = self._consume(world, failed=failed)
        if self.contract.may_run_python:
            self._make_stale(world, changed)
        for given in self.given:
            self._settle_one(world, given, outcome)
        world.names[self.op.target] = self._result(world, outcome)

    def _consume(self, world: World, *, failed: bool) -> set[Id]:
        """End what the call consumes; return the objects that something may have been put into."""
        consumed = False
        for given in self.given:
            for parameter, value in _each(given.parameter, given.value):
                if parameter.state != "owned" or not isinstance(value, Ref) or value.id not in world.things:
                    continue
                when = parameter.consumed
                if when == "reached" and failed:
                    world.change(value.id, state="blurred", foreign=True)
                elif when in {"always", "reached"} or ((when == "failure") == failed and when in {"success", "failure"}):
                    by = f"{self.name}, parameter `{parameter.name}`"
                    world.change(value.id, state="moved", ended=self.op.span, ended_by=by)
                    consumed = True
        if not consumed:
            return set()
        self._fill(world)
        return {
            world.things[given.value.id].object
            for given in self.given
            if given.parameter.state == "borrowed" and isinstance(given.value, Ref) and given.value.id in world.things
        }

    def _fill(self, world: World) -> None:
        """Take note that an item was set in an object that may be passed with unset ones."""
        index = next((given.value for given in self.given if given.parameter.state == "value"), None)
        for given in self.given:
            if not given.parameter.unfilled or not isinstance(given.value, Ref) or given.value.id not in world.things:
                continue
            owner = world.owner_of_object(given.value.id)
            if owner is not None and (unset := world.things[owner].unset):
                known = isinstance(index, Number) and not index.but
                world.change(owner, unset=unset - {int(index.value)} if known and unset != UNSURE else UNSURE)  # type: ignore[union-attr]

    def _make_stale(self, world: World, changed: set[Id]) -> None:
        for id_, thing in list(world.things.items()):
            if thing.kind != "borrowed" or thing.state != "live" or not fragile(world, id_):
                continue
            by_owner = any(link.object in changed for _, link in world.chain(thing.source))
            if thing.stale is None or (by_owner and thing.stale[0] != "owner"):
                world.change(id_, stale=("owner" if by_owner else "python", self.op.span, self.name))

    def _settle_one(self, world: World, given: Given, outcome: Outcome) -> None:
        parameter, value = given.parameter, given.value
        if not isinstance(value, Ref) or value.id not in world.things:
            return
        thing = world.things[value.id]
        failed = outcome.kind == "failure"
        if parameter.flight and thing.kind == "view":
            if not failed and thing.state != "blurred":
                self._settle_view(world, value.id, parameter.flight)
        elif parameter.flight:
            change_flights(world, thing.object, parameter.flight, given.span, self.name)
        elif parameter.slot == "out_borrowed" and not failed:
            self._fill_borrowed(world, parameter, value.id, outcome)
        elif parameter.slot and thing.kind == "slot" and parameter.after:
            after = parameter.after[("success", "failure", "absent").index(outcome.kind)]
            set_slot(world, value.id, after, self.op.span, self.name)
        elif parameter.frees and not failed and thing.kind == "memory":
            world.change(value.id, state="freed", ended=self.op.span, ended_by=self.name)
        elif parameter.state == "raw" and thing.kind == "raw":
            world.escape(value)
        if parameter.retained:
            world.escape(value)

    def _settle_view(self, world: World, id_: Id, change: int) -> None:
        if change > 0:
            world.change(id_, state="held", made=self.op.span, text=self.name, ended=None)
        elif world.things[id_].state == "held":
            world.change(id_, state="released", ended=self.op.span, ended_by=self.name)

    def _fill_borrowed(self, world: World, parameter: Parameter, slot: Id, outcome: Outcome) -> None:
        if outcome.kind == "absent":
            world.change(slot, content=None)
            return
        made = self._borrow(world, parameter.name, parameter.borrows_from, parameter.owner, "borrowed")
        world.change(slot, content=made.id)

    def _borrow(self, world: World, part: str, owner: str | None, hold: str | None, kind: str) -> Ref:
        source = next(
            (given.value.id for given in self.given if given.parameter.name == owner and isinstance(given.value, Ref)), None
        )
        held = hold if hold in {"mutable", "weak"} and owner is not None else ""
        id_ = (self.op.number, part)
        return world.add(
            self.op.number,
            Thing(kind, "live", self.op.span, self.name, id_, source=source, hold=held, region=len(world.regions)),
            part,
        )

    def _result(self, world: World, outcome: Outcome) -> Value:
        result = self.contract.result
        if outcome.value is not None:
            return outcome.value
        if result.state == "void":
            return (
                Null() if result.c_type == "void" else Null(self.op.span, self.name, "error" if outcome.kind == "failure" else "")
            )
        if outcome.kind != "success":
            return Null(self.op.span, self.name, {"failure": "error", "absent": "absent"}[outcome.kind])
        if result.state in {"borrowed", "buffer"}:
            return self._borrow(world, "", result.borrows_from, result.owner, result.state)
        if result.state in {"owned", "raw"}:
            kind = "memory" if result.allocates else result.state
            number = self.op.number
            made = Thing(
                kind, "live", self.op.span, self.name, (number, ""), region=len(world.regions), domain=result.allocates or ""
            )
            if kind == "raw":
                made = replace(made, foreign=True)
            return world.add(number, replace(made, unset=self._unset()) if result.unfilled else made)
        return ANYTHING

    def _unset(self) -> frozenset[int]:
        """Return which items of a new object are unset."""
        length = next((given.value for given in self.given if given.parameter.state == "value"), None)
        if isinstance(length, Number) and not length.but and 0 <= length.value <= _MOST_ITEMS:
            return frozenset(range(int(length.value)))
        return UNSURE


def _each(parameter: Parameter, value: Value) -> Iterator[tuple[Parameter, Value]]:
    """Yield an argument, or the items of an array."""
    if parameter.state == "array" and parameter.element is not None and isinstance(value, Many):
        for item in value.items:
            yield parameter.element, item
    else:
        yield parameter, value


def change_flights(world: World, object_: Id, change: int, span: Span, text: str) -> None:
    """Count a reference in flight, or one that has ended."""
    count, made, by = world.flights.get(object_, (0, span, text))
    if count + change > 0:
        world.flights[object_] = (min(count + change, 3), made, by)
    else:
        world.flights.pop(object_, None)


def set_slot(world: World, id_: Id, after: str, span: Span, text: str) -> None:
    """Change what is in a slot; what was borrowed from it is gone."""
    if after == "unchanged" or world.things[id_].state == "blurred":
        return
    state = {"set": "full", "null": "empty", "set_or_null": "maybe"}[after]
    world.change(id_, state=state, made=span, text=text)
    for other, thing in list(world.things.items()):
        if thing.kind == "borrowed" and thing.source == id_ and thing.state == "live":
            world.change(other, state="outlived", ended=span, ended_by=text)
