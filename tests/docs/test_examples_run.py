"""The Python blocks of the how-tos and explanations run from top to bottom, one after the other, as a reader would type them."""

from __future__ import annotations

from pathlib import Path

import pytest

sybil = pytest.importorskip("sybil", reason="pip install sybil")

from sybil.document import Document  # noqa: E402
from sybil.parsers.myst import PythonCodeBlockParser, SkipParser  # noqa: E402

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted(
    str(page.relative_to(DOCS).with_suffix(""))
    for folder in ("explanation", "howto")
    for page in (DOCS / folder).glob("*.md")
    if "```python" in page.read_text(encoding="utf-8")
)


def test_the_folders_have_pages_with_examples() -> None:
    assert len(PAGES) > 5


@pytest.mark.parametrize("name", PAGES)
def test_the_examples_of_a_document_run(name: str) -> None:
    document = Document.parse(str(DOCS / f"{name}.md"), PythonCodeBlockParser(), SkipParser())
    document.namespace["__name__"] = f"page_{name.replace('-', '_').replace('/', '_')}"
    examples = list(document.examples())
    assert examples
    for example in examples:
        example.evaluate()
