"""Steps per second of ``OwnershipMachine`` over the whole table, against a Hypothesis machine of the same shape that does nothing.

    python bench/machine.py [--examples N]

The empty machine has the same rules with the same strategies and the same invariants, all with empty bodies: what is left is what
Hypothesis takes.  The ratio is the median of pairs of runs, one after the other.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
import warnings
from typing import Any

from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from ptrstate.specimens.catalogue import OBJECTS
from ptrstate.testing import OwnershipMachine
from ptrstate.testing.machine import MOST_POINTERS, PICKS, choices, table


class Empty(RuleBasedStateMachine):
    """The shape of ``OwnershipMachine``."""

    @rule(name=st.sampled_from(sorted(OBJECTS)))
    def own(self, name: str) -> None:
        """Do nothing."""

    @rule(how=st.sampled_from(("clone", "drop", "lend", "fly")), pick=st.integers(0, MOST_POINTERS - 1))
    def turn(self, how: str, pick: int) -> None:
        """Do nothing."""

    @rule(number=st.integers(0, 4095), picks=st.tuples(*[st.integers(0, 63)] * PICKS))
    def call(self, number: int, picks: tuple[int, ...]) -> None:
        """Do nothing."""

    @invariant()
    def first(self) -> None:
        """Hold."""

    @invariant()
    def second(self) -> None:
        """Hold."""


def rate(machine: type[Any], examples: int, number: int) -> float:
    """Return steps per second of one run."""
    taken = 0

    class Counted(machine):
        """Counts the steps."""

        @invariant()
        def counted(self) -> None:
            """Count."""
            nonlocal taken
            taken += 1

    chosen = settings(
        max_examples=examples, stateful_step_count=50, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    started = time.process_time()
    run_state_machine_as_test(seed(number)(Counted), settings=chosen)
    return taken / (time.process_time() - started)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--examples", type=int, default=60)
    parser.add_argument("--pairs", type=int, default=5)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    sys.unraisablehook = lambda *_: None
    for function in table():  # made once in a process, when a function is first called
        choices(function)
    rate(OwnershipMachine, 5, 0)
    pairs = [
        (rate(OwnershipMachine, options.examples, number), rate(Empty, options.examples, number)) for number in range(options.pairs)
    ]
    full, empty = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"OwnershipMachine {full:.0f} steps/s, empty machine {empty:.0f} steps/s (of processor time): ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
