"""Whether an object of some type is what a pointee says, judged by the names of its type and that type's bases."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from ptrstate.pointees import PyObject

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from ptrstate.pointees import Pointee

_BY_NAME: dict[str, frozenset[str]] = {
    "PyContext": frozenset({"Context"}),
    "PyContextVar": frozenset({"ContextVar"}),
}


def is_instance(types: Collection[str], pointee: type[Pointee] | None) -> bool:
    """Whether an object whose type has these names, its own and its bases', is a ``pointee``."""
    names = type_names(pointee)
    return names is None or bool(names & set(types))


def type_names(pointee: type[Pointee] | None) -> frozenset[str] | None:
    """Return the names of the types that are this pointee; ``None`` where any object will do."""
    if pointee is None:
        return None
    if pointee.__name__ in _BY_NAME:
        return _BY_NAME[pointee.__name__]
    python_type = pointee.python_type
    if python_type is None or python_type is object:
        return None
    return frozenset(t.__name__ for t in (python_type if isinstance(python_type, tuple) else (python_type,)))


def narrower(objects: Iterable[Collection[str]]) -> str | None:
    """Return the name of a type of which all these objects are, and for which some pointee stands; ``None`` without one.

    Of objects that are not all lists, dicts or the like, nothing more can be said than that they are objects.
    """
    kinds = [frozenset(names) for names in objects]
    return min((min(names) for names in _named() if all(names & kind for kind in kinds)), default=None)


@functools.cache
def _named() -> frozenset[frozenset[str]]:
    return frozenset(filter(None, map(type_names, _pointees(PyObject))))


def _pointees(base: type[Pointee]) -> Iterator[type[Pointee]]:
    for pointee in base.__subclasses__():
        yield pointee
        yield from _pointees(pointee)
