"""``# ptrstate: ignore[PS003]``: findings that the source asks to leave out, and such comments that leave out nothing."""

from __future__ import annotations

import io
import re
import tokenize
from dataclasses import dataclass

from ptrstate.lint.findings import UNUSED_IGNORE, Finding, Place
from ptrstate.lint.ir import Span

_COMMENT = re.compile(r"#\s*ptrstate:\s*ignore(?:\[(?P<codes>[^\]]*)\])?")


@dataclass(frozen=True)
class Ignore:
    """One comment: its place, and the codes it names (none: it is not understood)."""

    span: Span
    codes: tuple[str, ...]


def ignores(text: str) -> dict[int, Ignore]:
    """Return the comments of a source text by their line."""
    found: dict[int, Ignore] = {}
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            match = _COMMENT.search(token.string) if token.type == tokenize.COMMENT else None
            if match:
                line, column = token.start
                codes = tuple(code.strip() for code in (match["codes"] or "").split(",") if code.strip())
                span = Span(line, column + match.start(), line, column + match.end())
                found[line] = Ignore(span, codes)
    except (tokenize.TokenError, IndentationError):
        pass  # whoever parses the text says so
    return found


def without_ignored(findings: list[Finding], text: str, path: str) -> list[Finding]:
    """Return the findings that no comment leaves out, and one for each code that a comment names in vain."""
    comments = ignores(text)
    used: set[tuple[int, str]] = set()
    kept = []
    for finding in findings:
        lines = range(finding.place.span.line, finding.place.span.end_line + 1)
        at = next((n for n in lines if n in comments and finding.code in comments[n].codes), None)
        if at is None:
            kept.append(finding)
        else:
            used.add((at, finding.code))
    for line, comment in comments.items():
        unused = [code for code in comment.codes if (line, code) not in used]
        kept += [_unused(comment, f"nothing to ignore here: {code}", path) for code in unused]
        if not comment.codes:
            kept.append(_unused(comment, "which code? write `# ptrstate: ignore[PS003]`", path))
    return sorted(kept, key=lambda finding: (finding.place.span, finding.code))


def _unused(comment: Ignore, message: str, path: str) -> Finding:
    return Finding(UNUSED_IGNORE, path, "", message, Place(comment.span, "this comment ignores nothing"), help="remove it")
