"""What ``ptrstate lint`` does."""

from __future__ import annotations

import importlib.util
import json
import sys
from typing import TYPE_CHECKING

from ptrstate.contract import RUNNING, parse_version
from ptrstate.lint import render
from ptrstate.lint.files import UnreadableFileError, look_at, python_files, read
from ptrstate.lint.sarif import sarif
from ptrstate.lint.typed import TypeCheckError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ptrstate.lint.findings import Report


class NotDoneError(Exception):
    """Why there is nothing to say: what is wrong, and a hint."""

    def __init__(self, wrong: str, hint: str) -> None:
        super().__init__(wrong)
        self.hint = hint


def lint(
    paths: Sequence[str],
    *,
    format: str = "text",
    python: str | None = None,
    mypy: bool = True,
    cache: str | None = None,
    config: str | None = None,
    undecided: bool = False,
) -> int:
    """Look at the files, print what was found, and return 1 when there is something, else 0.

    Raises :class:`NotDoneError` when the files cannot be looked at.
    """
    if mypy and importlib.util.find_spec("mypy") is None:
        wrong = "mypy is not installed"
        raise NotDoneError(wrong, "python -m pip install 'ptrstate[lint]', or ptrstate lint --no-mypy, which sees less")
    try:
        files = python_files(paths)
        if not files:
            raise UnreadableFileError("there are no Python files in " + ", ".join(paths))  # noqa: TRY301
        version = parse_version(python) if python else RUNNING
        reports = list(look_at(read(files), version, mypy=mypy, cache=cache, config=config))
    except UnreadableFileError as error:
        raise NotDoneError(str(error), error.hint) from error
    except TypeCheckError as error:
        wrong = f"mypy stopped: {error}"
        raise NotDoneError(wrong, "run mypy on these files; or ptrstate lint --no-mypy, which sees less") from error
    _show(reports, format, undecided=undecided)
    return int(any(report.findings for report in reports))


def _show(reports: list[Report], format: str, *, undecided: bool) -> None:
    if format == "sarif":
        print(json.dumps(sarif(reports), indent=2))  # noqa: T201
    elif format == "json":
        data = {
            "format": 1,
            "files": len(reports),
            "findings": [finding.to_json() for report in reports for finding in report.findings],
            "undecided": [left.to_json() for report in reports for left in report.undecided] if undecided else None,
        }
        print(json.dumps(data, indent=2))  # noqa: T201
    else:
        _show_text(render.text_of(reports, undecided=undecided))


def _show_text(lines: list[list[render.Fragment]]) -> None:
    if not sys.stdout.isatty():
        print(render.plain(lines))  # noqa: T201
        return
    from rich.console import Console  # noqa: PLC0415

    Console(highlight=False).print(render.coloured(lines), soft_wrap=True)
