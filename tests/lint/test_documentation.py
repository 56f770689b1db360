"""``docs/lint.md`` shows what lint prints, and its table counts what is there."""

from __future__ import annotations

import re
from collections import Counter

from who_sees_what import BUGS, HERE, rustc

from ptrstate.lint import check_source, render, report_source

PAGE = (HERE.parents[1] / "docs" / "lint.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def test_the_example_prints_what_the_page_shows():
    report = report_source(blocks("python")[0], "push.py")
    assert render.plain(render.text_of([report])) + "\n" == blocks("text")[0]


def test_the_table_counts_the_pairs_and_what_lint_finds():
    rows = {cells[0]: cells for line in PAGE.splitlines() if line.startswith("| PS") for cells in [line.strip("| ").split(" | ")]}
    pairs, found = Counter(), Counter()
    for path in BUGS:
        text = path.read_text(encoding="utf-8")
        code = re.search(r'^CODE = "(\w+)"', text, re.MULTILINE)[1]
        pairs[code] += 1
        found[code] += code in {finding.code for finding in check_source(text, str(path))}
    assert {code: int(cells[2]) for code, cells in rows.items()} == pairs
    assert {code: int(cells[4].split()[0]) for code, cells in rows.items()} == +found
    assert {code: cells[7] for code, cells in rows.items()} == {code: rustc(code) for code in rows}
