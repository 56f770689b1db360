"""What Python converts on the way to C and back: texts, arrays, variables, structs, callbacks, variadic arguments.

Each has ``prepare(value, function, index, arguments)``, which refuses or returns what cffi takes and changes nothing, and
``settle(prepared, function, index, arguments, failed)``, which does to the argument what the call did.  A prototype's body is
called with what ``receive(value, prepared, hand_over)`` returns.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Any

from ptrstate._native import core
from ptrstate.buffers import Interior, Py_buffer
from ptrstate.contract import Parameter, Result
from ptrstate.formats import units
from ptrstate.states import InteriorPtr, Var
from ptrstate.violations.report import describe

core.hide_file((lambda: None).__code__)
core.hide_file(Interior.pointer.__code__)  # buffers.py is imported by declarations too, before there is a core

MOST_VARIADIC = 8
HandOver = Callable[[Any, Parameter], Any]
_kept_for_good: list[Any] = []
core.keep(_kept_for_good)  # C may look at it after this module has ended
_kept_with: weakref.WeakKeyDictionary[Any, Any] = weakref.WeakKeyDictionary()


def refuse(kind: type[Exception], function: core.Function, index: int, why: str) -> Exception:
    """Return an exception that names the function and the parameter."""
    names = function.parameter_names
    return kind(f"{function.__name__}(): parameter `{names[index]}`: {why}")


def integer_range(ffi: Any, c_type: str) -> tuple[int | None, int | None]:  # noqa: ANN401
    """Return the least and the greatest value of a C integer type; ``(None, None)`` when it is no integer."""
    ctype = ffi.typeof(c_type)
    if ctype.kind not in {"primitive", "enum"} or c_type in {"double", "float", "char"}:
        return None, None
    bits = ffi.sizeof(ctype) * 8
    signed = int(ffi.cast(ctype, -1)) < 0
    return (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)


class Converter:
    """A converter for one parameter."""

    def __init__(self, parameter: Parameter, ffi: Any) -> None:  # noqa: ANN401
        self.parameter = parameter
        self.ffi = ffi
        self.c_type: Any = ffi.typeof(parameter.c_type) if not parameter.variadic else None

    def prepare(self, value: Any, function: core.Function, index: int, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
        """Return what cffi passes for ``value``."""
        raise NotImplementedError

    def settle(self, prepared: Any, function: core.Function, index: int, arguments: tuple[Any, ...], failed: bool) -> None:  # noqa: ANN401, FBT001
        """Do to the argument what the call did."""
        if self.parameter.retained and prepared is not None:
            _kept_for_good.append(prepared)

    def receive(self, value: Any, prepared: Any, hand_over: HandOver) -> Any:  # noqa: ANN401
        """Return what a callee written in Python gets; an owned pointer goes through ``hand_over(pointer, parameter)``."""
        return value

    def known(self, value: int, function: core.Function, index: int) -> int:
        """Return ``value``, or refuse it where C takes it for granted that it is one of a few."""
        among = self.parameter.among
        if among is not None and value not in among:
            listed = ", ".join(map(str, among))
            raise refuse(ValueError, function, index, f"expected one of {listed} (C does not check it), not {describe(value)}")
        return value

    def null(self, value: Any, function: core.Function, index: int, expected: str) -> Any:  # noqa: ANN401
        """Return NULL where the contract takes it; refuse it otherwise (PS007)."""
        if self.parameter.nullable:
            return self.ffi.NULL
        return core.refuse("PS007", None, expected, "NULL", function, index)


class Text(Converter):
    """``const char *``: ``str`` as UTF-8, ``bytes``, or an interior pointer."""

    def prepare(self, value: Any, function: core.Function, index: int, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
        if value is None:
            return self.null(value, function, index, "a text")
        if isinstance(value, Interior):
            pointer = value.pointer(function, index)
            if self.c_type is not None and self.ffi.typeof(pointer) is not self.c_type:
                raise refuse(TypeError, function, index, f"expected a {self.c_type.cname}, not {self.ffi.typeof(pointer).cname}")
            if self.parameter.extent is not None:
                self._extent(value.room(), function, index)
            self._measured(value.room, function, arguments)
            return pointer
        if "wchar_t" in self.parameter.c_type:
            return self._wide(value, function, index)
        if isinstance(value, str):
            try:
                value = value.encode()
            except UnicodeEncodeError as error:
                raise refuse(ValueError, function, index, f"it cannot be written in UTF-8: {error.reason}") from None
        if not isinstance(value, bytes):
            raise refuse(TypeError, function, index, f"expected str, bytes or an interior pointer, not {describe(value)}")
        if self.parameter.extent is not None:
            self._extent(len(value), function, index)
            return value
        if self._measured(value.__len__, function, arguments):
            return self.ffi.new("char[]", value) if self.parameter.retained else value
        if b"\0" in value:
            raise refuse(ValueError, function, index, "a C string ends at its first NUL, and this one has a NUL inside")
        if "nonempty" in self.parameter.unchecked and not value:
            raise refuse(ValueError, function, index, "expected a text with something in it; C does not check it")
        if self.parameter.retained:
            return self.ffi.new("char[]", value)
        return value

    def _extent(self, room: int, function: core.Function, index: int) -> None:
        wanted = self.parameter.extent
        if wanted is not None and room < wanted:
            raise refuse(ValueError, function, index, f"expected {wanted} bytes, not {room}")

    def _measured(self, room: Callable[[], int], function: core.Function, arguments: tuple[Any, ...]) -> bool:
        """Whether a length goes with the text, which may then hold NULs; refused when it is longer than the text."""
        measured = False
        for position, other in enumerate(function.contract.parameters):
            if other.length_of == self.parameter.name:
                measured = True
                length = arguments[position]
                if isinstance(length, int) and not 0 <= length <= room():
                    raise refuse(ValueError, function, position, f"the text has {room()} bytes, not {length}")
        return measured

    def _wide(self, value: Any, function: core.Function, index: int) -> str:  # noqa: ANN401
        if not isinstance(value, str):
            raise refuse(TypeError, function, index, f"expected str or an interior pointer, not {describe(value)}")
        if "\0" in value:
            raise refuse(ValueError, function, index, "a C string ends at its first NUL, and this one has a NUL inside")
        return value


class Number(Converter):
    """``double``: whatever ``float()`` takes that is no text."""

    def prepare(self, value: Any, function: core.Function, index: int, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
        if isinstance(value, float):
            return value
        if isinstance(value, complex) or (not hasattr(value, "__float__") and not hasattr(value, "__index__")):
            raise refuse(TypeError, function, index, f"expected a number, not {describe(value)}")
        try:
            return float(value)
        except OverflowError:
            raise refuse(OverflowError, function, index, "the number is too large for a C double") from None

    def receive(self, value: Any, prepared: Any, hand_over: HandOver) -> Any:  # noqa: ANN401
        return prepared


class ComplexNumber(Converter):
    """``Py_complex``: whatever ``complex()`` takes that is no text."""

    def prepare(self, value: Any, function: core.Function, index: int, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
        if isinstance(value, str) or not any(hasattr(value, name) for name in ("__complex__", "__float__", "__index__")):
            raise refuse(TypeError, function, index, f"expected a number, not {value!r}")
        try:
            number = complex(value)
        except OverflowError:
            raise refuse(OverflowError, function, index, "the number is too large for a C double") from None
        return self.ffi.new("Py_complex *", {"real": number.real, "imag": number.imag})[0]

    def receive(self, value: Any, prepared: Any, hand_over: HandOver) -> Any:  # noqa: ANN401
        return complex(prepared.real, prepared.imag)


class Restricted(Converter):
    """An integer of which C takes for granted that it is not zero, or one of a few, or greater than something."""

    def prepare(self, value: Any, function: core.Function, index: int, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
        if isinstance(value, bool) or not isinstance(value, int):
            raise refuse(TypeError, function, index, f"expected an int, not {value!r}")
        least, greatest = integer_range(self.ffi, self.parameter.c_type)
        if least is None or greatest is None or not least <= value <= greatest:
            raise refuse(OverflowError, function, index, f"{value} does not fit a {self.parameter.c_type}")
        low, high = self.parameter.between or (least, greatest)
        if not low <= value <= high:
            raise refuse(ValueError, function, index, f"expected {low} to {high} (C does not check it), not {value}")
        if "nonzero" in self.parameter.unchecked and value == 0:
            raise refuse(ValueError, function, index, "expected another number than 0; C does not check it")
        if "ordered" in self.parameter.unchecked and isinstance(arguments[index - 1], int) and value < arguments[index - 1]:
            raise refuse(ValueError, function, index, f"expected {arguments[index - 1]} or more, as the parameter before it; C does not "
                         f"check it, not {value}")
        if "above depth" in self.parameter.unchecked and value <= (depth := core.depth()):
            raise refuse(ValueError, function, index, f"expected more than the {depth} calls that are running (C does not check it), "
                         f"not {value}")
        return self.known(value, function, index)


class Character(Converter):
    """``char``: a number, or one byte."""

    def prepare(self, value: Any, function: core.Function, index: int, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
        if isinstance(value, bytes) and len(value) == 1:
            value = value[0]
        if not isinstance(value, int):
            raise refuse(TypeError, function, index, f"expected a number or one byte, not {describe(value)}")
        if not -128 <= value < 256:  # noqa: PLR2004
            raise refuse(OverflowError, function, index, f"expected a number that fits its C type, not {describe(value)}")
        return bytes([self.known(value, function, index) & 0xFF])

    def receive(self, value: Any, prepared: Any, hand_over: HandOver) -> Any:  # noqa: ANN401
        return prepared[0] - 256 * (prepared[0] > 127)  # noqa: PLR2004


class AddressValue(Converter):
    """``void *`` that C only stores: an integer, or a pointer of cffi's."""

    def prepare(self, value: Any, function: core.Function, index: int, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
        if value is None:
            return self.null(value, function, index, "an address")
        if isinstance(value, self.ffi.CData):
            return self.ffi.cast("void *", value)
        if not isinstance(value, int):
            raise refuse(TypeError, function, index, f"expected an address (int) or a pointer of cffi's, not {describe(value)}")
        if not 0 <= value < 1 << self.ffi.sizeof("void *") * 8:
            raise refuse(OverflowError, function, index, f"expected an address, not {describe(value)}")
        if value == 0 and not self.parameter.nullable:
            return self.null(value, function, index, "an address")
        return self.ffi.cast("void *", value)

    def settle(self, prepared: Any, function: core.Function, index: int, arguments: tuple[Any, ...], failed: bool) -> None:  # noqa: ANN401, FBT001
        if self.parameter.retained and isinstance(arguments[index], self.ffi.CData):
            _kept_for_good.append(arguments[index])


class Variable(Converter):
    """A scalar variable: ``Var``."""

    def prepare(self, value: Any, function: core.Function, index: int, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
        if value is None:
            return self.null(value, function, index, "a Var")
        if not isinstance(value, Var):
            raise refuse(TypeError, function, index, f"expected a Var, not {describe(value)}")
        if self.c_type.item.kind == "pointer":
            return self.ffi.new(self.c_type)
        try:
            return self.ffi.new(self.c_type, value.value)
        except (TypeError, OverflowError) as error:
            raise refuse(type(error), function, index, str(error)) from None

    def settle(self, prepared: Any, function: core.Function, index: int, arguments: tuple[Any, ...], failed: bool) -> None:  # noqa: ANN401, FBT001
        if not isinstance(arguments[index], Var):
            return
        content = prepared[0]
        if isinstance(content, self.ffi.CData):
            owner = next((a for a in arguments if hasattr(a, "_state")), None)
            content = None if content == self.ffi.NULL else Interior(self.ffi, content, owner, core.here(function, index))
        arguments[index].value = content


class Structure(Converter):
    """A struct of the caller's, such as ``Py_buffer``; what is in flight on it is its own business."""

    def prepare(self, value: Any, function: core.Function, index: int, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
        if value is None:
            return self.null(value, function, index, "a struct")
        if not isinstance(value, Py_buffer):
            raise refuse(TypeError, function, index, f"expected a Py_buffer, not {describe(value)}")
        return value.prepare(function, index, self.parameter.flight)

    def settle(self, prepared: Any, function: core.Function, index: int, arguments: tuple[Any, ...], failed: bool) -> None:  # noqa: ANN401, FBT001
        if isinstance(arguments[index], Py_buffer):
            arguments[index].settle(function, index, self.parameter.flight, failed)


class Elements(Converter):
    """A C array of pointers."""

    def __init__(self, parameter: Parameter, ffi: Any) -> None:  # noqa: ANN401
        super().__init__(parameter, ffi)
        if parameter.element is None:
            msg = f"parameter {parameter.name} is an array of nothing"
            raise TypeError(msg)
        self._element = parameter.element

    def prepare(self, value: Any, function: core.Function, index: int, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
        if value is None:
            return self.null(value, function, index, "an array")
        element = self._element
        if isinstance(value, (str, bytes)) or not hasattr(type(value), "__len__"):
            raise refuse(TypeError, function, index, f"expected a sequence of {element.state} pointers, not {describe(value)}")
        items = list(value)
        named = self._keywords(function, arguments)
        for position, other in enumerate(function.contract.parameters):
            if other.length_of != self.parameter.name or not isinstance(length := arguments[position], int):
                continue
            if not 0 <= (length & _NO_FLAGS) + named <= len(items):
                raise refuse(ValueError, function, position, f"the array has {len(items)} items, not {arguments[position]}")
        if element.state == "buffer":
            return self._texts(items, function, index, arguments)
        words = [pointer_word(item, element, function, index, self.ffi) for item in items]
        if element.state == "owned" and len({id(item) for item in items}) < len(items):
            return core.refuse("PS003", items[0], "each pointer once", "the same pointer twice in an array", function, index)
        if self.parameter.null_terminated:
            words.append(self.ffi.NULL)
        return self.ffi.new(f"{element.c_type}[]", [self.ffi.cast(element.c_type, word) for word in words])

    def _texts(self, items: list[Any], function: core.Function, index: int, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
        convert = Text(self._element, self.ffi)
        texts = [convert.prepare(item, function, index, arguments) for item in items]
        pointers = [self.ffi.from_buffer(text) if isinstance(text, bytes) else text for text in texts]
        ended = [self.ffi.NULL] if self.parameter.null_terminated else []
        array = self.ffi.new("const char *[]", [self.ffi.cast("const char *", p) for p in pointers] + ended)
        _kept_with[array] = texts, pointers
        return array

    def _keywords(self, function: core.Function, arguments: tuple[Any, ...]) -> int:
        """Return how many items of the array belong to keyword names."""
        for position, other in enumerate(function.contract.parameters):
            if other.keywords_of == self.parameter.name and isinstance(arguments[position], core.BorrowedPtr):
                core.usable(arguments[position], function, position)
                names = arguments[position].to_python()
                return tuple.__len__(names) if issubclass(type(names), tuple) else 0
        return 0

    def settle(self, prepared: Any, function: core.Function, index: int, arguments: tuple[Any, ...], failed: bool) -> None:  # noqa: ANN401, FBT001
        element = self._element
        if element.state == "owned" and arguments[index] is not None:
            for item in arguments[index]:
                if item is not None:
                    core.consume(item, function, index)

    def receive(self, value: Any, prepared: Any, hand_over: HandOver) -> Any:  # noqa: ANN401
        if value is None or self._element.state != "owned":
            return value
        return [item if item is None else hand_over(item, self.parameter) for item in value]


_NO_FLAGS = (1 << 63) - 1
"""Vectorcall sets the highest bit of its count; the rest is the number of arguments."""


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


class Variadic(Converter):
    """The variadic tail: pointers of the declared state, or as the format string says."""

    def __init__(self, parameter: Parameter, names: list[str], ffi: Any) -> None:  # noqa: ANN401
        super().__init__(parameter, ffi)
        self.first: int = len(names) - 1

    def _kinds(self, values: tuple[Any, ...], function: core.Function, index: int, arguments: tuple[Any, ...]) -> list[Parameter]:
        contract = function.contract
        for position, other in enumerate(contract.parameters):
            if other.format and arguments[position] is not None:
                text = arguments[position]
                if not isinstance(text, str | bytes | InteriorPtr):
                    raise refuse(TypeError, function, position, f"expected str, bytes or an interior pointer, not {describe(text)}")
                text = bytes(text).decode(errors="replace") if not isinstance(text, str) else text
                try:
                    kinds = units(text, other.format, self.parameter)
                except ValueError as error:
                    raise refuse(ValueError, function, position, str(error)) from None
                if len(kinds) != len(values):
                    raise refuse(TypeError, function, position, f"{describe(text)} wants {len(kinds)} arguments, not {len(values)}")
                return kinds
        lengths = {i: arguments[i] for i, other in enumerate(contract.parameters) if other.length_of == self.parameter.name}
        for position, length in lengths.items():
            if not 0 <= length <= len(values) or max(lengths.values()) != len(values):
                raise refuse(ValueError, function, position, f"{len(values)} arguments follow, not {length}")
        return [self.parameter] * len(values)

    def prepare(self, value: Any, function: core.Function, index: int, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
        if len(value) > MOST_VARIADIC:
            raise refuse(TypeError, function, index, f"at most {MOST_VARIADIC} arguments, not {len(value)}")
        kinds = self._kinds(value, function, index, arguments)
        keep: list[Any] = []
        words = []
        for item, kind in zip(value, kinds, strict=True):
            if kind.state in {"var", "struct"}:
                word = self._one(kind).prepare(item, function, index, (*arguments[: self.first], item))
                keep.append(word)
            elif kind.state == "buffer":
                text = Text(kind, self.ffi).prepare(item, function, index, arguments)
                word = self.ffi.from_buffer(text) if isinstance(text, bytes) else text
                keep.append((text, word))
            else:
                word = pointer_word(item, kind, function, index, self.ffi)
            words.append(self.ffi.cast("void *", word))
        if len({id(v) for v, k in zip(value, kinds, strict=True) if k.state == "owned"}) < sum(k.state == "owned" for k in kinds):
            return core.refuse("PS003", value[0], "each pointer once", "the same pointer consumed twice", function, index)
        return len(words), self.ffi.new("void *[]", words or [self.ffi.NULL]), keep, kinds, self._counts(value, kinds)

    def receive(self, value: Any, prepared: Any, hand_over: HandOver) -> Any:  # noqa: ANN401
        kinds = prepared[3]
        for item, kind in zip(value, kinds, strict=True):
            if kind.consumed == "reached":
                core.unpin(item)
        return [hand_over(item, kind) if kind.state == "owned" else item for item, kind in zip(value, kinds, strict=True)]

    def _one(self, kind: Parameter) -> Converter:
        return _BY_STATE[kind.state](kind, self.ffi)

    @staticmethod
    def _counts(values: tuple[Any, ...], kinds: list[Parameter]) -> list[int]:
        return [core.pin(v) if k.consumed == "reached" else 0 for v, k in zip(values, kinds, strict=True)]

    def settle(self, prepared: Any, function: core.Function, index: int, arguments: tuple[Any, ...], failed: bool) -> None:  # noqa: ANN401, FBT001
        _, _, keep, kinds, counts = prepared
        targets = iter(keep)
        for item, kind, count in zip(arguments[self.first :], kinds, counts, strict=True):
            if kind.state in {"var", "struct"}:
                target = next(targets)
                unfilled = kind.state == "struct" and target.obj == self.ffi.NULL
                self._one(kind).settle(target, function, index, (*arguments[: self.first], item), failed or unfilled)
            if kind.state == "slot":
                names = function.parameter_names
                owner = arguments[names.index(kind.borrows_from)] if kind.borrows_from in names else None
                core.variable_filled(item, owner, function, index, kind.owner in {"mutable", "weak"})
            if kind.state != "owned":
                continue
            untouched = kind.consumed == "reached" and core.unpin(item) >= count and failed
            if not untouched:
                core.consume(item, function, index)


def pointer_word(item: Any, kind: Parameter, function: core.Function, index: int, ffi: Any) -> Any:  # noqa: ANN401
    """Return the address for one pointer of an array or a variadic tail, or refuse it as a parameter's argument is."""
    if item is None and kind.nullable:
        return ffi.NULL
    if kind.state == "slot":
        if not isinstance(item, core.BorrowedSlot):
            raise refuse(TypeError, function, index, f"expected a BorrowedSlot, not {describe(item)}")
        return ffi.cast("void *", core.variable_at(item))
    if item is None:
        return core.refuse("PS007", None, f"a {kind.state} pointer", "NULL", function, index)
    wanted = {"borrowed": core.BorrowedPtr, "owned": core.OwnedPtr}[kind.state]
    if not hasattr(item, "_state"):
        raise refuse(TypeError, function, index, f"expected a {kind.state} pointer, not {describe(item)}; wrap it with borrow() or own()")
    if type(item) is not wanted:
        return core.refuse("PS012", item, f"a {kind.state} pointer", type(item).__name__, function, index)
    return ffi.cast(kind.c_type if not kind.variadic else "void *", core.usable(item, function, index))


class InteriorResult:
    """A ``const char *`` result: an interior pointer that knows its owner."""

    def __init__(self, result: Result, names: list[str], ffi: Any) -> None:  # noqa: ANN401
        self.ffi = ffi
        self.owner: int | None = names.index(result.borrows_from) if result.borrows_from else None

    def wrap(self, value: Any, function: core.Function, arguments: tuple[Any, ...]) -> InteriorPtr | None:  # noqa: ANN401
        """Return the pointer with its owner, or None for NULL."""
        if value == self.ffi.NULL:
            return None
        return Interior(self.ffi, value, arguments[self.owner] if self.owner is not None else None, core.here(function, -1))


class AddressResult:
    """A ``void *`` result: an address."""

    def __init__(self, ffi: Any) -> None:  # noqa: ANN401
        self.ffi = ffi

    def wrap(self, value: Any, function: core.Function, arguments: tuple[Any, ...]) -> int | None:  # noqa: ANN401
        """Return the address, or None for NULL."""
        return int(self.ffi.cast("uintptr_t", value)) or None


class ComplexResult:
    """A ``Py_complex`` result: a complex number."""

    def __init__(self, result: Result) -> None:
        self.sentinel: int | float | None = result.sentinel

    def null(self, value: Any) -> bool:  # noqa: ANN401
        """Whether the number is the sentinel."""
        return self.sentinel is not None and complex(value.real, value.imag) == self.sentinel

    def wrap(self, value: Any, function: core.Function, arguments: tuple[Any, ...]) -> complex:  # noqa: ANN401
        """Return the number."""
        return complex(value.real, value.imag)


_BY_C_TYPE: dict[str, type[Converter]] = {
    "double": Number, "float": Number, "char": Character, "void *": AddressValue, "Py_complex": ComplexNumber,
}  # fmt: skip
_BY_STATE: dict[str, type[Converter]] = {"buffer": Text, "var": Variable, "struct": Structure, "array": Elements, "callback": Function}


def for_parameter(parameter: Parameter, names: list[str], ffi: Any) -> Converter | None:  # noqa: ANN401
    """Return the converter for a parameter; None for pointers, slots and integers, which the native module looks at."""
    if parameter.variadic:
        return Variadic(parameter, names, ffi)
    if parameter.state == "value":
        if integer_range(ffi, parameter.c_type)[0] is not None and not parameter.unchecked and not parameter.among:
            return None
        return _BY_C_TYPE.get(parameter.c_type, Restricted)(parameter, ffi)
    chosen = _BY_STATE.get(parameter.state)
    return chosen(parameter, ffi) if chosen is not None else None
