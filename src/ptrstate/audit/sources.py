"""What public sources claim of C functions, read into claims that can be held to what was seen.

Each source is taken by its own words: what its format, or the language it is written in, says that an entry means.  An entry
whose meaning depends on who reads it is no claim here.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ptrstate.contract import Contract

NAMES = {
    "cython": "Cython, Includes/cpython",
    "docs": "CPython, Doc/c-api",
    "graalpy": "GraalPy, C-API builtins",
    "pypy": "PyPy, cpyext",
    "refcounts.dat": "CPython, Doc/data/refcounts.dat",
    "testcapi": "CPython, Modules/_testcapi",
}
"""The sources, as they are shown."""


@dataclass(frozen=True)
class Claim:
    """What one source says of one cell.

    ``kind`` is ``"result"`` (``value``: ``owned``, ``borrowed``), ``"null"`` (``value``: meaning and sentinel), ``"count"``
    (``value``: how an argument's count changes) or ``"stolen"``.  ``parameter`` is a position.  ``words`` are the source's.
    """

    function: str
    source: str
    snapshot: str | None
    kind: str
    value: Any
    words: str
    parameter: int | None = None


@functools.cache
def published() -> dict[str, Any]:
    """Return the data file, function by function."""
    text = files("ptrstate.audit").joinpath("data", "public_claims.json").read_text(encoding="utf-8")
    functions: dict[str, Any] = json.loads(text)["functions"]
    return functions


def claims_of(function: str, entry: dict[str, Any]) -> Iterator[Claim]:
    """Return the claims in one function's entry."""
    for key, says in entry.get("ownership", {}).items():
        source, snapshot = _source(key)
        if source == "testcapi" or (source, says) == ("pypy", "new"):
            continue  # what a helper returns is not what it got; that a mark is missing says little
        if says == "always_null":
            yield Claim(function, source, snapshot, "null", ("always", None), "null: it always returns NULL")
        elif says in _OWNERSHIP:
            state, words = _OWNERSHIP[says]
            yield Claim(function, source, snapshot, "result", state, _WORDS.get((source, says), words))
    for source, says in entry.get("failure", {}).items():
        yield from _failure(function, source, says, entry)
    for position, parameter in enumerate(entry.get("parameters", ())):
        for text in parameter.get("claims", ()):
            yield from _argument(function, position, text)


_OWNERSHIP = {"new": ("owned", "the result is a new reference"), "borrowed": ("borrowed", "the result is borrowed")}
_WORDS = {
    ("cython", "new"): "returns object: Cython takes the result over as a new reference",
    ("pypy", "borrowed"): "result_borrowed=True",
    ("refcounts.dat", "new"): "+1: the result is a new reference",
    ("refcounts.dat", "borrowed"): "0: the result is borrowed",
}


@functools.cache
def sources_of(contract: Contract) -> Mapping[str, tuple[str, ...]]:
    """Return, by cell of a contract, the sources that claim of it what the contract says."""
    found: dict[str, list[str]] = {}
    for claim in claims_of(contract.name, published().get(contract.name, {})):
        cell = _agrees(claim, contract)
        if cell is not None:
            found.setdefault(cell, []).append(NAMES[claim.source])
    return {cell: tuple(dict.fromkeys(names)) for cell, names in found.items()}


def _agrees(claim: Claim, contract: Contract) -> str | None:
    if claim.parameter is not None:
        if claim.kind != "stolen" or claim.parameter >= len(contract.parameters):
            return None
        parameter = contract.parameters[claim.parameter]
        return f"parameter.{parameter.name}.state" if parameter.state == "owned" else None
    if claim.kind == "result":
        return "result.state" if claim.value == contract.result.state else None
    return "result.null" if claim.value[0] == contract.result.null else None


def _source(key: str) -> tuple[str, str | None]:
    name, _, snapshot = key.partition("@")
    return name.partition(":")[0], snapshot or None


_NULL = {"NULL": None, "0": 0, "-1": -1, "-1.0": -1.0, "-2": -2}


def _failure(function: str, source: str, says: Any, entry: dict[str, Any]) -> Iterator[Claim]:  # noqa: ANN401
    kind = entry["type"]
    if source == "cython":
        takes_over = entry.get("ownership", {}).get("cython") == "new"
        if says != "(no except clause)":
            either, _, value = says.removeprefix("except").partition(" ")
            meaning = "ambiguous" if either == "?" else "error"
            yield Claim(function, source, None, "null", (meaning, _NULL[value]), says)
        elif takes_over:
            words = "returns object: Cython reads NULL as an exception that is set"
            yield Claim(function, source, None, "null", ("error", None), words)
        elif kind in _INTEGERS:
            words = "no except clause: Cython reads no result as an exception, so that one that is set goes unnoticed"
            yield Claim(function, source, None, "null", ("never", None), words)
    elif source == "pypy" and says != "default" and kind != "void":
        if says == "CANNOT_FAIL":
            yield Claim(function, source, None, "null", ("never", None), "error=CANNOT_FAIL")
        elif says in _NULL and kind in _INTEGERS:
            yield Claim(function, source, None, "null", ("sentinel", _NULL[says]), f"error={says}: a failure returns {says}")
    elif source == "testcapi" and says == "m1_iff_exception":
        words = "its helper asserts that it returns -1 if, and only if, an exception is set"
        yield Claim(function, source, None, "null", ("error", -1), words)
    elif source == "docs" and says == ["bool_result", "cannot_fail"]:
        yield Claim(function, source, None, "null", ("never", None), "this function always succeeds")


_INTEGERS = frozenset(
    {"int", "long", "long long", "Py_ssize_t", "Py_hash_t", "unsigned long", "unsigned long long", "size_t", "double"}
)
_STEALS = ("exceptions", "tuple", "gen", "coro", "list", "module")
"""The pages whose note on an argument's reference is that it is stolen; the others' is that it is not."""


def _argument(function: str, position: int, text: str) -> Iterator[Claim]:
    name, _, value = text.partition(": ")
    if name.startswith("refcounts.dat@") and value in {"0", "+1", "-1"}:
        meaning = {"0": "no change", "+1": "increment", "-1": "decrement"}[value]
        source, snapshot = _source(name)
        yield Claim(function, source, snapshot, "count", int(value), f"{value}: {meaning}", position)
    elif text.startswith("docs:Doc/c-api/") and text.removeprefix("docs:Doc/c-api/").partition(".")[0] in _STEALS:
        yield Claim(function, "docs", text.rpartition("@")[2], "stolen", None, "the reference to it is stolen", position)
