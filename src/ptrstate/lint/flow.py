"""Follow every way through a function, world by world, until there is no new one."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from ptrstate.lint import ir
from ptrstate.lint.conditions import catches, holds, learn
from ptrstate.lint.exits import Exits
from ptrstate.lint.liveness import live_names
from ptrstate.lint.operations import Operations
from ptrstate.lint.rules import Book
from ptrstate.lint.worlds import ANYTHING, CLEAR, UNCERTAIN, Many, Null, Raised, Shelved, Thing, World

MOST_WORLDS = 100
"""In how many ways one block may be reached before the rest is left alone."""


class Flow:
    """The analysis of one function."""

    def __init__(self, path: str, function: ir.Function) -> None:
        self.function = function
        self.book: Book = Book(path, function)
        self.exits: Exits = Exits(function, self.book)
        self.operations: Operations = Operations(self.book, self.exits)
        self.live: list[frozenset[ir.Name]] = live_names(function)
        self.seen: list[set[object]] = [set() for _ in function.blocks]
        self.waiting: deque[tuple[int, World]] = deque()

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

    def _too_many(self) -> None:
        self.book.leave(self.function.span, f"`{self.function.name}` can go in too many ways to follow them all")

    # ---- from block to block ----

    def _reach(self, number: int, world: World) -> None:
        self._let_go(world, self.live[number])
        seen = self.seen[number]
        key = world.key()
        if key in seen:
            return
        if len(seen) >= MOST_WORLDS:
            self._too_many()
            return
        seen.add(key)
        self.waiting.append((number, world))

    def _let_go(self, world: World, live: frozenset[ir.Name]) -> None:
        """Forget the names that nobody reads any more, but for those that own something."""
        borrowed = False
        for name, value in list(world.names.items()):
            if name in live or isinstance(value, Many):
                continue
            thing = world.thing(value)
            if thing is None or thing.kind == "borrowed" or (thing.kind == "owned" and thing.state != "live"):
                borrowed = borrowed or thing is not None
                del world.names[name]
        if borrowed:
            self.exits.collect(world, self.function.span, "the last name for it is gone")

    def _block(self, block: ir.Block, world: World) -> None:
        self.operations.guarded = block.handler != ir.OUT
        stack = [(0, world.copy())]
        while stack:
            at, here = stack.pop()
            while at < len(block.ops):
                going = []
                for after in self.operations.do(block.ops[at], here):
                    if after.raised is not None and not isinstance(block.ops[at], ir.Shelve | ir.Caught):
                        self._throw(block.handler, after)
                    else:
                        going.append(after)
                at += 1
                if not going:
                    break
                here = going[0]
                stack += [(at, other) for other in going[1:]]
                if len(stack) > MOST_WORLDS:
                    self._too_many()
                    del stack[MOST_WORLDS:]
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
        answer = holds(end.test, value)
        for wanted, block in ((True, end.yes), (False, end.no)):
            if answer in {None, wanted}:
                going = world.copy()
                if answer is None:
                    learn(going, end.test, value, wanted=wanted)
                self._reach(block, going)

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
            answer = catches(names, world.raised.kind)
            if answer is not False:
                self._reach(block, world.copy())
            if answer is True:
                return
        self._throw(end.otherwise, world)
