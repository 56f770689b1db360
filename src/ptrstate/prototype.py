"""Prototypes: C-API functions that do not exist yet, written in Python, their contracts in their annotations."""

from __future__ import annotations

import functools
import inspect
import sys
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, overload

from ptrstate import converters
from ptrstate._native import core
from ptrstate.binding import bound
from ptrstate.contract import Contract, Parameter
from ptrstate.errors import OwnershipError
from ptrstate.promises import FAILURE, Promises
from ptrstate.reading import DeclarationError, local_names, read_contract
from ptrstate.scope import come_out, hand_on, lost_error, problems

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
R = TypeVar("R")

core.hide_file((lambda: None).__code__)


class Prototype(Generic[P, R]):
    """A prototype, called as the C function it stands for would be.

    ``contract`` is what its annotations say, ``function`` its body.  A call refuses what the contract refuses, gives each owned
    argument a new handle, ends what the body left (in RAII style) and holds the result to the contract: PS009, PS010, PS018 …
    """

    def __init__(self, function: Callable[P, R], *, raii: bool, facts: dict[str, Any], names: dict[str, Any]) -> None:
        if not inspect.isfunction(function):
            msg = f"prototype: a function with annotations is needed, not {function!r}"
            raise DeclarationError(msg)
        if any(check(function) for check in (inspect.isgeneratorfunction, inspect.iscoroutinefunction, inspect.isasyncgenfunction)):
            msg = f"{function.__name__}: a C function is neither a generator nor a coroutine"
            raise DeclarationError(msg)
        from ptrstate.interpreter import library  # noqa: PLC0415

        functools.update_wrapper(self, function)
        self.function = function
        self.raii = raii
        self.facts: dict[str, Any] = {"may_run_python": True, **facts}
        self.contract: Contract = read_contract(function, self.facts, names=names)
        if self.contract.undone_by or self.contract.undoes:
            msg = f"{function.__name__}: undone_by and undoes are for functions of C; what a prototype calls is watched as it is"
            raise DeclarationError(msg)
        self._bound = bound(self.contract, library.ffi, self)
        self._promises = Promises(self.contract, self._bound, library.ffi)
        names_in_order = [parameter.name for parameter in self.contract.parameters]
        self._converters = [converters.for_parameter(p, names_in_order, library.ffi) for p in self.contract.parameters]

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Call the prototype with positional arguments in C order."""
        if kwargs:
            msg = f"{self.contract.name}(): C functions take positional arguments only"
            raise TypeError(msg)
        arguments, prepared = core.look_at(self._bound, args)
        region = core.Region("prototype", drops=self.raii)
        region.open()
        try:
            return _Call(self, region, arguments).run(prepared)  # type: ignore[no-any-return]
        finally:
            if region.is_open:  # the stack ran out on the way
                region.close()

    def __repr__(self) -> str:
        return f"<prototype {self.contract.name}>"


class _Call:
    """One call of a prototype, from the arguments that were looked at to what its caller gets."""

    def __init__(self, prototype: Prototype[Any, Any], region: core.Region, arguments: tuple[Any, ...]) -> None:
        self.prototype, self.region, self.arguments = prototype, region, arguments
        self.contract, self.promises = prototype.contract, prototype._promises
        self.was_pending = core.pending() is not None
        self.before = tuple(getattr(argument, "_address", 0) for argument in arguments)
        self.lent: list[tuple[Any, Any, Parameter, int]] = []

    def run(self, prepared: tuple[Any, ...]) -> Any:  # noqa: ANN401
        try:
            result: Any = self.prototype.function(*self._received(prepared))
        except BaseException as error:
            if self.contract.result.fallible and any(error is raised for raised in self.region.raised):
                error.__traceback__ = None
                return self._failed(error)
            self._give_back(FAILURE, raising=True)
            self._close(error, lost=self._lost(error), aborted=True)
            raise
        return self._returned(result)

    def _lost(self, error: BaseException) -> BaseException | None:
        """What the body left pending when it raised something else: nobody can tell any more what it was about."""
        if isinstance(error, RecursionError):
            core.take_pending()  # without a stack nobody could take it
        pending = core.pending()
        stays = pending is None or isinstance(pending, KeyboardInterrupt | SystemExit)
        return None if stays or self.was_pending or isinstance(error, OwnershipError) else lost_error()

    # ---- what goes in ----

    def _received(self, prepared: tuple[Any, ...]) -> list[Any]:
        received: list[Any] = []
        for index, (parameter, converter) in enumerate(zip(self.contract.parameters, self.prototype._converters, strict=True)):
            if parameter.variadic and converter is not None:
                value = self.arguments[index:]
                received += converter.receive(value, prepared[index], functools.partial(self._hand_over, index))
            elif converter is not None:
                hand_over = functools.partial(self._hand_over, index)
                received.append(converter.receive(self.arguments[index], prepared[index], hand_over))
            elif parameter.state == "owned" and self.arguments[index] is not None:
                received.append(self._hand_over(index, self.arguments[index], parameter))
            else:
                received.append(prepared[index] if parameter.state == "value" else self.arguments[index])
        return received

    def _hand_over(self, index: int, pointer: Any, parameter: Parameter) -> Any:  # noqa: ANN401
        taken = core.hand_over(pointer, self.prototype._bound, index)
        if parameter.consumed != "always":
            self.lent.append((pointer, taken, parameter, index))
        return taken

    def _give_back(self, outcome: int, *, raising: bool = False) -> None:
        """What is not consumed by this outcome is the caller's again; PS014 where the body has ended it all the same."""
        for pointer, taken, parameter, index in self.lent:
            if (parameter.consumed == "failure") == (outcome == FAILURE):
                continue  # it is consumed
            if taken._state == "live":
                core.consume(taken)
                core.restore(pointer)
            elif not raising and parameter.consumed != "reached":
                expected = f"a pointer that is still owned: it is consumed on {parameter.consumed} only"
                self.promises.refuse("PS014", taken, expected, "a pointer that has ended", index)

    # ---- what comes out ----

    def _failed(self, error: BaseException) -> Any:  # noqa: ANN401
        try:
            self._settle(FAILURE)
        except BaseException as violation:
            self._close(violation)
            raise
        self._close(None)
        core.set_pending(error)
        return self.promises.error_value()

    def _returned(self, value: Any) -> Any:  # noqa: ANN401
        handed: Any = None
        try:
            outcome = self.promises.outcome(value, was_pending=self.was_pending)
            failed = outcome == FAILURE
            null = value is None and self.contract.result.state != "void"
            handed = self.promises.error_value() if failed else value if null else self.promises.result(value)
            del value
            self._settle(outcome)
        except BaseException as error:
            self._give_back(FAILURE, raising=True)
            self._close(error, handed)
            raise
        if isinstance(handed, core.OwnedPtr):
            self.region.hand_out(handed)
        self._close(None, handed)
        self.promises.lent(handed, self.arguments)
        self.promises.lent_by_slots(self.arguments)
        return handed

    def _settle(self, outcome: int) -> None:
        self._give_back(outcome)
        self.promises.arguments(self.arguments, self.before, outcome)

    def _close(
        self,
        raising: BaseException | None,
        handed: Any = None,  # noqa: ANN401
        lost: BaseException | None = None,
        *,
        aborted: bool = False,
    ) -> None:
        found = problems(self.region, raising, aborted=aborted) + ([lost] if lost is not None else [])
        outside = core.innermost()
        if outside is not None:
            leaked = [problem for problem in found if isinstance(problem, OwnershipError) and problem not in self.region.violations]
            hand_on([*self.region.violations, *leaked], outside)
        if (found or raising is not None) and isinstance(handed, core.OwnedPtr) and handed._state == "live":
            handed.drop()  # nobody gets it
        # a violation's traceback leads back here: the collector does not see a region
        self.region.violations.clear()
        self.region.raised.clear()
        come_out(found, raising)


@overload
def prototype(function: Callable[P, R], /) -> Callable[P, R]: ...
@overload
def prototype(*, raii: bool = ..., **facts: Any) -> Callable[[Callable[P, R]], Callable[P, R]]: ...  # noqa: ANN401
def prototype(function: Callable[..., Any] | None = None, /, *, raii: bool = True, **facts: Any) -> Any:
    """Make a C-API function of a Python function whose annotations are its contract.

    Arguments are refused as the C function would refuse them, and given back where the contract says so.  Inside, every owned
    pointer belongs to the call: what is not returned, moved or dropped is dropped on every way out.  ``raii=False`` is C's style:
    nothing is dropped for you, and what is left is PS006.  What ``or_raise`` or ``or_none`` raise becomes the error value with the
    exception pending; any other exception goes through.  The result is held to the contract (PS009, PS010, PS014, PS018, and PS004
    for a borrow from somebody else), and so are slots after each outcome (PS014).  ``facts`` are those of :func:`c_function`.
    Raises :class:`DeclarationError` for a generator, a coroutine or a signature that cannot be read.
    """
    frame = sys._getframe(1)
    if function is None:
        return lambda inner: Prototype(inner, raii=raii, facts=facts, names=local_names(inner, frame))
    return Prototype(function, raii=raii, facts=facts, names=local_names(function, frame))
