"""The ownership machine by itself over the whole table, for a short while; ``machine_campaign.py`` is the long one."""

from __future__ import annotations

import gc

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from ptrstate import borrow, capi
from ptrstate._native import core
from ptrstate.testing import OwnershipMachine
from ptrstate.testing.machine import left_out, table

SHORT = settings(
    max_examples=15, stateful_step_count=40, deadline=None, database=None, derandomize=True,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
"""The same steps each time: what random ones find is the campaign's to tell."""

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(autouse=True)
def _destructors_may_raise(monkeypatch):
    monkeypatch.setattr("sys.unraisablehook", lambda *_: None)


def test_it_runs_over_the_whole_table():
    every = [f for f in (getattr(capi, name) for name in dir(capi)) if isinstance(f, core.Function)]
    assert len(table()) > 0.9 * len(every) - 20
    assert all(left_out(f.contract) for f in every if f not in table())
    run_state_machine_as_test(OwnershipMachine, settings=SHORT)


def test_garbage_that_ends_during_a_call_is_not_held_against_it():
    class Garbage(OwnershipMachine):
        functions = (capi.PyObject_Size,)

        def argument(self, parameter, known, pick):
            shared = [1, 2]
            garbage = [shared]
            garbage.append(garbage)
            return borrow(shared)

    kept = gc.get_threshold()
    gc.set_threshold(10)
    try:
        run_state_machine_as_test(Garbage, settings=SHORT)
    finally:
        gc.set_threshold(*kept)


def test_a_class_of_ones_own_calls_its_own_functions():
    class Lists(OwnershipMachine):
        functions = (capi.PyList_New, capi.PyList_Append, capi.PyList_SetItem, capi.PyList_GetItem, capi.PyList_Reverse)

    before = OwnershipMachine.tally["PyList_Append", "made"]
    run_state_machine_as_test(Lists, settings=SHORT)
    assert OwnershipMachine.tally["PyList_Append", "made"] > before


def bound_wrong(name: str, **cells: object) -> core.Function:
    """Return a function whose contract says something else than what it does."""
    import dataclasses

    from ptrstate.binding import bound
    from ptrstate.interpreter import library

    contract = getattr(capi, name).contract
    parameters = tuple(dataclasses.replace(p, **cells) if p.name == "item" else p for p in contract.parameters)
    return bound(dataclasses.replace(contract, parameters=parameters), library.ffi, getattr(library.lib, name))


def test_a_contract_that_forgets_a_steal_is_found():
    class Wrong(OwnershipMachine):
        functions = (bound_wrong("PyList_Append", state="owned", consumed="always"),)

    with pytest.raises(AssertionError, match="PyList_Append: .* references to .* that nobody holds"):
        run_state_machine_as_test(Wrong, settings=settings(SHORT, max_examples=200, report_multiple_bugs=False))
