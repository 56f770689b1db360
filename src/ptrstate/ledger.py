"""The book of a block: what lives, what leaked, what went wrong."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from ptrstate._native import core
from ptrstate.scope import LENDERS, come_out, hand_on, lost_error, problems

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from ptrstate.errors import Violation
    from ptrstate.violations.report import Leak

core.hide_file((lambda: None).__code__)


class Ledger:
    """The book of one block.  It does not drop for you: what is still owned at the end, or was collected while it owned, is PS006.

    ``draw=True`` keeps every step of every life, for a picture of the run.
    """

    def __init__(self, *, draw: bool = False) -> None:
        self._region = core.Region("ledger", drops=False, draws=draw)

    @property
    def live(self) -> list[Any]:
        """The owned pointers and filled slots that belong to this block and have not ended."""
        return list(self._region.live())

    @property
    def leaks(self) -> list[Leak]:
        """What was collected while it owned; after the block, also what was still owned then."""
        return list(self._region.leaks)

    @property
    def violations(self) -> list[Violation]:
        """Every violation recorded in the block, raised or swallowed."""
        return list(self._region.violations)

    @property
    def created(self) -> int:
        """How many owned pointers the block was given."""
        return int(self._region.created)

    @property
    def ended(self) -> int:
        """How many of them have ended."""
        return int(self._region.ended)

    @property
    def events(self) -> list[tuple[Any, ...]]:
        """Every step of every life, where the ledger was opened with ``draw=True``."""
        return list(self._region.events or [])

    def to_svg(self) -> str:
        """Return a picture of the run as an SVG document: owners above their borrows, moves as arrows, violations marked.

        Raises ``ValueError`` unless the ledger was opened with ``draw=True``.
        """
        if self._region.events is None:
            msg = "there is nothing to draw: open the ledger with ledger(draw=True)"
            raise ValueError(msg)
        from ptrstate.draw import svg  # noqa: PLC0415

        return svg(self.events, self.violations)

    def _repr_html_(self) -> str | None:
        return self.to_svg() if self._region.events is not None else None

    def forgive(self, violation: Violation) -> None:
        """Strike out a violation that was expected, so that it is not raised at the end; ``ValueError`` when it is not there."""
        self._region.violations.remove(violation)

    def __enter__(self) -> Self:
        self._region.open(LENDERS)
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None, /) -> None:
        found = problems(self._region, value, aborted=True)
        lost = lost_error()
        if lost is not None:
            found.insert(0, lost)
        outside = core.innermost()
        if outside is not None and value is not None:
            hand_on(self._region.violations, outside)
        come_out(found, value)


def ledger(*, draw: bool = False) -> Ledger:
    """Return a context manager that keeps the book of its block: PS006 for what was not ended, and no violation swallowed."""
    return Ledger(draw=draw)


def at_exit() -> None:
    """Report what the process leaves behind: ledgers that were never closed, and an exception that nobody took.

    What stands in a ledger that its block closes is raised there; this is for those that no block closes any more.
    """
    while (region := core.innermost()) is not None:
        for problem in problems(region, None):
            _report_at_exit(problem)
    if (lost := lost_error()) is not None:
        _report_at_exit(lost)


def _report_at_exit(problem: BaseException) -> None:
    print(f"ptrstate, at exit: {problem}", file=sys.stderr)  # noqa: T201
