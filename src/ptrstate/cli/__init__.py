"""The command ``ptrstate``: a small file per subcommand says what it takes, and asks the part of ptrstate that does its work."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from ptrstate.cli import audit, check, claims, contracts, emit, explain, lint
from ptrstate.cli.command import FINE, STATUSES, USAGE, Command, Parser, UsageError
from ptrstate.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS: tuple[Command, ...] = tuple(part.COMMAND for part in (audit, claims, check, contracts, emit, lint, explain))
"""Every subcommand, in the order in which they are shown."""


def _overview() -> str:
    width = max(len(command.name) for command in COMMANDS)
    lines = ["ptrstate: CPython's C API with types that say what state each pointer is in.", ""]
    lines += [f"  ptrstate {command.name:<{width}}  {command.summary}" for command in COMMANDS]
    lines += ["", f"ptrstate COMMAND --help says more. {STATUSES}", "example: ptrstate explain PS003"]
    return "\n".join(lines)


def _parser() -> Parser:
    parser = Parser(prog="ptrstate", usage="ptrstate COMMAND ...", description=_overview(), add_help=False)
    parser.add_argument("-h", "--help", action="help", help=argparse.SUPPRESS)
    parser.add_argument("--version", action="version", version=f"ptrstate {__version__}", help=argparse.SUPPRESS)
    commands = parser.add_subparsers(metavar="COMMAND", dest="command", help=argparse.SUPPRESS)
    for command in COMMANDS:
        described = f"{command.summary[0].upper()}{command.summary[1:]}."
        own = commands.add_parser(
            command.name, prog=f"ptrstate {command.name}", description=described, epilog=f"example: {command.example}\n{STATUSES}"
        )
        command.add(own)
        own.set_defaults(run=command.run)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``ptrstate`` with ``argv`` (by default the process's) and return its exit status: 0 fine, 1 findings, 2 usage."""
    status = FINE
    try:
        options, unknown = _parser().parse_known_args(argv)
        if unknown:
            command = "ptrstate" if options.command is None else f"ptrstate {options.command}"
            wrong = f"it takes no {' '.join(unknown)}"
            raise UsageError(wrong, command, f"{command} --help")  # noqa: TRY301
        if options.command is None:
            print(_overview())  # noqa: T201
            return FINE
        status = options.run(options)
        sys.stdout.flush()
    except UsageError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return USAGE
    except SystemExit as done:  # --help and --version
        return int(done.code or 0)
    except BrokenPipeError:  # the reader, a pager or `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status
