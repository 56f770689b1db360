"""``ptrstate lint``."""

from __future__ import annotations

import argparse

from ptrstate.cli.arguments import version
from ptrstate.cli.command import Command, UsageError


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format", choices=["text", "json", "sarif"], default="text", help="how to print the findings (default: text)"
    )
    parser.add_argument(
        "--python", metavar="X.Y", type=version, help="the version of CPython whose contracts hold (default: this one)"
    )
    parser.add_argument("--undecided", action="store_true", help="list what lint leaves alone, too, and why")
    parser.add_argument(
        "--no-mypy", dest="mypy", action="store_false", help="read names and annotations only: faster, and sees less"
    )
    parser.add_argument("--cache-dir", metavar="DIR", help="where mypy keeps its cache (default: inside mypy's own)")
    parser.add_argument("--config-file", metavar="FILE", help="mypy's configuration (default: what mypy finds)")
    parser.add_argument("paths", metavar="PATH", nargs="+", help="Python files, or folders with them")


def _run(options: argparse.Namespace) -> int:
    from ptrstate.lint import command as work  # noqa: PLC0415

    try:
        return work.lint(
            options.paths,
            format=options.format,
            python=options.python,
            mypy=options.mypy,
            cache=options.cache_dir,
            config=options.config_file,
            undecided=options.undecided,
        )
    except work.NotDoneError as error:
        raise UsageError(str(error), "ptrstate lint", error.hint) from None


COMMAND = Command(
    "lint",
    "find mistakes with pointers before anything runs",
    "ptrstate lint --format sarif prototypes/",
    _add,
    _run,
)
