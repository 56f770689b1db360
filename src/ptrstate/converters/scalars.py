"""Numbers, characters and addresses: what C is given by value."""

from __future__ import annotations

from typing import Any

from ptrstate._native import core
from ptrstate.buffers import Interior
from ptrstate.converters.converter import Converter, HandOver, exact, integer_range, kept_for_good, refuse
from ptrstate.violations.report import describe

core.hide_file((lambda: None).__code__)


class Number(Converter):
    """``double``: whatever ``float()`` takes that is no text."""

    def plain(self, value: Any, function: core.Function, index: int) -> float:  # noqa: ANN401
        """Return what is given as a ``float``."""
        if isinstance(value, complex) or (not hasattr(value, "__float__") and not hasattr(value, "__index__")):
            raise refuse(TypeError, function, index, f"expected a number, not {describe(value)}")
        try:
            return float(value)
        except OverflowError:
            raise refuse(OverflowError, function, index, "the number is too large for a C double") from None

    def prepare(self, value: Any, function: core.Function, index: int, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
        return value


class ComplexNumber(Converter):
    """``Py_complex``: whatever ``complex()`` takes that is no text."""

    def plain(self, value: Any, function: core.Function, index: int) -> complex:  # noqa: ANN401
        """Return what is given as a ``complex``."""
        if isinstance(value, str) or not any(hasattr(value, name) for name in ("__complex__", "__float__", "__index__")):
            raise refuse(TypeError, function, index, f"expected a number, not {value!r}")
        try:
            return complex(value)
        except OverflowError:
            raise refuse(OverflowError, function, index, "the number is too large for a C double") from None

    def prepare(self, value: Any, function: core.Function, index: int, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
        return self.ffi.new("Py_complex *", {"real": value.real, "imag": value.imag})[0]


class Restricted(Converter):
    """An integer of which C takes for granted that it is not zero, or one of a few, or greater than something."""

    def prepare(self, value: Any, function: core.Function, index: int, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
        if isinstance(value, bool):
            raise refuse(TypeError, function, index, f"expected an int, not {value!r}")
        least, greatest = integer_range(self.ffi, self.parameter.c_type)
        if least is None or greatest is None or not least <= value <= greatest:
            raise refuse(OverflowError, function, index, f"{value} does not fit a {self.parameter.c_type}")
        low, high = self.parameter.between or (least, greatest)
        if not low <= value <= high:
            raise refuse(ValueError, function, index, f"expected {low} to {high} (C does not check it), not {value}")
        if "nonzero" in self.parameter.unchecked and value == 0:
            raise refuse(ValueError, function, index, "expected another number than 0; C does not check it")
        if "ordered" in self.parameter.unchecked and value < arguments[index - 1]:
            raise refuse(ValueError, function, index, f"expected {arguments[index - 1]} or more, as the parameter before it; C does not "
                         f"check it, not {value}")
        if "above depth" in self.parameter.unchecked and value <= (depth := core.depth()):
            raise refuse(ValueError, function, index, f"expected more than the {depth} calls that are running (C does not check it), "
                         f"not {value}")
        return self.known(value, function, index)


class Character(Converter):
    """``char``: a number, or one byte."""

    def prepare(self, value: Any, function: core.Function, index: int, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
        given, value = value, exact(value, int, bytes)
        if isinstance(value, bytes) and len(value) == 1:
            value = value[0]
        if not isinstance(value, int):
            raise refuse(TypeError, function, index, f"expected a number or one byte, not {describe(given)}")
        if not -128 <= value < 256:  # noqa: PLR2004
            raise refuse(OverflowError, function, index, f"expected a number that fits its C type, not {describe(given)}")
        return bytes([self.known(value, function, index) & 0xFF])

    def receive(self, value: Any, prepared: Any, hand_over: HandOver) -> Any:  # noqa: ANN401
        return prepared[0] - 256 * (prepared[0] > 127)  # noqa: PLR2004


class AddressValue(Converter):
    """``void *``, or another pointer that C only stores: an integer, an interior pointer, or a pointer of cffi's."""

    def prepare(self, value: Any, function: core.Function, index: int, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
        if value is None:
            return self.null(value, function, index, "an address")
        if isinstance(value, Interior):
            pointer = value.pointer(function, index)
            self.measured(value.room, function, arguments)
            value = pointer
        if isinstance(value, self.ffi.CData):
            return self.ffi.cast(self.c_type, value)
        given, value = value, exact(value, int)
        if value is None:
            raise refuse(TypeError, function, index,
                         f"expected an address (int), an interior pointer or a pointer of cffi's, not {describe(given)}")
        if not 0 <= value < 1 << self.ffi.sizeof("void *") * 8:
            raise refuse(OverflowError, function, index, f"expected an address, not {describe(value)}")
        if value == 0 and not self.parameter.nullable:
            return self.null(value, function, index, "an address")
        return self.ffi.cast(self.c_type, value)

    def settle(self, passed: tuple[Any, ...], function: core.Function, index: int, arguments: tuple[Any, ...], failed: bool) -> None:  # noqa: FBT001
        if self.parameter.retained and isinstance(arguments[index], self.ffi.CData):
            kept_for_good.append(arguments[index])
