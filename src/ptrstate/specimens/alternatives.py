"""From one parameter to the arguments worth trying: what should succeed and what should fail, keyed on the contract's facts."""

from __future__ import annotations

import ctypes
import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ptrstate.pointees import PyObject
from ptrstate.specimens.catalogue import BY_POINTEE, OBJECTS, SUBCLASSED, ZOO, fitting
from ptrstate.specimens.definitions import (
    attribute_definition,
    file_with,
    member_definition,
    method_definitions,
    module_definition,
    sequence_description,
    type_definition,
)
from ptrstate.specimens.given import NULL, CallbackTo, Items, Memory, Native, Slot, Specimen, Unshared, Variable
from ptrstate.specimens.hostile import EndingByteArray
from ptrstate.specimens.objects import ENCODING, HANDLER

if TYPE_CHECKING:
    from collections.abc import Callable

    from ptrstate.contract import Contract, Parameter


@dataclass(frozen=True)
class Alternatives:
    """The specimens for one parameter; ``succeed`` has the one to fall back on first."""

    succeed: tuple[Specimen, ...]
    fail: tuple[Specimen, ...]


BY_NAME: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    (r"(^|_)key$", ("key", "key_object", "absent", "integer"), ("list", "unhashable_key", "raising_key")),
    (r"kwargs|kwds|keywords|kw$", ("empty_dict", "dict"), ()),
    (r"^kwnames$|^names$", ("empty_tuple",), ()),
    (r"attr|(^|_)name$|fromlist", ("fresh_present", "absent", "method_name", "present"), ("integer", "raiser")),
    (r"^args$|^args_?tuple$|arguments", ("args", "empty_tuple", "tuple"), ("plain",)),
    (r"callable|func|callback|constructor", ("function", "class", "probe", "builtin"), ("plain", "raising_function", "raiser")),
    (r"iter(able|ator)?$|^seq|sequence|^it$", ("probe", "list", "tuple", "generator", "iterator", "text", "texts", "exhausted"),
     ("plain", "raiser", "raising_generator")),
    (r"mapping|^map|globals|locals|^dict", ("dict", "empty_dict", "probe", "mapping_proxy"), ("plain", "raiser")),
    (r"^exc(eption)?(_?type)?$|category", ("exception_class", "exception", "class"), ("plain", "raising_class")),
    (r"filename|path", ("path", "text", "bytes_path", "bytes_file"), ("integer",)),
    (r"^file$", ("probe", "bytes_file", "file"), ("integer", "raiser")),
    (r"format_spec", ("empty_text",), ("integer",)),
    (r"encoding", ("encoding",), ("integer",)),
    (r"bases", ("empty_tuple", "class_tuple"), ("list",)),
    (r"^values$", ("bytes", "memoryview", "small", "empty_list", "empty_tuple", "generator"), ("plain", "text", "raising_generator")),
    (r"^instance$", ("detached_instance", "exception", "function"), ("plain", "integer")),
)  # fmt: skip
"""(parameter name, specimens to succeed, specimens to fail) for parameters that take any object."""

TEXTS: tuple[tuple[str, tuple[bytes, ...], tuple[bytes, ...]], ...] = (
    (r"encoding", (b"utf-8", b"ascii", ENCODING), (b"no-such-encoding",)),
    (r"errors", (b"strict", b"replace", HANDLER), (b"no-such-handler",)),
    (r"method", (b"method",), (b"absent",)),
    (r"attr", (b"present", b"key", b"absent"), (b"no such name",)),
    (r"key|name", (b"key", b"present", b"absent"), (b"no such name", b"\xff")),
    (r"format|fmt", (b"",), (b"%",)),
    (r"mode", (b"r",), (b"?",)),
    (r"file|path", (b"/nowhere", b"/"), (b"/nowhere\xff",)),
    (r"", (b"specimen", b"1234", b"1 + 1", b"\\q"), (b"\xff\xfe", b"(", b"\\x", b"\\u")),
)
"""(parameter name, texts to succeed, texts to fail)."""

NUMBERS: tuple[tuple[str, tuple[int, ...], tuple[int, ...]], ...] = (
    (r"index|^i$|^pos|offset|start|low|^n$|ilow", (0, 1), (1 << 20, -(1 << 20))),
    (r"size|len|count|nargs|^n|num|high|end|stop|max", (2, 1, 0), (-5, (1 << 62))),
    (r"op(id)?$|opcode", (2, 0, 3), (77,)),
    (r"flags?|opt|level|nargsf|readonly|closeit|inherit|swallow", (0, 1), (-1,)),
    (r"base", (10, 16, 0), (99,)),
    (r"year", (2020,), (-5,)),
    (r"month|day|hour|minute|second", (1,), (-5, 99)),
    (r"event", (0,), ()),
    (r"", (7, 0, 1, -1, 1 << 20), (-7,)),
)
"""(parameter name, numbers to succeed, numbers to fail)."""


def named(label: str) -> Specimen:
    """Return the object specimen of that name."""
    return Specimen(label, OBJECTS[label])


def constant(value: Any) -> Specimen:  # noqa: ANN401
    """Return a specimen that is always the same value."""
    return Specimen(repr(value), lambda: value)


def _matching(table: tuple[tuple[str, Any, Any], ...], name: str) -> tuple[Any, Any]:
    for pattern, succeed, fail in table:
        if re.search(pattern, name):
            return succeed, fail
    return (), ()


def object_names(parameter: Parameter) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of the object specimens for a parameter that takes a pointer to an object."""
    pointee = parameter.pointee.__name__ if parameter.pointee else "PyObject"
    if "exception class" in parameter.unchecked:
        return ("exception_class",), ()
    if "handled" in parameter.unchecked:
        return ("exception", "none"), ()
    if "texts" in parameter.unchecked:
        return ("names", "empty_tuple"), ("plain", "raiser")
    if "unstarted" in parameter.unchecked:
        return ("unstarted_frame",), ()
    if "compact" in parameter.unchecked:
        return ("small", "zero", "minus_one"), ()
    if pointee in BY_POINTEE:
        loose = not parameter.unchecked & {"type", "exact type"}
        by_name = _matching(BY_NAME, parameter.name)[0] if pointee in {"PyDictObject", "PyTupleObject"} else ()
        if re.search("^kwnames$|^names$", parameter.name):
            return by_name, ()
        named_so = [name for name in by_name if name in BY_POINTEE[pointee]]
        derived = () if "exact type" in parameter.unchecked else SUBCLASSED.get(pointee, ())
        return tuple(dict.fromkeys((*named_so, *BY_POINTEE[pointee], *derived))), ("plain", "raiser") if loose else ()
    python_type = parameter.pointee.python_type if parameter.pointee else None
    if python_type is not None and python_type is not object:
        wrong = () if parameter.unchecked & {"type", "exact type"} else ("plain", "raiser")
        return fitting(python_type), wrong  # type: ignore[arg-type]
    if "sequence" in parameter.unchecked:
        return ("probe", "list", "tuple", "text", "empty_list"), ("raiser",)
    if "iterator" in parameter.unchecked:
        return ("probe", "iterator", "generator", "exhausted", "file"), ("raiser", "raising_generator")
    if parameter.unchecked & {"type", "exact type"}:
        return (), ()
    succeed, fail = _matching(BY_NAME, parameter.name)
    if "nonempty" in parameter.unchecked:
        succeed = tuple(name for name in succeed if not name.startswith("empty"))
    return tuple(dict.fromkeys((*succeed, *(() if succeed else ZOO)))), tuple(
        dict.fromkeys((*fail, "raiser", "raising_key", "unhashable_key"))
    )


def _objects(parameter: Parameter, wrap: Callable[[Callable[[], Any]], Any] | None = None) -> Alternatives:
    def specimen(name: str) -> Specimen:
        make = OBJECTS[name]
        return Specimen(name, make if wrap is None else lambda: wrap(make))

    succeed, fail = object_names(parameter)
    return Alternatives(tuple(map(specimen, succeed)), tuple(map(specimen, fail)))


def _with_null(found: Alternatives, parameter: Parameter) -> Alternatives:
    if not parameter.nullable:
        return found
    null = Specimen("NULL", lambda: NULL)
    if parameter.if_null == "error":
        return Alternatives(found.succeed, (*found.fail, null))
    return Alternatives((*found.succeed[:1], null, *found.succeed[1:]), found.fail)


def _slots(parameter: Parameter) -> Alternatives:
    empty = Specimen("slot with NULL", Slot)
    if parameter.slot != "inout":
        return Alternatives((Specimen("slot", lambda: Slot(OBJECTS["item"]())), empty), ())
    shared = _objects(parameter, lambda make: Slot(make()))
    if parameter.unshared or "unshared" in parameter.unchecked:
        shared = _objects(parameter, lambda make: Slot(Unshared(make)))
    elif parameter.pointee is PyObject:
        shared = Alternatives((*shared.succeed, _last_in_slot("item")), shared.fail)
    if parameter.pointee is not None and "exact type" not in parameter.unchecked:
        ending = map(_last_in_slot, SUBCLASSED.get(parameter.pointee.__name__, ()))
        shared = Alternatives((*shared.succeed, *ending), shared.fail)
    if parameter.may_be_empty:
        shared = Alternatives((*shared.succeed, empty), shared.fail)
    return shared


def _last_in_slot(name: str) -> Specimen:
    return Specimen(f"slot with the last reference to {name}", lambda: Slot(Unshared(OBJECTS[name])))


def unit_of(parameter: Parameter) -> int:
    """Return how many bytes make one character of a text."""
    return ctypes.sizeof(ctypes.c_wchar) if "wchar_t" in parameter.c_type else 1


def _wide(text: bytes) -> bytes:
    unit = ctypes.sizeof(ctypes.c_wchar)
    return b"".join(code.to_bytes(unit, sys.byteorder) for code in (*text, 0))


def _texts(parameter: Parameter) -> Alternatives:
    succeed, fail = _matching(TEXTS, parameter.name)
    if "utf-8" in parameter.unchecked:
        fail = tuple(text for text in fail if text.isascii())
    if unit_of(parameter) > 1:
        succeed, fail = map(_wide, succeed), map(_wide, fail)
    return Alternatives(tuple(map(constant, succeed)), tuple(map(constant, fail)))


_DOUBLES = Alternatives((constant(1.5), constant(-1.0), constant(0.0)), tuple(map(constant, (1e300, float("nan"), float("inf")))))
_COMPLEX = Specimen("1+2j", lambda: Native(lambda ffi, lib: ffi.new("Py_complex *", (1.0, 2.0))[0]))
_OTHER_NUMBERS = {
    "double": _DOUBLES,
    "float": _DOUBLES,
    "Py_complex": Alternatives((_COMPLEX,), ()),
    "void *": Alternatives((constant(4096),), ()),
}
"""What values that are no integers are given, by C type."""


_WIDE = 1 << 16
"""The bounds of an integer are so far apart only where what is usual lies around zero."""


def _values(parameter: Parameter, contract: Contract) -> Alternatives:
    if parameter.c_type in _OTHER_NUMBERS:
        return _OTHER_NUMBERS[parameter.c_type]
    if parameter.length_of:
        of = contract.parameter(parameter.length_of)
        return Alternatives((constant(2),), (constant(3),) if of.state == "buffer" else ())
    if parameter.among:
        return Alternatives(tuple(constant(value) for value in parameter.among), ())
    if parameter.between:
        low, high = parameter.between
        first = low if low >= 0 or high - low < _WIDE else 0
        numbers = [first + step for step in range(min(high - first, 5) + 1)]
        return Alternatives(tuple(constant(n) for n in numbers if n or "nonzero" not in parameter.unchecked), ())
    if parameter.index_of:
        return Alternatives((constant(0),), ())
    succeed, fail = _matching(NUMBERS, parameter.name)
    if "nonzero" in parameter.unchecked:
        succeed = [n for n in succeed if n != 0]
    if parameter.c_type in {"char", "unsigned char", "Py_UCS4"}:
        succeed, fail = (*b"a1", 0), ()
    if parameter.c_type.startswith(("unsigned", "size_t", "uint")):
        succeed, fail = [n for n in succeed if n >= 0], [1 << 30]
    if parameter.c_type not in {"Py_ssize_t", "long long", "int64_t", "long", "Py_hash_t", "size_t", "unsigned long"}:
        fail = [n for n in fail if abs(n) < 1 << 31]
    return Alternatives(tuple(map(constant, succeed)), tuple(map(constant, fail)))


def _arrays(parameter: Parameter) -> Alternatives:
    element = parameter.element or parameter
    succeed, fail = object_names(element)
    if element.state == "buffer":
        return Alternatives((Specimen("texts", lambda: Items([b"present", b"specimen"], parameter.null_terminated)),), ())

    def items(name: str) -> Specimen:
        make = OBJECTS[name]
        return Specimen(f"two of {name}", lambda: Items([make(), make()], parameter.null_terminated))

    return Alternatives(tuple(map(items, succeed[:8])), tuple(map(items, fail)))


def _raw(parameter: Parameter) -> Alternatives:
    pointee = parameter.pointee.__name__ if parameter.pointee else ""
    if parameter.frees:
        return Alternatives((Specimen(f"{parameter.frees} memory", lambda: Memory(parameter.frees or "raw")),), ())
    if parameter.c_type == "void *":
        return Alternatives((Specimen("memory", lambda: Memory("raw")),), ())
    make = _NATIVE.get(parameter.c_type) or _NATIVE.get(pointee)
    if make is None and parameter.pointee is not None and issubclass(parameter.pointee, PyObject):
        return _objects(parameter)
    made = make or (lambda ffi, lib: zeroed(ffi, parameter.c_type))
    return Alternatives((Specimen(f"a {parameter.c_type}", lambda: Native(made)),), ())


def zeroed(ffi: Any, c_type: str) -> Any:  # noqa: ANN401
    """Return a pointer to memory with room for many of what it points to."""
    memory = ffi.new("char[]", 4096)
    _memory.append(memory)
    return ffi.cast(c_type, memory)


_memory: list[Any] = []
_NATIVE: dict[str, Callable[[Any, Any], Any]] = {
    "PyModuleDef *": module_definition,
    "PyMethodDef *": method_definitions,
    "PyGetSetDef *": attribute_definition,
    "PyMemberDef *": member_definition,
    "PyType_Spec *": type_definition,
    "PyStructSequence_Desc *": sequence_description,
    "PyThreadState": lambda ffi, lib: lib.PyThreadState_Get(),
    "PyInterpreterState": lambda ffi, lib: lib.PyInterpreterState_Get(),
    "FILE *": lambda ffi, lib: file_with(ffi, b"x = 1\n"),
}
"""What makes a pointer to something else than an object, by C type or pointee."""


def _callbacks(parameter: Parameter) -> Alternatives:
    return Alternatives((Specimen("callback", lambda: CallbackTo(lambda *args: 0)),), ())


def filled_view(ffi: Any, lib: Any) -> Any:  # noqa: ANN401
    """Return a ``Py_buffer`` that holds a view of fresh memory."""
    view = ffi.new("Py_buffer *")
    exporter = EndingByteArray(b"specimen")
    if lib.PyObject_GetBuffer(ffi.cast("PyObject *", id(exporter)), view, 0x18 | 0x4) < 0:
        msg = "a bytearray has no buffer"
        raise RuntimeError(msg)
    return view


def _structs(parameter: Parameter) -> Alternatives:
    if parameter.c_type.startswith(("Py_buffer", "const Py_buffer")):
        if parameter.flight > 0:
            return Alternatives((Specimen("empty view", lambda: Native(lambda ffi, lib: ffi.new("Py_buffer *"))),), ())
        return Alternatives((Specimen("view", lambda: Native(filled_view)),), ())
    if "PyModuleDef" in parameter.c_type:
        return Alternatives((Specimen("a module definition", lambda: Native(module_definition)),), ())
    spelling = parameter.c_type.replace("const ", "")
    return Alternatives((Specimen(f"zeroed {spelling}", lambda: Native(lambda ffi, lib: ffi.new(spelling))),), ())


def alternatives(parameter: Parameter, contract: Contract) -> Alternatives:
    """Return what to try for ``parameter``; a NULL among it only where the contract gives it a meaning."""
    if parameter.variadic:
        if parameter.state == "slot":
            return Alternatives((Specimen("two slots", lambda: Items([Slot(), Slot()])),), ())
        if any(p.format for p in contract.parameters):
            return Alternatives((Specimen("nothing", lambda: Items([])),), ())
        return _arrays(parameter)
    by_state: dict[str, Callable[[], Alternatives]] = {
        "slot": lambda: _slots(parameter),
        "buffer": lambda: _texts(parameter),
        "value": lambda: _values(parameter, contract),
        "array": lambda: _arrays(parameter),
        "raw": lambda: _raw(parameter),
        "callback": lambda: _callbacks(parameter),
        "struct": lambda: _structs(parameter),
        "var": lambda: Alternatives((Specimen("variable", Variable),), ()),
    }
    if parameter.state in by_state:
        return _with_null(by_state[parameter.state](), parameter)
    if parameter.c_type == "PyModuleDef *":
        return Alternatives((Specimen("a module definition", lambda: Native(module_definition)),), ())
    if parameter.c_type == "PyMethodDef *":
        return Alternatives((Specimen("method definitions", lambda: Native(method_definitions)),), ())
    wrap = Unshared if parameter.unshared or "unshared" in parameter.unchecked else None
    found = _objects(parameter, wrap)
    if parameter.flight < 0:
        last = Specimen("the last reference to an item", lambda: Unshared(OBJECTS["item"], dies=True))
        found = Alternatives((*found.succeed, last), found.fail)
    return _with_null(found, parameter)
