"""What the methods of a handle, and own, borrow, or_raise and or_none, do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ptrstate.lint.effects import change_flights, set_slot
from ptrstate.lint.uses import filled, usable
from ptrstate.lint.worlds import ANYTHING, CLEAR, Null, Number, Raised, Ref, Thing

if TYPE_CHECKING:
    from ptrstate.lint.ir import Method, Span, Transition
    from ptrstate.lint.rules import Book
    from ptrstate.lint.worlds import Value, World

_ENDS = {"drop": ("drop", "dropped"), "move": ("moved", "moved"), "into_raw": ("made raw", "raw")}


def transition(op: Transition, world: World, book: Book) -> list[World]:
    """Return the worlds after ``own``, ``borrow``, ``or_raise`` or ``or_none``; one in which it raised has ``raised`` set."""
    value = world.names.get(op.argument, ANYTHING)
    if op.kind in {"own", "borrow"}:
        kind = "owned" if op.kind == "own" else "borrowed"
        made = Thing(kind, "live", op.span, op.kind, (op.number, ""), region=len(world.regions))
        world.names[op.target] = world.add(op.number, made)
        return [world]
    return _looked_at(op, world, book, value)


def _looked_at(op: Transition, world: World, book: Book, value: Value) -> list[World]:
    worlds = []
    indicator = world.indicator
    if indicator.state != "clear":
        raising = world.copy() if indicator.state == "unknown" else world
        raising.indicator = CLEAR
        raising.raised = Raised(None, "pending", op.span, indicator.text, doubtful=not indicator.runs_python)
        worlds.append(raising)
    if indicator.state != "set":
        if indicator.state == "unknown":
            world.indicator = CLEAR
        if op.kind == "or_raise" and isinstance(value, Null) and value.why:
            label = "raises PS009 where this is NULL, which is no failure there: or_none() tells it apart"
            book.say("PS009", op.span, label, (value.span, f"{value.text} returns NULL without an exception"))
        elif op.kind != "or_raise" or not (isinstance(value, Null) or value == Number(-1)):
            world.names[op.target] = value
            worlds.append(world)
    return worlds


class MethodCall:
    """One call of a method in one world."""

    def __init__(self, op: Method, world: World, book: Book) -> None:
        self.op = op
        self.world = world
        self.book = book
        self.value: Value = world.names.get(op.receiver, ANYTHING)
        self.arguments: list[Value] = [world.names.get(name, ANYTHING) for name in op.arguments]
        self.at: Span = op.spans[0]

    def run(self) -> list[World] | None:
        """Return the worlds after the call, or None where the receiver is no handle."""
        if isinstance(self.value, Null) and self.value.span is not None:
            self.book.null(self.at, self.value, f"`{self.op.method}`")
            return []
        thing = self.world.thing(self.value)
        if thing is None:
            return None
        work = getattr(self, f"_{thing.kind.replace(' ', '_')}", None)
        return work(self.op.method, thing) if work else None

    def _done(self, value: Value) -> list[World]:
        self.world.names[self.op.target] = value
        return [self.world]

    def _made(self, kind: str, *, like: Thing | None = None, part: str = "", **facts: object) -> Ref:
        number = self.op.number
        thing = Thing(
            kind, "live", self.op.span, self.op.text, like.object if like else (number, part), region=len(self.world.regions)
        )
        return self.world.add(number, replace(thing, **facts), part)  # type: ignore[arg-type]

    @property
    def _id(self) -> tuple[int, str]:
        assert isinstance(self.value, Ref)
        return self.value.id

    # ---- handles ----

    def _owned(self, method: str, thing: Thing) -> list[World] | None:
        if thing.state == "blurred":
            return self._done(self._after_blur(method, thing))
        verb = _ENDS[method][0] if method in _ENDS else "used"
        if not usable(self.book, self.world, self.value, self.at, verb):
            return self._done(self._after_blur(method, thing))
        if method in _ENDS:
            return self._done(self._end(method, thing))
        if method == "to_python":
            filled(self.book, self.world, self.value, self.at, "`to_python`")
            return self._done(ANYTHING)
        if method in {"borrow", "clone"}:
            lent = method == "borrow"
            return self._done(self._made("borrowed" if lent else "owned", like=thing, source=self._id if lent else None))
        return self._done(self.value) if method == "cast" else None

    def _end(self, method: str, thing: Thing) -> Value:
        by = "" if method == "drop" else f"`{self.op.text}`"
        self.world.change(self._id, state=_ENDS[method][1], ended=self.op.span, ended_by=by)
        if method == "move":
            return self._made("owned", like=thing, unset=thing.unset)
        if method == "into_raw":
            change_flights(self.world, thing.object, 1, self.op.span, self.op.text)
            return self._made("raw", like=thing)
        return Null()

    def _after_blur(self, method: str, thing: Thing) -> Value:
        kinds = {"move": "owned", "clone": "owned", "borrow": "borrowed", "into_raw": "raw"}
        if method == "cast":
            return self.value
        return self._made(kinds[method], like=thing, state="blurred", foreign=True) if method in kinds else ANYTHING

    def _borrowed(self, method: str, thing: Thing) -> list[World] | None:
        usable(self.book, self.world, self.value, self.at)
        if method == "to_owned":
            return self._done(self._made("owned", like=thing))
        if method == "as_raw":
            return self._done(self._made("raw", like=thing, foreign=True))
        if method == "to_python":
            filled(self.book, self.world, self.value, self.at, "`to_python`")
            return self._done(ANYTHING)
        return self._done(self.value) if method == "cast" else None

    def _raw(self, method: str, thing: Thing) -> list[World] | None:
        if method == "assume_owned":
            if thing.object in self.world.flights:
                change_flights(self.world, thing.object, -1, self.op.span, self.op.text)
            elif thing.object != self._id or not thing.foreign:
                self.book.released(self.op.span, thing)
                return self._done(ANYTHING)
            return self._done(self._made("owned", like=thing))
        if method == "assume_borrowed":
            owner = self.arguments[0] if self.arguments else ANYTHING
            return self._done(self._made("borrowed", like=thing, source=owner.id if isinstance(owner, Ref) else None))
        return self._done(self.value) if method == "cast" else None

    # ---- variables ----

    def _slot(self, method: str, thing: Thing) -> list[World] | None:
        if method in {"put", "replace"} and self.arguments:
            return self._put(method, thing)
        if method == "clear":
            set_slot(self.world, self._id, "null", self.op.span, self.op.text)
            return self._done(Null())
        if method not in {"take", "borrow"}:
            return None
        worlds = []
        if thing.state != "full":
            empty = self.world.copy()
            if method == "take":
                set_slot(empty, self._id, "null", self.op.span, self.op.text)
            empty.names[self.op.target] = Null(self.op.span, f"`{self.op.text}`", "")
            worlds.append(empty)
        if thing.state != "empty":
            if method == "take":
                made = self._made("owned", made=thing.made, text=thing.text, foreign=thing.state == "blurred")
                set_slot(self.world, self._id, "null", self.op.span, self.op.text)
            else:
                self.world.change(self._id, state=thing.state if thing.state == "blurred" else "full")
                made = self._made("borrowed", source=self._id)
            worlds += self._done(made)
        return worlds

    def _put(self, method: str, thing: Thing) -> list[World]:
        given, span = self.arguments[0], self.op.spans[1] if len(self.op.spans) > 1 else self.op.span
        inside = self.world.thing(given)
        if isinstance(given, Null):
            self.book.null(span, given, f"`{self.op.text}`")
            return []
        if inside is not None and inside.kind != "owned" and inside.state != "blurred":
            self.book.state(span, inside, "an owned pointer", f"`{self.op.text}`")
            return self._done(ANYTHING)
        if (
            inside is not None
            and isinstance(given, Ref)
            and usable(self.book, self.world, given, span)
            and inside.state != "blurred"
        ):
            self.world.change(given.id, state="moved", ended=self.op.span, ended_by=f"`{self.op.text}`")
        old: Value = Null()
        if method == "put" and thing.state == "full":
            self.book.say(
                "PS017", self.op.span, "written over what the slot owns", (thing.made, "owned by the slot from here on")
            )
            self.world.change(self._id, state="empty")
        elif method == "replace" and thing.state == "full":
            old = self._made("owned", made=thing.made, text=thing.text)
        elif method == "replace" and thing.state != "empty":
            old = ANYTHING
        set_slot(self.world, self._id, "set", self.op.span, self.op.text)
        return self._done(old)

    def _borrowed_slot(self, method: str, thing: Thing) -> list[World] | None:
        if method != "get":
            return None
        nothing = self.world.copy()
        nothing.names[self.op.target] = Null(self.op.span, f"`{self.op.text}`", "")
        if thing.content is None:
            return [nothing]
        return [nothing, *self._done(Ref(thing.content))]

    def _view(self, method: str, thing: Thing) -> list[World] | None:
        if method != "release":
            return None
        if thing.state == "held":
            self.world.change(self._id, state="released", ended=self.op.span, ended_by=f"`{self.op.text}`")
        return self._done(Null())

    def _scope(self, method: str, thing: Thing) -> list[World] | None:
        if method != "keep" or not self.arguments:
            return None
        kept = self.arguments[0]
        inside = self.world.thing(kept)
        if isinstance(kept, Ref) and inside is not None and inside.kind == "owned":
            usable(self.book, self.world, kept, self.op.spans[-1])
            if inside.region >= thing.region:
                self.world.change(kept.id, region=thing.region - 1)
        return self._done(kept)
