"""The cookbook: every version compiles, and every prototype holds when each of its calls fails."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import ptrstate
from ptrstate import borrow, own, testing
from ptrstate.prototype import Prototype

COOKBOOK = Path(__file__).parents[2] / "docs" / "cookbook"
RECIPES = sorted(path.name for path in COOKBOOK.iterdir() if path.is_dir())
PRELUDE = """
from __future__ import annotations
from ptrstate import BorrowedPtr, OwnedPtr, Status, capi, or_none, or_raise, prototype
from ptrstate.pointees import PyDictObject, PyListObject, PyModuleObject, PyTupleObject, PyUnicodeObject
from ptrstate.vocabulary import CLong, Py_ssize_t
"""


def function(recipe: str) -> Callable[..., Any]:
    """Return the prototype of a recipe."""
    names: dict[str, Any] = {"__name__": recipe}
    source = (COOKBOOK / recipe / "ptrstate.py").read_text(encoding="utf-8")
    exec(compile(PRELUDE + source, recipe, "exec"), names)
    return next(value for value in names.values() if isinstance(value, Prototype))


ARGUMENTS: dict[str, Callable[[], tuple[Any, ...]]] = {
    "append": lambda: (borrow([]), 123456),
    "steal": lambda: (borrow([object()]), borrow([object()])),
    "borrow": lambda: (borrow([object()]), 0),
    "lookup": lambda: (borrow({"key": object()}), borrow("key"), borrow(object())),
    "publish": lambda: (borrow(types.ModuleType("m")), 123456),
    "iterate": lambda: (borrow([]), borrow([object(), object()])),
}
RESULTS: dict[str, Callable[[tuple[Any, ...], Any], bool]] = {
    "append": lambda given, _: given[0].to_python() == [123456],
    "steal": lambda given, result: [len(sum) for sum in result.to_python()] == [2, 2],
    "borrow": lambda given, result: result.to_python() == repr(given[0].to_python()[0]),
    "lookup": lambda given, result: result.to_python() is given[0].to_python()["key"],
    "publish": lambda given, _: given[0].to_python().answer == 123456,
    "iterate": lambda given, _: given[0].to_python() == given[1].to_python(),
}


def test_each_recipe_has_arguments_and_four_versions():
    assert set(RECIPES) == set(ARGUMENTS) == set(RESULTS)
    for recipe in RECIPES:
        assert {path.name for path in (COOKBOOK / recipe).iterdir()} == {"c.c", "raw.rs", "ptrstate.py", "emitted.rs"}


@pytest.mark.parametrize("recipe", RECIPES)
def test_the_prototype_does_what_it_says(recipe):
    given = ARGUMENTS[recipe]()
    with ptrstate.scope():
        assert RESULTS[recipe](given, function(recipe)(*given))


@pytest.mark.parametrize("recipe", RECIPES)
def test_the_prototype_balances_when_each_call_fails(recipe):
    reports = list(testing.faults(function(recipe), *ARGUMENTS[recipe]()))
    assert [report.problem for report in reports] == [None] * len(reports)
    assert len(reports) > 1


def test_a_missing_key_gets_the_other_value():
    other = object()
    with ptrstate.scope():
        assert function("lookup")(borrow({}), borrow("key"), borrow(other)).to_python() is other


@pytest.mark.parametrize("recipe", RECIPES)
def test_the_c_compiles(recipe, tmp_path):
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        pytest.skip("no C compiler")
    source = tmp_path / "recipe.c"
    source.write_text("#include <Python.h>\n" + (COOKBOOK / recipe / "c.c").read_text(encoding="utf-8"), encoding="utf-8")
    include = sysconfig.get_path("include")
    command = [compiler, "-fsyntax-only", "-Wall", "-Wextra", "-Werror", f"-I{include}", str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("recipe", RECIPES)
def test_the_raw_rust_compiles(recipe, tmp_path):
    compiler = shutil.which("rustc")
    if compiler is None or subprocess.run([compiler, "--version"], capture_output=True, check=False).returncode:
        pytest.skip("no Rust compiler: rustc is needed")
    source = tmp_path / "recipe.rs"
    text = (COOKBOOK / "prelude.rs").read_text(encoding="utf-8") + (COOKBOOK / recipe / "raw.rs").read_text(encoding="utf-8")
    source.write_text(text, encoding="utf-8")
    shape = ["--edition", "2024", "--crate-type", "lib", "--emit", "metadata", "--out-dir", str(tmp_path)]
    done = subprocess.run([compiler, *shape, "-A", "unused", str(source)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_owning_is_what_the_recipes_do():
    """The recipes leave nothing behind: what they make is ended by the time they return."""
    with ptrstate.ledger() as book, own([]) as items:
        function("append")(items.borrow(), 5)
        assert len(book.live) == 1
