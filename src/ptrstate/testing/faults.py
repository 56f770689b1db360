"""Every failure tried: fail a function's first, second, … fallible C call until a run has none left, then pairs."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ptrstate._native import core
from ptrstate.faults import Call, InjectedError, Injector
from ptrstate.ledger import ledger
from ptrstate.violations.report import Site

core.hide_file((lambda: None).__code__)

MOST_CALLS = 10_000
"""A run with more fallible calls than this is taken not to end."""


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
        where = " and ".join(f"{call.function} at {_where(call)}" for call in self.failed) or "nothing failed"
        return f"{where}: {self.problem if self.problem is not None else 'the books balance'}"


def _where(call: Call) -> str:
    site = Site.of(call.site)
    return site.where if site else "?"


def faults(function: Callable[..., Any], *args: Any, pairs: bool = False) -> Iterator[FaultReport]:  # noqa: ANN401
    """Run ``function`` once as it is, then once per fallible C call with that call failed, and yield a report per run.

    ``args`` are handed to each run: an owned pointer as a clone, everything else as it is.  ``pairs``: then also every two
    calls of one run.  Raises ``RuntimeError`` for a run that does not come to an end.
    """
    yield _run(function, args, ())
    for number in itertools.count():
        report = _run(function, args, (number,))
        if not report.failed:
            break
        yield report
        if pairs:
            for second in range(number + 1, report.made):
                both = _run(function, args, (number, second))
                if len(both.failed) == 2:  # noqa: PLR2004
                    yield both


def _run(function: Callable[..., Any], args: tuple[Any, ...], fail: tuple[int, ...]) -> FaultReport:
    injector = Injector(fail)
    problem: BaseException | None = None
    try:
        with ledger():
            given = [arg.clone() if isinstance(arg, core.OwnedPtr) else arg for arg in args]
            with injector:
                result = function(*given)
            problem = _unexpected()
            if isinstance(result, core.OwnedPtr):
                result.drop()
            del given, result
    except InjectedError:
        pass
    except Exception as error:  # noqa: BLE001
        problem = error
    if len(injector.calls) > MOST_CALLS:
        msg = f"more than {MOST_CALLS} fallible calls in one run"
        raise RuntimeError(msg)
    failed = tuple(call for call in injector.calls if call.failed)
    return FaultReport(failed, len(injector.calls), problem)


def _unexpected() -> BaseException | None:
    """Take what is pending: an injected failure is as it should be, anything else is returned."""
    pending = core.take_pending()
    if isinstance(pending, KeyboardInterrupt | SystemExit):
        raise pending
    return None if isinstance(pending, InjectedError) else pending

