"""Format strings: which argument each unit of ``Py_BuildValue``, ``PyErr_Format`` or ``PyArg_Parse`` wants, as a parameter."""

from __future__ import annotations

from dataclasses import replace

from ptrstate.contract import Parameter
from ptrstate.pointees import PyByteArrayObject, PyBytesObject, PyObject, PyTypeObject, PyUnicodeObject

_STRUCTURE = " \t,:()[]{}"
_BUILD = {"O": "borrowed", "S": "borrowed", "U": "borrowed", "N": "owned", "s": "buffer", "z": "buffer", "y": "buffer"}
_TEXT = {"S": "borrowed", "R": "borrowed", "A": "borrowed", "U": "borrowed", "s": "buffer"}


def units(text: str, language: str, parameter: Parameter) -> list[Parameter]:
    """Return one parameter per argument that ``text`` wants.  ``ValueError`` for a unit that is no pointer, or unbalanced."""
    return {"build": _build, "lend": _lend, "text": _text, "parse": _parse}[language](text, parameter)


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


def _lend(text: str, parameter: Parameter) -> list[Parameter]:
    if "N" in text:
        msg = f"'N' in {text!r}: a reference that nobody looks at would be lost; O lends it"
        raise ValueError(msg)
    return _build(text, parameter)


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


def _parse(text: str, parameter: Parameter) -> list[Parameter]:
    found: list[Parameter] = []
    depth = 0
    rest = list(text.partition(":")[0].partition(";")[0])
    while rest:
        unit = rest.pop(0)
        more = rest.pop(0) if unit in "sOyzw" and rest and rest[0] in "#*!&" else ""
        depth += (unit == "(") - (unit == ")")
        if unit in "|$()" and depth >= 0:
            continue
        if unit + more == "O!":
            found.append(replace(parameter, state="borrowed", slot=None, after=None, pointee=PyTypeObject, c_type="PyObject *",
                                 borrows_from=None, owner=None, variadic=False))  # fmt: skip
        if unit in _OBJECTS and more in {"", "!"}:
            # what is in parentheses may be a list's item
            hold = "mutable" if depth else parameter.owner
            found.append(replace(parameter, pointee=_OBJECTS[unit], owner=hold, variadic=False))
        elif unit + more in {"s*", "z*", "y*", "w*"}:
            found.append(_target(parameter, "struct", "Py_buffer *", flight=1))
        elif unit in "szy" and more in {"", "#"}:
            found.append(_target(parameter, "var", "char **"))
            found += [_target(parameter, "var", "Py_ssize_t *")] * (more == "#")
        elif unit in _NUMBERS:
            found.append(_target(parameter, "var", _NUMBERS[unit]))
        else:
            msg = f"{unit + more!r} in {text!r} is no unit that is understood here; {_UNITS} are"
            raise ValueError(msg)
    if depth:
        msg = f"the parentheses in {text!r} do not match"
        raise ValueError(msg)
    return found


_OBJECTS = {"O": PyObject, "S": PyBytesObject, "U": PyUnicodeObject, "Y": PyByteArrayObject}
_NUMBERS = {
    "b": "unsigned char *", "B": "unsigned char *", "h": "short *", "H": "unsigned short *", "i": "int *", "I": "unsigned int *",
    "l": "long *", "k": "unsigned long *", "L": "long long *", "K": "unsigned long long *", "n": "Py_ssize_t *",
    "c": "signed char *", "C": "int *", "p": "int *", "f": "float *", "d": "double *",
}  # fmt: skip
_UNITS = "O, O!, S, U, Y, s, z, y, each with # or *, w* and those for numbers but D"


def _target(parameter: Parameter, state: str, c_type: str, *, flight: int = 0) -> Parameter:
    return replace(parameter, state=state, slot="out", after=None, pointee=None, c_type=c_type, flight=flight, variadic=False)


def _kind(parameter: Parameter, state: str, *, nullable: bool = False) -> Parameter:
    c_type = "const char *" if state == "buffer" else "PyObject *"
    consumed = "never" if state != "owned" else parameter.consumed if parameter.consumed != "never" else "always"
    if_null = "default" if nullable else None
    return replace(
        parameter, state=state, c_type=c_type, consumed=consumed, nullable=nullable, if_null=if_null, variadic=False
    )
