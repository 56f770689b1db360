"""Texts, variables and structs: memory of the caller's that C reads or writes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from ptrstate._native import core
from ptrstate.buffers import Asked, Interior, Py_buffer, all_characters, lender
from ptrstate.converters.converter import Converter, Inner, exact, refuse
from ptrstate.states import Var
from ptrstate.violations.report import describe

core.hide_file((lambda: None).__code__)
core.hide_file(Interior.pointer.__code__)  # buffers.py is imported by declarations too, before there is a core


class Text(Converter):
    """``const char *``: ``str`` as UTF-8, ``bytes``, or an interior pointer."""

    def prepare(self, value: Any, function: core.Function, index: int, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
        if value is None:
            return self.null(value, function, index, "a text")
        if isinstance(value, Interior):
            pointer, _held = value.held_pointer(function, index)
            self._decodable(value, function, index)
            given = self.ffi.typeof(pointer)
            if self.c_type is not None and "void" in {self.c_type.item.kind, given.item.kind}:
                pointer = self.ffi.cast(self.c_type, pointer)
            elif self.c_type is not None and given is not self.c_type:
                raise refuse(TypeError, function, index, f"expected a {self.c_type.cname}, not {given.cname}")
            if self.parameter.extent is not None:
                self._extent(value.room(), function, index)
            self.measured(value.room, function, arguments)
            self._characters(lambda size: self.ffi.buffer(value.pointer(), size)[:], function, index, arguments)
            return pointer
        if "wchar_t" in self.parameter.c_type:
            return self._wide(value, function, index, arguments)
        given, value = value, exact(value, str, bytes)
        if isinstance(value, str):
            try:
                value = value.encode()
            except UnicodeEncodeError as error:
                raise refuse(ValueError, function, index, f"it cannot be written in UTF-8: {error.reason}") from None
        if value is None:
            raise refuse(TypeError, function, index, f"expected str, bytes or an interior pointer, not {describe(given)}")
        self._decodable(value, function, index)
        if self.parameter.extent is not None:
            self._extent(len(value), function, index)
            return value
        if self.measured(value.__len__, function, arguments):
            self._characters(lambda size: value[:size], function, index, arguments)
            return self.ffi.new("char[]", value) if self.parameter.retained else value
        if b"\0" in value:
            raise refuse(ValueError, function, index, "a C string ends at its first NUL, and this one has a NUL inside")
        if "nonempty" in self.parameter.unchecked and not value:
            raise refuse(ValueError, function, index, "expected a text with something in it; C does not check it")
        if self.parameter.retained:
            return self.ffi.new("char[]", value)
        return value

    def inner(self, value: Any, prepared: Any) -> Inner:  # noqa: ANN401
        """Name the owner of an interior pointer."""
        owner = value._owner if isinstance(value, Interior) else None
        return ((owner, "owner"),) if owner is not None else ()

    def _decodable(self, value: bytes | Interior, function: core.Function, index: int) -> None:
        if "utf-8" in self.parameter.unchecked:
            try:
                bytes(value).decode()
            except UnicodeDecodeError as error:
                raise refuse(ValueError, function, index, f"expected UTF-8 (C does not check it): {error.reason}") from None

    def _characters(
        self, memory: Callable[[int], bytes], function: core.Function, index: int, arguments: tuple[Any, ...]
    ) -> None:
        """Refuse what is no character where as many bytes make one as another parameter says."""
        if "characters" not in self.parameter.unchecked:
            return
        for position, other in enumerate(function.contract.parameters):
            if other.length_of != self.parameter.name:
                continue
            unit = self.unit(other, function, arguments)
            if not all_characters(memory(arguments[position] * unit), unit):
                raise refuse(ValueError, function, index, f"expected no character beyond {sys.maxunicode:#x}; C does not check it")

    def _extent(self, room: int, function: core.Function, index: int) -> None:
        wanted = self.parameter.extent
        if wanted is not None and room < wanted:
            raise refuse(ValueError, function, index, f"expected {wanted} bytes, not {room}")

    def _wide(self, value: Any, function: core.Function, index: int, arguments: tuple[Any, ...]) -> str:  # noqa: ANN401
        text: str | None = exact(value, str)
        if text is None:
            raise refuse(TypeError, function, index, f"expected str or an interior pointer, not {describe(value)}")
        if not self.measured(text.__len__, function, arguments) and "\0" in text:
            raise refuse(ValueError, function, index, "a C string ends at its first NUL, and this one has a NUL inside")
        return text


class Variable(Converter):
    """A scalar variable: ``Var``."""

    def prepare(self, value: Any, function: core.Function, index: int, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
        if value is None:
            return self.null(value, function, index, "a Var")
        if not isinstance(value, Var):
            raise refuse(TypeError, function, index, f"expected a Var, not {describe(value)}")
        if self.c_type.item.kind == "pointer":
            return self.ffi.new(self.c_type)
        content = exact(value.value, int, float, bytes)
        if content is None:
            raise refuse(TypeError, function, index, f"expected a number in the Var, not {describe(value.value)}")
        try:
            return self.ffi.new(self.c_type, content)
        except (TypeError, OverflowError) as error:
            raise refuse(type(error), function, index, str(error)) from None

    def settle(self, passed: tuple[Any, ...], function: core.Function, index: int, arguments: tuple[Any, ...], failed: bool) -> None:  # noqa: FBT001
        if not isinstance(arguments[index], Var):
            return
        content = passed[index][0]
        if isinstance(content, self.ffi.CData):
            content = None if content == self.ffi.NULL else self._interior(content, passed, function, index, arguments)
        arguments[index].value = content

    def _interior(
        self, pointer: Any, passed: tuple[Any, ...], function: core.Function, index: int, arguments: tuple[Any, ...]  # noqa: ANN401
    ) -> Interior:
        owner, names = self.parameter.borrows_from, function.parameter_names
        source = lender(names.index(owner), arguments, passed) if owner in names else None
        asked = Asked(self.ffi, function, arguments, passed, passed[index]) if self.parameter.owner == "mutable" else None
        return Interior(self.ffi, pointer, source, core.here(function, index), asked)


class Structure(Converter):
    """A struct of the caller's, such as ``Py_buffer``; what is in flight on it is its own business."""

    def prepare(self, value: Any, function: core.Function, index: int, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
        if value is None:
            return self.null(value, function, index, "a struct")
        if not isinstance(value, Py_buffer):
            raise refuse(TypeError, function, index, f"expected a Py_buffer, not {describe(value)}")
        return value.prepare(function, index, self.parameter.flight)

    def settle(self, passed: tuple[Any, ...], function: core.Function, index: int, arguments: tuple[Any, ...], failed: bool) -> None:  # noqa: FBT001
        if isinstance(arguments[index], Py_buffer):
            arguments[index].settle(function, index, self.parameter.flight, failed)
