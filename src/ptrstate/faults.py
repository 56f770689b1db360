"""Making C calls fail: the first, the second, … fallible call of a run, with all the effects that a real failure has.

A call fails in one of two ways.  Either it is not made at all, and what its contract says of a failure is done instead: the
exception, the sentinel, the arguments consumed, the slots NULL.  Or it is made, and no memory is to be had from its n-th
allocation on: then the failure, if there is one, is C's own.
"""

from __future__ import annotations

import builtins
import functools
import gc
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ptrstate._native import core

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import CodeType, TracebackType
    from typing import Self

    from ptrstate.contract import Contract

core.hide_file((lambda: None).__code__)

MOST_CALLS = 10_000
"""A run with more C calls than this is taken not to end."""


class Injected:
    """What the exceptions of injected failures have in common, so that they are told from real ones."""


class InjectedError(Injected, MemoryError):
    """The exception that any call which allocates can fail with."""


class EndlessError(BaseException):
    """A run that made more C calls than any run that ends.  No ``except Exception`` of a prototype catches it."""


def injected(kind: type[BaseException]) -> type[BaseException]:
    """Return the class of injected exceptions of ``kind``; of ``MemoryError`` where ``kind`` cannot be made from nothing."""
    if kind not in _INJECTED:
        _INJECTED[kind] = _injected(kind)
    return _INJECTED[kind]


_INJECTED: dict[type[BaseException], type[BaseException]] = {MemoryError: InjectedError}


def _injected(kind: type[BaseException]) -> type[BaseException]:
    try:
        made = type(f"Injected{kind.__name__}", (Injected, kind), {"__module__": __name__})
        made()
    except Exception:  # noqa: BLE001
        return InjectedError
    return made


@functools.cache
def documented(doc: str) -> tuple[type[BaseException], ...]:
    """Return the exceptions with which a call may plausibly fail: the builtin ones its declaration names, and ``MemoryError``."""
    named = (getattr(builtins, name, None) for name in re.findall(r"\b[A-Z]\w+Error\b", doc))
    found = [kind for kind in named if isinstance(kind, type) and issubclass(kind, Exception)]
    return tuple(dict.fromkeys((*found, MemoryError)))


@dataclass(frozen=True)
class Fault:
    """Which fallible call of a run is to fail, counted from 0, and how.

    With ``allocation`` n the call is made, and its allocations fail from the n-th on; otherwise it fails with ``exception``, by
    default the first that is documented.
    """

    call: int
    exception: type[BaseException] | None = None
    allocation: int = 0


@dataclass(frozen=True)
class Call:
    """One fallible C call of a run: which function, where it was made, whether it was made to fail, how, and how it might."""

    function: str
    site: core._Site | None
    failed: bool
    how: str = ""
    may_raise: tuple[type[BaseException], ...] = (MemoryError,)


@dataclass
class Injector:
    """While it is entered, the C calls of this thread are listed, and those that ``faults`` name fail.

    ``calls`` are the fallible ones, ``path`` is where every call was made, in order, ``asked`` the exception types for which
    somebody asked: an error handler that looks for a ``KeyError`` has to be shown one.
    """

    faults: Iterable[Fault] = ()
    calls: list[Call] = field(default_factory=list)
    path: list[tuple[CodeType | None, int]] = field(default_factory=list)
    asked: list[type[BaseException]] = field(default_factory=list)
    _chosen: dict[int, Fault] = field(default_factory=dict)
    _before: Any = None

    def __enter__(self) -> Self:
        self._chosen = {fault.call: fault for fault in self.faults}
        self._before = core.set_observer(self._asked)
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None, /) -> None:
        core.set_observer(self._before)

    def _asked(self, function: core.Function, arguments: tuple[Any, ...]) -> BaseException | None:
        contract = function.contract
        site = core.here(function, -1)
        self.path.append(site[:2] if site else (None, -1))
        if len(self.path) > MOST_CALLS:
            msg = f"more than {MOST_CALLS} C calls in one run"
            raise EndlessError(msg)
        if contract.indicator == "asks":
            self.asked += _types(arguments)
        if not contract.result.fallible or contract.result.null == "always":
            return None
        fault = self._chosen.get(len(self.calls))
        plausible = documented(contract.doc)
        if fault is None:
            self.calls.append(Call(contract.name, site, failed=False, may_raise=plausible))
            return None
        if fault.allocation:
            how = f"no memory from allocation {fault.allocation} on"
            self.calls.append(Call(contract.name, site, failed=True, how=how, may_raise=plausible))
            empty_freelists()
            core.fail_allocation(fault.allocation)
            return None
        exception = fault.exception or plausible[0]
        self.calls.append(Call(contract.name, site, failed=True, how=exception.__name__, may_raise=plausible))
        _clear_slots(contract, arguments)
        return injected(exception)()


def empty_freelists() -> None:
    """Let go of the memory that types keep for their next objects, so that a call has to allocate."""
    gc.collect()


def allocations() -> int:
    """Return how many allocations the last call made that was to find no memory."""
    return core.probed()[1]


def _types(arguments: tuple[Any, ...]) -> list[type[BaseException]]:
    """Return the exception classes among the pointers handed to a function that asks for the type of what is pending."""
    found: list[type[BaseException]] = []
    for argument in arguments:
        value = argument.to_python() if isinstance(argument, core.BorrowedPtr) else None
        kinds = value if isinstance(value, tuple) else (value,)
        found += [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Exception)]
    return found


def _clear_slots(contract: Contract, arguments: tuple[Any, ...]) -> None:
    """Leave a slot as a failed call does, which the binding does not: NULL where it clears what was there before."""
    for parameter, argument in zip(contract.parameters, arguments, strict=False):
        clears = parameter.state == "slot" and parameter.slot == "inout" and parameter.after and parameter.after[1] == "null"
        if clears and argument is not None:
            argument.clear()
