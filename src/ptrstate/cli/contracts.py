"""``ptrstate contracts``."""

from __future__ import annotations

import argparse

from ptrstate.cli.arguments import add_patterns, look_for, version
from ptrstate.cli.command import Command


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print them as JSON")
    parser.add_argument("--python", metavar="X.Y", type=version, help="the version of CPython to show (default: this one)")
    add_patterns(parser, "show")


def _run(options: argparse.Namespace) -> int:
    from ptrstate.audit import contracts as work  # noqa: PLC0415

    look_for(options.patterns, "ptrstate contracts", options.python)
    return work.contracts(options.patterns, options.json, options.python)


COMMAND = Command(
    "contracts",
    "show the contracts of C functions",
    "ptrstate contracts --python 3.13 'PyDict_*'",
    _add,
    _run,
)
