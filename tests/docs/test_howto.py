"""The Python blocks of the how-tos that can be typed from top to bottom run, one after the other, as a reader would type them."""

from __future__ import annotations

from pathlib import Path

import pytest

sybil = pytest.importorskip("sybil", reason="pip install sybil")

from sybil.document import Document  # noqa: E402
from sybil.parsers.myst import PythonCodeBlockParser, SkipParser  # noqa: E402

HOWTO = Path(__file__).parents[2] / "docs" / "howto"


@pytest.mark.parametrize("name", ["own-function", "slots"])
def test_the_examples_of_a_document_run(name: str) -> None:
    document = Document.parse(str(HOWTO / f"{name}.md"), PythonCodeBlockParser(), SkipParser())
    document.namespace["__name__"] = f"howto_{name.replace('-', '_')}"
    examples = list(document.examples())
    assert examples
    for example in examples:
        example.evaluate()
