"""Follow every way through a function, world by world, until there is no new one."""

from __future__ import annotations

import builtins
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from ptrstate.lint import ir
from ptrstate.lint.calls import CallOf
from ptrstate.lint.exits import Exits
from ptrstate.lint.handles import MethodCall, transition
from ptrstate.lint.liveness import live_names
from ptrstate.lint.rules import Book
from ptrstate.lint.uses import usable
from ptrstate.lint.worlds import (
    ANYTHING,
    CLEAR,
    UNCERTAIN,
    Anything,
    Known,
    Many,
    Null,
    Number,
    Raised,
    Ref,
    Shelved,
    Thing,
    Truth,
    World,
)  # fmt: skip

if TYPE_CHECKING:
    from ptrstate.lint.worlds import Value

MOST_WORLDS = 256
"""In how many ways one block may be reached before the rest is left alone."""


class Flow:
    """The analysis of one function."""

    def __init__(self, path: str, function: ir.Function) -> None:
        self.function = function
        self.book: Book = Book(path, function)
        self.exits: Exits = Exits(function, self.book)
        self.live: list[frozenset[ir.Name]] = live_names(function)
        self.seen: list[set[object]] = [set() for _ in function.blocks]
        self.waiting: deque[tuple[int, World]] = deque()
        self.guarded = False

    def run(self) -> Book:
        """Follow the function to its ends and return what was found."""
        for world in self._entries():
            self._reach(0, world)
        while self.waiting:
            number, world = self.waiting.popleft()
            self._block(self.function.blocks[number], world)
        return self.book

    # ---- the beginning ----

    def _entries(self) -> list[World]:
        contract = self.function.contract
        known = contract is not None and contract.error_set == "refused"
        worlds = [World(indicator=CLEAR if known or self.function.style == "module" else UNCERTAIN)]
        parameters = {p.name: p for p in contract.parameters} if contract else {}
        for index, formal in enumerate(self.function.formals):
            if formal.shape is None:
                for world in worlds:
                    world.names[formal.name] = ANYTHING
                continue
            parameter = parameters.get(formal.name)
            more = []
            for world in worlds:
                if formal.shape.nullable:
                    without = world.copy()
                    without.names[formal.name] = Null(formal.span, f"the argument `{formal.name}`", "")
                    more.append(without)
                thing = self._argument(formal, formal.shape, parameter.slot if parameter else None)
                world.names[formal.name] = world.add(-1 - index, thing) if thing else ANYTHING
            worlds += more
        return worlds

    def _argument(self, formal: ir.Formal, shape: ir.Shape, slot: str | None) -> Thing | None:
        text, foreign = f"the argument `{formal.name}`", self.function.contract is None
        object_ = (-1 - self.function.formals.index(formal), "")
        if shape.state == "owned":
            return Thing("owned", "live", formal.span, text, object_, foreign=foreign)
        if shape.state in {"borrowed", "raw", "buffer"}:
            return Thing(shape.state, "live", formal.span, text, object_, foreign=True)
        if shape.state == "slot":
            state = {"out_owned": "empty", "inout": "full"}.get(slot or "", "maybe")
            return Thing("slot", state, formal.span, text, object_, foreign=True)
        if shape.state in {"borrowed slot", "view"}:
            return Thing(shape.state, "blurred", formal.span, text, object_, foreign=True)
        return None

    # ---- from block to block ----

    def _reach(self, number: int, world: World) -> None:
        live = self.live[number]
        for name, value in list(world.names.items()):
            if name not in live and not isinstance(value, Ref | Many):
                del world.names[name]
        seen = self.seen[number]
        key = world.key()
        if key in seen:
            return
        if len(seen) >= MOST_WORLDS:
            self.book.leave(self.function.span, f"`{self.function.name}` can go in too many ways to follow them all")
            return
        seen.add(key)
        self.waiting.append((number, world))

    def _block(self, block: ir.Block, world: World) -> None:
        self.guarded = block.handler != ir.OUT
        stack = [(0, world.copy())]
        while stack:
            at, here = stack.pop()
            while at < len(block.ops):
                going = []
                for after in self._do(block.ops[at], here):
                    if after.raised is not None and not isinstance(block.ops[at], ir.Shelve | ir.Caught):
                        self._throw(block.handler, after)
                    else:
                        going.append(after)
                at += 1
                if not going:
                    break
                here = going[0]
                stack += [(at, other) for other in going[1:]]
            else:
                self._end(block, here)

    def _throw(self, handler: int, world: World, end: ir.Raise | None = None) -> None:
        if handler == ir.OUT:
            self.exits.raised(world, end)
        else:
            self._reach(handler, world)

    def _end(self, block: ir.Block, world: World) -> None:
        end = block.end
        if isinstance(end, ir.Jump):
            self._reach(end.block, world)
        elif isinstance(end, ir.Branch):
            self._branch(end, world)
        elif isinstance(end, ir.Advance):
            self._advance(end, world)
        elif isinstance(end, ir.Return):
            self.exits.returned(end, world)
        elif isinstance(end, ir.Raise):
            if world.raised is None or not end.silent or end.kind:
                world.raised = Raised(end.kind, "silent" if end.silent else "explicit", end.span)
                self._throw(block.handler, world, end)
        elif isinstance(end, ir.Dispatch):
            self._dispatch(end, world)
        elif isinstance(end, ir.Reraise):
            value = world.names.pop(end.source, ANYTHING)
            world.raised = value.raised if isinstance(value, Shelved) else None
            if world.raised is not None:
                self._throw(end.handler, world)

    # ---- tests ----

    def _branch(self, end: ir.Branch, world: World) -> None:
        if end.test is None:
            self._reach(end.no, world.copy())
            self._reach(end.yes, world)
            return
        value = world.names.get(end.test.name, ANYTHING)
        answer = _holds(end.test, value)
        for wanted, block in ((True, end.yes), (False, end.no)):
            if answer in {None, wanted}:
                going = world.copy()
                if answer is None:
                    self._learn(going, end.test, value, wanted=wanted)
                self._reach(block, going)

    @staticmethod
    def _learn(world: World, test: ir.Test, value: Value, *, wanted: bool) -> None:
        learnt: Value = value
        if not isinstance(value, Anything | Truth):
            return
        below = test.kind in {"<", "<="} and wanted
        if below and isinstance(value, Anything) and value.sentinel is not None and world.indicator.state == "clear":
            world.indicator = UNCERTAIN  # below zero, and yet no failure? the contract does not say that it can be
        if test.kind == "null" and wanted:
            learnt = Null()
        elif test.kind == "true":
            learnt = Truth(wanted)
        elif test.kind in {"==", "!="} and (test.kind == "==") == wanted:
            learnt = Number(test.value)
        elif test.kind in {"==", "!="}:
            learnt = Number(test.value, but=True)
        for name, other in world.names.items():
            if name == test.name and other == value:
                world.names[name] = learnt

    def _advance(self, end: ir.Advance, world: World) -> None:
        value = world.names.get(end.iterator, ANYTHING)
        if not isinstance(value, Many):
            self._reach(end.after, world.copy())
            world.names[end.target] = ANYTHING
            self._reach(end.body, world)
        elif value.done < len(value.items):
            world.names[end.iterator] = replace(value, done=value.done + 1)
            world.names[end.target] = value.items[value.done]
            self._reach(end.body, world)
        else:
            self._reach(end.after, world)

    # ---- exceptions ----

    def _dispatch(self, end: ir.Dispatch, world: World) -> None:
        assert world.raised is not None
        for names, block in end.clauses:
            answer = _catches(names, world.raised.kind)
            if answer is not False:
                self._reach(block, world.copy())
            if answer is True:
                return
        self._throw(end.otherwise, world)

    # ---- operations ----

    def _do(self, op: ir.Op, world: World) -> list[World]:
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
            return self._outside(ir.Outside(op.span, op.target, op.arguments, op.text, op.shape, looks=False, ours=False), world, op.number)
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
        if self.guarded and not op.looks:
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


def _holds(test: ir.Test, value: Value) -> bool | None:
    """Return whether a test holds for a value, or None where that is not known."""
    if test.kind == "null":
        return True if isinstance(value, Null) else None if isinstance(value, Anything | Truth) else False
    if test.kind == "true":
        return _true(value)
    if test.kind == "instance":
        return False if isinstance(value, Null) else None
    if isinstance(value, Number) and not value.but:
        a, b = value.value, test.value
        return {"==": a == b, "!=": a != b, "<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}[test.kind]
    if isinstance(value, Number):
        return _other_than(test, value)
    return (
        False
        if isinstance(value, Null) and test.kind == "=="
        else True
        if isinstance(value, Null) and test.kind == "!="
        else None
    )


def _other_than(test: ir.Test, value: Number) -> bool | None:
    if test.value == value.value and test.kind in {"==", "!="}:
        return test.kind == "!="
    # a size that is not -1 is not negative
    if value.value == -1 and test.value == 0 and test.kind in {"<", ">="}:
        return test.kind == ">="
    return None


def _true(value: Value) -> bool | None:
    if isinstance(value, Truth):
        return value.value
    if isinstance(value, Number):
        return bool(value.value) if not value.but else True if value.value == 0 else None
    if isinstance(value, Null):
        return False
    if isinstance(value, Known):
        return bool(value.value)
    if isinstance(value, Many):
        return bool(value.items)
    return True if isinstance(value, Ref) else None


def _catches(names: tuple[str, ...] | None, raised: str | None) -> bool | None:
    """Return whether an ``except`` clause takes an exception, or None where that is not known."""
    if names is None or {"BaseException", "Exception"} & set(names):
        return True
    if raised is None:
        return None
    kind = getattr(builtins, raised, None)
    answers: set[bool | None] = set()
    for name in names:
        wanted = getattr(builtins, name, None)
        known = isinstance(kind, type) and isinstance(wanted, type)
        answers.add(True if name == raised else issubclass(kind, wanted) if known else None)  # type: ignore[arg-type]
    return True if True in answers else None if None in answers else False
