"""Format strings: which argument each unit of ``Py_BuildValue`` or ``PyErr_Format`` wants, as a parameter of a contract."""

from __future__ import annotations

from dataclasses import replace

from ptrstate.contract import Parameter

_STRUCTURE = " \t,:()[]{}"
_BUILD = {"O": "borrowed", "S": "borrowed", "U": "borrowed", "N": "owned", "s": "buffer", "z": "buffer", "y": "buffer"}
_TEXT = {"S": "borrowed", "R": "borrowed", "A": "borrowed", "U": "borrowed", "s": "buffer"}


def units(text: str, language: str, parameter: Parameter) -> list[Parameter]:
    """Return one parameter per argument that ``text`` wants.  ``ValueError`` for a unit that is no pointer, or unbalanced."""
    return _build(text, parameter) if language == "build" else _text(text, parameter)


def _build(text: str, parameter: Parameter) -> list[Parameter]:
    closing = {"(": ")", "[": "]", "{": "}"}
    expected: list[str] = []
    found = []
    for unit in text:
        if unit in closing:
            expected.append(closing[unit])
        elif unit in ")]}":
            if not expected or expected.pop() != unit:
                msg = f"{unit!r} closes nothing in {text!r}"
                raise ValueError(msg)
        elif unit in _BUILD:
            found.append(_kind(parameter, _BUILD[unit], nullable=unit == "z"))
        elif unit not in _STRUCTURE:
            msg = f"{unit!r} in {text!r} is no unit for a pointer; only O, S, U, N, s, z and y are"
            raise ValueError(msg)
    if expected:
        msg = f"{expected[-1]!r} is missing in {text!r}"
        raise ValueError(msg)
    return found


def _text(text: str, parameter: Parameter) -> list[Parameter]:
    found = []
    rest = iter(text)
    for letter in rest:
        if letter == "%":
            unit = next(rest, "")
            if unit == "%":
                continue
            if unit not in _TEXT:
                msg = f"%{unit} in {text!r} is no unit for a pointer; only %S, %R, %A, %U and %s are"
                raise ValueError(msg)
            found.append(_kind(parameter, _TEXT[unit]))
    return found


def _kind(parameter: Parameter, state: str, *, nullable: bool = False) -> Parameter:
    c_type = "const char *" if state == "buffer" else "PyObject *"
    consumed = "never" if state != "owned" else parameter.consumed if parameter.consumed != "never" else "always"
    if_null = "default" if nullable else None
    return replace(
        parameter, state=state, c_type=c_type, consumed=consumed, nullable=nullable, if_null=if_null, variadic=False
    )
