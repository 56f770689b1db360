"""The findings as tables for a terminal."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from ptrstate.audit.findings import Finding, touched

MOST_ROWS = 60
_WORDS = {"agrees": "agree", "contradicts": "contradict", "unreached": "unreached"}
_STYLE = {"agrees": "green", "contradicts": "red", "unreached": "yellow"}


def findings_table(findings: dict[str, Finding]) -> Table:
    """Return one row per function: all where there are few, else those that do not simply agree."""
    rows = list(findings.items())
    title = None
    if len(rows) > MOST_ROWS:
        rows = [(n, f) for n, f in rows if f.verdict != "agrees" or f.crash]
        title = "functions that do not simply agree"
    table = Table(title=title, title_justify="left", pad_edge=False)
    for heading in ("function", "verdict", "success", "failure", "observed", "why"):
        table.add_column(heading, overflow="fold")
    for name, finding in rows:
        observed = sum(v.basis == "observed" for v in finding.cells.values())
        verdict = finding.verdict + (", crash" if finding.crash else "")
        table.add_row(
            name, Text(verdict, style=_STYLE[finding.verdict]), finding.success, finding.failure,
            f"{observed}/{len(finding.cells)}", finding.why,
        )  # fmt: skip
    return table


def summary(findings: dict[str, Finding]) -> str:
    """Return the figures in a few lines."""
    cells = [v for f in findings.values() for v in f.cells.values()]
    figures = touched(findings.values())
    verdicts = [finding.verdict for finding in findings.values()]
    counts = ", ".join(f"{verdicts.count(kind)} {word}" for kind, word in _WORDS.items())
    lines = [
        f"{len(findings)} functions: {counts}, {sum(f.crash for f in findings.values())} crash",
        *(f"{what} reached: {got} of {of} ({100 * got / of if of else 100:.1f} %)" for what, (got, of) in figures.items()),
        f"cells observed: {sum(v.basis == 'observed' for v in cells)} of {len(cells)}",
    ]
    return "\n".join(lines)
