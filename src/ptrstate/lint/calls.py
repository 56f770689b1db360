"""One call of a C function or prototype: its arguments are looked at as the call itself would, then each outcome is followed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ptrstate.formats import units
from ptrstate.lint.effects import Effects
from ptrstate.lint.outcomes import Given, Outcomes
from ptrstate.lint.uses import filled, usable
from ptrstate.lint.worlds import ANYTHING, CLEAR, Known, Null, Ref

if TYPE_CHECKING:
    from ptrstate.contract import Contract, Parameter
    from ptrstate.lint.ir import CCall, Span
    from ptrstate.lint.rules import Book
    from ptrstate.lint.worlds import Id, Thing, Value, World

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
        effects = Effects(self.op, self.given)
        for outcome in Outcomes(self.contract, self.op.span, self.given, self.world.indicator).all():
            world = self.world.copy()
            effects.settle(world, outcome)
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
            for parameter, value in given.each():
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
            taken = parameter.nullable or parameter.state not in _POINTERS
            if not taken:
                self.book.null(span, value, where)
            return taken
        thing = self.world.thing(value)
        if thing is None or thing.state == "blurred":
            return True
        if thing.kind not in _ACCEPTED.get(parameter.state, {thing.kind}):
            self.book.state(span, thing, _EXPECTED.get(parameter.state, f"a {parameter.state}"), where)
            return parameter.state != "owned" and self._blur(value)
        if thing.kind == "view":
            return self._look_at_view(parameter, thing, value, span)
        if not usable(self.book, self.world, value, span):
            return thing.kind != "owned"
        if parameter.state in {"borrowed", "owned"} and not parameter.unfilled:
            filled(self.book, self.world, value, span, where)
        return not self._misused(parameter, thing, span) or self._blur(value)

    def _misused(self, parameter: Parameter, thing: Thing, span: Span) -> bool:
        """Say what is wrong with a good pointer in this place: freed elsewhere, written over, released without a reference."""
        if parameter.frees and thing.kind == "memory" and thing.domain != parameter.frees:
            origin = (thing.made, f"{thing.text} allocates in the domain `{thing.domain}`")
            self.book.say("PS016", span, f"{self.name} frees in the domain `{parameter.frees}`", origin)
        elif parameter.slot == "out_owned" and thing.state == "full":
            origin = (thing.made, "owned by the slot from here on")
            self.book.say("PS017", span, f"{self.name} writes over what the slot owns", origin)
        elif parameter.flight < 0 and thing.kind == "borrowed" and not self._in_flight(thing):
            self.book.released(span, thing)
        else:
            return False
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
