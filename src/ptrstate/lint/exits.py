"""What happens where a block, a region or the function ends: what is dropped, what leaks, what the indicator must say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ptrstate.lint.rules import origin
from ptrstate.lint.uses import usable
from ptrstate.lint.worlds import ANYTHING, UNCERTAIN, Null, Number, Ref, Thing

if TYPE_CHECKING:
    from ptrstate.lint import ir
    from ptrstate.lint.ir import Function, Span
    from ptrstate.lint.rules import Book
    from ptrstate.lint.worlds import Id, Value, World

_POINTERS = {"owned", "borrowed", "raw", "buffer"}


class Exits:
    """The ends of blocks, regions and the function itself, in any world."""

    def __init__(self, function: Function, book: Book) -> None:
        self.function = function
        self.book = book

    # ---- what is still owned ----

    @staticmethod
    def _owns(thing: Thing) -> bool:
        return (thing.kind == "owned" and thing.state == "live") or (thing.kind, thing.state) in {
            ("slot", "full"),
            ("view", "held"),
        }

    def _dropping(self, world: World, thing: Thing) -> bool:
        """Whether a region drops what is left of the thing."""
        inner = world.regions[: thing.region]
        if "scope" in inner:
            return thing.kind != "view"
        return self.function.style == "raii" and "ledger" not in inner and thing.kind != "view"

    def _leaks(self, world: World, thing: Thing) -> bool:
        return (
            self._owns(thing)
            and not thing.foreign
            and not world.doubt
            and not self.function.generator
            and self.function.style != "module"
            and not self._dropping(world, thing)
        )

    def collect(self, world: World, span: Span, how: str) -> None:
        """Look at what no name leads to any more."""
        reachable = world.reachable()
        for id_, thing in list(world.things.items()):
            if id_ in reachable:
                continue
            if self._leaks(world, thing):
                self.book.leak(thing, span, how)
            del world.things[id_]

    # ---- regions ----

    def leave(self, op: ir.Leave, world: World) -> None:
        """End a region, or the ``with`` block of a handle."""
        if op.kind == "handle":
            self._leave_handle(op, world)
            return
        if op.kind == "ledger" and not op.raising:
            self._nobody_took(world, op.span, "the ledger ends with it pending")
        depth = len(world.regions)
        for id_, thing in list(world.things.items()):
            if thing.region < depth or not self._owns(thing):
                continue
            if op.kind == "scope" and thing.kind == "owned":
                world.change(id_, state="dropped", ended=op.span, ended_by="the end of the scope")
            elif op.kind == "scope":
                world.change(id_, state="empty")
            elif not op.raising and self._leaks(world, thing):
                self.book.leak(thing, op.span, "the ledger ends while it is owned")
            world.change(id_, region=depth - 1, foreign=thing.foreign or op.kind == "ledger")
        world.regions = world.regions[:-1]

    def _leave_handle(self, op: ir.Leave, world: World) -> None:
        value = world.names.get(op.source, ANYTHING)
        thing = world.thing(value)
        if thing is None or not isinstance(value, Ref):
            return
        if thing.kind == "owned" and thing.state == "live":
            world.change(value.id, state="dropped", ended=op.span, ended_by="the end of the `with`")
        elif thing.kind == "view" and thing.state == "held":
            world.change(value.id, state="released", ended=op.span, ended_by="the end of the `with`")

    # ---- the end of the function ----

    def returned(self, end: ir.Return, world: World) -> None:
        """Look at a return: its value, the indicator, and what is left."""
        value = world.names.get(end.source, ANYTHING)
        if self.function.contract is not None:
            self._hold_to_contract(end.span, value, world)
        else:
            self._plain_return(end, value, world)
        world.escape(value)
        world.names.clear()
        self.collect(
            world,
            end.span,
            "the function ends here while it is owned" if end.implicit else "returned from here while it is owned",
        )
        self._flights(world, end.span)

    def raised(self, world: World, end: ir.Raise | None) -> None:
        """Look at an exception that leaves the function."""
        how, span = world.raised.how if world.raised else "", world.raised.span if world.raised else self.function.span
        explicit = end is not None and not end.silent
        if self.function.style == "c" or (explicit and self.function.style == "plain"):
            if how == "outside":
                return
            world.names.clear()
            self.collect(world, span, "an exception leaves the function here while it is owned")
            self._flights(world, span)
        elif self.function.style == "raii" and how == "pending":
            self._flights(world, span)
        elif self.function.style == "plain" and how == "pending":
            for thing in world.things.values():
                if self._leaks(world, thing):
                    self.book.leave(
                        span, f"an exception raised here leaves what {thing.text} made in line {thing.made.line} owned"
                    )

    def _flights(self, world: World, span: Span) -> None:
        if world.doubt or self.function.generator or self.function.style == "module":
            return
        for flight in world.flights.values():
            some = "a reference" if flight.count == 1 else "references"
            what = f"is to be undone by {flight.undone_by}" if flight.undone_by else f"puts {some} in flight"
            self.book.say("PS006", flight.made, f"{flight.text} {what}", (span, "never ended"))

    def _plain_return(self, end: ir.Return, value: Value, world: World) -> None:
        thing = world.thing(value)
        if thing is not None and thing.kind == "owned":
            usable(self.book, world, value, end.span)
        on_purpose = world.indicator.on_purpose
        if self.function.returns_nothing and not self.function.generator and not on_purpose:
            self._nobody_took(world, end.span, "the function ends with it pending")

    def _nobody_took(self, world: World, span: Span, how: str) -> None:
        """Look whether an exception is pending where it is lost."""
        indicator = world.indicator
        if indicator.state == "set" and indicator.span is not None:
            self.book.say("PS011", indicator.span, "sets an exception, and nobody takes it", (span, how))
            world.indicator = UNCERTAIN

    # ---- prototypes ----

    def _hold_to_contract(self, span: Span, value: Value, world: World) -> None:
        assert self.function.contract is not None
        result = self.function.contract.result
        error = self._is_error(value)
        if error is True and result.null in {"error", "always"} and world.indicator.state == "clear":
            origin = (value.span, f"NULL from {value.text}") if isinstance(value, Null) and value.text else (None, "")
            self.book.say("PS009", span, "returns the error value, and no exception is set", origin, unwritable=True)
        fallible = result.fallible
        if world.indicator.state == "set" and (error is False or (error is True and not fallible)):
            indicator = world.indicator
            self.book.say(
                "PS010", span, "returns a result, and an exception is set", (indicator.span, f"{indicator.text} sets it")
            )
        thing = world.thing(value)
        if thing is not None and isinstance(value, Ref) and thing.state != "blurred":
            self._returned_handle(span, value.id, thing, world)

    def _is_error(self, value: Value) -> bool | None:
        assert self.function.contract is not None
        result = self.function.contract.result
        if result.state == "void":
            return False
        if result.state in _POINTERS:
            return True if isinstance(value, Null) else False if isinstance(value, Ref) else None
        sentinel = -1 if result.state in {"status", "found"} else result.sentinel
        if isinstance(value, Number) and sentinel is not None:
            return (value.value == sentinel) != value.but if value.value == sentinel or not value.but else None
        return None if sentinel is not None or not isinstance(value, Number) else False

    def _returned_handle(self, span: Span, id_: Id, thing: Thing, world: World) -> None:
        assert self.function.contract is not None
        state = self.function.contract.result.state
        if state == "owned" and thing.kind == "borrowed":
            self.book.say("PS018", span, "a borrowed pointer; an owned one is declared", (thing.made, origin(thing)))
        elif state == "borrowed" and thing.kind == "owned":
            self.book.state(span, thing, "a borrowed one", "the declared result")
        elif usable(self.book, world, Ref(id_), span, "returned", returned=True) and state == "borrowed":
            for _, owner in world.chain(id_):
                if owner.kind == "owned" and owner.state == "live" and not owner.foreign:
                    self.book.returned_borrow(span, thing, owner)
                    world.escape(Ref(id_))
                    return
