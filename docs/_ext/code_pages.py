"""The pages of the codes, as the wheel has them: one page each under ``codes/``, and an index."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generated import put

from ptrstate import errors
from ptrstate.errors import CODES
from ptrstate.violations.explain import page


def write(app: Any) -> None:
    """Write the pages into the source tree, where git does not look."""
    folder = Path(app.srcdir, "codes")
    folder.mkdir(exist_ok=True)
    rows = []
    for code, kind in CODES.items():
        text = page(code)
        put(folder / f"{code}.md", text)
        title = text.splitlines()[0].removeprefix("# ").partition(": ")[2]
        rows.append(f"| [{code}]({code}.md) | `{kind.__name__}` | {title} |")
    index = [
        "# The codes",
        "",
        "Every report begins with a code. `ptrstate explain CODE` prints the same page from the installed package. Errors derive from",
        f"`{errors.OwnershipError.__name__}`, warnings (PS1xx) from `{errors.OwnershipWarning.__name__}`. A code is never used again.",
        "",
        "| code | class | what it says |",
        "|---|---|---|",
        *rows,
        "",
        "```{toctree}",
        ":hidden:",
        "",
        *CODES,
        "```",
    ]
    put(folder / "index.md", "\n".join(index) + "\n")


def setup(app: Any) -> dict[str, bool]:
    """Connect to Sphinx."""
    app.connect("builder-inited", write)
    return {"parallel_read_safe": True}
