# ruff: noqa: ARG002, ARG005, ICN001
"""Fresh, mortal Python objects of every kind, each under a name; counts mean something for all but those marked immortal."""

from __future__ import annotations

import codecs
import contextvars
import ctypes
import datetime
import functools
import importlib.util
import io
import operator
import sys
import types
import weakref
from collections.abc import Callable, Iterator
from typing import Any

from ptrstate.specimens.hostile import Item, Key, Probe, Raiser, RaisingKey, RaisingRepr, Trouble, UnhashableKey

Factory = Callable[[], Any]
_serial = iter(range(10**9, 10**12))


def fresh_text(text: str) -> str:
    """Return a ``str`` equal to ``text`` that is neither interned nor immortal."""
    return "".join([text[:1], text[1:]]) if len(text) > 1 else text + str(next(_serial))


def _generator() -> Iterator[Any]:
    received = yield Item()
    for _ in range(3):
        received = yield (received, Item())


def _raising_generator() -> Iterator[Any]:
    raise Trouble
    yield None


async def _coroutine() -> None:
    return None


async def _async_generator() -> Any:  # noqa: ANN401
    yield Item()


def function() -> Callable[..., Any]:
    """Return a function that takes anything and returns something new."""

    def answer(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        return Item()

    return answer


def raising_function() -> Callable[..., Any]:
    """Return a function that raises."""

    def fail(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        raise Trouble

    return fail


def fresh_class() -> type:
    """Return a new class."""
    return type("Fresh", (), {"present": Item(), "method": lambda self, *args: Item(), "__match_args__": ()})


def with_attributes() -> Any:  # noqa: ANN401
    """Return an instance with an attribute ``present``."""
    made = fresh_class()()
    made.present = Item()
    return made


def exception_class() -> type:
    """Return a new exception class."""
    return type("FreshTrouble", (Trouble,), {})


def raising_class() -> type:
    """Return an exception class that cannot be instantiated."""

    def refuse(self: Any, *args: Any) -> None:  # noqa: ANN401
        raise Trouble

    return type("Uninstantiable", (Exception,), {"__init__": refuse})


def exception() -> BaseException:
    """Return an exception with arguments, a cause, a context and a traceback, each held by nothing else."""
    made: list[BaseException] = []
    _raise_into(made)
    return made.pop()


def _raise_into(made: list[BaseException]) -> None:
    try:
        _fail()
    except Trouble as caught:
        caught.__cause__, caught.__context__ = Trouble(Item()), Trouble(Item())
        made.append(caught)


def _fail() -> None:
    raise exception_class()(Item())


def traceback() -> types.TracebackType:
    """Return a traceback."""
    found = exception().__traceback__
    assert found is not None
    return found


def _handle(error: UnicodeError) -> tuple[str, int]:
    return "?", getattr(error, "end", 0)


HANDLER = b"specimen"
codecs.register_error(HANDLER.decode(), _handle)


def frame() -> types.FrameType:
    """Return a frame that is not running."""

    def inner() -> types.FrameType:
        here = Item()  # noqa: F841
        return sys._getframe()

    return inner()


def code() -> types.CodeType:
    """Return a code object."""
    return compile("x = 1234567\ndef f(a): return a", "specimen.py", "exec")


def cell() -> types.CellType:
    """Return a cell with something in it."""
    return types.CellType(Item())


def module() -> types.ModuleType:
    """Return a module that is in no list of modules."""
    made = types.ModuleType("specimen", "a module")
    made.present = Item()  # type: ignore[attr-defined]
    made.__file__ = fresh_text("/nowhere/specimen.py")
    return made


def method() -> types.MethodType:
    """Return a bound method."""
    return types.MethodType(function(), Probe())


class Somewhere(datetime.tzinfo):
    """A time zone written in Python."""

    def utcoffset(self, moment: datetime.datetime | None) -> datetime.timedelta:
        """Return an hour."""
        return datetime.timedelta(hours=1)

    def dst(self, moment: datetime.datetime | None) -> datetime.timedelta:
        """Return nothing."""
        return datetime.timedelta()

    def tzname(self, moment: datetime.datetime | None) -> str:
        """Return a name."""
        return "somewhere"


def defined_module() -> Any:  # noqa: ANN401
    """Return a module that was made from a definition and has a state."""
    made = importlib.util.module_from_spec(importlib.util.find_spec("_struct"))  # type: ignore[arg-type]
    made.__spec__.loader.exec_module(made)  # type: ignore[union-attr]
    return made


class HoldingReference(weakref.ref):  # type: ignore[type-arg]
    """A weak reference that keeps its object alive for as long as it lives itself."""

    held: Any


def weak_reference() -> Any:  # noqa: ANN401
    """Return a weak reference whose object lives as long as it."""
    held = Item()
    made = HoldingReference(held)
    made.held = held
    return made


_alive: list[Any] = []


def dead_reference() -> Any:  # noqa: ANN401
    """Return a weak reference whose object is gone."""
    return weakref.ref(Item())


def context() -> contextvars.Context:
    """Return a context that nobody has entered."""
    return contextvars.copy_context()


def context_variable() -> contextvars.ContextVar[Any]:
    """Return a context variable without a default."""
    return contextvars.ContextVar("specimen")


def generator() -> Iterator[Any]:
    """Return a generator that has started."""
    made = _generator()
    next(made)
    return made


def coroutine() -> Any:  # noqa: ANN401
    """Return a coroutine that has not started and does not warn."""
    made = _coroutine()
    _alive.append(made)
    return made


def slice_object() -> slice:
    """Return a slice of large numbers."""
    return slice(0, int("1000"), int("1001"))


def capsule() -> Any:  # noqa: ANN401
    """Return a capsule named ``specimen``."""
    new = ctypes.pythonapi.PyCapsule_New
    new.restype, new.argtypes = ctypes.py_object, (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
    return new(4096, _NAME, None)


_NAME = b"specimen"


def _without_warning() -> type:
    return type("FreshWarning", (UserWarning,), {})


def _mapping_proxy() -> Any:  # noqa: ANN401
    return types.MappingProxyType({fresh_text("key"): Item()})


def key() -> str:
    """Return the key that the mappings here have."""
    return fresh_text("key")


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
    "wide_text": lambda: fresh_text("specimen \N{SNOWMAN} text"),
    "surrogate": lambda: fresh_text("ab\ud800"),
    "empty_text": lambda: "",
    "present": lambda: "present",
    "fresh_present": lambda: fresh_text("present"),
    "absent": lambda: fresh_text("absent"),
    "method_name": lambda: fresh_text("method"),
    "path": lambda: fresh_text("/nowhere/at/all"),
    "encoding": lambda: fresh_text("utf-8"),
    "key": key,
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
    "class_tuple": lambda: (fresh_class(), fresh_class()),
    "dict": lambda: {key(): Item(), fresh_text("other"): Item()},
    "key_dict": lambda: {Key(): Item()},
    "empty_dict": dict,
    "int_dict": lambda: {int("100200"): Item()},
    "set": lambda: {Item(), fresh_text("key")},
    "key_set": lambda: {Key()},
    "empty_set": set,
    "frozenset": lambda: frozenset([Item(), fresh_text("key")]),
    "slice": slice_object,
    "range": lambda: range(int("1000"), int("1010")),
    "function": function,
    "raising_function": raising_function,
    "builtin": lambda: [].append,
    "method": method,
    "class": fresh_class,
    "instance": with_attributes,
    "exception": exception,
    "bare_exception": exception_class(),
    "exception_class": exception_class,
    "raising_class": raising_class,
    "unicode_error": lambda: UnicodeDecodeError(fresh_text("utf-8"), bytes(bytearray(b"specimen")), 1, 2, fresh_text("reason")),
    "encode_error": lambda: UnicodeEncodeError(fresh_text("utf-8"), fresh_text("specimen"), 1, 2, fresh_text("reason")),
    "blank_decode_error": lambda: UnicodeDecodeError.__new__(UnicodeDecodeError),
    "blank_encode_error": lambda: UnicodeEncodeError.__new__(UnicodeEncodeError),
    "blank_translate_error": lambda: UnicodeTranslateError.__new__(UnicodeTranslateError),
    "translate_error": lambda: UnicodeTranslateError(fresh_text("specimen"), 1, 2, fresh_text("reason")),
    "traceback": traceback,
    "frame": frame,
    "code": code,
    "cell": cell,
    "empty_cell": types.CellType,
    "module": module,
    "weak_reference": weak_reference,
    "dead_reference": dead_reference,
    "context": context,
    "context_variable": context_variable,
    "generator": generator,
    "raising_generator": _raising_generator,
    "coroutine": coroutine,
    "async_generator": _async_generator,
    "iterator": lambda: iter([Item(), Item()]),
    "exhausted": lambda: iter(()),
    "file": lambda: io.StringIO(fresh_text("line one\nline two")),
    "mapping_proxy": _mapping_proxy,
    "property": lambda: property(function()),
    "datetime": datetime.datetime.now,
    "date": datetime.date.today,
    "time": lambda: datetime.time(1, 2, 3),
    "delta": lambda: datetime.timedelta(days=1, seconds=2),
    "timezone": lambda: datetime.timezone(datetime.timedelta(hours=1)),
    "getter": lambda: operator.attrgetter("present"),
    "capsule": capsule,
    "warning_class": _without_warning,
    "reloadable": lambda: sys.modules["colorsys"] if "colorsys" in sys.modules else __import__("colorsys"),
    "timestamp_there": lambda: (float("1500000000"), Somewhere()),
    "format": lambda: fresh_text("%s"),
    "timestamp": lambda: (float("1500000000"),),
    "hour": lambda: datetime.timedelta(seconds=3661),
    "defined_module": defined_module,
    "character_map": lambda: {code: fresh_text("abc")[1] for code in range(128)},
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
    "PyUnicodeObject": ("text", "fresh_present", "wide_text", "key", "surrogate"),
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
