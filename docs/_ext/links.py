"""After a build: every page is reached by links from the landing page, and every link inside the site leads somewhere."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urlsplit

UNLINKED = {"search.html"}  # a form leads to it


class Page(HTMLParser):
    """The links and the anchors of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.anchors: set[str] = {""}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what leads away, and what can be led to."""
        found = dict(attrs)
        self.anchors.update(filter(None, (found.get("id"), found.get("name") if tag == "a" else None)))
        link = found.get("href") if tag == "a" else None
        if link and not urlsplit(link).scheme and not urlsplit(link).netloc:
            self.links.add(link)


def wrong(site: Path) -> list[str]:
    """Return what is wrong with the links of a built site, in words."""
    pages = {file.resolve(): Page(file.read_text(encoding="utf-8")) for file in site.rglob("*.html")}
    found, reached, waiting = [], set(), [(site / "index.html").resolve()]
    while waiting:
        here = waiting.pop()
        if here in reached:
            continue
        reached.add(here)
        for link in pages[here].links:
            path, anchor = urldefrag(link)
            there = (here.parent / unquote(path)).resolve() if path else here
            if there in pages:
                waiting.append(there)
                dead = unquote(anchor) not in pages[there].anchors
            else:
                dead = not there.is_file()
            if dead:
                found.append(f"{here.relative_to(site.resolve())}: {link} leads nowhere")
    left = sorted(str(page.relative_to(site.resolve())) for page in pages.keys() - reached)
    return sorted(found) + [f"{page}: no link leads here" for page in left if page not in UNLINKED]


def check(app: Any, exception: Exception | None) -> None:
    """Fail the build over a link that leads nowhere, or a page that none leads to."""
    from sphinx.errors import SphinxError

    if exception is None and app.builder.name == "html" and (problems := wrong(Path(app.outdir))):
        raise SphinxError("links:\n" + "\n".join(problems))


def setup(app: Any) -> dict[str, bool]:
    """Connect to Sphinx."""
    app.connect("build-finished", check)
    return {"parallel_read_safe": True}
