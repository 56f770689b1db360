"""Every failure tried: fail a function's first, second, … fallible C call until a run has none left, then pairs."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ptrstate._native import core
from ptrstate.faults import MOST_CALLS, Call, Fault, allocations
from ptrstate.states import Var
from ptrstate.testing.problems import EndlessRunError
from ptrstate.testing.runs import Given, Run, run
from ptrstate.violations.report import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

core.hide_file((lambda: None).__code__)

MOST_ALLOCATIONS = 4
"""How many allocations of one call are failed in turn: what fails behind the fourth fails like it."""


@dataclass(frozen=True)
class FaultReport:
    """One run with some calls failed.

    ``failed`` are the calls that were made to fail (none in the first run), ``made`` the number of fallible calls of the run,
    ``problem`` what went wrong: a violation, or an exception that nobody meant; None when the books balance.
    """

    failed: tuple[Call, ...]
    made: int
    problem: BaseException | None

    def __str__(self) -> str:
        return f"{failures(self.failed)}: {self.problem if self.problem is not None else 'the books balance'}"


def failures(failed: tuple[Call, ...]) -> str:
    """Return in words which calls failed, where and how."""
    return " and ".join(f"{call.function} at {_where(call)} failed with {call.how}" for call in failed) or "nothing failed"


def _where(call: Call) -> str:
    site = Site.of(call.site)
    return site.where if site else "?"


def faults(
    function: Callable[..., Any],
    *args: Any,  # noqa: ANN401
    pairs: bool = False,
    allocations: bool = False,
) -> Iterator[FaultReport]:
    """Run ``function`` once as it is, then once per fallible C call with that call failed, and yield a report per run.

    A call fails with an exception that its declaration names, else with ``MemoryError``; once more with each exception for which
    ``function`` asks when it sees that one, such as the ``KeyError`` that it would clear.  ``args`` are handed to each run: an
    owned pointer as a clone, everything else as it is.  ``pairs``: then also every two calls of one run.  ``allocations``: then
    also each call made without memory, which needs an interpreter that survives that.  Raises ``EndlessRunError`` for a run that
    does not come to an end.
    """
    for chosen, made in every_fault(lambda plan: run(function, lambda: _given(args), plan), pairs=pairs, starve=allocations):
        if isinstance(made.problem, EndlessRunError):
            raise made.problem
        if len(made.failed) == len(chosen):
            yield FaultReport(made.failed, len(made.made), made.problem)


def every_fault(
    attempt: Callable[[tuple[Fault, ...]], Run],
    *,
    pairs: bool,
    starve: bool,
    plausible: bool = False,
    most_for_pairs: int = MOST_CALLS,
) -> Iterator[tuple[tuple[Fault, ...], Run]]:
    """Make every run that there is to make: ``attempt`` makes one with the faults it is given.  Yields faults and run.

    ``plausible``: a call fails with each of its documented exceptions in turn, not with one of them alone.  A run with more calls
    than ``most_for_pairs`` has no pairs of them tried.
    """
    first = attempt(())
    yield (), first
    for number in itertools.count():
        alone = attempt((Fault(number),))
        if not alone.failed:
            break
        yield (Fault(number),), alone
        documented = alone.failed[0].may_raise
        for kind in dict.fromkeys((*(documented if plausible else ()), *alone.asked)):
            if kind is not documented[0]:
                fault = (Fault(number, kind),)
                yield fault, attempt(fault)
        if pairs and len(first.made) <= most_for_pairs:
            for second in range(number + 1, len(alone.made)):
                both = (Fault(number), Fault(second))
                yield both, attempt(both)
        if starve:
            yield from _starved(attempt, number)


def _starved(attempt: Callable[[tuple[Fault, ...]], Run], number: int) -> Iterator[tuple[tuple[Fault, ...], Run]]:
    for allocation in range(1, MOST_ALLOCATIONS + 1):
        fault = (Fault(number, allocation=allocation),)
        made = attempt(fault)
        if allocations() < allocation:
            break
        yield fault, made


def _given(args: tuple[Any, ...]) -> Given:
    pointers = [arg for arg in args if isinstance(arg, core.OwnedPtr | core.BorrowedPtr)]
    objects = [pointer.to_python() for pointer in pointers if core.ended_by(pointer) is None]
    values = [(arg, arg.value) for arg in args if isinstance(arg, Var)]

    def clean_up() -> None:
        for variable, value in values:
            variable.value = value

    def hand() -> list[Any]:
        return [arg.clone() if isinstance(arg, core.OwnedPtr) else arg for arg in args]

    return Given(objects, hand, clean_up)
