"""Objects of the interpreter's own machinery, which scripts seldom make: fresh and mortal as those of ``objects``."""

from __future__ import annotations

import collections
import contextvars
import ctypes
import types
from typing import Any

from ptrstate.specimens.given import KeptByC
from ptrstate.specimens.hostile import Item, Key
from ptrstate.specimens.objects import context, context_variable, fresh_text


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
    return contextvars.ContextVar("specimen", default=Item())


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
