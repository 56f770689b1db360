"""What a subcommand is, how a command line is refused, and the exit statuses."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

FINE, FINDINGS, USAGE = 0, 1, 2
STATUSES = "Exit status: 0 fine, 1 findings, 2 usage."


class UsageError(Exception):
    """A command line that cannot be done: one line on what is wrong with ``command``, and one that helps on."""

    def __init__(self, wrong: str, command: str, hint: str) -> None:
        super().__init__(f"{command}: {' '.join(wrong.split())}\nhint: {hint}")


class Parser(argparse.ArgumentParser):
    """A parser whose errors come out as :class:`UsageError` rather than an exit, and that takes no option by half its name."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401
        super().__init__(formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False, **given)

    def error(self, message: str) -> NoReturn:
        """Refuse the command line."""
        raise UsageError(message, self.prog, f"{self.prog} --help")


@dataclass(frozen=True)
class Command:
    """One subcommand: ``add`` puts its arguments into its parser, ``run`` does the work and returns the exit status."""

    name: str
    summary: str
    example: str
    add: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
