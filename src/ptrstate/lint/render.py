"""Findings as text: the places with their lines, as rustc shows them; in colour on a terminal, plain everywhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.text import Text

    from ptrstate.lint.findings import Finding, Place, Report

Fragment = tuple[str, str]
"""Some text and its style."""

_LEVELS = {"error": "bold red", "warning": "bold yellow"}


def lines_of(finding: Finding, source: list[str]) -> list[list[Fragment]]:
    """Return the lines that show a finding."""
    style = _LEVELS[finding.level]
    places = sorted([*finding.others, finding.place], key=lambda place: (place.span, place is finding.place))
    margin = len(str(max(place.span.line for place in places)))
    blank: list[Fragment] = [(" " * margin + " |", "blue")]
    span = finding.place.span
    shown = [
        [(f"{finding.level}[{finding.code}]", style), (f": {finding.message}", "bold")],
        [(" " * margin + "--> ", "blue"), (f"{finding.path}:{span.line}:{span.column + 1}", ""), *_within(finding)],
        blank,
    ]
    before = None
    for place in places:
        line = place.span.line
        if before is not None and line > before + 1:
            shown.append([("...", "blue")])
        if line != before:
            shown.append([(f"{line:>{margin}} | ", "blue"), (_source(source, line), "")])
        shown.append([*blank, *_underline(place, source, main=place is finding.place, style=style)])
        before = line
    shown.append(blank)
    if finding.rust is not None:
        lead = "error" if finding.rust[0].startswith("E") else "warning"
        shown.append([*_note(margin, "rust"), (f"{lead}[{finding.rust[0]}]: {finding.rust[1]}", "")])
    if finding.help:
        shown.append([*_note(margin, "help"), (finding.help, "")])
    if finding.code.startswith("PS"):
        shown.append([*_note(margin, "more"), (f"ptrstate explain {finding.code}", "")])
    return shown


def _within(finding: Finding) -> list[Fragment]:
    return [(f"  in {finding.function}", "dim")] if finding.function not in {"", "<module>"} else []


def _note(margin: int, word: str) -> list[Fragment]:
    return [(" " * margin + " = ", "blue"), (f"{word}: ", "bold")]


def _source(source: list[str], line: int) -> str:
    return source[line - 1].expandtabs(4).rstrip() if line <= len(source) else ""


def _underline(place: Place, source: list[str], *, main: bool, style: str) -> list[Fragment]:
    span = place.span
    text = source[span.line - 1] if span.line <= len(source) else ""
    start = len(text[: span.column].expandtabs(4))
    end = span.end_column if span.end_line == span.line else len(text.rstrip())
    width = max(1, len(text[:end].expandtabs(4)) - start)
    colour = style if main else "bold blue"
    return [(" " * (start + 1), ""), (("^" if main else "-") * width, colour), (f" {place.label}", colour)]


def text_of(reports: Iterable[Report], *, undecided: bool = False) -> list[list[Fragment]]:
    """Return the lines that show all reports, with what was left undecided if that is asked for, and a summary."""
    reports = list(reports)
    shown: list[list[Fragment]] = []
    for report in reports:
        source = report.text.splitlines()
        for finding in report.findings:
            shown += [*lines_of(finding, source), []]
    if undecided:
        for report in reports:
            for left in report.undecided:
                shown.append([(f"{left.path}:{left.span.line}: ", "blue"), ("left alone: ", "bold"), (left.reason, "")])
    return [*shown, [(summary(reports), "bold")]]


def summary(reports: list[Report]) -> str:
    """Return how many findings there are in how many files."""
    count = sum(len(report.findings) for report in reports)
    files = f"{len(reports)} file" + "s" * (len(reports) != 1)
    if not count:
        return f"no findings in {files}"
    return f"{count} finding{'s' * (count != 1)} in {files}"


def plain(lines: list[list[Fragment]]) -> str:
    """Return the lines as plain text."""
    return "\n".join("".join(text for text, _ in line).rstrip() for line in lines)


def coloured(lines: list[list[Fragment]]) -> Text:
    """Return the lines in colour."""
    from rich.text import Text  # noqa: PLC0415

    return Text("\n").join(Text.assemble(*line) for line in lines)
