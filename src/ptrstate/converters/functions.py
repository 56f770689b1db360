"""Functions that C calls."""

from __future__ import annotations

from typing import Any

from ptrstate._native import core
from ptrstate.converters.converter import Converter, refuse
from ptrstate.violations.report import describe

core.hide_file((lambda: None).__code__)


class Function(Converter):
    """A function that C calls: a prototype or any callable, or None."""

    def prepare(self, value: Any, function: core.Function, index: int, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
        if value is None:
            return self.null(value, function, index, "a function")
        if isinstance(value, self.ffi.CData):
            return value
        if not callable(value):
            raise refuse(TypeError, function, index, f"expected a function, not {describe(value)}")
        from ptrstate.callbacks import callback  # noqa: PLC0415

        return callback(self.ffi, self.c_type, value)
