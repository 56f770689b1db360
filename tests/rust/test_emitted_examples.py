"""The examples in Rust: the skeletons filled in, built, imported into this interpreter, and held to what the prototypes are."""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import toolchain

from ptrstate import Slot, borrow, capi, emit, get_include, ledger, own, scope
from ptrstate.binding import Library
from ptrstate.declaration import Declaration
from ptrstate.emit.rust.skeletons import skeletons
from ptrstate.prototype import Prototype
from ptrstate.testing import check

EXAMPLES = Path(__file__).parents[2] / "examples"
FILLED = sorted(file.stem for file in (EXAMPLES / "rust").glob("*.rs"))
_BODY = re.compile(r"^(fn \w+_body.*?\{\n).*?^\}$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="session")
def modules() -> Iterator[list[ModuleType]]:
    sys.path.insert(0, str(EXAMPLES))
    yield [importlib.import_module(name) for name in FILLED]
    sys.path.remove(str(EXAMPLES))


def prototypes(module: ModuleType) -> dict[str, Prototype[..., Any]]:
    return {name: value for name, value in vars(module).items() if isinstance(value, Prototype)}


@pytest.fixture(scope="session")
def library(modules, tmp_path_factory) -> Library:
    """The functions that the filled-in skeletons export, in a cffi module."""
    if not toolchain.found():
        pytest.skip(toolchain.MISSING)
    cffi = pytest.importorskip("cffi")
    crate = tmp_path_factory.mktemp("examples")
    emit.write(crate, emit.files("rust", FILLED))
    for name in FILLED:
        (crate / "examples" / f"{name}.rs").write_text((EXAMPLES / "rust" / f"{name}.rs").read_text())
    done = toolchain.cargo(crate, "build", "--examples")
    assert done.returncode == 0, done.stderr
    assert "warning" not in done.stderr, done.stderr
    built = crate / "target" / "debug" / "examples"
    shims = [Declaration(p.function, {**p.facts, "kind": "shim"}) for module in modules for p in prototypes(module).values()]
    declared = "\n".join(shim.contract().c_declaration() for shim in shims)
    ffi = cffi.FFI()
    ffi.cdef(f"typedef ... PyObject; typedef ssize_t Py_ssize_t; int ptrstate_attached(void);\n{declared}")
    ffi.set_source(
        "rust_examples",
        f'#include <Python.h>\n#include "ptrstate.h"\n{declared}',
        include_dirs=[get_include()],
        define_macros=[("_CFFI_NO_LIMITED_API", "1")],
        extra_link_args=[*(str(built / f"lib{name}.so") for name in FILLED), f"-Wl,-rpath,{built}"],
    )
    path = ffi.compile(tmpdir=str(crate))
    spec = importlib.util.spec_from_file_location("rust_examples", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return Library(module.ffi, module.lib)


@pytest.fixture
def in_rust(library, modules) -> Callable[[str], Any]:
    """Return the Rust function that a prototype has become, under the prototype's contract."""
    found = {name: value for module in modules for name, value in prototypes(module).items()}

    def bound(name: str) -> Any:
        return library.bind(Declaration(found[name].function, {**found[name].facts, "kind": "shim"}))

    return bound


def test_what_is_filled_in_is_what_is_emitted(modules):
    for name, module in zip(FILLED, modules, strict=True):
        emitted = "\n".join(skeletons(module).lines) + "\n"
        emitted = emitted.replace("#[allow(unused_variables)]\n", "").replace("to be filled in.", "filled in.", 1)
        filled = (EXAMPLES / "rust" / f"{name}.rs").read_text()
        assert _BODY.sub(r"\1}", filled) == _BODY.sub(r"\1}", emitted), (
            f"emit rust has changed; copy the new skeleton to {name}.rs"
        )
        assert "todo!" not in filled


NAMES = [
    "PyList_GetItemRef",
    "PyList_Extend",
    "PyDict_GetItemRef",
    "PyDict_SetDefaultRef",
    "PyDict_Pop",
    "PyDict_ContainsString",
    "PyDict_GetItemStringRef",
    "PyObject_GetOptionalAttr",
    "PyMapping_GetOptionalItem",
    "PyObject_HasAttrWithError",
    "PyIter_NextItem",
    "PyModule_Add",
]


def test_every_prototype_is_tried(modules):
    assert {name for module in modules for name in prototypes(module)} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_hypothesis_finds_nothing_and_the_counts_balance(in_rust, name):
    summary = check(in_rust(name), examples=60)
    assert summary is not None


@pytest.mark.parametrize("name", NAMES)
def test_without_memory_the_counts_balance(in_rust, name):
    check(in_rust(name), examples=10, allocations=True)


class Quiet:
    """An object whose attributes are what it was given, with one that fails."""

    known = 1.5

    @property
    def failing(self) -> float:
        raise ZeroDivisionError


CASES: dict[str, list[Callable[[], tuple[Any, ...]]]] = {
    "PyList_GetItemRef": [lambda: ([1.5], 0), lambda: ([1.5], 1), lambda: ([], -1)],
    "PyList_Extend": [
        lambda: ([1.5], (2.5, 3.5)),
        lambda: ([1.5], 7),
        lambda: ([], iter("ab")),
        lambda: ([], (1 / 0 for _ in "a")),
    ],
    "PyDict_GetItemRef": [lambda: ({"a": 1.5}, "a"), lambda: ({}, "a"), lambda: ({}, [])],
    "PyDict_SetDefaultRef": [lambda: ({"a": 1.5}, "a", 2.5), lambda: ({}, "a", 2.5), lambda: ({}, [], 2.5)],
    "PyDict_Pop": [lambda: ({"a": 1.5}, "a"), lambda: ({"b": 1}, "a"), lambda: ({"b": 1}, [])],
    "PyDict_ContainsString": [lambda: ({"a": 1.5}, b"a"), lambda: ({}, b"a"), lambda: ({}, b"\xff")],
    "PyDict_GetItemStringRef": [lambda: ({"a": 1.5}, b"a"), lambda: ({}, b"a"), lambda: ({}, b"\xff")],
    "PyObject_GetOptionalAttr": [lambda: (Quiet(), "known"), lambda: (Quiet(), "unknown"), lambda: (Quiet(), "failing")],
    "PyMapping_GetOptionalItem": [lambda: ({"a": 1.5}, "a"), lambda: ({}, "a"), lambda: (7, "a")],
    "PyObject_HasAttrWithError": [lambda: (Quiet(), "known"), lambda: (Quiet(), "unknown"), lambda: (Quiet(), "failing")],
    "PyIter_NextItem": [lambda: (iter([1.5]),), lambda: (iter([]),), lambda: ((1 / 0 for _ in "a"),)],
    "PyModule_Add": [
        lambda: (ModuleType("m"), b"name", 1.5),
        lambda: ([], b"name", 1.5),
        lambda: (ModuleType("m"), b"name", None),
    ],
}


def outcome(function: Any, arguments: tuple[Any, ...]) -> tuple[Any, ...]:
    """Call with Python objects and return all there is to see: result, slot, exception, and the first argument afterwards."""
    contract = function.contract
    slot = None
    given: list[Any] = []
    with ledger(), scope():
        for parameter, value in zip(contract.parameters, (*arguments, None), strict=False):
            if parameter.state == "slot":
                slot = Slot()
                given.append(slot)
            elif parameter.state == "borrowed":
                given.append(borrow(value))
            elif parameter.state == "owned":
                given.append(None if value is None else own(value))
            else:
                given.append(value)
        result = function(*given)
        error = capi.PyErr_Occurred() and taken()
        found = slot.take() if slot is not None else None
        shown = result.to_python() if hasattr(result, "to_python") else result
        return shown, found and found.to_python(), error, afterwards(arguments[0])


def taken() -> tuple[type, str]:
    """Take the pending exception: its type and text."""
    type_, value, trace = Slot(), Slot(), Slot()
    capi.PyErr_Fetch(type_, value, trace)
    capi.PyErr_NormalizeException(type_, value, trace)
    kept = value.take()
    for other in (type_.take(), trace.take()):
        if other is not None:
            other.drop()
    assert kept is not None
    error = kept.to_python()
    kept.drop()
    return type(error), str(error)


def afterwards(value: object) -> object:
    return dict(vars(value)) if isinstance(value, ModuleType) else value if isinstance(value, list | dict) else None


@pytest.mark.parametrize("name", NAMES)
def test_it_does_what_the_prototype_does(in_rust, modules, name):
    python = next(getattr(module, name) for module in modules if hasattr(module, name))
    seen = set()
    for made in CASES[name]:
        expected = outcome(python, made())
        assert outcome(in_rust(name), made()) == expected
        seen.add(str(expected[0]))
    assert len(seen) > 1, "the cases show one outcome only"


def test_one_build_for_the_stable_abi_serves_this_version(modules, tmp_path):
    if not toolchain.found():
        pytest.skip(toolchain.MISSING)
    crate = tmp_path / "crate"
    emit.write(crate, emit.files("rust", FILLED))
    (crate / "examples" / "iterator.rs").write_text((EXAMPLES / "rust" / "iterator.rs").read_text())
    done = toolchain.cargo(crate, "build", "--example", "iterator", "--features", "limited-api,py311", python=False)
    assert done.returncode == 0, done.stderr
    function = ctypes.PyDLL(str(crate / "target" / "debug" / "examples" / "libiterator.so")).ptrstate_PyIter_NextItem
    function.argtypes = [ctypes.py_object, ctypes.POINTER(ctypes.py_object)]
    thing, slot = object(), ctypes.py_object()
    before = sys.getrefcount(thing)
    iterator = iter([thing])
    assert function(iterator, ctypes.byref(slot)) == 1
    assert slot.value is thing
    ctypes.pythonapi.Py_DecRef(slot)
    slot = ctypes.py_object()
    assert function(iterator, ctypes.byref(slot)) == 0
    del iterator
    assert sys.getrefcount(thing) == before
    with pytest.raises(ZeroDivisionError):
        function((1 / 0 for _ in "a"), ctypes.byref(slot))
