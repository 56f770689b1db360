"""Findings in SARIF 2.1.0, which code hosts read."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ptrstate.errors import CODES
from ptrstate.lint.findings import UNUSED_IGNORE
from ptrstate.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ptrstate.lint.findings import Finding, Place, Report
    from ptrstate.lint.ir import Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(reports: Iterable[Report]) -> dict[str, Any]:
    """Return the log of one run."""
    findings = [(finding, report.text.splitlines()) for report in reports for finding in report.findings]
    rules = sorted({*CODES, UNUSED_IGNORE})
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "ptrstate", "version": __version__, "rules": [_rule(code) for code in rules]}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, source, rules.index(finding.code)) for finding, source in findings],
            }
        ],
    }


def _rule(code: str) -> dict[str, Any]:
    known = CODES.get(code)
    level = "error" if known is not None and not code.startswith("PS1") else "warning"
    return {
        "id": code,
        "name": known.__name__ if known else "UnusedIgnore",
        "shortDescription": {"text": known.title if known else "an ignore that ignores nothing"},
        "help": {"text": f"{known.help}\nptrstate explain {code}" if known else "remove the comment"},
        "defaultConfiguration": {"level": level},
    }


def _result(finding: Finding, source: list[str], rule: int) -> dict[str, Any]:
    notes = [finding.place.label]
    if finding.rust is not None:
        notes.append(f"rustc: {finding.rust[0]}, {finding.rust[1]}")
    if finding.help:
        notes.append(f"help: {finding.help}")
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.level,
        "message": {"text": ". ".join([finding.message, *notes])},
        "locations": [_location(finding.path, finding.place.span)],
        "partialFingerprints": {"ptrstate/v1": _fingerprint(finding, source)},
    }
    if finding.others:
        result["relatedLocations"] = [_related(finding.path, number, place) for number, place in enumerate(finding.others)]
    return result


def _related(path: str, number: int, place: Place) -> dict[str, Any]:
    return {"id": number, "message": {"text": place.label}, **_location(path, place.span)}


def _location(path: str, span: Span) -> dict[str, Any]:
    region = {
        "startLine": span.line,
        "startColumn": span.column + 1,
        "endLine": span.end_line,
        "endColumn": span.end_column + 1,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": Path(path).as_posix()}, "region": region}}


def _fingerprint(finding: Finding, source: list[str]) -> str:
    """Return what stays the same when lines above the finding come and go."""
    line = source[finding.line - 1].strip() if finding.line <= len(source) else ""
    return hashlib.sha256(f"{finding.code}\0{finding.function}\0{line}".encode()).hexdigest()[:32]
