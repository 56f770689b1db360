"""Print the table of ``figures.json``: what each tool saw of each mistake."""

import json
from pathlib import Path

rows = json.loads(Path(__file__).with_name("figures.json").read_text(encoding="utf-8"))
tools = list(next(iter(rows.values())))
width = max(map(len, rows)) + 2
print("mistake".ljust(width) + "".join(tool.ljust(18) for tool in tools))
for name, row in rows.items():
    print(name.replace("_", " ").ljust(width) + "".join((row[tool] or "-").ljust(18) for tool in tools).rstrip())
print("speaks".ljust(width) + "".join(f"{sum(bool(row[tool]) for row in rows.values())} of {len(rows)}".ljust(18) for tool in tools))
