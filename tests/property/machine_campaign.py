"""The long campaign of the ownership machine over the whole table of contracts.

    python -X faulthandler tests/property/machine_campaign.py --examples 2000 --steps 50

Prints how many functions were called, and how the calls ended.  After a crash, ``--trace FILE`` with the same ``--seed`` names the
calls that led to it.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
import warnings
from collections import Counter
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from ptrstate._native import core
from ptrstate.testing import OwnershipMachine
from ptrstate.testing.machine import table


def shown(argument: Any) -> str:
    """Return an argument in words that run no foreign code."""
    if isinstance(argument, core.OwnedPtr | core.BorrowedPtr) and core.ended_by(argument) is None:
        return f"{type(argument).__name__} to a {type(core.object_there(argument._address)).__name__}"
    return repr(argument) if type(argument) in {int, float, str, bytes, type(None)} else type(argument).__name__


def traced(path: Path, *, collect: bool) -> type[OwnershipMachine]:
    """Return the machine, which writes down each call before it is made."""
    trace = path.open("w", buffering=1)
    if collect:
        gc.freeze()  # a collection looks at what is new

    class Traced(OwnershipMachine):
        """The machine that writes down its calls."""

        def _hold(self, function: Any, arguments: list[Any]) -> None:
            trace.write(f"{function.__name__}({', '.join(map(shown, arguments))})\n")
            super()._hold(function, arguments)
            if collect:
                gc.collect()

    return Traced


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--examples", type=int, default=2000)
    parser.add_argument("--steps", type=int, default=50)
    parser.add_argument("--seed", type=int, help="for the same steps again")
    parser.add_argument("--trace", type=Path, help="a file to which each call is written before it is made, so that a crash names its own")
    parser.add_argument("--collect", action="store_true", help="with a trace: collect after each call, so that it is the last of the trace")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    sys.unraisablehook = lambda *_: None  # destructors that raise, as the hostile specimens' do
    campaign = settings(
        max_examples=options.examples, stateful_step_count=options.steps, deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    started = time.perf_counter()
    machine = traced(options.trace, collect=options.collect) if options.trace else OwnershipMachine
    run_state_machine_as_test(seed(options.seed)(machine) if options.seed is not None else machine, settings=campaign)
    ends: Counter[str] = Counter()
    for (_, how), times in OwnershipMachine.tally.items():
        ends[how] += times
    called = {name for name, how in OwnershipMachine.tally if how == "made"}
    print(
        f"{ends.total()} calls in {time.perf_counter() - started:.0f} s: {dict(ends)}; "
        f"{len(called)} of {len(table())} functions made at least once"
    )


if __name__ == "__main__":
    main()
