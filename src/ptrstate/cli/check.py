"""``ptrstate check``."""

from __future__ import annotations

import argparse
import importlib.util

from ptrstate.cli.arguments import add_dask, add_jobs, dask, new_file, positive
from ptrstate.cli.command import Command, UsageError

_CHECK = "ptrstate check"


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--examples", metavar="N", type=positive, default=100, help="argument lists to try (default: 100)")
    parser.add_argument("--time-limit", metavar="SECONDS", type=positive, default=60, help="for one prototype (default: 60)")
    add_jobs(parser)
    add_dask(parser)
    parser.add_argument("--no-pairs", action="store_true", help="fail one call of a run at a time, never two")
    parser.add_argument("--allocations", action="store_true", help="make each call without memory, too")
    parser.add_argument(
        "--database", metavar="PLACE", help="where failing cases are kept: a folder, or redis://... to share them (extra redis)"
    )
    parser.add_argument("--json", metavar="FILE", type=new_file, help="write what was tried and found as JSON")
    parser.add_argument(
        "targets",
        metavar="MODULE[:PROTOTYPE]",
        nargs="+",
        help="a module, or the path of its file; by default all its prototypes",
    )


def _run(options: argparse.Namespace) -> int:
    if importlib.util.find_spec("hypothesis") is None:
        wrong = "there is no hypothesis, which makes the arguments"
        raise UsageError(wrong, _CHECK, "python -m pip install 'ptrstate[check]'")
    from ptrstate.testing import command as work  # noqa: PLC0415
    from ptrstate.testing.campaign import Options  # noqa: PLC0415
    from ptrstate.testing.targets import TargetError  # noqa: PLC0415

    wanted = Options(options.examples, not options.no_pairs, options.allocations, float(options.time_limit), options.database)
    try:
        if options.dask is None:
            return work.check(options.targets, wanted, jobs=options.jobs, json_file=options.json)
        with dask(options.dask, _CHECK) as client:
            return work.check(options.targets, wanted, json_file=options.json, executor=client.get_executor())
    except TargetError as error:
        raise UsageError(str(error), _CHECK, f"{_CHECK} {error.hint}") from None


COMMAND = Command(
    "check",
    "attack prototypes: every argument Hypothesis makes, every call failed once",
    "ptrstate check examples/dictobject.py:PyDict_Pop",
    _add,
    _run,
)
