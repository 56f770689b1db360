"""What a call lent ends with whom it was lent by: once every owner has ended, it is refused, or somebody else holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PROGRAM = """
import ctypes, gc, os, sys, warnings
from ptrstate import BorrowedSlot, Var, own
from ptrstate._native import core
from ptrstate.buffers import Interior
from ptrstate.errors import OwnershipError
from ptrstate.specimens import Memory, Native, Unshared
from ptrstate.specimens.plans import plans
from ptrstate.testing.arguments import wrap
from ptrstate.testing.machine import table

warnings.simplefilter("ignore")
sys.unraisablehook = lambda *_: None


def lends(contract):
    return contract.result.state in {"borrowed", "buffer"} or any(p.borrows_from for p in contract.parameters)


def arguments(contract, plan):
    "Return the arguments of a call, each object behind an owner that nobody else has a handle to, and the owners."
    owners, given = [], []
    for parameter, specimen in zip(contract.parameters, plan.arguments):
        value = specimen.make()
        if isinstance(value, Memory | Native):
            raise TypeError
        wrapped = wrap(parameter, value.make() if isinstance(value, Unshared) else value)
        if isinstance(wrapped, core.BorrowedPtr):
            owners.append(own(wrapped.to_python()))
            wrapped = owners[-1].borrow().cast(parameter.pointee) if parameter.pointee else owners[-1].borrow()
        given.append(wrapped)
    return given, owners


def lent(result, given):
    contents = [slot.get() for slot in given if isinstance(slot, BorrowedSlot)]
    contents += [variable.value for variable in given if isinstance(variable, Var)]
    return [pointer for pointer in (result, *contents) if isinstance(pointer, core.BorrowedPtr | Interior)]


def held_by_nobody(pointer, function):
    "Whether a pointer is taken for good although nobody but ptrstate holds its object."
    try:
        address = pointer._address if core.usable(pointer, function, -1) is not None else 0
    except OwnershipError:
        return False
    hidden = core.known_references(address)[1]
    return ctypes.c_ssize_t.from_address(address).value <= hidden


def tried(function):
    "Return what was lent by each call that succeeded, its owners ended."
    found = []
    for plan in plans(function.contract):
        if plan.pending or plan.handling:
            continue
        try:
            given, owners = arguments(function.contract, plan)
            result = function(*given)
        except (OwnershipError, TypeError, ValueError, OverflowError, IndexError, RecursionError):
            core.take_pending()
            continue
        core.take_pending()
        pointers = lent(result, given)
        del given, result
        for owner in owners:
            owner.drop()
        del owners
        gc.collect()
        found += pointers
    return found


seen = 0
for function in table():
    contract = function.contract
    if not lends(contract) or any(p.variadic or "wchar_t" in p.c_type or "unstarted" in p.unchecked for p in contract.parameters):
        continue
    for pointer in tried(function):
        seen += 1
        if isinstance(pointer, Interior):
            try:
                pointer.pointer()
            except OwnershipError:
                continue
            if pointer._owner is not None or (pointer._source is None and contract.result.borrows_from_kind != "static"):
                print("read:", contract.name)
        elif held_by_nobody(pointer, function):
            print("held by nobody:", contract.name)
print(seen)
sys.stdout.flush()
os._exit(0)  # nobody ended what the calls gave
"""


def test_what_was_lent_ends_with_its_owners(child: Callable[..., str]) -> None:
    *found, seen = child(PROGRAM).strip().split("\n")
    assert [line for line in found if line.startswith(("read:", "held by nobody:"))] == []
    assert int(seen) > 300
