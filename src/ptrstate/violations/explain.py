"""The page of each code: what is wrong, an example with its report, why, and the fix."""

from __future__ import annotations

from importlib import resources

from ptrstate.errors import CODES


def page(code: str) -> str:
    """Return the page of ``code``, in either case, as Markdown.  ``ValueError``, which lists the codes, for anything else."""
    wanted = code.strip().upper()
    if wanted not in CODES:
        msg = f"there is no code {code!r}; the codes are {', '.join(CODES)}"
        raise ValueError(msg)
    return resources.files(__package__).joinpath("pages", f"{wanted}.md").read_text(encoding="utf-8")
