"""Which versions the crate serves, and how a span of them is written as a condition."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, TypeVar

from ptrstate.contract import VERSIONS, Version, parse_version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")


def spans(of: Callable[[Version], T | None]) -> Iterator[tuple[tuple[Version, ...], T]]:
    """Yield each run of versions for which ``of`` gives the same, with what it gives; versions without are left out."""
    for value, run in itertools.groupby(VERSIONS, of):
        if value is not None:
            yield tuple(run), value


def flag(version: Version) -> str:
    """Return the condition that holds from ``version`` on."""
    return f"Py_{version[0]}_{version[1]}"


def condition(span: tuple[Version, ...], limited_api: str | None) -> str | None:
    """Return what holds where a function is there: in these versions, and in the stable ABI from ``limited_api`` on."""
    terms = []
    first, last = span[0], span[-1]
    if first > VERSIONS[0]:
        terms.append(flag(first))
    if last < VERSIONS[-1]:
        terms.append(f"not({flag(VERSIONS[VERSIONS.index(last) + 1])})")
    if limited_api is None:
        terms.append("not(Py_LIMITED_API)")
    elif (since := parse_version(limited_api)) > max(first, VERSIONS[0]):
        terms.append(f"any(not(Py_LIMITED_API), {flag(since)})" if since <= VERSIONS[-1] else "not(Py_LIMITED_API)")
    if not terms:
        return None
    return terms[0] if len(terms) == 1 else f"all({', '.join(terms)})"
