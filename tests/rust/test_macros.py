"""The macros, written again in Rust, against the macros: the same answer for every object that the macro may be asked about."""

from __future__ import annotations

import ctypes
import datetime
import functools
import sys
import types
import weakref
from collections import OrderedDict
from typing import Any

import pytest
import toolchain

from ptrstate import borrow, capi, scope
from ptrstate.capi import declarations
from ptrstate.declaration import DataDeclaration
from ptrstate.emit.rust.signatures import Signature, signature
from ptrstate.emit.rust.table import table

HEAD = """\
#![allow(non_snake_case)]
use core::ffi::*;
use ptrstate_capi::ffi::*;
use ptrstate_capi::pointees::*;
use ptrstate_capi::structs::*;
use ptrstate_capi::*;
"""
EXPORTED = """
/// # Safety
///
/// As the function.
#[unsafe(export_name = "rust_{name}")]
pub unsafe extern "C" fn exported_{name}{generics}({parameters}) -> {result} {{
    // SAFETY: whoever calls this is attached.
    unsafe {{
        let _py = Attached::assume();
        {name}({arguments})
    }}
}}
"""
KINDS = {
    "c_int": ctypes.c_int,
    "c_uint": ctypes.c_uint,
    "c_long": ctypes.c_long,
    "isize": ctypes.c_ssize_t,
    "f64": ctypes.c_double,
}
KINDS |= {"Py_ssize_t": ctypes.c_ssize_t, "Py_UCS4": ctypes.c_uint32, "*mut PyObject": ctypes.c_void_p}


@functools.cache
def comparable() -> dict[str, Signature]:
    """The functions that are written again, take objects and numbers, and hand back a number or a borrowed object."""
    found = {}
    omitted = table(declarations()).omitted
    for name, declared in sorted(declarations().items()):
        if name in omitted or isinstance(declared, DataDeclaration) or not declared.contract().available(sys.version_info[:2]):
            continue
        made = signature(declared.contract())
        states = {p.state for p in made.contract.parameters}
        result = made.contract.result
        if (
            made.rewritten
            and name != "Py_REFCNT"  # asking changes it
            and states <= {"borrowed", "value"}
            and "borrowed" in states
            and result.state in {"value", "borrowed", "status"}
            and made.result.raw in KINDS
            and not made.contract.may_run_python
        ):
            found[name] = made
    return found


def exported(name: str, made: Signature) -> str:
    result = made.result.typed
    lent = [p.bare for p in made.parameters]
    carried = [f"_py.peek({p.name})" if p.typed.startswith("Peek") else p.name for p in made.parameters]
    lifetimes = [lifetime for lifetime in ("'a", "'py") if any(lifetime in text for text in (*lent, result))]
    return EXPORTED.format(
        name=name,
        generics=f"<{', '.join(lifetimes)}>",
        parameters=", ".join(f"{p.name}: {p.bare}" for p in made.parameters),
        result=result,
        arguments=", ".join(carried),
    )


class Text(str):
    __slots__ = ()


class Members:
    __slots__ = ("member",)

    def method(self) -> None:
        """Do nothing."""


def closure() -> Any:
    inner = 1.5

    def function(first: int, second: float = 2.5, *, third: str = "x") -> float:
        return inner

    return function


def generator() -> Any:
    yield 1


_new_instance_method = ctypes.pythonapi.PyInstanceMethod_New
_new_instance_method.argtypes, _new_instance_method.restype = [ctypes.py_object], ctypes.py_object
KEPT = Members()
FUNCTION = closure()
OBJECTS: list[Any] = [
    _new_instance_method(len),
    None, True, 0, 7, -(10**40), 1.5, 2j, b"", b"bytes", bytearray(b""), bytearray(b"abc"), "", "ascii", "latin é", "ucs2 €",
    "ucs4 \U0001f600", Text("derived"), (), (1.5, 2.5), [], [1.5, 2.5], {}, {"a": 1}, set(), {1, 2}, frozenset({3}), OrderedDict(a=1),
    {}.keys(), {}.values(), {}.items(), slice(1, 2), range(3), memoryview(b"x"), iter([]), type, int, ValueError, ValueError("x"), FUNCTION,
    FUNCTION.__closure__[0], FUNCTION.__code__, Members().method, Members.member, len, str.upper, [].append, generator(), sys,
    weakref.ref(Members), types.CellType(), datetime.date(2024, 2, 29), datetime.datetime(1999, 12, 31, 23, 59, 58, 654321, fold=1),  # noqa: DTZ001
    datetime.datetime(2024, 1, 2, tzinfo=datetime.UTC), datetime.time(1, 2, 3, 4, fold=1), datetime.time(5, tzinfo=datetime.UTC),
    datetime.timedelta(3, 4, 5), datetime.UTC, Members, property(),
]  # fmt: skip


@pytest.fixture(scope="module")
def rust(crate) -> ctypes.PyDLL:
    """The functions of the crate behind exported symbols."""
    text = HEAD + "".join(exported(name, made) for name, made in comparable().items())
    (crate / "examples").mkdir(exist_ok=True)
    (crate / "examples" / "macros.rs").write_text(text)
    manifest = crate / "Cargo.toml"
    if "[[example]]" not in manifest.read_text():
        manifest.write_text(manifest.read_text() + '\n[[example]]\nname = "macros"\ncrate-type = ["cdylib"]\n')
    done = toolchain.cargo(crate, "build", "--example", "macros")
    assert done.returncode == 0, done.stderr
    return ctypes.PyDLL(str(crate / "target" / "debug" / "examples" / "libmacros.so"))


def asked(function: Any, arguments: list[Any]) -> Any:
    """Ask the macro itself, by way of ptrstate: a number, an address, or nothing where it must not be asked."""
    with scope():
        try:
            answer = function(
                *[value if isinstance(value, int) and index else borrow(value) for index, value in enumerate(arguments)]
            )
        except (TypeError, ValueError, IndexError):
            return None
        if capi.PyErr_Occurred() is not None:
            capi.PyErr_ExceptionMatches(capi.PyExc_SystemError)
            capi.PyErr_Clear()
            return None
        return id(answer.to_python()) if hasattr(answer, "to_python") else 0 if answer is None else answer


def test_every_answer_is_the_same(rust):
    unasked = []
    for name, made in comparable().items():
        answer = getattr(rust, f"rust_{name}")
        answer.restype = KINDS[made.result.raw]
        answer.argtypes = [ctypes.py_object if p.state == "borrowed" else ctypes.c_ssize_t for p in made.contract.parameters]
        values = {p.state for p in made.contract.parameters[1:]}
        times = 0
        for value in OBJECTS:
            arguments = [value, *([0] if values == {"value"} else [int] if values else [])][: len(made.contract.parameters)]
            expected = asked(getattr(capi, name), arguments)
            if expected is not None:
                times += 1
                assert (answer(*arguments) or 0) == expected, f"{name} of {value!r}"
        if not times:
            unasked.append(name)
    assert unasked == []
    assert len(comparable()) > 50
