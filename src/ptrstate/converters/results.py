"""What C returns that is neither a pointer to an object nor an integer."""

from __future__ import annotations

from typing import Any

from ptrstate._native import core
from ptrstate.buffers import Asked, Interior, lender
from ptrstate.contract import Result
from ptrstate.states import InteriorPtr

core.hide_file((lambda: None).__code__)


class InteriorResult:
    """A ``const char *`` result: an interior pointer that knows its owner."""

    def __init__(self, result: Result, names: list[str], ffi: Any) -> None:  # noqa: ANN401
        self.ffi = ffi
        self.owner: int | None = names.index(result.borrows_from) if result.borrows_from else None
        self.moves: bool = result.owner == "mutable"

    def wrap(self, value: Any, function: core.Function, arguments: tuple[Any, ...], passed: tuple[Any, ...]) -> InteriorPtr | None:  # noqa: ANN401
        """Return the pointer with its owner, or None for NULL."""
        if value == self.ffi.NULL:
            return None
        source = lender(self.owner, arguments, passed) if self.owner is not None else None
        asked = Asked(self.ffi, function, arguments, passed) if self.moves else None
        return Interior(self.ffi, value, source, core.here(function, -1), asked)


class AddressResult:
    """A ``void *`` result: an address."""

    def __init__(self, ffi: Any) -> None:  # noqa: ANN401
        self.ffi = ffi

    def wrap(self, value: Any, function: core.Function, arguments: tuple[Any, ...], passed: tuple[Any, ...]) -> int | None:  # noqa: ANN401
        """Return the address, or None for NULL."""
        return int(self.ffi.cast("uintptr_t", value)) or None


class ComplexResult:
    """A ``Py_complex`` result: a complex number."""

    def __init__(self, result: Result) -> None:
        self.sentinel: int | float | None = result.sentinel

    def null(self, value: Any) -> bool:  # noqa: ANN401
        """Whether the number is the sentinel."""
        return self.sentinel is not None and complex(value.real, value.imag) == self.sentinel

    def wrap(self, value: Any, function: core.Function, arguments: tuple[Any, ...], passed: tuple[Any, ...]) -> complex:  # noqa: ANN401
        """Return the number."""
        return complex(value.real, value.imag)
