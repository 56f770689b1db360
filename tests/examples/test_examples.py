"""Each example: its check passes, every fallible call in it was failed, and it does what the real function does."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from ptrstate import capi, ledger, testing
from ptrstate._native import core
from ptrstate.errors import LeakError
from ptrstate.prototype import Prototype
from ptrstate.testing.balance import Balance
from ptrstate.testing.runs import _end
from ptrstate.testing.strategies import cases

sys.path.insert(0, str(Path(__file__).parents[2] / "examples"))

RIGHT = ("listobject", "dictobject", "object", "moduleobject", "iterator", "c_style")
EXAMPLES = [
    pytest.param(value, id=f"{module}.{name}")
    for module in RIGHT
    for name, value in vars(importlib.import_module(module)).items()
    if isinstance(value, Prototype) and value.__module__ == module
]


def test_there_are_the_functions_that_were_promised():
    names = {parameter.id.partition(".")[2] for parameter in EXAMPLES}
    assert names >= {
        "PyList_GetItemRef", "PyDict_GetItemRef", "PyDict_SetDefaultRef", "PyDict_Pop", "PyObject_GetOptionalAttr",
        "PyMapping_GetOptionalItem", "PyModule_Add", "PyIter_NextItem", "PyList_Extend", "PyDict_ContainsString",
    }  # fmt: skip


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_check_passes_and_fails_every_fallible_call(example):
    summary = testing.check(example)
    assert summary.unreached == ()
    assert all(failed for _, _, _, failed in summary.calls), summary.calls


def test_the_classic_leak_is_found_and_its_twin_is_clean():
    leak = importlib.import_module("classic_leak")
    with pytest.raises(LeakError) as caught:
        testing.check(leak.PyTuple_OfReprs)
    assert caught.value.report.created.text.startswith("one = capi.PyObject_Repr(first)")
    testing.check(leak.PyTuple_OfReprsRaii)


def behaviour(function: Any, case: Any) -> tuple[Any, ...]:
    """Call the function and return what a caller could see: result, exception, slots, how each count and length changed."""
    given_ = case.make()
    balance = Balance(given_.objects)
    kinds = [type(obj).__name__ for obj in given_.objects]
    seen: list[Any] = [kinds]
    with ledger():
        arguments = given_.hand()
        result = function(*arguments)
        pending = core.take_pending()
        seen.append(type(pending).__name__ if pending is not None else None)
        if pending is not None:
            pending.__traceback__ = None
        del pending
        seen.append(_identity(result, given_.objects))
        seen.append([_identity(argument, given_.objects) for argument in arguments if isinstance(argument, core.Slot)])
        _end(result)
        result = None
        while arguments:
            _end(arguments.pop())
        seen.append(balance._differences())
    seen.append([len(obj) for obj in given_.objects if type(obj) in {list, dict, tuple}])
    return tuple(seen)


def _identity(value: Any, objects: Any) -> Any:
    """Return what a pointer points to, as the path from the arguments; a value as it is."""
    if not isinstance(value, core.OwnedPtr | core.Slot):
        return value
    if not value._address:
        return "NULL"
    obj = core.object_there(value._address)
    for position, held in enumerate(objects):
        if held is obj:
            return position
        parts = [*held.values()] if type(held) is dict else held if type(held) in {list, tuple} else []
        for number, part in enumerate(parts):
            if part is obj:
                return position, number
    return type(obj).__name__


@pytest.mark.parametrize("example", EXAMPLES)
def test_it_does_what_the_real_function_does(example):
    real = getattr(capi, example.contract.name, None)
    if real is None:
        pytest.skip(f"this interpreter has no {example.contract.name}")

    @settings(max_examples=300, deadline=None)
    @given(cases(example.contract))
    def compare(case):
        assert behaviour(example, case) == behaviour(real, case)

    compare()


def test_a_difference_would_be_seen():
    dictobject = importlib.import_module("dictobject")
    contract = dictobject.PyDict_Pop.contract

    @settings(max_examples=200, deadline=None, database=None)
    @given(cases(contract))
    def compare(case):
        assert behaviour(dictobject.PyDict_Pop, case) == behaviour(dictobject.PyDict_GetItemRef, case)

    with pytest.raises(BaseException):  # noqa: B017, PT011
        compare()
