"""Calls that may well crash, each for a process of its own: NULL where none is taken, and what C does not check."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ptrstate.pointees import PyObject
from ptrstate.specimens.alternatives import constant
from ptrstate.specimens.catalogue import OBJECTS
from ptrstate.specimens.given import NULL, Native, Slot, Specimen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ptrstate.contract import Contract, Parameter
    from ptrstate.specimens.plans import Plan

_WRONG = tuple(Specimen(f"{name} instead", OBJECTS[name]) for name in ("plain", "item", "huge", "list", "dict", "bytes", "function"))


def _without_closure(ffi: Any, lib: Any) -> Any:  # noqa: ANN401
    code, variables = OBJECTS["inner_code"](), dict[str, Any]()
    return lib.PyFunction_New(ffi.cast("PyObject *", id(code)), ffi.cast("PyObject *", id(variables)))


_UNSET = {
    "PyObject": Specimen("a list with unset items", lambda: UnsetItems("PyList_New")),
    "PyListObject": Specimen("a list with unset items", lambda: UnsetItems("PyList_New")),
    "PyFunctionObject": Specimen("a function whose closure is not set", lambda: Native(_without_closure)),
    "PyUnicodeObject": Specimen("a text that is not written", lambda: Native(lambda _ffi, lib: lib.PyUnicode_New(2, 127))),
    "PyTupleObject": Specimen("a tuple with unset items", lambda: UnsetItems("PyTuple_New")),
}

_WITHOUT: dict[str, tuple[Specimen, ...]] = {
    "iterator": (Specimen("a list instead", list),),
    "exception class": (Specimen("a class that is no exception's", lambda: type("Plain", (), {})),),
    "characters": (constant(b"\xff" * 8),),
    "handled": (Specimen("an object instead", object),),
    "sequence": (Specimen("a set instead", OBJECTS["set"]), Specimen("an object instead", object)),
    "unstarted": (Specimen("a frame that has run", OBJECTS["frame"]),),
    "closed": (Specimen("code of an inner function", OBJECTS["inner_code"]),),
    "compact": (Specimen("huge instead", OBJECTS["huge"]),),
    "texts": (Specimen("a tuple of numbers", lambda: (1, 2)),),
    "unshared": (Specimen("a tuple that others have", OBJECTS["tuple"]),),
    "instance": (Specimen("a class instead", lambda: type("Plain", (), {})),),
    "zeroed": (Specimen("the type of types", lambda: type),),
    "nonzero": (constant(0),),
    "ordered": (constant(0),),
    "above depth": (constant(1),),
    "utf-8": (constant(b"\xff\xfe"),),
    "cells": (Specimen("an empty tuple", tuple),),
}
"""Arguments that do not meet a requirement of which C makes no check."""


def required_types(parameter: Parameter) -> tuple[type, ...]:
    """Return the type that an argument has to have, if its pointee has one."""
    python_type = parameter.pointee.python_type if parameter.pointee else None
    if python_type is None or python_type is object:
        return ()
    return python_type if isinstance(python_type, tuple) else (python_type,)


@dataclass(frozen=True)
class UnsetItems:
    """An object with unset items, made by a C function from their number."""

    maker: str


@dataclass(frozen=True)
class Trial:
    """One such call: what is tried, at which parameter (``None``: the call as such), and the call."""

    kind: str
    parameter: int | None
    plan: Plan


def trials(contract: Contract, good: Plan) -> Iterator[Trial]:
    """Return what to try, starting from a call that is known to be good."""
    for position, parameter in enumerate(contract.parameters):
        for kind, specimen in _at(parameter):
            arguments = (*good.arguments[:position], specimen, *good.arguments[position + 1 :])
            yield Trial(kind, position, replace(good, arguments=arguments))
        if "preceded" in parameter.unchecked:
            yield Trial("preceded", position, replace(good, arguments=_alone(contract, good, position)))
    if contract.error_set == "required":
        yield Trial("no exception", None, replace(good, pending=False))
    else:
        yield Trial("pending", None, replace(good, pending=True))


def _alone(contract: Contract, good: Plan, position: int) -> tuple[Specimen, ...]:
    """Return the arguments with something at ``position``, and NULL where the first is that may be."""
    first = next(i for i, p in enumerate(contract.parameters) if p.nullable)
    given = {first: Specimen("NULL", lambda: NULL), position: Specimen("item", OBJECTS["item"])}
    return tuple(given.get(i, specimen) for i, specimen in enumerate(good.arguments))


def _at(p: Parameter) -> Iterator[tuple[str, Specimen]]:
    if not p.nullable and not p.variadic and (p.state != "value" or p.c_type == "void *"):
        yield "NULL", Specimen("NULL", lambda: NULL)
    if p.unchecked & {"type", "exact type"}:
        kind = "exact type" if "exact type" in p.unchecked else "type"
        if p.state == "slot":
            yield kind, Specimen("a slot with an object of another type", lambda: Slot(object()))
        else:
            names = required_types(p)
            yield from ((kind, wrong) for wrong in _WRONG if not isinstance(wrong.make(), names))
    for requirement in sorted(p.unchecked & _WITHOUT.keys()):
        yield from ((requirement, specimen) for specimen in _WITHOUT[requirement])
    if "nonempty" in p.unchecked and p.state in {"buffer", "borrowed"}:
        yield "nonempty", Specimen("an empty text", lambda: b"") if p.state == "buffer" else Specimen("an empty tuple", tuple)
    if p.index_of:
        yield "index", Specimen("1 << 40" if "ssize" in p.c_type else "1 << 28", lambda: 1 << (40 if "ssize" in p.c_type else 28))
    if p.between:
        low, high = p.between
        yield from (
            ("between", constant(n)) for n in (high + 1, high + 1000, high + (1 << 20), low - 1, low - 1000, low - (1 << 20))
        )
    if p.among:
        yield from (("among", constant(n)) for n in (max(p.among) + 1, min(p.among) - 1))
    if p.length_of:
        yield "length", constant(1 << 20)
        yield "length", constant(1 << 30)
    if p.unfilled and p.state != "slot" and p.pointee is not None and issubclass(p.pointee, PyObject):
        yield "unfilled", _UNSET.get(p.pointee.__name__, _UNSET["PyTupleObject"])
