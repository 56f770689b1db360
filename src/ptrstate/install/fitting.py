"""Whether a prototype can stand where the interpreter calls a function of a certain contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ptrstate.pointees import PyObject

if TYPE_CHECKING:
    from ptrstate.contract import Contract, Parameter, Result

# What a prototype may mean by NULL or the sentinel, for each thing that the interpreter understands by it.
_MEANINGS = {
    "error": {"error", "never", "always"},
    "ambiguous": {"error", "never", "always", "ambiguous", "absent"},
    "absent": {"never", "absent"},
    "never": {"never"},
}

_OF_VIEWS = {1: "is filled: Flight(1)", 0: "is read", -1: "is released: Flight(-1)"}


class InstallError(TypeError):
    """A prototype whose contract does not fit where it should be installed; the message names each difference."""


def passed_on(contract: Contract) -> list[Parameter]:
    """Return the parameters that a prototype takes: those whose names begin with an underscore stay in C."""
    return [parameter for parameter in contract.parameters if not parameter.name.startswith("_")]


def differences(own: Contract, called: Contract) -> list[str]:
    """Return what hinders the interpreter from calling a function of contract ``own`` as one of contract ``called``."""
    expected = passed_on(called)
    if len(own.parameters) != len(expected):
        names = ", ".join(parameter.name for parameter in expected)
        return [f"it takes {len(own.parameters)} parameters, not {len(expected)} ({names})"]
    found = []
    for index, (mine, theirs) in enumerate(zip(own.parameters, expected, strict=True)):
        found += [f"parameter `{mine.name}` {why}" for why in _of_parameter(mine, theirs, is_self=index == 0)]
    return found + [f"the result {why}" for why in _of_result(own.result, called.result)]


def _of_parameter(mine: Parameter, theirs: Parameter, *, is_self: bool) -> list[str]:
    if mine.state != theirs.state:
        return [f"is {_a(mine.state)}; the interpreter passes {_a(theirs.state)}"]
    found = []
    if (mine.slot, mine.after) != (theirs.slot, theirs.after):
        found.append("is a slot of another kind, or in another state after the call, than the interpreter expects")
    if mine.flight != theirs.flight:
        found.append(f"{_OF_VIEWS[mine.flight]}; the interpreter passes one that {_OF_VIEWS[theirs.flight]}")
    if mine.variadic:
        found.append("is variadic; the interpreter passes one argument")
    if theirs.nullable and not mine.nullable:
        found.append(f"may not be NULL; the interpreter passes NULL, which means {theirs.if_null}: add | None and IfNull")
    if mine.state == "value" and mine.c_type != theirs.c_type:
        found.append(f"is of C type {mine.c_type}; the interpreter passes {theirs.c_type}")
    wanted, given = mine.pointee or PyObject, theirs.pointee or PyObject
    if mine.state == "borrowed" and not issubclass(given, wanted) and not (is_self and issubclass(wanted, PyObject)):
        found.append(f"points to {wanted.__name__}; the interpreter passes {given.__name__}")
    if mine.element and theirs.element:
        found += [f"has elements of which each {why}" for why in _of_parameter(mine.element, theirs.element, is_self=False)]
    return found


def _of_result(mine: Result, theirs: Result) -> list[str]:
    if mine.state != theirs.state:
        return [f"is {_a(mine.state)}; the interpreter expects {_a(theirs.state)}"]
    if mine.state == "void":
        return [] if mine.null == "never" else ["sets exceptions; the interpreter expects none"]
    found = []
    if mine.null not in _MEANINGS[theirs.null]:
        found.append(f"by {_null(theirs)} means {mine.null}; the interpreter understands {theirs.null}")
    if mine.state == "value" and mine.c_type != theirs.c_type:
        found.append(f"is of C type {mine.c_type}; the interpreter expects {theirs.c_type}")
    if mine.null != "never" and mine.sentinel != theirs.sentinel:
        found.append(f"tells of an error by {mine.sentinel}; the interpreter understands {theirs.sentinel}")
    if mine.unfilled:
        found.append("has unset items; the interpreter expects an object that is whole")
    return found


def _null(result: Result) -> str:
    return "NULL" if result.sentinel is None else str(result.sentinel)


def _a(state: str) -> str:
    names = {"owned": "an owned pointer", "borrowed": "a borrowed pointer", "raw": "a raw pointer", "void": "nothing (None)",
             "status": "a Status", "found": "a Found", "array": "an array"}  # fmt: skip
    return names.get(state, f"a {state}")
