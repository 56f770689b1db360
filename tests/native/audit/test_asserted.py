"""The assertions that the audit does not provoke: a debug build makes each of them still, and a release build makes the call."""

from __future__ import annotations

import pytest

from ptrstate import capi
from ptrstate._native import core
from ptrstate.audit.isolation import in_child
from ptrstate.audit.record import Recorder
from ptrstate.interpreter import library
from ptrstate.specimens import Plan, alternatives
from ptrstate.specimens.alternatives import constant
from ptrstate.specimens.asserted import ASSERTIONS, DEBUG, Assertion, asserted

CASES = [pytest.param(assertion, name, id=name) for assertion in ASSERTIONS for name in assertion.functions]


@pytest.mark.parametrize(("assertion", "name"), CASES)
def test_it_ends_the_process_where_assertions_are_compiled_in(assertion: Assertion, name: str) -> None:
    contract = getattr(capi, name).contract
    arguments = tuple(
        constant(int(assertion.given[p.name])) if p.name in assertion.given else alternatives(p, contract).succeed[0]
        for p in contract.parameters
    )
    assert asserted(contract, arguments) is DEBUG

    def call(write) -> None:
        core.probe_calls()
        Recorder(contract.c_name, library.ffi, library.lib).tried(Plan(name, arguments))

    *_, last = in_child(call, 20)
    assert last == {"fate": "crashed with SIGABRT" if DEBUG else "returned"}
