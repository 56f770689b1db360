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
from ptrstate.declaration import DeclarationError, read_contract
from ptrstate.scope import come_out, hand_on, problems
from ptrstate.states import Found, Status, Var
from ptrstate.violations.report import describe

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
R = TypeVar("R")

core.hide_file((lambda: None).__code__)
_ERRORS = {"status": Status.FAILED, "found": Found.FAILED}


class Prototype(Generic[P, R]):
    """A prototype, called as the C function it stands for would be.

    ``contract`` is what its annotations say, ``function`` its body.  A call refuses what the contract refuses, gives each owned
    argument a new handle, ends what the body left (in RAII style) and holds the result to the contract: PS009, PS010, PS018 …
    """

    def __init__(self, function: Callable[P, R], *, raii: bool, facts: dict[str, Any], names: dict[str, Any]) -> None:
        if any(check(function) for check in (inspect.isgeneratorfunction, inspect.iscoroutinefunction, inspect.isasyncgenfunction)):
            msg = f"{function.__name__}: a C function is neither a generator nor a coroutine"
            raise DeclarationError(msg)
        from ptrstate.interpreter import library  # noqa: PLC0415

        functools.update_wrapper(self, function)
        self.function = function
        self.raii = raii
        self.facts: dict[str, Any] = {"may_run_python": True, **facts}
        self.contract: Contract = read_contract(function, self.facts, names=names)
        self._bound = bound(self.contract, library.ffi, self)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Call the prototype with positional arguments in C order."""
        parameters = self.contract.parameters
        if kwargs:
            msg = f"{self.contract.name}(): C functions take positional arguments only"
            raise TypeError(msg)
        if len(args) != len(parameters):
            msg = f"{self.contract.name}(): expected {len(parameters)} arguments, not {len(args)}"
            raise TypeError(msg)
        for index, (value, parameter) in enumerate(zip(args, parameters, strict=True)):
            self._look_at(value, parameter, index)
        self._look_at_owned(args)
        was_pending = core.pending() is not None
        if was_pending and self.contract.error_set == "refused":
            self._refuse("PS008", None, "no exception pending", "an exception pending")
        region = core.Region("prototype", drops=self.raii)
        region.open()
        try:
            return self._run(region, args, was_pending=was_pending)  # type: ignore[no-any-return]
        finally:
            if region.is_open:  # the stack ran out on the way
                region.close()

    def _run(self, region: core.Region, args: tuple[Any, ...], *, was_pending: bool) -> Any:  # noqa: ANN401
        taken = [self._hand_over(v, p, i) for i, (v, p) in enumerate(zip(args, self.contract.parameters, strict=True))]
        try:
            result: Any = self.function(*taken)  # type: ignore[call-arg]
        except BaseException as error:
            if any(error is raised for raised in region.raised):
                return self._failed(region, taken, error)
            del taken
            self._close(region, error)
            raise
        return self._returned(region, taken, result, was_pending=was_pending)

    # ---- what goes in ----

    def _look_at(self, value: Any, parameter: Parameter, index: int) -> None:  # noqa: ANN401
        kind = parameter.state
        if value is None:
            if not parameter.nullable:
                self._refuse("PS007", None, _expected(parameter), "NULL", index)
            return
        if kind in {"owned", "borrowed", "raw"}:
            wanted = {"owned": core.OwnedPtr, "borrowed": core.BorrowedPtr, "raw": core.NonNull}[kind]
            if type(value) is wanted:
                core.usable(value, self._bound, index)
            elif hasattr(value, "_state"):
                self._refuse("PS012", value, _expected(parameter), _STATE_NAMES[type(value)], index)
            else:
                raise converters.refuse(TypeError, self._bound, index, f"expected {_expected(parameter)}, not {describe(value)}")
        elif kind == "slot":
            wanted = core.BorrowedSlot if parameter.slot == "out_borrowed" else core.Slot
            if type(value) is not wanted:
                raise converters.refuse(TypeError, self._bound, index, f"expected a {wanted.__name__}, not {describe(value)}")
            if parameter.slot == "out_owned" and value._address:
                self._refuse("PS017", value, "an empty slot", "a slot that owns a pointer already", index)
        elif kind == "value":
            self._look_at_value(value, parameter, index)
        elif kind == "var" and not isinstance(value, Var):
            raise converters.refuse(TypeError, self._bound, index, f"expected a Var, not {describe(value)}")

    def _look_at_owned(self, args: tuple[Any, ...]) -> None:
        owned = [value for value in args if isinstance(value, core.OwnedPtr)]
        for value in owned:
            if sum(other is value for other in owned) > 1:
                self._refuse("PS003", value, "an owned pointer for each parameter", "the same pointer consumed twice by one call")

    def _look_at_value(self, value: Any, parameter: Parameter, index: int) -> None:  # noqa: ANN401
        from ptrstate.interpreter import library  # noqa: PLC0415

        least, most = converters.integer_range(library.ffi, parameter.c_type)
        if least is None or most is None:
            return
        if not isinstance(value, int):
            raise converters.refuse(TypeError, self._bound, index, f"expected an integer, not {describe(value)}")
        if not least <= value <= most:
            raise converters.refuse(OverflowError, self._bound, index, f"expected a number that fits its C type, not {describe(value)}")

    def _hand_over(self, value: Any, parameter: Parameter, index: int) -> Any:  # noqa: ANN401
        if parameter.state == "owned" and value is not None:
            return core.hand_over(value, self._bound, index)
        return value

    # ---- what comes out ----

    def _failed(self, region: core.Region, taken: list[Any], error: BaseException) -> Any:  # noqa: ANN401
        taken.clear()
        if not self.contract.result.fallible:
            self._close(region, error)
            raise error
        error.__traceback__ = None
        self._close(region, None)
        core.set_pending(error)
        return self._error_value()

    def _error_value(self) -> Any:  # noqa: ANN401
        result = self.contract.result
        return _ERRORS.get(result.state, result.sentinel)

    def _returned(self, region: core.Region, taken: list[Any], value: Any, *, was_pending: bool) -> Any:  # noqa: ANN401
        try:
            handed = self._handed_back(value, was_pending=was_pending)
            if isinstance(handed, core.OwnedPtr):
                region.hand_out(handed)
            taken.clear()
            del value
        except BaseException as error:
            self._close(region, error)
            raise
        self._close(region, None)
        if isinstance(handed, core.BorrowedPtr):
            core.usable(handed, self._bound, -1)
        return handed

    def _handed_back(self, value: Any, *, was_pending: bool) -> Any:  # noqa: ANN401
        result = self.contract.result
        pending = core.pending()
        error = value is None if result.state in {"owned", "borrowed", "raw", "buffer"} else value == self._error_value()
        if result.state == "void":
            error = False
        if pending is not None and not was_pending and not (error and result.fallible):
            self._refuse("PS010", None, "no exception with a result", "a result, and an exception set")
        if error and pending is None and result.null in {"error", "always"}:
            self._refuse("PS009", None, "an exception with the error value", "the error value, and no exception set")
        if error and result.null == "never":
            self._refuse("PS014", None, "a result that is not NULL", "NULL")
        return value if error else self._checked(value)

    def _checked(self, value: Any) -> Any:  # noqa: ANN401
        state = self.contract.result.state
        if state == "owned":
            if isinstance(value, core.BorrowedPtr):
                self._refuse("PS018", value, "an owned pointer", "a borrowed pointer")
            if not isinstance(value, core.OwnedPtr):
                self._wrong_result(value, "an OwnedPtr")
            return core.hand_over(value, None, -1)
        if state == "borrowed":
            if isinstance(value, core.OwnedPtr):
                self._refuse("PS012", value, "a borrowed pointer", "an owned pointer")
            if not isinstance(value, core.BorrowedPtr):
                self._wrong_result(value, "a BorrowedPtr")
            core.usable(value, self._bound, -1)
        elif state == "status":
            return Status(value) if value in {0, -1} else self._wrong_result(value, "a Status")
        elif state == "found":
            return Found(value) if value in {1, 0, -1} else self._wrong_result(value, "a Found")
        elif state == "void" and value is not None:
            self._wrong_result(value, "None")
        elif state == "value" and not isinstance(value, int | float):
            self._wrong_result(value, "a number")
        return value

    def _wrong_result(self, value: Any, expected: str) -> Any:  # noqa: ANN401
        msg = f"{self.contract.name}() returned {describe(value)}; its annotation says {expected}"
        raise TypeError(msg)

    def _refuse(self, code: str, pointer: Any, expected: str, seen: str, index: int = -1) -> None:  # noqa: ANN401
        core.refuse(code, pointer, expected, seen, self._bound, index)

    def _close(self, region: core.Region, raising: BaseException | None) -> None:
        found = problems(region, raising)
        outside = core.innermost()
        if outside is not None:
            hand_on(region.violations, outside)
        come_out(found, raising)

    def __repr__(self) -> str:
        return f"<prototype {self.contract.name}>"


_STATE_NAMES: dict[type, str] = {
    core.OwnedPtr: "an owned pointer",
    core.BorrowedPtr: "a borrowed pointer",
    core.NonNull: "a raw pointer",
    core.Slot: "a slot",
    core.BorrowedSlot: "a borrowed slot",
}


def _expected(parameter: Parameter) -> str:
    return {"owned": "an owned pointer", "borrowed": "a borrowed pointer", "raw": "a raw pointer"}.get(
        parameter.state, f"a {parameter.state}"
    )


@overload
def prototype(function: Callable[P, R], /) -> Callable[P, R]: ...
@overload
def prototype(*, raii: bool = ..., **facts: Any) -> Callable[[Callable[P, R]], Callable[P, R]]: ...  # noqa: ANN401
def prototype(function: Callable[..., Any] | None = None, /, *, raii: bool = True, **facts: Any) -> Any:
    """Make a C-API function of a Python function whose annotations are its contract.

    Inside, every owned pointer belongs to the call: what is not returned, moved or dropped is dropped on every way out.
    ``raii=False`` is C's style: nothing is dropped for you, and what is left is PS006.  What ``or_raise`` or ``or_none`` raise
    becomes the error value with the exception pending; any other exception goes through.  ``facts`` are those of
    :func:`c_function`.  Raises :class:`DeclarationError` for a generator, a coroutine or a signature that cannot be read.
    """
    names = sys._getframe(1).f_locals
    if function is None:
        return lambda inner: Prototype(inner, raii=raii, facts=facts, names=names)
    return Prototype(function, raii=raii, facts=facts, names=names)


