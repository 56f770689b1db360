"""``ptrstate explain``."""

from __future__ import annotations

import argparse

from ptrstate.cli.command import FINE, Command, UsageError
from ptrstate.errors import CODES


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE", help=f"a code that a report begins with, {min(CODES)} to {max(CODES)}")


def _run(options: argparse.Namespace) -> int:
    from ptrstate.violations.colour import show_page  # noqa: PLC0415
    from ptrstate.violations.explain import page  # noqa: PLC0415

    try:
        text = page(options.code)
    except ValueError as error:
        raise UsageError(str(error), "ptrstate explain", "ptrstate explain PS003") from None
    show_page(text)
    return FINE


COMMAND = Command(
    "explain",
    "show the page of a code: an example, why it is wrong, the fix",
    "ptrstate explain PS003",
    _add,
    _run,
)
