"""Who holds what: references found by asking objects what they refer to, as the collector does."""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import types
import weakref
from collections import Counter
from typing import TYPE_CHECKING, Any

from ptrstate._native import core

if TYPE_CHECKING:
    from collections.abc import Iterable

_WIDE = (types.ModuleType, types.FrameType)
_MOST = 200
_DEPTH = 3


def holdings(holders: Iterable[int]) -> Counter[int]:
    """Return, by address, how many references the objects at ``holders`` and what they hold have to each object."""
    found: list[Any] = []
    seen: set[int] = set()
    layer = [core.object_there(address) for address in dict.fromkeys(holders)]
    roots = {id(item) for item in layer}
    for depth in range(_DEPTH):
        following: list[Any] = []
        for item in layer:
            address = id(item)
            if address in seen or len(seen) > _MOST:
                continue
            seen.add(address)
            if address not in roots and ((depth and isinstance(item, _WIDE)) or (isinstance(item, dict) and "__builtins__" in item)):
                continue
            others = _referents(item)
            found += others
            if isinstance(item, type) and address not in roots:
                others = [other for other in others if type(other) is dict]
            following += others
        layer = following
    return Counter(map(id, found))


def _referents(item: Any) -> list[Any]:  # noqa: ANN401
    """Return what an object refers to, with what it does not show to the collector.

    That is a dict's keys, when all are strings, a time zone, and the parts of a code object, but for those that it makes anew
    whenever they are asked for.
    """
    if isinstance(item, dict):
        return [*dict.keys(item), *dict.values(item)]
    if isinstance(item, types.CodeType):
        return [part for name in _PARTS_OF_CODE if (part := getattr(item, name)) is getattr(item, name)]
    if isinstance(item, (dt.datetime, dt.time)) and item.tzinfo is not None:
        return [item.tzinfo]
    return gc.get_referents(item)


_PARTS_OF_CODE = (
    "co_code", "co_consts", "co_names", "co_varnames", "co_freevars", "co_cellvars", "co_filename", "co_name", "co_qualname",
    "co_linetable", "co_exceptiontable",
)  # fmt: skip


def reaches(holder: int, address: int) -> bool:
    """Whether the object at ``holder`` holds the one at ``address``, directly or through what it holds."""
    return address in holdings([holder])


def refers_weakly(holder: int, address: int) -> bool:
    """Whether the object at ``holder`` is a weak reference to the one at ``address``, and does not hold it besides."""
    reference = core.object_there(holder)
    if not issubclass(type(reference), weakref.ref):
        return False
    return id(reference()) == address and not reaches(holder, address)


def held_by(holder: int) -> list[Any]:
    """Return the object at ``holder`` and those that it holds, directly or through what it holds."""
    return [core.object_there(address) for address in dict.fromkeys((holder, *holdings([holder])))]


def empty(owner: Any) -> None:  # noqa: ANN401
    """Make ``owner`` let go of what it can be made to let go of, as other code that shares it could."""
    for name in ("clear", "close", "release"):
        ending = getattr(type(owner), name, None)
        if ending is not None and not isinstance(owner, (type, types.FrameType)):
            with contextlib.suppress(Exception):
                ending(owner)
    namespace = getattr(owner, "__dict__", None)
    if isinstance(namespace, dict) and not isinstance(owner, type):
        namespace.clear()
    elif isinstance(owner, type):
        for name in [n for n in vars(owner) if not n.startswith("__")]:
            delattr(owner, name)
    if isinstance(owner, types.FunctionType):
        owner.__code__ = owner.__code__.replace()
    for name in _REPLACEABLE:
        try:
            setattr(owner, name, None)
        except Exception:  # noqa: BLE001
            with contextlib.suppress(Exception):
                delattr(owner, name)


_REPLACEABLE = (
    "cell_contents", "__cause__", "__context__", "__traceback__", "__defaults__", "__kwdefaults__", "__annotations__",
    "__closure__",
    "__doc__", "__name__", "__qualname__", "__module__", "value", "object", "reason", "__wrapped__",
)  # fmt: skip
