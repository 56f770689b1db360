"""Making C calls fail: the first, the second, … fallible call of a run, with all the effects a real failure has."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ptrstate._native import core

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from types import TracebackType

    from typing_extensions import Self

core.hide_file((lambda: None).__code__)


class InjectedError(MemoryError):
    """The exception of an injected failure: what any call that allocates can raise, told from a real one by its type."""


@dataclass(frozen=True)
class Call:
    """One fallible C call of a run: which function, where it was made, and whether it was made to fail."""

    function: str
    site: core._Site | None
    failed: bool


@dataclass
class Injector:
    """While it is entered, the fallible calls of this thread whose numbers are in ``fail`` fail.  Numbers start at 0.

    ``calls`` lists the fallible calls that were made.  An injected failure sets an exception, returns the sentinel, consumes the
    arguments that the contract says are consumed on failure, and leaves output slots empty.
    """

    fail: Collection[int]
    exception: Callable[[], BaseException] = InjectedError
    calls: list[Call] = field(default_factory=list)
    _before: Any = None

    def __enter__(self) -> Self:
        self._before = core.set_observer(self._asked)
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None, /) -> None:
        core.set_observer(self._before)

    def _asked(self, function: core.Function, arguments: tuple[Any, ...]) -> BaseException | None:  # noqa: ARG002
        result = function.contract.result
        if not result.fallible or result.null == "always":
            return None
        failed = len(self.calls) in self.fail
        self.calls.append(Call(function.__name__, core.here(function, -1), failed))
        return self.exception() if failed else None
