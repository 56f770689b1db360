"""The specimens: fresh, mortal, and enough of them for every function."""

from __future__ import annotations

import pytest

from ptrstate.capi import declarations
from ptrstate.contract import RUNNING
from ptrstate.declaration import Declaration
from ptrstate.specimens import plans
from ptrstate.specimens.asserted import NEVER_CALLED
from ptrstate.specimens.catalogue import BY_POINTEE, OBJECTS, ZOO
from ptrstate.specimens.particular import PARTICULAR
from ptrstate.specimens.particular.unfailing import NEVER_FAILING

CONTRACTS = {
    name: declared.contract()
    for name, declared in declarations().items()
    if isinstance(declared, Declaration) and declared.contract().available(RUNNING)
}
SHARED = {"small", "zero", "two", "minus_one", "empty_text", "empty_tuple", "none", "true", "present", "reloadable"}


@pytest.mark.parametrize("name", sorted(OBJECTS.keys() - SHARED))
def test_each_specimen_is_made_afresh(name: str) -> None:
    first, second = OBJECTS[name](), OBJECTS[name]()
    assert first is not second


def test_the_tables_name_specimens_that_exist() -> None:
    named = {name for names in BY_POINTEE.values() for name in names} | set(ZOO)
    assert named <= OBJECTS.keys()


@pytest.mark.parametrize("contract", CONTRACTS.values(), ids=lambda contract: contract.name)
def test_there_is_a_call_to_make_of_every_function(contract) -> None:
    if contract.name not in NEVER_CALLED:
        found = plans(contract)
        assert found
        assert all(len(plan.arguments) == len(contract.parameters) for plan in found)


def test_particular_arguments_are_for_parameters_that_exist() -> None:
    for name, rows in PARTICULAR.items():
        if name in CONTRACTS:
            parameters = {parameter.name for parameter in CONTRACTS[name].parameters}
            for row in rows:
                assert set(row.arguments) <= parameters, name


def test_an_argument_goes_with_the_one_that_it_is_about() -> None:
    lengths = [[s.make() for s in plan.arguments] for plan in plans(CONTRACTS["PyMarshal_ReadObjectFromString"])]
    assert all(length <= len(data) + 1 for data, length in lengths)
    pairs = [plan.arguments[1:] for plan in plans(CONTRACTS["PyErr_SetFromErrnoWithFilenameObjects"])]
    assert pairs
    assert not [pair for pair in pairs if pair[0].label == "NULL" != pair[1].label]


def test_what_never_fails_may_fail_by_its_declaration() -> None:
    declared = {name: declaration for name, declaration in declarations().items() if name in NEVER_FAILING}
    assert declared.keys() == NEVER_FAILING.keys()
    assert all(d.contract((3, 11)).result.fallible or d.contract((3, 13)).result.fallible for d in declared.values())
