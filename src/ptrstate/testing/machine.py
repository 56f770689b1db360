"""A machine that calls C functions at random, with the contract table as its model and the ledger as its witness."""

from __future__ import annotations

import functools
import gc
import sys
import types
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from ptrstate._native import core
from ptrstate.buffers import Py_buffer
from ptrstate.errors import ContractViolationError, OwnershipError
from ptrstate.ledger import Ledger, ledger
from ptrstate.specimens import CallbackTo, Memory, Native, Specimen, Unshared, alternatives
from ptrstate.specimens.asserted import NEVER_CALLED, asserted_of
from ptrstate.specimens.bounds import KEPT_OUT_OF_SIGHT, ONE_OF_A_PAIR, OUT_OF_BOUNDS
from ptrstate.specimens.catalogue import OBJECTS
from ptrstate.testing.arguments import wrap
from ptrstate.testing.balance import says_nothing
from ptrstate.violations.report import describe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ptrstate.contract import Contract, Parameter

core.hide_file((lambda: None).__code__)
core.hide_file(RuleBasedStateMachine.__init__.__code__)

MOST_POINTERS = 16
"""How many pointers a machine keeps; the oldest make room."""

PICKS = 6
"""How many numbers a call is drawn with: one per argument, and around again."""

_LOOKED_AT = 4
_POINTERS = (core.OwnedPtr, core.BorrowedPtr)
_REFUSALS = (TypeError, ValueError, OverflowError, IndexError, NotImplementedError)


def left_out(contract: Contract) -> str | None:
    """Return why a function is not called at random; None when it is."""
    for reasons in (OUT_OF_BOUNDS, ONE_OF_A_PAIR, NEVER_CALLED):
        if contract.name in reasons:
            return reasons[contract.name]
    if contract.undone_by or contract.undoes or contract.result.allocates or any(p.frees or p.flight for p in contract.parameters):
        return "one half of a pair: what it takes or makes ends by another call"
    if contract.error_set == "required":
        return "is for when an exception is pending"
    return None


@functools.cache
def table() -> tuple[core.Function, ...]:
    """Return every declared function of this interpreter that can be called at random."""
    from ptrstate import capi  # noqa: PLC0415

    functions = (getattr(capi, name) for name in dir(capi))
    return tuple(f for f in functions if isinstance(f, core.Function) and left_out(f.contract) is None)


@functools.cache
def choices(function: core.Function) -> tuple[tuple[int, Parameter, tuple[Specimen, ...]], ...]:
    """Return, for each parameter that is given an argument: which pick chooses it, the parameter, and the specimens for it."""
    found = []
    for position, parameter in enumerate(function.contract.parameters):
        known = alternatives(parameter, function.contract)
        specimens = tuple(s for s in (*known.succeed, *known.fail) if not asserted_of(function.contract, parameter, s))
        if specimens and not parameter.variadic:
            found.append((position % PICKS, parameter, specimens))
    return tuple(found)


class OwnershipMachine(RuleBasedStateMachine):
    """Calls C functions at random with random arguments, and knows from their contracts what the ledger has to say.

    Derive a class to call other functions, or to add rules of your own::

        class Lists(OwnershipMachine):
            functions = (capi.PyList_New, capi.PyList_Append, capi.PyList_GetItem)

        TestLists = Lists.TestCase

    ``owned`` and ``borrowed`` are the pointers at hand.  After each step the owned ones are those that live in the ledger, none
    has fewer references than owners, and each argument of a call has as many as its contract says.  At the end everything is
    dropped, and nothing may be left.  A mistake comes out as an ``OwnershipError`` or an ``AssertionError`` with the steps that
    led to it.
    """

    functions: ClassVar[Sequence[core.Function]] = ()
    """The functions to call: all that are declared, where a class names none."""

    tally: ClassVar[Counter[tuple[str, str]]] = Counter()
    """How often each function was ``"made"``, ``"failed"`` with an exception, or ``"refused"``, in this process."""

    def __init__(self) -> None:
        super().__init__()
        self.chosen: Sequence[core.Function] = self.functions or table()
        self.wrong: bool = False
        self.owned: list[Any] = []
        self.borrowed: list[Any] = []
        self.book: Ledger = ledger()
        self.book._region.open()
        # What the process had before is not the machine's: a collection that is called should not walk through it each time.
        self.freezes: bool = not gc.get_freeze_count()
        if self.freezes:
            gc.freeze()

    # ---- rules ----

    @rule(name=st.sampled_from(sorted(OBJECTS)))
    def own(self, name: str) -> None:
        """Own a fresh object."""
        self.keep(core.own(OBJECTS[name]()))
        self._make_room()

    @rule(how=st.sampled_from(("clone", "drop", "lend", "fly")), pick=st.integers(0, MOST_POINTERS - 1))
    def turn(self, how: str, pick: int) -> None:
        """Take a second reference, drop one, borrow from one, or make one raw and take it up again."""
        if not self.owned:
            return
        pointer = self.owned[pick % len(self.owned)]
        if how == "clone":
            self.keep(pointer.clone())
        elif how == "lend":
            self.keep(pointer.borrow())
        else:
            self.owned.remove(pointer)
            if how == "drop":
                pointer.drop()
            else:
                self.keep(pointer.into_raw().assume_owned())
        self._make_room()

    @rule(number=st.integers(0, 4095), picks=st.tuples(*[st.integers(0, 63)] * PICKS))
    def call(self, number: int, picks: tuple[int, ...]) -> None:
        """Call a function with arguments at hand and fresh ones, and hold what it did to its contract."""
        function = self.chosen[number % len(self.chosen)]
        arguments = [self.argument(parameter, known, picks[place]) for place, parameter, known in choices(function)]
        with _uncollected():
            self._hold(function, arguments)

    # ---- what a call is given, and what comes of it ----

    def argument(self, parameter: Parameter, known: Sequence[Specimen], pick: int) -> Any:  # noqa: ANN401
        """Return an argument: a pointer at hand, or a fresh one made from the specimens of the parameter."""
        state = parameter.state
        if pick % 4 == 0 and state in {"owned", "borrowed"}:
            pool = self.owned if state == "owned" else [*self.owned, *self.borrowed]
            if pool:
                chosen = pool[pick // 4 % len(pool)]
                return chosen.borrow() if state == "borrowed" and isinstance(chosen, core.OwnedPtr) else chosen
        value = known[pick % len(known)].make()
        if pick % 4 == 1 and state == "borrowed" and not isinstance(value, Native | Unshared):
            made = wrap(parameter, value)
            owner = made.to_owned() if isinstance(made, core.BorrowedPtr) else None
            del made, value
            return self.keep(owner).borrow() if owner is not None else None
        return self._fresh(parameter, value)

    def _fresh(self, parameter: Parameter, value: Any) -> Any:  # noqa: ANN401
        if isinstance(value, Unshared):
            value = value.make()
        if isinstance(value, Native | Memory):
            return Py_buffer() if parameter.state == "struct" else core.borrow(object()).as_raw()
        if isinstance(value, CallbackTo):
            return value.function
        made = wrap(parameter, value)
        for pointer in made if isinstance(made, list) else (made,):
            if isinstance(pointer, core.OwnedPtr):
                self.keep(pointer)
        return made

    def _hold(self, function: core.Function, arguments: list[Any]) -> None:
        contract = function.contract
        before, at_hand = _Counts(arguments), (len(self.owned), len(self.borrowed))
        try:
            result = function(*arguments)
        except ContractViolationError:
            self.wrong = True
            raise
        except OwnershipError as refusal:
            if refusal in self.book.violations:
                self.book.forgive(refusal)
            result = None
            self.tally[contract.name, "refused"] += 1
        except _REFUSALS:
            result = None
            self.tally[contract.name, "refused"] += 1
        else:
            pending = core.take_pending()
            self.tally[contract.name, "made" if pending is None else "failed"] += 1
            self._judge(contract, arguments, failed=pending is not None)
            if isinstance(pending, BaseException) and id(pending) not in before.objects:
                pending.__traceback__ = None
            del pending
            if isinstance(result, _POINTERS):
                self._take(result, filled=not contract.result.unfilled)
        del result
        for argument in arguments:
            if isinstance(argument, core.Slot) and argument._address:
                taken = argument.take()
                if taken is not None:
                    self._take(taken)
        if before.objects and contract.name not in KEPT_OUT_OF_SIGHT:
            made = [*self.owned[at_hand[0] :], *self.borrowed[at_hand[1] :]]
            unbalanced = before.unbalanced(made)  # while what was borrowed for the call still keeps its object
            if unbalanced:
                self._mistake(f"{contract.name}: {unbalanced}")
            del made
        arguments.clear()
        self._tidy()

    def _judge(self, contract: Contract, arguments: list[Any], *, failed: bool) -> None:
        """Hold the owned arguments to what the contract says of a success or a failure."""
        for parameter, argument in zip(contract.parameters, arguments, strict=False):
            if isinstance(argument, core.OwnedPtr) and parameter.consumed != "reached":
                taken = parameter.consumed in {"always", "failure" if failed else "success"}
                if (argument._state != "live") != taken:
                    self._mistake(
                        f"{contract.name}: `{parameter.name}` is consumed: {parameter.consumed}, and it is {argument._state} "
                        f"after a {'failure' if failed else 'success'}"
                    )

    def _mistake(self, what: str) -> NoReturn:
        self.wrong = True
        raise AssertionError(what)

    def keep(self, pointer: Any) -> Any:  # noqa: ANN401
        """Put a pointer among those at hand, and return it."""
        (self.owned if isinstance(pointer, core.OwnedPtr) else self.borrowed).append(pointer)
        return pointer

    def _take(self, result: Any, *, filled: bool = True) -> None:  # noqa: ANN401
        """Keep what a call gave, for others, unless they could do harm with it."""
        if filled and not _is_everyones(core.object_there(result._address)):
            self.keep(result)
        elif isinstance(result, core.OwnedPtr):
            result.drop()

    def _tidy(self) -> None:
        """Forget what has ended, and make room."""
        self.owned = [pointer for pointer in self.owned if pointer._state == "live"]
        self._make_room()

    def _make_room(self) -> None:
        while len(self.owned) > MOST_POINTERS:
            self.owned.pop(0).drop()
        self.borrowed = [pointer for pointer in self.borrowed if core.ended_by(pointer) is None][-MOST_POINTERS:]

    # ---- what holds after each step ----

    @invariant()
    def what_lives_is_what_the_ledger_says(self) -> None:
        """The owned pointers at hand are the ones that live in the ledger."""
        live = self.book.created - self.book.ended
        if live != len(self.owned):
            self._mistake(f"{len(self.owned)} pointers are at hand, and {live} live in the ledger")

    @invariant()
    def nothing_has_fewer_references_than_owners(self) -> None:
        """Each count is at least what the ledger knows of; those are looked at that the last steps touched."""
        for pointer in self.owned[-_LOOKED_AT:]:
            address = pointer._address
            count = core.count_at(address)
            if count < sum(core.known_references(address)):
                self._mistake(f"{pointer!r} has {count} references and more owners")

    def teardown(self) -> None:
        """Drop everything; what is left then is a leak."""
        if self.freezes:
            gc.unfreeze()
        self._tidy()
        self.borrowed.clear()
        while self.owned:
            self.owned.pop().drop()
        core.take_pending()
        if self.wrong:
            self.book._region.close()
        else:
            self.book.__exit__(None, None, None)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Put off the collector: garbage that it frees may hold what a call is given."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


_ATOMS = frozenset({int, float, complex, str, bytes, bytearray, bool, type(None)})


def _hides(obj: Any) -> bool:  # noqa: ANN401
    """Whether an object may hold others and does not tell the collector, as a time zone holds its offset."""
    return not gc.is_tracked(obj) and type(obj) not in _ATOMS


_LAYERS = 3
_WIDELY_HELD = 8
"""What more than this hold out of sight is the interpreter's own, such as the dict of builtins, which every frame holds."""

_MOST_HOLDERS = 300
_LEAD_EVERYWHERE = (type, types.ModuleType, types.FrameType)


def _is_wide(obj: Any) -> bool:  # noqa: ANN401
    """Whether an object leads everywhere: a type, a module, a frame, or what is everyone's."""
    return isinstance(obj, _LEAD_EVERYWHERE) or (type(obj) is dict and _is_everyones(obj))


def _is_everyones(obj: Any) -> bool:  # noqa: ANN401
    """Whether all code relies on what is in it: the names of a module, the builtins, the dict of modules."""
    return obj is sys.modules or (type(obj) is dict and ("__builtins__" in obj or "__build_class__" in obj))


def _held(wanted: Iterable[int], holders: Sequence[int]) -> dict[int, int]:
    """Return how many references to each object ``wanted`` those at ``holders`` have, and what they hold, three layers deep."""
    found = dict.fromkeys(wanted, 0)
    seen = dict.fromkeys(holders)
    layer = [obj for obj in map(core.object_there, seen) if type(obj) not in _ATOMS]
    for _ in range(_LAYERS):
        if not layer or len(layer) > _MOST_HOLDERS:
            break
        held = gc.get_referents(*layer)
        addresses = list(map(id, held))
        for address in found:
            found[address] += addresses.count(address)
        layer = []
        for obj, address in zip(held, addresses, strict=True):
            if type(obj) not in _ATOMS and address not in seen and not _is_wide(obj):
                seen[address] = None
                layer.append(obj)
    return found


class _Counts:
    """The counts of what the arguments point to, less the references that the ledger and the other arguments account for."""

    def __init__(self, arguments: Sequence[Any]) -> None:
        pointers = [a for a in arguments if isinstance(a, _POINTERS) and core.ended_by(a) is None]
        there = {pointer._address: core.object_there(pointer._address) for pointer in pointers}
        self.objects = {address: obj for address, obj in there.items() if not says_nothing(obj)}
        del there
        self.before = self._unaccounted(())

    def _unaccounted(self, made: Sequence[Any]) -> dict[int, int]:
        held = _held(self.objects, [*self.objects, *(pointer._address for pointer in made if core.ended_by(pointer) is None)])
        return {a: core.count_at(a) - held[a] - sum(core.known_references(a)) for a in self.objects}

    def unbalanced(self, made: Sequence[Any]) -> str:
        """Say in words which counts no owner accounts for, nor what the call ``made``; an empty text when there are none.

        What it made may be new, and hold an argument since, or have been there all along.
        """
        plain = self._unaccounted(())
        if plain == self.before or any(_hides(core.object_there(p._address)) for p in made if core.ended_by(p) is None):
            return ""
        after = self._unaccounted(made)
        return ", ".join(
            f"{after[address] - self.before[address]:+} references to {describe(obj)} that nobody holds"
            for address, obj in self.objects.items()
            if self.before[address] not in {plain[address], after[address]} and self.before[address] <= _WIDELY_HELD
        )
