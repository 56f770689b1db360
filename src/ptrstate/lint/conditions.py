"""Whether a test holds, or a handler catches, as far as that is known; and what a test teaches."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from ptrstate.lint.worlds import UNCERTAIN, Anything, Known, Many, Null, Number, Ref, Truth

if TYPE_CHECKING:
    from ptrstate.lint import ir
    from ptrstate.lint.worlds import Value, World


def learn(world: World, test: ir.Test, value: Value, *, wanted: bool) -> None:
    """Take note, in ``world``, of what a test has shown of a value of which nothing was known."""
    learnt: Value = value
    if not isinstance(value, Anything | Truth):
        return
    below = test.kind in {"<", "<="} and wanted
    if below and isinstance(value, Anything) and value.sentinel is not None and world.indicator.state == "clear":
        world.indicator = UNCERTAIN  # below zero, and yet no failure? the contract does not say that it can be
    if test.kind == "null" and wanted:
        learnt = Null()
    elif test.kind == "true":
        learnt = Truth(wanted)
    elif test.kind in {"==", "!="} and (test.kind == "==") == wanted:
        learnt = Number(test.value)
    elif test.kind in {"==", "!="}:
        learnt = Number(test.value, but=True)
    for name, other in world.names.items():
        if name == test.name and other == value:
            world.names[name] = learnt


def holds(test: ir.Test, value: Value) -> bool | None:
    """Return whether a test holds for a value, or None where that is not known."""
    if test.kind == "null":
        return True if isinstance(value, Null) else None if isinstance(value, Anything | Truth) else False
    if test.kind == "true":
        return _true(value)
    if test.kind == "instance":
        return False if isinstance(value, Null) else None
    if isinstance(value, Number) and not value.but:
        a, b = value.value, test.value
        return {"==": a == b, "!=": a != b, "<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}[test.kind]
    if isinstance(value, Number):
        return _other_than(test, value)
    return (
        False
        if isinstance(value, Null) and test.kind == "=="
        else True
        if isinstance(value, Null) and test.kind == "!="
        else None
    )


def _other_than(test: ir.Test, value: Number) -> bool | None:
    if test.value == value.value and test.kind in {"==", "!="}:
        return test.kind == "!="
    # a size that is not -1 is not negative
    if value.value == -1 and test.value == 0 and test.kind in {"<", ">="}:
        return test.kind == ">="
    return None


def _true(value: Value) -> bool | None:
    if isinstance(value, Truth):
        return value.value
    if isinstance(value, Number):
        return bool(value.value) if not value.but else True if value.value == 0 else None
    if isinstance(value, Null):
        return False
    if isinstance(value, Known):
        return bool(value.value)
    if isinstance(value, Many):
        return bool(value.items)
    return True if isinstance(value, Ref) else None


def catches(names: tuple[str, ...] | None, raised: str | None) -> bool | None:
    """Return whether an ``except`` clause takes an exception, or None where that is not known."""
    if names is None or {"BaseException", "Exception"} & set(names):
        return True
    if raised is None:
        return None
    kind = getattr(builtins, raised, None)
    answers: set[bool | None] = set()
    for name in names:
        wanted = getattr(builtins, name, None)
        known = isinstance(kind, type) and isinstance(wanted, type)
        answers.add(True if name == raised else issubclass(kind, wanted) if known else None)  # type: ignore[arg-type]
    return True if True in answers else None if None in answers else False
