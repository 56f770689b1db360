"""The catalogue: every object specimen under a name, and which of them are what a pointee says."""

from __future__ import annotations

import datetime as dt
import functools
import io
import operator
import sys
import types
from typing import Any

from ptrstate.specimens import objects
from ptrstate.specimens.hostile import Item, Key, Probe, Raiser, RaisingKey, RaisingRepr, UnhashableKey
from ptrstate.specimens.objects import Factory, fresh_text

OBJECTS: dict[str, Factory] = {
    "probe": Probe,
    "item": Item,
    "plain": object,
    "integer": lambda: int("1234567"),
    "small": lambda: int("1"),
    "zero": lambda: int("0"),
    "two": lambda: int("2"),
    "negative": lambda: int("-1234567"),
    "minus_one": lambda: int("-1"),
    "huge": lambda: int("9" * 40),
    "float": lambda: float("1.5"),
    "minus_one_float": lambda: float("-1.0"),
    "complex": lambda: complex("1+2j"),
    "text": lambda: fresh_text("specimen text"),
    "lines": lambda: fresh_text("one\ntwo\n"),
    "wide_text": lambda: fresh_text("specimen \N{SNOWMAN} text"),
    "surrogate": lambda: fresh_text("ab\ud800"),
    "empty_text": lambda: "",
    "present": lambda: "present",
    "fresh_present": lambda: fresh_text("present"),
    "absent": lambda: fresh_text("absent"),
    "method_name": lambda: fresh_text("method"),
    "path": lambda: fresh_text("/nowhere/at/all"),
    "encoding": lambda: fresh_text("utf-8"),
    "key": objects.key,
    "bytes": lambda: bytes(bytearray(b"specimen bytes")),
    "digits": lambda: fresh_text("1234567"),
    "digit_bytes": lambda: bytes(bytearray(b"1234567")),
    "bytearray": lambda: bytearray(b"specimen"),
    "memoryview": lambda: memoryview(bytearray(b"specimen")),
    "readonly_view": lambda: memoryview(bytes(bytearray(b"specimen"))),
    "list": lambda: [Item(), Item()],
    "numbers": lambda: [int("1003"), int("1001"), int("1002")],
    "empty_list": list,
    "incomparable": lambda: [object(), object()],
    "texts": lambda: [fresh_text("one"), fresh_text("two")],
    "pairs": lambda: [(fresh_text("one"), Item()), (fresh_text("two"), Item())],
    "tuple": lambda: (Item(), Item()),
    "empty_tuple": lambda: (),
    "args": lambda: (Item(),),
    "class_tuple": lambda: (objects.fresh_class(), objects.fresh_class()),
    "dict": lambda: {objects.key(): Item(), fresh_text("other"): Item()},
    "key_dict": lambda: {Key(): Item()},
    "empty_dict": dict,
    "int_dict": lambda: {int("100200"): Item()},
    "set": lambda: {Item(), fresh_text("key")},
    "key_set": lambda: {Key()},
    "empty_set": set,
    "frozenset": lambda: frozenset([Item(), fresh_text("key")]),
    "slice": objects.slice_object,
    "range": lambda: range(int("1000"), int("1010")),
    "function": objects.function,
    "raising_function": objects.raising_function,
    "builtin": lambda: [].append,
    "method": objects.method,
    "class": objects.fresh_class,
    "instance": objects.with_attributes,
    "exception": objects.exception,
    "bare_exception": lambda: objects.exception_class()(),  # noqa: PLW0108
    "exception_class": objects.exception_class,
    "raising_class": objects.raising_class,
    "unicode_error": lambda: UnicodeDecodeError(fresh_text("utf-8"), bytes(bytearray(b"specimen")), 1, 2, fresh_text("reason")),
    "encode_error": lambda: UnicodeEncodeError(fresh_text("utf-8"), fresh_text("specimen"), 1, 2, fresh_text("reason")),
    "blank_decode_error": lambda: UnicodeDecodeError.__new__(UnicodeDecodeError),
    "blank_encode_error": lambda: UnicodeEncodeError.__new__(UnicodeEncodeError),
    "blank_translate_error": lambda: UnicodeTranslateError.__new__(UnicodeTranslateError),
    "translate_error": lambda: UnicodeTranslateError(fresh_text("specimen"), 1, 2, fresh_text("reason")),
    "traceback": objects.traceback,
    "frame": objects.frame,
    "code": objects.code,
    "cell": objects.cell,
    "empty_cell": types.CellType,
    "module": objects.module,
    "weak_reference": objects.weak_reference,
    "dead_reference": objects.dead_reference,
    "context": objects.context,
    "context_variable": objects.context_variable,
    "generator": objects.generator,
    "raising_generator": objects.raising_generator,
    "coroutine": objects.coroutine,
    "async_generator": objects.async_generator,
    "iterator": lambda: iter([Item(), Item()]),
    "exhausted": lambda: iter(()),
    "file": lambda: io.StringIO(fresh_text("line one\nline two")),
    "mapping_proxy": objects.mapping_proxy,
    "property": lambda: property(objects.function()),
    "datetime": dt.datetime.now,
    "date": dt.date.today,
    "time": lambda: dt.time(1, 2, 3),
    "delta": lambda: dt.timedelta(days=1, seconds=2),
    "timezone": lambda: dt.timezone(dt.timedelta(hours=1)),
    "getter": lambda: operator.attrgetter("present"),
    "capsule": objects.capsule,
    "warning_class": objects.warning_class,
    "reloadable": lambda: sys.modules["colorsys"] if "colorsys" in sys.modules else __import__("colorsys"),
    "timestamp_there": lambda: (float("1500000000"), objects.Somewhere()),
    "format": lambda: fresh_text("%s"),
    "timestamp": lambda: (float("1500000000"),),
    "hour": lambda: dt.timedelta(seconds=3661),
    "defined_module": objects.defined_module,
    "character_map": lambda: {code: code for code in range(128)},
    "raiser": Raiser,
    "raising_repr": RaisingRepr,
    "key_object": Key,
    "raising_key": RaisingKey,
    "unhashable_key": UnhashableKey,
    "none": lambda: None,
    "true": lambda: True,
}
"""The factories, by name."""

BY_POINTEE: dict[str, tuple[str, ...]] = {
    "PyLongObject": ("integer", "negative", "small", "huge"),
    "PyFloatObject": ("float",),
    "PyComplexObject": ("complex",),
    "PyUnicodeObject": ("text", "fresh_present", "lines", "wide_text", "key", "surrogate"),
    "PyBytesObject": ("bytes", "digit_bytes"),
    "PyByteArrayObject": ("bytearray",),
    "PyMemoryViewObject": ("memoryview", "readonly_view"),
    "PyTupleObject": ("tuple", "args", "empty_tuple", "class_tuple"),
    "PyListObject": ("list", "numbers", "empty_list", "incomparable"),
    "PyDictObject": ("dict", "key_dict", "empty_dict", "int_dict"),
    "PySetObject": ("set", "key_set", "frozenset", "empty_set"),
    "PySliceObject": ("slice",),
    "PyModuleObject": ("module",),
    "PyFunctionObject": ("function",),
    "PyCFunctionObject": ("builtin",),
    "PyMethodObject": ("method",),
    "PyCellObject": ("cell", "empty_cell"),
    "PyGenObject": ("generator",),
    "PyCoroObject": ("coroutine",),
    "PyAsyncGenObject": ("async_generator",),
    "PyCodeObject": ("code",),
    "PyFrameObject": ("frame",),
    "PyTracebackObject": ("traceback",),
    "PyBaseExceptionObject": ("exception", "bare_exception", "unicode_error", "encode_error", "translate_error"),
    "PyWeakReference": ("weak_reference", "dead_reference"),
    "PyTypeObject": ("class", "exception_class"),
    "PyCapsuleObject": ("capsule",),
    "PyContext": ("context",),
    "PyContextVar": ("context_variable",),
    "PyContextObject": ("context",),
    "PyContextVarObject": ("context_variable",),
}
"""Which specimens are a pointee, the most useful first."""


@functools.cache
def fitting(python_type: Any) -> tuple[str, ...]:  # noqa: ANN401
    """Return the names of the specimens that are instances of a type."""
    return tuple(name for name, make in OBJECTS.items() if isinstance(make(), python_type))


ZOO = (
    "probe", "list", "dict", "text", "integer", "float", "tuple", "set", "bytes", "function", "class", "instance", "generator",
    "exception", "module", "memoryview", "iterator", "plain", "two", "minus_one", "slice", "exception_class", "coroutine",
    "complex", "bytearray", "digits", "key", "weak_reference", "context_variable", "file", "class_tuple", "frozenset",
)  # fmt: skip
"""What a parameter that takes any object is given."""
