"""The findings as one self-contained page."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from ptrstate.audit.tables import summary
from ptrstate.contract import version_text

if TYPE_CHECKING:
    from ptrstate.audit.findings import Finding

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>ptrstate audit</title><style>
body {{ font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }}
table {{ border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; }}
td, th {{ border-bottom: 1px solid #ccc; padding: .2rem .5rem; text-align: left; vertical-align: top; }}
summary {{ cursor: pointer; }} code {{ font-size: .95em; }} pre {{ background: #f4f4f4; padding: .7rem; }}
.agrees {{ color: #176b2c; }} .contradicts {{ color: #b00020; }} .unreached {{ color: #8a6100; }}
</style></head><body>
<h1>ptrstate audit, CPython {version}</h1>
<pre>{summary}</pre>
{functions}
</body></html>
"""


def page(findings: dict[str, Finding]) -> str:
    """Return the page."""
    order = {"contradicts": 0, "unreached": 1, "agrees": 2}
    ordered = sorted(findings.items(), key=lambda item: (order[item[1].verdict], item[0]))
    functions = "\n".join(_function(name, finding) for name, finding in ordered)
    version = version_text()
    return _PAGE.format(version=version, summary=html.escape(summary(findings)), functions=functions)


def _function(name: str, finding: Finding) -> str:
    rows = "".join(
        f"<tr><td><code>{html.escape(cell)}</code></td><td>{'contradicted' if v.contradicted else v.basis}</td>"
        f"<td>{html.escape(v.evidence)}</td></tr>"
        for cell, v in finding.cells.items()
    )
    head = f"<code>{name}</code> <span class={finding.verdict}>{finding.verdict}</span>" + (", crash" if finding.crash else "")
    why = f"<p>{html.escape(finding.why)}</p>" if finding.why else ""
    opened = " open" if finding.verdict == "contradicts" else ""
    return (
        f"<details{opened}><summary>{head} &middot; success {finding.success}, failure {finding.failure}</summary>{why}"
        f"<table><tr><th>cell</th><th>basis</th><th>evidence</th></tr>{rows}</table></details>"
    )
