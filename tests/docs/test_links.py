"""The look at a built site: what it says of links that lead nowhere, and of pages that none leads to."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

FILE = Path(__file__).parents[2] / "docs" / "_ext" / "links.py"


@pytest.fixture
def wrong() -> Callable[[Path], list[str]]:
    return runpy.run_path(str(FILE))["wrong"]


def site(folder: Path, **pages: str) -> Path:
    (folder / "inner").mkdir()
    for name, text in pages.items():
        (folder / f"{name.replace('__', '/')}.html").write_text(text)
    return folder


def test_a_site_without_mistakes(tmp_path: Path, wrong: Callable[[Path], list[str]]) -> None:
    made = site(
        tmp_path,
        index='<a href="inner/page.html#there">in</a><a href="#here">here</a><p id="here"><a href="https://elsewhere/#x">out</a>',
        inner__page='<h2 id="there">there</h2><a href="../index.html#here">back</a><a href="picture.svg">picture</a>',
        search="",
    )
    (made / "inner" / "picture.svg").touch()
    assert wrong(made) == []


def test_what_leads_nowhere_and_what_nothing_leads_to(tmp_path: Path, wrong: Callable[[Path], list[str]]) -> None:
    made = site(
        tmp_path,
        index='<a href="gone.html">gone</a><a href="inner/page.html#nowhere">in</a><a href="#nowhere">here</a>',
        inner__page='<a href="picture.svg">picture</a>',
        inner__lost='<a href="page.html">from here, but not to here</a>',
    )
    assert wrong(made) == [
        "index.html: #nowhere leads nowhere",
        "index.html: gone.html leads nowhere",
        "index.html: inner/page.html#nowhere leads nowhere",
        "inner/page.html: picture.svg leads nowhere",
        "inner/lost.html: no link leads here",
    ]
