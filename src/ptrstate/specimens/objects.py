# noqa: RUF100
"""Fresh, mortal Python objects of every kind, each under a name; counts mean something for all but those marked immortal."""

from __future__ import annotations

import codecs
import contextvars
import ctypes
import datetime
import importlib.util
import pickle
import sys
import types
import weakref
from collections.abc import Callable, Iterator
from typing import Any

from ptrstate.specimens.hostile import EndingText, Item, Key, Probe, Trouble

Factory = Callable[[], Any]
_serial = iter(range(10**9, 10**12))


def fresh_text(text: str) -> str:
    """Return a ``str`` equal to ``text`` that is neither interned nor immortal."""
    return "".join([text[:1], text[1:]]) if len(text) > 1 else text + str(next(_serial))


def _generator() -> Iterator[Any]:
    received = yield Item()
    for _ in range(3):
        received = yield (received, Item())


def raising_generator() -> Iterator[Any]:
    """Yield nothing: raise at once."""
    raise Trouble
    yield None


@types.coroutine
def _pause() -> Iterator[Any]:
    yield Item()


async def _coroutine() -> None:
    await _pause()


async def async_generator() -> Any:  # noqa: ANN401
    """Yield something new."""
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
    return type("Fresh", (), {"present": Item(), "method": lambda self, *args, **kwargs: Item(), "__match_args__": ()})


def with_attributes() -> Any:  # noqa: ANN401
    """Return an instance with an attribute ``present``."""
    made = fresh_class()()
    made.present = Item()
    return made


def with_a_dict() -> Any:  # noqa: ANN401
    """Return an instance whose attributes are in a dict that the collector sees."""
    made = fresh_class()()
    made.__dict__ = {"present": Item()}
    return made


def exception_class() -> type:
    """Return a new exception class."""
    return type("FreshTrouble", (Trouble,), {})


def failing_class() -> type:
    """Return an exception class whose instances cannot be made, for a reason that is a type of the interpreter's own."""

    def refuse(self: Any, *args: Any) -> None:  # noqa: ANN401
        raise LookupError

    return type("Uninstantiable", (Exception,), {"__init__": refuse})


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
    here = Item()  # noqa: F841  what only the frame holds
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


def _transcode(whatever: object, errors: str = "strict") -> tuple[Any, int]:
    return Item(), 1


class _Coder:
    def __init__(self, *anything: object) -> None:
        pass


def _search(name: str) -> codecs.CodecInfo | None:
    if name != ENCODING.decode():
        return None
    make: Any = codecs.CodecInfo
    return make(_transcode, _transcode, _Coder, _Coder, _Coder, _Coder, name)  # type: ignore[no-any-return]


ENCODING = b"specimen_codec"
codecs.register(_search)


def frame() -> types.FrameType:
    """Return a frame that is not running."""

    def inner() -> types.FrameType:
        here = Item()  # noqa: F841
        return sys._getframe()

    return inner()


def replacing_code() -> types.CodeType:
    """Return a code object that puts something else in its module's place."""
    return compile("import sys\nsys.modules[__name__] = sys.specimen_odd", "specimen.py", "exec")


ODD: Any = Item()
sys.specimen_odd = ODD  # type: ignore[attr-defined]


def odd_module() -> bytes:
    """Return the name, for C, of a module that is none."""
    sys.modules["specimen_odd"] = ODD
    return b"specimen_odd"


def odd_module_name() -> str:
    """Return the name of a module that is none."""
    return fresh_text(odd_module().decode())


def keyed_module_name() -> bytes:
    """Return the name of a module that is found by Python code."""
    modules: dict[Any, Any] = sys.modules
    modules.setdefault(Key("keyed"), types.ModuleType("keyed"))
    return b"keyed"


def replaced_name() -> bytes:
    """Return the name of something in ``sys`` that nothing else holds."""
    sys.replaced = Item()  # type: ignore[attr-defined]
    return b"replaced"


def replaced_handler() -> bytes:
    """Return the name of an error handler that nothing else holds."""
    codecs.register_error("replaced", Probe())
    return b"replaced"


def code() -> types.CodeType:
    """Return a code object."""
    return compile("x = 1234567\nif x < 0:\n  def f(a): return a", "specimen.py", "exec")


def cell() -> types.CellType:
    """Return a cell with something in it."""
    return types.CellType(Item())


def module() -> types.ModuleType:
    """Return a module that is in no list of modules."""
    made = types.ModuleType("specimen", "a module")
    for name in ("present", "key", "specimen", "Fresh"):
        setattr(made, name, Item())
    made.__file__ = fresh_text("/nowhere/specimen.py")
    return made


def keyed_module() -> types.ModuleType:
    """Return a module whose names are found by Python code."""
    made = types.ModuleType("specimen")
    names: dict[Any, Any] = vars(made)
    names.clear()
    for name in ("__name__", "__file__", "__dict__", "__doc__", "__spec__", "__loader__", "__path__", "present", "key"):
        names[Key(name)] = fresh_text(name)
    return made


class BusyModule(types.ModuleType):
    """A module whose attributes are set by Python code."""

    def __setattr__(self, name: str, value: object) -> None:
        super().__setattr__(name, value)


def busy_module() -> types.ModuleType:
    """Return a module whose attributes are set by Python code."""
    return BusyModule("specimen", "a module")


def meta_class() -> type:
    """Return a class of a metaclass that looks its attributes up by Python code."""
    return _Meta("Fresh", (), {"present": Item()})


class _Meta(type):
    def __getattribute__(cls, name: str) -> Any:  # noqa: ANN401
        return super().__getattribute__(name)

    def __setattr__(cls, name: str, value: object) -> None:
        super().__setattr__(name, value)


def ending_decode_error() -> Any:  # noqa: ANN401
    """Return an exception whose reason runs Python code at its end."""
    return _ending(UnicodeDecodeError("utf-8", bytes(bytearray(b"specimen")), 1, 2, "reason"))


def ending_encode_error() -> Any:  # noqa: ANN401
    """Return an exception whose reason runs Python code at its end."""
    return _ending(UnicodeEncodeError("utf-8", fresh_text("specimen"), 1, 2, "reason"))


def ending_translate_error() -> Any:  # noqa: ANN401
    """Return an exception whose reason runs Python code at its end."""
    return _ending(UnicodeTranslateError(fresh_text("specimen"), 1, 2, "reason"))


def _ending(error: Any) -> Any:  # noqa: ANN401
    error.reason = EndingText("reason")
    return error


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


class HoldingReference(weakref.ref[Item]):
    """A weak reference that keeps its object alive for as long as it lives itself."""

    held: Any


def weak_reference() -> Any:  # noqa: ANN401
    """Return a weak reference whose object lives as long as it."""
    held = Item()
    made = HoldingReference(held)
    made.held = held
    return made


class KeptReference(weakref.ref[Item]):
    """A weak reference to what something else keeps alive; each is a new one."""

    __slots__ = ()


def kept_reference() -> Any:  # noqa: ANN401
    """Return a weak reference to an object that lives on without it."""
    return KeptReference(ODD)


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
    """Return a coroutine that has started."""
    made = _coroutine()
    made.send(None)
    return made


def slice_object() -> slice:
    """Return a slice of large numbers."""
    return slice(0, int("1000"), int("1001"))


def capsule() -> Any:  # noqa: ANN401
    """Return a capsule named ``specimen``."""
    new = ctypes.pythonapi.PyCapsule_New
    new.restype, new.argtypes = ctypes.py_object, (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
    return new(4096, _NAME, None)


def full_capsule() -> Any:  # noqa: ANN401
    """Return a capsule named ``specimen`` with a context and a destructor, which is some harmless C function."""
    made = capsule()
    for setter, address in (
        (ctypes.pythonapi.PyCapsule_SetContext, 8192),
        (ctypes.pythonapi.PyCapsule_SetDestructor, ctypes.cast(ctypes.pythonapi.Py_IsNone, ctypes.c_void_p).value),
    ):
        setter(ctypes.py_object(made), ctypes.c_void_p(address))
    return made


def nameless_capsule() -> Any:  # noqa: ANN401
    """Return a capsule without a name."""
    made = capsule()
    ctypes.pythonapi.PyCapsule_SetName(ctypes.py_object(made), None)
    return made


def released_buffer() -> Any:  # noqa: ANN401
    """Return a ``PickleBuffer`` whose view was released."""
    made = pickle.PickleBuffer(bytearray(b"specimen"))
    made.release()
    return made


_NAME = b"specimen"


def warning_class() -> type:
    """Return a new warning class."""
    return type("FreshWarning", (UserWarning,), {})


def mapping_proxy() -> Any:  # noqa: ANN401
    """Return a read-only view of a mapping."""
    return types.MappingProxyType({fresh_text("key"): Item()})


def key() -> str:
    """Return the key that the mappings here have."""
    return fresh_text("key")
