"""``ptrstate audit``."""

from __future__ import annotations

import argparse
import sys

from ptrstate.cli.arguments import add_dask, add_jobs, add_patterns, dask, look_for, new_file
from ptrstate.cli.command import Command, UsageError

_AUDIT = "ptrstate audit"


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", metavar="FILE", type=new_file, help="write the verdicts as JSON")
    parser.add_argument("--html", metavar="FILE", type=new_file, help="write them as a page to look at")
    add_jobs(parser)
    whose = parser.add_mutually_exclusive_group()
    add_dask(whose)
    whose.add_argument("--python", metavar="EXE", help="audit another interpreter: with its own ptrstate, or compiled for it")
    whose.add_argument(
        "--library", metavar="MODULE", help="audit what this module, or .py file, declares of a library of one's own"
    )
    add_patterns(parser, "audit")


def _run(options: argparse.Namespace) -> int:
    if options.python is not None:
        return _elsewhere(options)
    if options.library is not None:
        return _library(options)
    from ptrstate.audit import command as work  # noqa: PLC0415

    look_for(options.patterns, _AUDIT)
    if options.dask is None:
        return work.audit(options.patterns, options.json, options.html, options.jobs)
    with dask(options.dask, _AUDIT) as client:
        return work.audit(options.patterns, options.json, options.html, executor=client.get_executor())


def _library(options: argparse.Namespace) -> int:
    from ptrstate.audit import command as work  # noqa: PLC0415
    from ptrstate.loading import NotLoadedError  # noqa: PLC0415

    try:
        return work.audit_library(options.library, options.patterns, options.json, options.html, options.jobs)
    except NotLoadedError as error:
        raise UsageError(str(error), _AUDIT, f"{_AUDIT} --library {error.hint}") from None


def _elsewhere(options: argparse.Namespace) -> int:
    from ptrstate.audit import elsewhere  # noqa: PLC0415

    arguments = ["--jobs", str(options.jobs)]
    for flag, value in (("--json", options.json), ("--html", options.html)):
        arguments += [flag, value] if value is not None else []
    try:
        return elsewhere.run(options.python, [*arguments, "--", *options.patterns], _say)
    except elsewhere.CannotAuditError as error:
        raise UsageError(str(error), _AUDIT, error.hint) from None


def _say(text: str) -> None:
    print(text, file=sys.stderr)  # noqa: T201


COMMAND = Command(
    "audit",
    "compare what C functions do with what their contracts say",
    "ptrstate audit --html audit.html 'PyList_*'",
    _add,
    _run,
)
