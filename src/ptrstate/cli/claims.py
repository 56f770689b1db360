"""``ptrstate claims``."""

from __future__ import annotations

import argparse

from ptrstate.cli.arguments import add_jobs, add_patterns, look_for
from ptrstate.cli.command import Command


def _add(parser: argparse.ArgumentParser) -> None:
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_const", dest="form", const="json", help="print every tested claim as JSON")
    form.add_argument("--rst", action="store_const", dest="form", const="rst", help="print the table as reStructuredText")
    add_jobs(parser)
    add_patterns(parser, "look at")
    parser.set_defaults(form="table")


def _run(options: argparse.Namespace) -> int:
    from ptrstate.audit import claims as work  # noqa: PLC0415

    look_for(options.patterns, "ptrstate claims")
    return work.run(options.patterns, options.form, options.jobs)


COMMAND = Command(
    "claims",
    "show what public sources get wrong about C functions, with the call that shows it",
    "ptrstate claims --rst > claims.rst",
    _add,
    _run,
)
