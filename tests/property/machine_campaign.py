"""The long campaign of the ownership machine over the whole table of contracts.

    python -X faulthandler tests/property/machine_campaign.py --examples 2000 --steps 50

Prints how many functions were called, and how the calls ended.
"""

from __future__ import annotations

import argparse
import sys
import time
import warnings
from collections import Counter

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from ptrstate.testing import OwnershipMachine
from ptrstate.testing.machine import table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--examples", type=int, default=2000)
    parser.add_argument("--steps", type=int, default=50)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    sys.unraisablehook = lambda *_: None  # destructors that raise, as the hostile specimens' do
    campaign = settings(
        max_examples=options.examples, stateful_step_count=options.steps, deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    started = time.perf_counter()
    run_state_machine_as_test(OwnershipMachine, settings=campaign)
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
