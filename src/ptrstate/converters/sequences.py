"""Arrays and variadic tails: many arguments in one."""

from __future__ import annotations

import weakref
from typing import Any

from ptrstate._native import core
from ptrstate.contract import Parameter
from ptrstate.converters.converter import Converter, HandOver, Inner, refuse
from ptrstate.converters.items import TextOfItem, holder
from ptrstate.converters.memory import Structure, Text
from ptrstate.formats import units
from ptrstate.states import InteriorPtr
from ptrstate.violations.report import describe

core.hide_file((lambda: None).__code__)

MOST_VARIADIC = 8
_kept_with: weakref.WeakKeyDictionary[Any, Any] = weakref.WeakKeyDictionary()
_NO_FLAGS = (1 << 63) - 1
"""Vectorcall sets the highest bit of its count; the rest is the number of arguments."""


class Elements(Converter):
    """A C array of pointers."""

    def __init__(self, parameter: Parameter, ffi: Any) -> None:  # noqa: ANN401
        super().__init__(parameter, ffi)
        if parameter.element is None:
            msg = f"parameter {parameter.name} is an array of nothing"
            raise TypeError(msg)
        self._element = parameter.element

    def plain(self, value: Any, function: core.Function, index: int) -> list[Any] | None:  # noqa: ANN401
        """Return the items of the sequence that is given."""
        if value is None:
            return None
        if isinstance(value, (str, bytes)) or not hasattr(type(value), "__len__"):
            raise refuse(TypeError, function, index, f"expected a sequence of {self._element.state} pointers, not {describe(value)}")
        return list(value)

    def prepare(self, value: Any, function: core.Function, index: int, arguments: tuple[Any, ...]) -> Any:  # noqa: ANN401
        items: list[Any] | None = value
        if items is None:
            return self.null(value, function, index, "an array")
        element = self._element
        named = self._keywords(function, arguments)
        for position, other in enumerate(function.contract.parameters):
            if other.length_of != self.parameter.name:
                continue
            if not 0 <= (arguments[position] & _NO_FLAGS) + named <= len(items):
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

    def inner(self, value: list[Any], prepared: Any) -> Inner:  # noqa: ANN401
        """Name the pointers in the array, or whose texts are in it."""
        if self._element.state == "buffer":
            convert = Text(self._element, self.ffi)
            return tuple(pair for item in value for pair in convert.inner(item, None))
        return tuple((item, _use(self._element)) for item in value if item is not None)

    def _keywords(self, function: core.Function, arguments: tuple[Any, ...]) -> int:
        """Return how many items of the array belong to keyword names."""
        for position, other in enumerate(function.contract.parameters):
            if other.keywords_of == self.parameter.name and isinstance(arguments[position], core.BorrowedPtr):
                core.usable(arguments[position], function, position)
                names = arguments[position].to_python()
                return tuple.__len__(names) if issubclass(type(names), tuple) else 0
        return 0

    def receive(self, value: Any, prepared: Any, hand_over: HandOver) -> Any:  # noqa: ANN401
        if value is None or self._element.state != "owned":
            return value
        return [item if item is None else hand_over(item, self.parameter) for item in value]


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
        return len(words), self.ffi.new("void *[]", words or [self.ffi.NULL]), keep, kinds

    def inner(self, value: tuple[Any, ...], prepared: Any) -> Inner:  # noqa: ANN401
        """Name the pointers of the tail, and whose texts are in it."""
        pairs: list[tuple[Any, str]] = []
        for item, kind in zip(value, prepared[3], strict=True):
            if kind.state == "buffer":
                pairs += Text(kind, self.ffi).inner(item, None)
            elif kind.state in {"borrowed", "owned", "slot"} and item is not None:
                pairs.append((item, _use(kind)))
        return tuple(pairs)

    def receive(self, value: Any, prepared: Any, hand_over: HandOver) -> Any:  # noqa: ANN401
        kinds = prepared[3]
        return [hand_over(item, kind) if kind.state == "owned" else item for item, kind in zip(value, kinds, strict=True)]

    def _lend(
        self, slot: Any, kind: Parameter, function: core.Function, index: int, arguments: tuple[Any, ...]  # noqa: ANN401
    ) -> None:
        """Note whom C let a slot borrow from: where it parsed, the argument in which the item is."""
        names, variable = function.parameter_names, self.ffi.cast("uintptr_t *", core.variable_at(slot))
        if variable[0] == 0 or not any(other.format == "parse" for other in function.contract.parameters):
            owner = arguments[names.index(kind.borrows_from)] if kind.borrows_from in names else None
            core.variable_filled(slot, owner, function, index, kind.owner in {"mutable", "weak"})
            return
        found = holder(arguments[: self.first], lambda item: id(item) == variable[0])
        if found is not None:
            lent, _, firm = found
            core.variable_filled(slot, lent, function, index, not firm)
        else:
            slot.put(None)
            expected, seen = "an item of a tuple, list or dict", "an item that its sequence made for this call, and that is gone"
            core.refuse("PS005", None, expected, seen, function, index)

    def _one(self, kind: Parameter) -> Converter:
        return {"var": TextOfItem, "struct": Structure}[kind.state](kind, self.ffi)

    def settle(self, passed: tuple[Any, ...], function: core.Function, index: int, arguments: tuple[Any, ...], failed: bool) -> None:  # noqa: FBT001
        _, _, keep, kinds = passed[index]
        targets = iter(keep)
        for item, kind in zip(arguments[self.first :], kinds, strict=True):
            if kind.state in {"var", "struct"}:
                target = next(targets)
                unfilled = kind.state == "struct" and target.obj == self.ffi.NULL
                self._one(kind).settle(
                    (*passed[: self.first], target), function, index, (*arguments[: self.first], item), failed or unfilled
                )
            if kind.state == "slot":
                self._lend(item, kind, function, index, arguments)


def _use(kind: Parameter) -> str:
    """Return what a call does with a pointer of this kind inside of an argument."""
    if kind.state == "owned":
        return "reached" if kind.consumed == "reached" else "consumed"
    return {"borrowed": "lent", "slot": "filled"}[kind.state]


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
    return ffi.cast(kind.c_type if not kind.variadic else "void *", item._address)
