"""What C takes, the wrapper takes: no function refuses every call with which the audit has it succeed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PROGRAM = """
import os, sys, warnings
from ptrstate._native import core
from ptrstate.errors import OwnershipError
from ptrstate.specimens import Memory, Native, Unshared
from ptrstate.specimens.plans import plans
from ptrstate.testing.arguments import wrap
from ptrstate.testing.machine import table

warnings.simplefilter("ignore")
sys.unraisablehook = lambda *_: None


def arguments(contract, plan):
    "Return the arguments of a call, wrapped; None for memory that only C makes."
    values = [specimen.make() for specimen in plan.arguments]
    if any(isinstance(value, Memory | Native) for value in values):
        return None
    return [wrap(p, v.make() if isinstance(v, Unshared) else v) for p, v in zip(contract.parameters, values)]


def refusals(function):
    "Return why each call was refused; nothing when one was taken, or none could be made."
    found = []
    for plan in plans(function.contract):
        if plan.pending or plan.handling:
            continue
        given = arguments(function.contract, plan)
        if given is None:
            continue
        try:
            function(*given)
        except (OwnershipError, TypeError, ValueError, OverflowError, IndexError) as refusal:
            found.append(str(refusal).splitlines()[0])
        else:
            core.take_pending()
            return []
    return found


def judged(function):
    "Whether what the audit gives the function can be given here: no tail of any number of arguments, no text of wide characters."
    return not any(p.variadic or "wchar_t" in p.c_type or "unstarted" in p.unchecked for p in function.contract.parameters)


functions = [function for function in table() if judged(function)]
print(len(functions))
for function in functions:
    if refused := refusals(function):
        print("refused:", refused[0])
sys.stdout.flush()
os._exit(0)  # nobody ended what the calls gave
"""


def test_no_function_refuses_all_that_c_takes(child: Callable[..., str]) -> None:
    number, *refused = child(PROGRAM).split("\n")
    assert int(number) > 700
    assert [line for line in refused if line.startswith("refused:")] == []
