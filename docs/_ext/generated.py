"""Pages that are made while the site is built."""

from __future__ import annotations

from pathlib import Path


def put(path: Path, text: str) -> None:
    """Write a page, unless it is there with the same text: Sphinx reads again what is newer than its own records."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")
