"""Who ends what is left: ``scope()`` drops it, ``ledger()`` reports it; both make sure that no violation is swallowed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from ptrstate._native import core
from ptrstate.errors import ErrorLostError, OwnershipError, Violation
from ptrstate.violations import report

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from ptrstate.states import OwnedPtr

    AnyOwned = TypeVar("AnyOwned", bound=OwnedPtr[Any])

core.hide_file((lambda: None).__code__)

LENDERS = frozenset({"contextlib", "_pytest.fixtures"})
"""The modules whose generators stand for a block of whoever entered them.  A block that any other generator or coroutine opens is
its own: while it is suspended, what others do does not belong to the block."""


def problems(region: core.Region, raising: BaseException | None, *, aborted: bool = False) -> list[BaseException]:
    """Close ``region`` and return what went wrong in it and is not already on its way: violations, then leaks.

    ``aborted``: ``raising`` ended the block before its end, so that what is still owned is no mistake of its own.
    """
    collected = len(region.leaks)
    region.close()
    found: list[BaseException] = [v for v in region.violations if isinstance(v, OwnershipError) and not _carries(raising, v)]
    if raising is None or not aborted:
        collected = len(region.leaks)
    forgotten, left = region.leaks[:collected], region.leaks[collected:]
    if forgotten:
        found.append(report.leak_error(forgotten))
    if left:
        found.append(report.leak_error(left, raising))
    return found


def _carries(raising: BaseException | None, violation: BaseException) -> bool:
    seen: set[int] = set()
    while raising is not None and id(raising) not in seen:
        if raising is violation or any(violation is noted for noted in getattr(raising, "_noted", ())):
            return True
        seen.add(id(raising))
        raising = raising.__cause__ or raising.__context__
    return False


def come_out(found: list[BaseException], raising: BaseException | None) -> None:
    """Raise the first of ``found`` with the others as its notes; when something is on its way already, all become its notes."""
    if not found:
        return
    first, rest = (raising, found) if raising is not None else (found[0], found[1:])
    untold = [other for other in rest if not _carries(first, other)]
    for other in untold:
        first.add_note(str(other))
    first._noted = (*getattr(first, "_noted", ()), *untold)  # type: ignore[attr-defined]  # no block further out tells of them again
    if raising is None:
        raise first


def lost_error() -> BaseException | None:
    """Take the exception that is still pending at this level, and return the violation that it is.

    An interrupt or an exit is no violation: it is returned as it is.
    """
    site = core.pending_site()
    pending = core.take_pending()
    if pending is None:
        return None
    if isinstance(pending, KeyboardInterrupt | SystemExit):
        return pending
    violation = report.violation(
        ErrorLostError.code, None, None, None, site, None, None, "an exception that somebody takes", "one still pending", pending
    )
    violation.__cause__ = pending
    return violation


class Scope:
    """A block in which every owned pointer belongs to the block: what was not moved, dropped or kept is dropped at its end."""

    def __init__(self) -> None:
        self._region = core.Region("scope", drops=True)

    def keep(self, pointer: AnyOwned, /) -> AnyOwned:
        """Let ``pointer`` belong to whatever is outside the block, and return it.  Raises PS001 or PS003 when it has ended."""
        return self._region.hand_out(pointer)

    def __enter__(self) -> Self:
        self._region.open(LENDERS)
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None, /) -> None:
        before = len(self._region.violations)
        self._region.close()
        found: list[BaseException] = self._region.violations[before:]
        outside = core.innermost()
        if outside is None:
            lost = lost_error()
            if lost is not None:
                found.insert(0, lost)
        else:
            hand_on(self._region.violations, outside)
        come_out(found, value)


def hand_on(violations: list[Violation], outside: core.Region) -> None:
    """Let the region outside know what was recorded, so that it comes out there if somebody catches it on the way."""
    outside.violations.extend(violation for violation in violations if violation not in outside.violations)


def scope() -> Scope:
    """Return a context manager that drops, on the way out, every owned pointer made in its block and not kept or moved."""
    return Scope()
