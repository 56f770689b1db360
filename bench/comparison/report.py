"""Print ``figures.json`` as a table in Markdown: what each tool saw of each mistake."""

import json
from pathlib import Path

rows = json.loads(Path(__file__).with_name("figures.json").read_text(encoding="utf-8"))
tools = list(next(iter(rows.values())))
table = [["mistake", *tools]]
for name, row in rows.items():
    number, _, words = name.partition("_")
    table.append([f"{number} {words.replace('_', ' ')}", *(row[tool] or "-" for tool in tools)])
table.append(["speaks", *(f"{sum(bool(row[tool]) for row in rows.values())} of {len(rows)}" for tool in tools)])
widths = [max(map(len, column)) for column in zip(*table, strict=True)]
table.insert(1, ["-" * width for width in widths])
for line in table:
    print("| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |")
