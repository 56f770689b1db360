"""Objects of the interpreter's own machinery, which scripts seldom make: fresh and mortal as those of ``objects``."""

from __future__ import annotations

import codecs
import collections
import contextvars
import ctypes
import functools
import re
import sys
import threading
import types
from typing import Any

from ptrstate.specimens.definitions import method_definitions_at, sequence_description_at
from ptrstate.specimens.given import KeptByC, Unshared
from ptrstate.specimens.hostile import Item, Key
from ptrstate.specimens.objects import context, context_variable, fresh_text, function


def token() -> contextvars.Token[Any]:
    """Return a token that has not been used, of a variable that had no value."""
    return context_variable().set(Item())


_tokens: list[contextvars.Token[Any]] = []


def variable_of_next_token() -> KeptByC:
    """Return a variable whose token :func:`its_token` returns next."""
    _tokens.append(token())
    return KeptByC(_tokens[-1].var)


def its_token() -> contextvars.Token[Any]:
    """Return the token of the last variable, or a stranger's."""
    return _tokens.pop() if _tokens else token()


def entered_context() -> KeptByC:
    """Return a context that is the current one, which the thread holds."""
    made = context()
    ctypes.pythonapi.PyContext_Enter(ctypes.py_object(made))
    return KeptByC(made)


def variable_with_default() -> contextvars.ContextVar[Any]:
    """Return a context variable that has a default."""
    return contextvars.ContextVar("specimen", default=Item())  # noqa: B039


def full_function() -> types.FunctionType:
    """Return a function that has everything a function can have, each part held by nothing else."""
    held = Item()

    def answer(first: Any = None, *, second: Any = None) -> Any:  # noqa: ANN401
        return held

    made = types.FunctionType(
        answer.__code__.replace(co_filename=fresh_text("/nowhere")),
        {"__name__": fresh_text("nowhere"), "present": Item()},
        "full",
        (Item(),),
        (types.CellType(Item()),),
    )
    made.__kwdefaults__ = {"second": Item()}
    made.__annotations__ = {"first": Item()}
    return made


def inner_code() -> types.CodeType:
    """Return the code of a function that uses a variable of another."""
    held = Item()

    def inner() -> Any:  # noqa: ANN401
        return held

    return inner.__code__.replace(co_filename=fresh_text("/nowhere"))


def unseen_code() -> Unshared:
    """Return code with variables of each kind, of whose parts nothing has been made that code makes on demand; nor is it looked at."""

    def outer(first: Any) -> Any:  # noqa: ANN401
        def middle(second: Any) -> Any:  # noqa: ANN401
            return lambda: (first, second)

        return middle

    code = outer(None).__code__
    return Unshared(lambda: code.replace(co_filename=fresh_text("/nowhere")), dies=True)


def registered_search() -> KeptByC:
    """Return a function that looks codecs up, taking which away leaves the list of them with room to be given back."""
    added = [function() for _ in range(3)]
    for search in added:
        codecs.register(search)
    for search in added[:2]:
        codecs.unregister(search)
    return KeptByC(added[2])


def unready_text() -> Any:  # noqa: ANN401
    """Return a text in the representation that went with 3.12, which is still to be brought into the new one."""
    new = ctypes.pythonapi.PyUnicode_FromUnicode
    new.restype, new.argtypes = ctypes.py_object, (ctypes.c_void_p, ctypes.c_ssize_t)
    return new(None, 3)


def bare_view() -> Any:  # noqa: ANN401
    """Return a view of memory that no object exports."""
    new = ctypes.pythonapi.PyMemoryView_FromMemory
    new.restype, new.argtypes = ctypes.py_object, (ctypes.c_char_p, ctypes.c_ssize_t, ctypes.c_int)
    view: memoryview = new(_BARE, len(_BARE), 0x100)
    return view


_BARE = b"specimen"


def bare_function() -> types.FunctionType:
    """Return a function that has nothing it need not have."""
    made = types.FunctionType(compile("1234567", "nowhere", "eval"), {})
    del made.__module__
    return made


def name_key_dict() -> dict[Any, Any]:
    """Return a dict whose ``__name__`` is found by Python code."""
    return {Key("__name__"): fresh_text("nowhere")}


def instance_method() -> Any:  # noqa: ANN401
    """Return an instance method, which is made by C alone."""
    new = ctypes.pythonapi.PyInstanceMethod_New
    new.restype, new.argtypes = ctypes.py_object, (ctypes.py_object,)
    return new(full_function())


def key_ordered_dict() -> collections.OrderedDict[Any, Any]:
    """Return an ``OrderedDict`` whose key is compared by Python code."""
    return collections.OrderedDict({Key(): Item()})


class Exporter(bytearray):
    """What exports its memory by Python code, where the version lets it."""

    def __buffer__(self, flags: int) -> memoryview:
        return memoryview(bytearray(8))

    def __release_buffer__(self, view: memoryview) -> None:
        view.release()


def member_descriptor() -> Any:  # noqa: ANN401
    """Return the descriptor of a slot, of a class of its own."""
    return type("Slotted", (), {"__slots__": (fresh_text("slot"),)}).__dict__["slot"]


def _unstarted(code: types.CodeType) -> types.FrameType:
    new, state = ctypes.pythonapi.PyFrame_New, ctypes.pythonapi.PyThreadState_Get
    new.restype, new.argtypes = ctypes.py_object, (ctypes.c_void_p, ctypes.py_object, ctypes.py_object, ctypes.py_object)
    state.restype = ctypes.c_void_p
    frame: types.FrameType = new(state(), code, {}, {})
    return frame


def unstarted_frame() -> types.FrameType:
    """Return a frame that has not run."""
    return _unstarted(compile("[1234567]", fresh_text("nowhere"), "eval"))


def generator_frame() -> KeptByC:
    """Return the frame of a generator, which it holds itself."""

    def generate() -> Any:  # noqa: ANN401
        itself = yield
        yield itself

    made = generate()
    next(made)
    frame = made.gi_frame
    made.send(made)
    return KeptByC(frame)


@functools.cache
def _waiting() -> int:
    """Start a thread that waits for good, and return its number."""
    ready, never = threading.Event(), threading.Event()

    def inner() -> None:
        ready.set()
        never.wait()

    thread = threading.Thread(target=lambda: inner(), daemon=True)  # noqa: PLW0108
    thread.start()
    ready.wait()
    return thread.ident or 0


def called_frame() -> KeptByC:
    """Return a frame that was called by another, in a thread that waits."""
    number = _waiting()
    return KeptByC(sys._current_frames()[number])


def raising_code() -> types.CodeType:
    """Return code that raises."""
    return compile("1 / 0", fresh_text("nowhere"), "exec")


def static_builtin() -> Any:  # noqa: ANN401
    """Return a builtin function that is bound to nothing."""
    new = ctypes.pythonapi.PyCMethod_New
    new.restype, new.argtypes = ctypes.py_object, (ctypes.c_void_p,) * 4
    return new(method_definitions_at(_STATIC | _VARARGS), None, None, None)


_STATIC, _VARARGS = 0x20, 0x1


def builtin_of_class() -> Any:  # noqa: ANN401
    """Return a builtin function that is told its class."""
    return re.compile("specimen").search


def type_of_module() -> KeptByC:
    """Return a type that was made with a module which has a definition and a state."""
    return KeptByC(__import__("_struct").Struct)


def named_tuple_type() -> Any:  # noqa: ANN401
    """Return a type of tuples with named fields."""
    new = ctypes.pythonapi.PyStructSequence_NewType
    new.restype, new.argtypes = ctypes.py_object, (ctypes.c_void_p,)
    made: type = new(sequence_description_at())
    return made


def shown() -> KeptByC:
    """Return an object whose ``repr`` is being made."""
    made = [Item()]
    ctypes.pythonapi.Py_ReprEnter(ctypes.py_object(made))
    return KeptByC(made)
