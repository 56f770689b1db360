"""The tables of docs/rust.md, from refusals.toml: python tests/rust/refusals_table.py prints them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

HERE = Path(__file__).parent


def markdown() -> str:
    """Return both tables."""
    data = tomllib.loads((HERE / "refusals.toml").read_text())
    lines = ["| program | rustc | ptrstate |", "|---|---|---|"]
    lines += [f"| {title(entry['program'])} | `{entry['rustc']}` | {entry['code']} |" for entry in data["refused"]]
    lines += ["", "| what remains at run time | |", "|---|---|"]
    lines += [f"| {entry['code']} | {entry['when']} |" for entry in data["runtime"]]
    lines += [f"| {entry['code']} | cannot be written: {entry['why']} |" for entry in data["impossible"]]
    return "\n".join(lines)


def title(program: str) -> str:
    """Return the first line of a program, with a link to it."""
    text = (HERE / "refusals" / f"{program}.rs").read_text()
    match = re.match(r"//! (.*)\.\n", text)
    return f"[{match[1] if match else program}](../tests/rust/refusals/{program}.rs)"


if __name__ == "__main__":
    print(markdown())
