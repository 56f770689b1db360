"""Reports and pages in colour where they go to a terminal, in plain text everywhere else."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from ptrstate.errors import OwnershipError, OwnershipWarning
    from ptrstate.violations.report import Report

_STYLES = (
    (re.compile(r"   (?:dropped|moved|made raw|ended|leaked|seen) "), "red"),
    (re.compile(r"   (?:created|borrowed|expected) "), "green"),
    (re.compile(r"   pending "), "yellow"),
    (re.compile(r"   (?:in|pointer|owner) "), "bold"),
    (re.compile(r"  --> \S+"), "bold blue"),
    (re.compile(r"   help:"), "bold green"),
    (re.compile(r"   more:.*"), "dim"),
    (re.compile(r"PS0\d\d:"), "bold red"),
    (re.compile(r"PS1\d\d:"), "bold yellow"),
)
_REPORT_BLOCK = re.compile(r"^```text\n(.*?)^```\n", re.DOTALL | re.MULTILINE)


def coloured(text: str) -> Text:
    """Return a report's plain text with colours: the same characters."""
    from rich.text import Text  # noqa: PLC0415

    lines = []
    for line in text.splitlines():
        styled = Text(line)
        for pattern, style in _STYLES:
            found = pattern.match(line)
            if found:
                styled.stylize(style, 0, found.end())
        lines.append(styled)
    return Text("\n").join(lines)


def show(problem: OwnershipError | OwnershipWarning | Report, file: TextIO | None = None) -> None:
    """Write the report of ``problem`` to ``file``, by default standard error: in colour where that is a terminal."""
    text = str(problem) if isinstance(problem, BaseException) else problem.text()
    console = _console(file or sys.stderr)
    if console is None:
        print(text, file=file or sys.stderr)
    else:
        console.print(coloured(text), soft_wrap=True)


def show_page(markdown: str, file: TextIO | None = None) -> None:
    """Write a page to ``file``, by default standard output: rendered where that is a terminal, else as it is."""
    console = _console(file or sys.stdout)
    if console is None:
        print(markdown, end="", file=file or sys.stdout)
        return
    from rich.markdown import Markdown  # noqa: PLC0415

    for index, part in enumerate(_REPORT_BLOCK.split(markdown)):
        if index % 2:
            console.print("", coloured(part), sep="\n", end="\n\n", soft_wrap=True)
        else:
            console.print(Markdown(part))


def _console(stream: TextIO) -> Console | None:
    """Return a console for a terminal, or None where ``stream`` is none.  ``NO_COLOR`` and ``TERM`` are rich's to heed."""
    if not stream.isatty():
        return None
    from rich.console import Console  # noqa: PLC0415

    return Console(file=stream, highlight=False)
