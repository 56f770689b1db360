"""What a call does to the pointers it was given, in one of its outcomes, and what it returns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ptrstate.lint.rules import fragile
from ptrstate.lint.worlds import ANYTHING, UNSURE, Flight, Null, Number, Ref, Thing

if TYPE_CHECKING:
    from ptrstate.contract import Contract, Parameter
    from ptrstate.lint.ir import CCall, Span
    from ptrstate.lint.outcomes import Given, Outcome
    from ptrstate.lint.worlds import Id, Value, World

_MOST_ITEMS = 64


class Effects:
    """The effects of one call, made with ``given``."""

    def __init__(self, op: CCall, given: list[Given]) -> None:
        self.op = op
        self.contract: Contract = op.contract
        self.name: str = op.contract.name
        self.given = given

    def settle(self, world: World, outcome: Outcome) -> None:
        """Change ``world`` into what it is after this outcome."""
        failed = outcome.kind == "failure"
        if outcome.indicator is not None:
            world.indicator = outcome.indicator
        changed = self._consume(world, failed=failed)
        if self.contract.may_run_python:
            self._make_stale(world, changed)
        for given in self.given:
            self._settle_one(world, given, outcome)
        self._settle_undoing(world, outcome)
        world.names[self.op.target] = self._result(world, outcome)

    def _consume(self, world: World, *, failed: bool) -> set[Id]:
        """End what the call consumes; return the objects that something may have been put into."""
        consumed = False
        for given in self.given:
            for parameter, value in given.each():
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
            if thing.kind not in {"borrowed", "buffer"} or thing.state != "live" or not fragile(world, id_):
                continue
            by_owner = thing.kind == "borrowed" and any(link.object in changed for _, link in world.chain(thing.source))
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

    def _settle_undoing(self, world: World, outcome: Outcome) -> None:
        """Count a call that another has to undo as a flight beside its first pointer, and one that undoes it."""
        counts = "absent" if self.contract.result.state == "found" else "success"
        if self.contract.undone_by and outcome.kind == counts:
            undoing = self.contract.undone_by
            change_flights(world, self._undone_at(world, undoing), 1, self.op.span, self.name, undoing)
        if self.contract.undoes and outcome.kind != "failure":
            change_flights(world, self._undone_at(world, self.name), -1, self.op.span, self.name)

    def _undone_at(self, world: World, undoing: str) -> Id:
        pointers = (given.value.id for given in self.given if isinstance(given.value, Ref) and given.value.id in world.things)
        number, part = next((world.things[id_].object for id_ in pointers), (0, ""))
        return number, f"{part} until {undoing}"

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
        """Return which items of a new object are unset; that no item is put into it tells nothing of a text or a function."""
        kind = self.contract.result.pointee
        if kind is None or kind.python_type not in {list, tuple}:
            return UNSURE
        length = next((given.value for given in self.given if given.parameter.state == "value"), None)
        if isinstance(length, Number) and not length.but and 0 <= length.value <= _MOST_ITEMS:
            return frozenset(range(int(length.value)))
        return UNSURE


def change_flights(world: World, object_: Id, change: int, span: Span, text: str, undone_by: str = "") -> None:
    """Count a reference in flight or a call that is to be undone, or one that has ended."""
    flight = world.flights.get(object_, Flight(0, span, text, undone_by))
    if flight.count + change > 0:
        world.flights[object_] = replace(flight, count=min(flight.count + change, 3))
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
