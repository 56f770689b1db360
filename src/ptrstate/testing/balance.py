"""The balance of counts: each object has as many references after a run as before, but for those that its holders tell of."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

from ptrstate._native import core
from ptrstate.audit.references import holdings
from ptrstate.errors import ContractViolationError
from ptrstate.violations.report import Report, Site, describe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

core.hide_file((lambda: None).__code__)


class Balance:
    """The counts of some objects, and the references that they hold to each other, taken when it is made.

    The objects are kept alive meanwhile.  Left out are those whose counts say nothing: immortal ones, values that the interpreter
    keeps and hands out everywhere, and texts, which the caches of types keep when they are used as names.
    """

    def __init__(self, objects: Sequence[Any]) -> None:
        self.objects: list[Any] = [obj for obj in {id(obj): obj for obj in objects}.values() if not says_nothing(obj)]
        self.before: list[int] = self._unaccounted()

    def _unaccounted(self) -> list[int]:
        """Return how many references there are to each object that none of them holds."""
        addresses = [id(obj) for obj in self.objects]
        held = holdings(addresses)
        return [core.count_at(address) - held.get(address, 0) for address in addresses]

    def _differences(self) -> list[int]:
        return [after - before for after, before in zip(self._unaccounted(), self.before, strict=True)]

    def problem(self, function: Callable[..., Any]) -> ContractViolationError | None:
        """Return what is wrong with the counts now, as a violation of ``function``'s contract; None when nothing is."""
        if not any(self._differences()):
            return None
        gc.collect()
        for obj, difference in zip(self.objects, self._differences(), strict=True):
            if difference:
                return unbalanced(function, describe(obj), difference)
        return None


_MOST_REFERENCES = 8


def says_nothing(obj: Any) -> bool:  # noqa: ANN401
    """Whether the count of an object says nothing: it is immortal, kept by the interpreter, or a text."""
    if type(obj) is str or core.immortal_at(id(obj)):
        return True
    return not gc.is_tracked(obj) and core.count_at(id(obj)) > _MOST_REFERENCES


def unbalanced(function: Callable[..., Any], shown: str, difference: int) -> ContractViolationError:
    """Return the violation for an object that came out of a run with ``difference`` references too many."""
    body = getattr(function, "function", function)
    code = getattr(body, "__code__", None)
    name = getattr(function, "__name__", repr(function))
    return ContractViolationError(
        Report(
            code="PS014",
            used=Site(code, 0, name, None) if code else Site(None, -1, name, None),
            expected="as many references as there are owners after the call",
            seen=f"{abs(difference)} too {'many' if difference > 0 else 'few'} to {shown}",
            help="what is taken is released or handed on, and nothing else is",
        )
    )
