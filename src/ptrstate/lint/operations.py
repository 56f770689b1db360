"""What each operation does to a world."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ptrstate.lint import ir
from ptrstate.lint.calls import CallOf
from ptrstate.lint.handles import MethodCall, transition
from ptrstate.lint.uses import usable
from ptrstate.lint.worlds import ANYTHING, UNCERTAIN, Known, Many, Null, Number, Raised, Shelved, Thing

if TYPE_CHECKING:
    from ptrstate.lint.exits import Exits
    from ptrstate.lint.rules import Book
    from ptrstate.lint.worlds import Value, World


class Operations:
    """The operations of one function, one method each, called as the class of the operation is."""

    def __init__(self, book: Book, exits: Exits) -> None:
        self.book = book
        self.exits = exits
        self.guarded = False
        """Whether somebody in the function takes the exceptions of the present block."""

    def do(self, op: ir.Op, world: World) -> list[World]:
        """Return the worlds after an operation; where it raised, ``raised`` is set."""
        return getattr(self, f"_{type(op).__name__.lower()}")(op, world)  # type: ignore[no-any-return]

    def _constant(self, op: ir.Constant, world: World) -> list[World]:
        value: Value = ANYTHING
        if op.value is None:
            value = Null(op.span)
        elif isinstance(op.value, bool):
            value = Number(int(op.value))
        elif isinstance(op.value, int | float):
            value = Number(op.value)
        elif isinstance(op.value, str | bytes):
            value = Known(op.value)
        world.names[op.target] = value
        return [world]

    def _unknown(self, op: ir.Unknown, world: World) -> list[World]:
        world.names[op.target] = ANYTHING
        return [world]

    def _copy(self, op: ir.Copy, world: World) -> list[World]:
        world.names[op.target] = world.names.get(op.source, ANYTHING)
        return [world]

    def _pack(self, op: ir.Pack, world: World) -> list[World]:
        world.names[op.target] = Many(tuple(world.names.get(name, ANYTHING) for name in op.items))
        return [world]

    def _unpack(self, op: ir.Unpack, world: World) -> list[World]:
        value = world.names.get(op.source, ANYTHING)
        fits = isinstance(value, Many) and not op.starred and len(value.items) == len(op.targets)
        if isinstance(value, Many) and not fits:
            world.escape(value)
        for index, target in enumerate(op.targets):
            world.names[target] = value.items[index] if fits and isinstance(value, Many) else ANYTHING
        return [world]

    def _item(self, op: ir.Item, world: World) -> list[World]:
        value = world.names.get(op.source, ANYTHING)
        known = isinstance(value, Many) and op.index is not None and -len(value.items) <= op.index < len(value.items)
        if isinstance(value, Many) and not known:
            world.escape(value)
        world.names[op.target] = value.items[op.index] if known and isinstance(value, Many) and op.index is not None else ANYTHING
        return [world]

    def _ccall(self, op: ir.CCall, world: World) -> list[World]:
        return CallOf(self.book, op, world).run()

    def _static(self, op: ir.Static, world: World) -> list[World]:
        world.names[op.target] = world.add(op.number, Thing("borrowed", "live", op.span, op.text, (0, op.text), foreign=True))
        return [world]

    def _transition(self, op: ir.Transition, world: World) -> list[World]:
        return transition(op, world, self.book)

    def _method(self, op: ir.Method, world: World) -> list[World]:
        worlds = MethodCall(op, world, self.book).run()
        if worlds is None:
            return self._outside(
                ir.Outside(op.span, op.target, op.arguments, op.text, op.shape, looks=False, ours=False, raises=True),
                world,
                op.number,
            )
        return worlds

    def _make(self, op: ir.Make, world: World) -> list[World]:
        made = Thing(op.kind, "empty", op.span, "this variable", (op.number, ""), region=len(world.regions))
        world.names[op.target] = world.add(op.number, made)
        return [world]

    def _outside(self, op: ir.Outside, world: World, number: int | None = None) -> list[World]:
        owned_given = False
        if op.ours:
            world.indicator = UNCERTAIN
        for name in op.arguments:
            value = world.names.get(name, ANYTHING)
            if op.looks:
                usable(self.book, world, value, op.span)
                continue
            for id_ in world.refs(value):
                thing = world.things.get(id_)
                if thing is not None and thing.kind in {"owned", "slot", "view"}:
                    owned_given = True
                    self.book.leave(op.span, f"`{op.text}` has no contract: whether it ends what {thing.text} made is not known")
            world.escape(value)
        worlds = self._outside_result(op, world, op.number if number is None else number, foreign=owned_given)
        if self.guarded and op.raises:
            raising = world.copy()
            raising.raised = Raised(None, "outside", op.span, op.text, doubtful=True)
            worlds.append(raising)
        return worlds

    def _outside_result(self, op: ir.Outside, world: World, number: int, *, foreign: bool) -> list[World]:
        shape = op.shape
        if shape is None or shape.state not in {"owned", "borrowed"}:
            world.names[op.target] = ANYTHING
            return [world]
        worlds = []
        if shape.nullable:
            without = world.copy()
            without.names[op.target] = Null(op.span, f"`{op.text}`", "")
            worlds.append(without)
        thing = Thing(shape.state, "live", op.span, f"`{op.text}`", (number, ""), foreign=foreign, region=len(world.regions))
        world.names[op.target] = world.add(number, thing)
        return [*worlds, world]

    def _touch(self, op: ir.Touch, world: World) -> list[World]:
        value = world.names.get(op.source, ANYTHING)
        thing = world.thing(value)
        if thing is not None and thing.kind == "view":
            usable(self.book, world, value, op.span)
        return [world]

    def _escape(self, op: ir.Escape, world: World) -> list[World]:
        value = world.names.get(op.source, ANYTHING)
        for id_ in world.refs(value):
            thing = world.things.get(id_)
            if thing is not None and thing.kind == "owned" and thing.state == "live" and not thing.foreign:
                self.book.leave(op.span, f"stored in {op.text}: where what {thing.text} made ends is not known")
        world.escape(value)
        return [world]

    def _capture(self, op: ir.Capture, world: World) -> list[World]:
        for name, span in op.uses:
            value = world.names.get(name, ANYTHING)
            usable(self.book, world, value, span)
            thing = world.thing(value)
            if thing is not None and thing.kind in {"owned", "slot"} and not thing.foreign:
                self.book.leave(op.span, f"used in a function made here: where what {thing.text} made ends is not known")
            world.escape(value)
        return [world]

    def _enter(self, op: ir.Enter, world: World) -> list[World]:
        world.regions = (*world.regions, op.kind)
        made = Thing(
            "scope" if op.kind == "scope" else op.kind, "live", op.span, op.kind, (op.number, ""), region=len(world.regions)
        )
        world.names[op.target] = world.add(op.number, made)
        return [world]

    def _leave(self, op: ir.Leave, world: World) -> list[World]:
        self.exits.leave(op, world)
        return [world]

    def _forget(self, op: ir.Forget, world: World) -> list[World]:
        for name in op.names:
            world.names.pop(name, None)
        self.exits.collect(world, op.span, "the last name for it is gone here")
        return [world]

    def _shelve(self, op: ir.Shelve, world: World) -> list[World]:
        world.names[op.target] = Shelved(world.raised)
        world.raised = None
        return [world]

    def _caught(self, op: ir.Caught, world: World) -> list[World]:
        raised, world.raised = world.raised, None
        if raised is not None and (raised.how == "outside" or (op.narrow and raised.doubtful)):
            world.doubt = True
        return [world]
