"""One run of a function under test: its arguments made afresh, some of its calls failed, its books and counts looked at."""

from __future__ import annotations

import _thread
import functools
import sys
import threading
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ptrstate._native import core
from ptrstate.errors import OwnershipError, OwnershipWarning
from ptrstate.faults import Call, EndlessError, Fault, Injected, Injector
from ptrstate.ledger import ledger
from ptrstate.prototype import Prototype
from ptrstate.testing.balance import Balance
from ptrstate.testing.problems import EndlessRunError, MisbehaviourError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import CodeType, FrameType

core.hide_file((lambda: None).__code__)


@dataclass
class Given:
    """The arguments of one run: the objects whose counts are looked at, and what makes the arguments of them.

    ``clean_up`` is called when the run is over.
    """

    objects: Sequence[Any]
    hand: Callable[[], list[Any]]
    clean_up: Callable[[], None] = lambda: None


@dataclass(frozen=True)
class Run:
    """What came of one run.

    ``made`` are the fallible C calls, ``path`` is where every C call was made, ``asked`` the exception types that were asked for,
    ``outcome`` says how the run ended, ``problem`` what is wrong: a violation, or an exception that nobody meant.
    """

    made: tuple[Call, ...]
    path: tuple[tuple[CodeType | None, int], ...]
    asked: tuple[type[BaseException], ...]
    outcome: str
    problem: BaseException | None

    @property
    def failed(self) -> tuple[Call, ...]:
        """The calls that were made to fail."""
        return tuple(call for call in self.made if call.failed)


def run(function: Callable[..., Any], make: Callable[[], Given], faults: Sequence[Fault] = (), *, strict: bool = False) -> Run:
    """Run ``function`` once with the arguments that ``make`` makes, failing the calls that ``faults`` name.

    ``strict``: an ownership warning is a problem too.  What is pending at the end is the outcome of a failed call, as long as
    the result is the error value: a prototype that breaks that has refused itself.  Raises ``KeyboardInterrupt``, and nothing
    else.
    """
    injector = Injector(faults)
    ending = _Ending()
    problem: BaseException | None = None
    threads, started = _thread._count(), _Threads.started
    try:
        with warnings.catch_warnings(), ledger():
            if strict:
                warnings.simplefilter("error", OwnershipWarning)
            problem = _in_ledger(function, make, injector, ending)
    except KeyboardInterrupt:
        raise
    except Exception as error:  # noqa: BLE001
        error.__cause__ = error.__context__ = None
        problem = problem or error
    problem = problem or ending.imbalance  # the ledger, where it saw something, knows where it began
    if _thread._count() > threads and problem is None:
        names = ", ".join(thread.name for thread in threading.enumerate() if thread is not threading.current_thread())
        problem = MisbehaviourError(f"it started a thread that is still running ({names})")
    if _Threads.started > started and problem is None:
        problem = MisbehaviourError("it started a thread")
    return Run(tuple(injector.calls), tuple(injector.path), tuple(injector.asked), ending.outcome, problem)


class _Threads:
    """How many threads were started since :func:`watch_threads`."""

    started = 0


def watch_threads() -> None:
    """From now on, for as long as the process lives, a run that starts a thread has done wrong, even if the thread has ended."""
    for module in (_thread, threading):
        for name in ("start_new_thread", "start_joinable_thread", "_start_new_thread", "_start_joinable_thread"):
            if hasattr(module, name):
                setattr(module, name, _counted(getattr(module, name)))


def _counted(start: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(start)
    def counted(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        _Threads.started += 1
        return start(*args, **kwargs)

    return counted


class _Ending:
    """How the call of a run ended, in a word, and what the counts say of it."""

    outcome = "not called"
    imbalance: BaseException | None = None


def _in_ledger(
    function: Callable[..., Any], make: Callable[[], Given], injector: Injector, ending: _Ending
) -> BaseException | None:
    given = make()
    balance = Balance(given.objects)
    arguments = given.hand()
    problem: BaseException | None = None
    result: Any = None
    try:
        with injector:
            result = function(*arguments)
        ending.outcome = "returned"
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001
        ending.outcome = f"raised {type(error).__name__}"
        problem = None if isinstance(error, Injected) else _not_meant(error)
        _forget_frames(error)
    pending = core.take_pending()
    if isinstance(pending, KeyboardInterrupt):
        raise pending
    if pending is not None:
        ending.outcome = "failed with " + type(pending).__name__.removeprefix("Injected")
        if not isinstance(function, (Prototype, core.Function)) and not isinstance(pending, Injected):
            problem = problem or pending
        _forget_frames(pending)
    elif ending.outcome == "returned":
        ending.outcome = f"returned {_kind(result)}"
    del pending
    _end(result)
    result = None
    while arguments:
        _end(arguments.pop())
    given.clean_up()
    ending.imbalance = balance.problem(function)
    return problem


def _kind(result: Any) -> str:  # noqa: ANN401
    return "NULL" if result is None else type(result).__name__ if hasattr(type(result), "_address") else repr(result)


def _end(value: Any) -> None:  # noqa: ANN401
    """End what the run has left with its caller: a result, an argument that was not consumed, what is in a slot."""
    if isinstance(value, core.OwnedPtr) and value._state == "live":
        value.drop()
    elif isinstance(value, core.Slot) and value._address:
        value.clear()


def _not_meant(error: BaseException) -> BaseException:
    """Return the problem that an exception is which comes out of a function instead of being left pending."""
    if isinstance(error, SystemExit):
        return MisbehaviourError(f"it ended the process: sys.exit({error.code!r})")
    if isinstance(error, EndlessError):
        return EndlessRunError(f"it does not come to an end: {error}")
    if isinstance(error, RecursionError):
        return MisbehaviourError(f"it calls itself without end: {error}")
    if not isinstance(error, Exception):
        return MisbehaviourError(f"it raised {type(error).__name__}, which is no Exception: {error}")
    return error


def _forget_frames(error: BaseException) -> None:
    """Let the frames of an exception go, and with them the arguments that they hold."""
    seen: set[int] = set()
    following: BaseException | None = error
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        following.__traceback__ = None
        following = following.__context__


def last_line(function: Callable[..., Any], make: Callable[[], Given], faults: Sequence[Fault], *, strict: bool) -> int | None:
    """Run once more and return the last line of the body of ``function`` that was reached; None where it has no Python body."""
    body = getattr(function, "function", function)
    code = getattr(body, "__code__", None)
    if code is None:
        return None
    reached: list[int] = []

    def inside(frame: FrameType, event: str, argument: object) -> Any:  # noqa: ANN401
        reached.append(frame.f_lineno)
        return inside

    def tracer(frame: FrameType, event: str, argument: object) -> Any:  # noqa: ANN401
        return inside if frame.f_code is code else None

    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        run(function, make, faults, strict=strict)
    finally:
        sys.settrace(before)
    return reached[-1] if reached else None


__all__ = ["Given", "OwnershipError", "Run", "last_line", "run"]
