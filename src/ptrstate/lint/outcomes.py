"""How a call may end, by the contract of the function and what the indicator says before it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ptrstate.lint.worlds import CLEAR, UNCERTAIN, Anything, Indicator, Many, Null, Number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ptrstate.contract import Contract, Parameter
    from ptrstate.lint.ir import Span
    from ptrstate.lint.worlds import Value


@dataclass(frozen=True, slots=True)
class Outcome:
    """One way that a call may end: ``success``, ``failure`` (with an exception) or ``absent`` (without a result or one)."""

    kind: str
    value: Value | None = None
    """The value of the result, where it is no pointer."""
    indicator: Indicator | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """One argument: the parameter it is for, its value, and where it stands."""

    parameter: Parameter
    value: Value
    span: Span

    def each(self) -> Iterator[tuple[Parameter, Value]]:
        """Yield the argument, or the items of an array."""
        if self.parameter.state == "array" and self.parameter.element is not None and isinstance(self.value, Many):
            for item in self.value.items:
                yield self.parameter.element, item
        else:
            yield self.parameter, self.value


class Outcomes:
    """The outcomes of one call, made with ``given`` while the indicator is ``before``."""

    def __init__(self, contract: Contract, span: Span, given: list[Given], before: Indicator) -> None:
        self.contract = contract
        self.span = span
        self.given = given
        self.before = before

    def all(self) -> Iterator[Outcome]:
        """Yield every outcome that the contract knows."""
        result, failed = self.contract.result, self._failed()
        if self.contract.indicator in {"takes", "shows"}:
            yield from self._taken() if self.contract.indicator == "takes" else self._shown()
            return
        if result.null != "always":
            yield from self._good(self._after_success())
        if result.state in {"status", "found"}:
            if result.null in {"error", "ambiguous"}:
                yield Outcome("failure", Number(-1), failed)
        elif result.null in {"error", "ambiguous", "always"} and result.state != "void":
            yield Outcome("failure", Number(result.sentinel) if result.sentinel is not None else None, failed)
        elif result.state == "void" and result.null in {"ambiguous", "always"}:
            yield from self._void_failure(failed)
        if result.null in {"absent", "ambiguous"} and result.sentinel is None and result.state != "void":
            yield Outcome("absent")

    def _failed(self) -> Indicator:
        on_purpose = self.contract.indicator == "sets"
        return Indicator("set", self.span, self.contract.name, on_purpose, runs_python=on_purpose or self.contract.may_run_python)

    def _void_failure(self, failed: Indicator) -> Iterator[Outcome]:
        clears = [given for given in self.given if given.parameter.if_null == "clear"]
        if clears and all(isinstance(given.value, Null) for given in clears):
            yield Outcome("success", indicator=CLEAR)
        else:
            yield Outcome("failure", indicator=failed)

    def _after_success(self) -> Indicator | None:
        """Return what the indicator is after the call when it has not failed; None when it is as before."""
        kind = self.contract.indicator
        if kind in {"clears", "reports"}:
            return CLEAR
        if kind == "asks":
            return replace(self.before, asked=True)
        if kind == "sets" and self.contract.result.null == "never":
            clears = [given for given in self.given if given.parameter.if_null == "clear"]
            if clears and all(isinstance(given.value, Null) for given in clears):
                return CLEAR
            return self._failed() if clears else UNCERTAIN
        return None

    def _good(self, indicator: Indicator | None) -> Iterator[Outcome]:
        result = self.contract.result
        if result.state == "status":
            yield Outcome("success", Number(0), indicator)
        elif result.state == "found":
            yield Outcome("success", Number(1), indicator)
            yield Outcome("absent", Number(0), indicator)
        elif result.state == "value" and result.sentinel is not None and result.null == "error":
            yield Outcome("success", Number(result.sentinel, but=True), indicator)
        elif result.state == "value":
            yield Outcome("success", Anything(result.sentinel), indicator)
        else:
            yield Outcome("success", None, indicator)

    def _shown(self) -> Iterator[Outcome]:
        """Tell whether an exception is pending."""
        if self.before.state != "clear":
            yield Outcome("success", None, replace(self.before, state="set", span=self.before.span or self.span))
        if self.before.state != "set":
            yield Outcome("absent", None, CLEAR)

    def _taken(self) -> Iterator[Outcome]:
        """Hand the pending exception out, if there is one."""
        if self.before.state != "clear":
            yield Outcome("success", None, CLEAR)
        if self.before.state != "set":
            yield Outcome("absent", None, CLEAR)
