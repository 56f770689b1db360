"""``ptrstate contracts`` prints what the declarations say, for any version."""

from __future__ import annotations

import io
import json

import pytest
from rich.console import Console

from ptrstate.audit.contracts import contracts


def printed(*patterns: str, **options: object) -> tuple[int, str]:
    console = Console(file=io.StringIO(), width=200)
    status = contracts(patterns, console=console, **options)  # type: ignore[arg-type]
    return status, console.file.getvalue()  # type: ignore[attr-defined]


@pytest.mark.parametrize(("version", "known"), [("3.12", False), ("3.13", True)])
def test_any_version_is_shown_from_any_interpreter(version: str, known: bool) -> None:
    status, text = printed("PyList_GetItem*", as_json=True, python_version=version)
    data = json.loads(text)
    assert (status, data["format"], data["python"]) == (0, 1, version)
    assert ("PyList_GetItemRef" in data["functions"]) is known


def test_the_table_says_what_is_consumed_and_from_whom_is_borrowed() -> None:
    _, text = printed("PyList_*Item")
    assert "item: owned" in text
    assert "borrowed from list, NULL: error" in text


@pytest.mark.parametrize(("patterns", "version"), [(("No_Such_*",), None), ((), "three")])
def test_nothing_to_show_is_a_usage_error(patterns: tuple[str, ...], version: str | None) -> None:
    assert printed(*patterns, python_version=version)[0] == 2
