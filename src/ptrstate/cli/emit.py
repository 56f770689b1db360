"""``ptrstate emit``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ptrstate.cli.command import FINDINGS, FINE, STATUSES, Command, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHOWN = 40
"""The lines of a difference that are shown."""


def _add(parser: argparse.ArgumentParser) -> None:
    from ptrstate.emit import OWN, TARGETS  # noqa: PLC0415

    targets = parser.add_subparsers(metavar="TARGET", dest="target", required=True)
    for name, (_, what) in TARGETS.items():
        epilog = f"example: ptrstate emit {name} --out {name} MODULE\n{STATUSES}"
        own = targets.add_parser(name, help=what, description=f"Write {what}.", epilog=epilog)
        own.add_argument("--out", metavar="DIR", type=Path, required=True, help="the folder to write to")
        own.add_argument(
            "--check", action="store_true", help="write nothing; show what would change, and exit with 1 if anything"
        )
        own.add_argument(
            "modules", metavar="MODULE", nargs="*", help=f"modules, or .py files, with declarations (default: {OWN})"
        )


def _run(options: argparse.Namespace) -> int:
    from ptrstate import emit  # noqa: PLC0415
    from ptrstate.loading import NotLoadedError  # noqa: PLC0415

    command = f"ptrstate emit {options.target}"
    if options.out.exists() and not options.out.is_dir():
        wrong = f"{str(options.out)!r} is no folder"
        raise UsageError(wrong, command, f"{command} --out DIR")
    try:
        made = emit.files(options.target, options.modules)
    except NotLoadedError as error:
        raise UsageError(str(error), command, f"{command} {error.hint}") from error
    except ValueError as error:
        raise UsageError(str(error), command, f"{command} --help") from error
    if not options.check:
        written = emit.write(options.out, made)
        print(f"{len(written)} of {len(made)} files written" if written else "nothing has changed")  # noqa: T201
        return FINE
    differences = emit.drift(options.out, made)
    _show(differences.values())
    if differences:
        again = " ".join([command, "--out", str(options.out), *options.modules])
        print(f"{len(differences)} of {len(made)} files differ from the declarations; run: {again}")  # noqa: T201
    return FINDINGS if differences else FINE


def _show(differences: Iterable[str]) -> None:
    for difference in differences:
        lines = difference.splitlines()
        more = [f"... {len(lines) - _SHOWN} more lines"] if len(lines) > _SHOWN else []
        print("\n".join([*lines[:_SHOWN], *more]))  # noqa: T201


COMMAND = Command(
    "emit",
    "write what declarations become elsewhere: stubs, Rust",
    "ptrstate emit stubs --out stubs --check",
    _add,
    _run,
)
