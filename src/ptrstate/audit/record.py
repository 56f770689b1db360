"""The recorder: makes one call beneath ptrstate's refusals and writes down what it did, knowing no contract.

A call is made several times with fresh arguments.  The first looks at the result; each further one looks at one object, with
everything else destroyed afterwards, so that a reference that was stolen is told from one that was borrowed and retained.
"""

from __future__ import annotations

import ctypes
import gc
import sys
import types
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NoReturn

from ptrstate._native import core
from ptrstate.audit.lowering import OBJECT_TYPES, Lowered, Place, Tracked, lower
from ptrstate.audit.observation import Argument, Content, Count, Outcome, Record
from ptrstate.audit.provocation import provoked
from ptrstate.audit.references import empty, held_by, holdings, reaches, refers_weakly
from ptrstate.specimens.objects import exception

if TYPE_CHECKING:
    from collections.abc import Callable

    from ptrstate.specimens import Plan


class PendingTrouble(RuntimeError):  # noqa: N818
    """The exception that is set before a call, of a new subclass and with a traceback; its end runs Python code."""

    def __del__(self) -> None:
        pass


def _set_an_exception() -> int:
    """Set an exception that only the indicator holds, and return its address."""
    trace = types.TracebackType(None, _nothing().gi_frame, 0, 1)  # of a frame that was called by none, and so keeps nothing
    exception = type("PendingTrouble", (PendingTrouble,), {})("set before the call").with_traceback(trace)
    core.set_pending(exception)
    return id(exception)


def _nothing() -> Any:  # noqa: ANN401
    yield


def _handling(callee: Callable[..., Any], words: list[Any]) -> Any:  # noqa: ANN401
    """Make a call while an exception is being handled."""
    try:
        _raise()
    except BaseException:  # noqa: BLE001
        return callee(*words)


def _raise() -> NoReturn:
    raise exception()


class Call:
    """One call with fresh arguments."""

    def __init__(self, plan: Plan, c_name: str, ffi: Any, lib: Any) -> None:  # noqa: ANN401
        self.plan: Plan = plan
        self.ffi: Any = ffi
        self.lib: Any = lib
        self.callee: Any = getattr(lib, c_name)
        self.c_type: Any = ffi.typeof(self.callee)
        self.arguments: list[Lowered] = []
        types = list(self.c_type.args)
        variadic = len(types) == len(plan.arguments) + 1
        if variadic:
            del types[-2]
        for position, (specimen, c_type) in enumerate(zip(plan.arguments, types, strict=True)):
            self.arguments.append(lower(specimen.make(), specimen.label, Place(c_type, position, ffi, lib)))
        self.tracked: list[Tracked] = [t for argument in self.arguments for t in argument.tracked]
        self.words: list[Any] = [argument.passed for argument in self.arguments]
        if variadic:
            self.words.insert(-1, self.arguments[-1].count)
        self.raised: str | None = None
        self.pending_kept: bool | None = None
        self.frames: int = 0
        self.result: Any = None
        self.result_address: int = 0

    def holders(self) -> list[int]:
        """Return the addresses of the objects whose holdings are looked at."""
        found = [t.address for t in self.tracked if not t.may_die]
        return [*found, self.result_address] if self.result_address else found

    def make(self, watched: int = 0, starve: int = 0) -> int:
        """Make the call and count; return how the count of the object at ``watched`` changed."""
        before = holdings(self.holders())
        for t in self.tracked:
            t.held_before = before.get(t.address, 0)
            t.before = core.count_at(t.address)
        set_before = _set_an_exception() if self.plan.pending else 0
        core.watch_count(watched)
        if starve:
            core.fail_allocation(starve)
        with provoked(self.plan.amid):
            self.result = _handling(self.callee, self.words) if self.plan.handling else self.callee(*self.words)
        self.frames, _, change = core.probed()
        raised = core.take_pending()
        self.raised = None if raised is None else type(raised).__name__
        if set_before:
            self.pending_kept = id(raised) == set_before and isinstance(raised, PendingTrouble)
        if raised is not None:
            raised.__traceback__ = None
        del raised
        for t in self.tracked:
            if not t.may_die:
                t.after = core.count_at(t.address)
        if self.c_type.result.cname in OBJECT_TYPES and self.result:
            self.result_address = int(self.ffi.cast("uintptr_t", self.result))
            core.change_count(self.result_address, 1)
        after = holdings([*self.holders(), *self.contents()])
        for t in self.tracked:
            t.held_after = after.get(t.address, 0)
        return int(change)

    def natives(self) -> list[Lowered]:
        """Return the arguments that are pointers to something else than Python made."""
        return [a for a in self.arguments if a.kind == "native" and self.ffi.typeof(a.passed).kind == "pointer"]

    def contents(self) -> list[int]:
        """Return the addresses in the slots that hold something."""
        return [address for a in self.arguments if a.kind == "slot" if (address := self.content(a))]

    def content(self, argument: Lowered) -> int:
        """Return the address in a slot."""
        return int(self.ffi.cast("uintptr_t", argument.memory[0]))

    def destroy(self, kept: Tracked | None, looked_at: int, release_result: int) -> None:
        """End what holds the object at ``looked_at``, which is ``kept`` if it is an argument.

        The caller of C owns such a holder still, unless the call took it.

        What holds nothing is left alone: where C keeps it out of sight, to release it once more would be to free it.
        """
        holders = [t for t in self.tracked if t is not kept and not t.may_die and reaches(t.address, looked_at)]
        if self.result_address:
            core.change_count(self.result_address, -release_result)
        for t in holders:
            if t.net >= 0 and not t.may_die and not t.immortal:
                core.change_count(t.address, -1)
            t.holder = None
        for argument in self.arguments:
            argument.keep.clear()


class Recorder:
    """Makes the calls of one function and keeps their records."""

    def __init__(self, c_name: str, ffi: Any, lib: Any) -> None:  # noqa: ANN401
        self.c_name: str = c_name
        self.ffi: Any = ffi
        self.lib: Any = lib
        self.calls: list[Call] = []

    def record(self, plan: Plan) -> Record:
        """Make the calls of ``plan`` and write down what they did."""
        self.calls.clear()
        first = self._call(plan)
        first.make()
        looks_at_slots = [i for i, a in enumerate(first.arguments) if a.kind == "slot" and self._new_content(first, a)]
        outcome = self._outcome(plan, first)
        gained = outcome.gained or 0
        settled: dict[int, int] = {}
        if first.tracked:
            for index, t in enumerate(first.tracked):
                if not t.may_die and not t.immortal:
                    settled[index] = self._settled(plan, index, gained)
        contents = {i: self._slot(plan, first, i) for i in looks_at_slots}
        self._look_again(first, settled)
        return Record(
            function=plan.function,
            call=plan.text,
            arguments=tuple(self._argument(first, i, settled, contents.get(i)) for i in range(len(first.arguments))),
            outcome=outcome,
            raised=first.raised,
            pending=plan.pending,
            pending_kept=first.pending_kept,
            frames=max(call.frames for call in self.calls),
            amid=plan.amid,
        )

    def starved(self, plan: Plan, at: int = 1) -> Record | None:
        """Make the call with allocations failing from the ``at``-th on; ``None`` when it made none."""
        call = self._call(plan)
        call.make(starve=at)
        if core.probed()[1] < at:
            return None
        return Record(
            function=plan.function, call=f"{plan.text} without memory",
            arguments=tuple(self._argument(call, i, {}, None) for i in range(len(call.arguments))),
            outcome=self._simple(call), raised=call.raised, pending=plan.pending, pending_kept=call.pending_kept,
            frames=call.frames, starved=True,
        )  # fmt: skip

    def tried(self, plan: Plan) -> Record:
        """Make the call once, for what it leaves in the indicator; nothing of it is looked at further."""
        call = self._call(plan)
        call.make()
        return Record(
            function=plan.function, call=plan.text,
            arguments=tuple(self._argument(call, i, {}, None) for i in range(len(call.arguments))),
            outcome=self._simple(call), raised=call.raised, pending=plan.pending, pending_kept=call.pending_kept,
            frames=call.frames,
        )  # fmt: skip

    def _call(self, plan: Plan) -> Call:
        self.calls.append(Call(plan, self.c_name, self.ffi, self.lib))
        return self.calls[-1]

    def _settled(self, plan: Plan, index: int, gained: int) -> int:
        call = self._call(plan)
        call.make()
        focus = call.tracked[index]
        call.destroy(focus, focus.address, 1 + gained)
        left = [t.address for t in call.tracked if t.holder is not None]
        del call
        before = focus.before - focus.held_before
        settled = core.count_at(focus.address) - before
        if settled > 0:
            gc.collect()
            settled = core.count_at(focus.address) - before
        return int(settled) - holdings(left).get(focus.address, 0)

    @staticmethod
    def _look_again(first: Call, settled: dict[int, int]) -> None:
        """Look at the first call's arguments after later calls: one that C had kept out of sight is released by then."""
        for index, t in enumerate(first.tracked):
            if (
                index in settled
                and settled[index] >= 0
                and core.count_at(t.address) - t.before - t.held_after + t.held_before < 0
            ):
                settled[index] = -1

    def _simple(self, call: Call) -> Outcome:
        """Describe a result that is no object."""
        kind = call.c_type.result.kind
        if kind == "void":
            return Outcome("void")
        if kind in {"pointer", "function"} or call.c_type.result.cname in OBJECT_TYPES:
            if not call.result:
                return Outcome("null")
            if call.result_address:
                return Outcome("object")
            address = int(self.ffi.cast("uintptr_t", call.result))
            inside = tuple(t.position for t in call.tracked if t.holder is not None and _belongs(t.address, address))
            return Outcome("pointer", inside=inside)
        value = call.result
        if kind == "struct":
            value = value.real if not value.imag else complex(value.real, value.imag)
        if isinstance(value, bytes):
            value = value[0]
        return Outcome("value", value=value if isinstance(value, (int, float)) else None)

    def _outcome(self, plan: Plan, first: Call) -> Outcome:
        if not first.result_address:
            return self._simple(first)
        address = first.result_address
        kept = any(t.immortal for t in first.tracked if t.address == address)
        immortal = kept or core.immortal_at(address) or any(address == int(self.ffi.cast("uintptr_t", a.passed)) for a in first.natives())
        found = Outcome(
            "object",
            immortal=immortal,
            same_as=tuple(dict.fromkeys(t.position for t in first.tracked if t.address == address)),
            reached_from=_reached(first, address),
            weakly_from=tuple(dict.fromkeys(t.position for t in first.tracked if not t.may_die and refers_weakly(t.address, address))),
            unset=_unset(core.object_there(address)),
            types=tuple(t.__name__ for t in type(core.object_there(address)).__mro__),
        )
        if found.same_as and not immortal:
            # The result is an argument: what it gained above what the argument keeps.
            t = next(t for t in first.tracked if t.address == address)
            more = t.after - t.before - (t.held_after - t.held_before)
            return replace(found, gained=more)
        second = self._call(plan)
        change = second.make(watched=address)
        if second.result_address == address:
            moved = plan.pending and not second.pending_kept
            told = None if immortal or moved else change
            return replace(found, gained=told, elsewhere=True)
        gained: int | None = None
        let_go: bool | None = None
        if second.result_address and not immortal:
            gained, let_go = self._fate(second, second.result_address)
        return replace(found, gained=gained, let_go=let_go)

    def _fate(self, call: Call, address: int) -> tuple[int, bool | None]:
        """Destroy all but the pin on the object at ``address``; return what is left, and whether its owner let go first."""
        let_go = None
        owners = [t for t in call.tracked if t.holder is not None and reaches(t.address, address)]
        if owners:
            before = core.count_at(address)
            for owner in owners:
                empty(owner.holder)
            let_go = core.count_at(address) < before
        del owners
        call.destroy(None, address, 0)
        left = core.count_at(address) - 1
        if left > 0:
            gc.collect()
            left = core.count_at(address) - 1
        if left > 0:
            left -= holdings([address, *call.contents()]).get(address, 0)
        return left, let_go

    def _new_content(self, call: Call, argument: Lowered) -> bool:
        address = call.content(argument)
        return address != 0 and (not argument.tracked or address != argument.tracked[0].address)

    def _slot(self, plan: Plan, first: Call, position: int) -> dict[str, Any]:
        """Find out whether what was put into a slot is owned or borrowed, as for a result."""
        address = first.content(first.arguments[position])
        found: dict[str, Any] = {
            "immortal": core.immortal_at(address) or core.object_there(address) is None, "reached_from": _reached(first, address),
            "types": tuple(t.__name__ for t in type(core.object_there(address)).__mro__),
        }  # fmt: skip
        core.change_count(address, 1)
        if any(t.address == address for t in first.tracked):
            return found
        second = self._call(plan)
        change = second.make(watched=address)
        again = second.content(second.arguments[position])
        if again == address:
            found["gained"] = None if plan.pending and not second.pending_kept else change
        elif again:
            core.change_count(again, 1)
            found["gained"], found["let_go"] = self._fate(second, again)
        return found

    def _argument(self, call: Call, position: int, settled: dict[int, int], content: dict[str, Any] | None) -> Argument:
        lowered = call.arguments[position]
        slots = {call.content(a): i for i, a in enumerate(call.arguments) if a.kind == "slot" and i != position}
        counts = tuple(
            Count(
                t.immortal,
                t.after - t.before,
                t.held_after - t.held_before,
                settled.get(call.tracked.index(t)),
                slots.get(t.address),
            )
            for t in lowered.tracked
            if not t.may_die
        )
        types = lowered.tracked[0].types if lowered.tracked else ()
        made: Content | None = None
        if lowered.kind == "slot":
            after = "null" if not call.content(lowered) else "new" if self._new_content(call, lowered) else "same"
            before = "object" if lowered.tracked else "null"
            if before == "null" and after == "null":
                after = "null"
            made = Content(before, after, counts[0] if counts else None, **(content or {}))
        changed = bytes(self.ffi.buffer(lowered.memory)) != lowered.first if lowered.kind == "variable" else None
        return Argument(
            lowered.kind, lowered.shown, types, counts[0] if lowered.kind == "object" and counts else None,
            counts if lowered.kind == "items" else (), made, changed,
        )  # fmt: skip


def _reached(call: Call, address: int) -> tuple[int, ...]:
    return tuple(dict.fromkeys(t.position for t in call.tracked if not t.may_die and reaches(t.address, address)))


def _unset(value: Any) -> bool:  # noqa: ANN401
    if isinstance(value, types.FunctionType):
        return value.__closure__ is None and bool(value.__code__.co_freevars)
    if isinstance(value, str):
        return value.isascii() and any(byte > 127 for byte in str.encode(value))  # noqa: PLR2004
    return isinstance(value, list | tuple) and len(gc.get_referents(value)) < len(value)


def _belongs(holder: int, address: int) -> bool:
    return any(_within(value, address) for value in held_by(holder))


def _within(value: Any, address: int) -> bool:  # noqa: ANN401
    if isinstance(value, bytearray) and value:
        start = ctypes.addressof(ctypes.c_char.from_buffer(value))
        return start <= address < start + len(value)
    try:
        size = int(sys.getsizeof(value))
    except Exception:  # noqa: BLE001
        return False
    return id(value) <= address < id(value) + max(size, 1)
