"""Every cell of a contract can be flipped, and a flip changes that cell."""

from __future__ import annotations

import pytest

from ptrstate.audit.cells import cells, flips
from ptrstate.capi import declarations
from ptrstate.contract import RUNNING
from ptrstate.declaration import Declaration

CONTRACTS = [
    declared.contract()
    for declared in declarations().values()
    if isinstance(declared, Declaration) and declared.contract().available(RUNNING)
]


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract.name)
def test_each_flip_changes_the_cell_it_names(contract) -> None:
    for cell, value in cells(contract).items():
        others = flips(contract, cell)
        assert others, cell
        for other in others:
            assert other != contract
            assert cells(other).get(cell) != value
