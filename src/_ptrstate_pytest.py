"""The pytest plugin: the fixture ``ledger``, the option ``--ptrstate-leaks``, the marker ``ptrstate``.

A top-level module, so that loading it does not import ptrstate: that happens in the first test that keeps a book.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator

    from ptrstate.ledger import Ledger

MARKER = (
    "ptrstate(leaks=True, checks='full'): keep a ledger around the test, which fails for what it leaks or swallows; "
    "leaks=False: do not, whatever the option says; checks: 'full', 'light' or 'off' for its time"
)
_BOOK: pytest.StashKey[Any] = pytest.StashKey()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    group = parser.getgroup("ptrstate")
    group.addoption("--ptrstate-leaks", action="store_true", help="keep a ledger around every test: what it leaks fails it")


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line("markers", MARKER)


@pytest.fixture
def ledger(request: pytest.FixtureRequest) -> Ledger:
    """The book of the test, open while its body runs: what it still owns then, and every violation that it swallowed, fails it.

    What other fixtures made is theirs.
    """
    from ptrstate import ledger as new_ledger  # noqa: PLC0415

    book = new_ledger()
    request.node.stash[_BOOK] = book
    return book


def _settings(item: pytest.Item) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for marker in item.iter_markers("ptrstate"):
        unknown = set(marker.kwargs) - {"leaks", "checks"}
        if marker.args or unknown:
            msg = f"the marker ptrstate takes leaks=… and checks=…, not {sorted(unknown) or marker.args!r}"
            raise pytest.UsageError(msg)
        found = {**marker.kwargs, **found}
    if found or any(item.iter_markers("ptrstate")):
        found.setdefault("leaks", True)
    return found


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, Any]:
    """Keep the book of the test where the fixture, the option or the marker says so; what it finds is the test's failure."""
    chosen = _settings(item)
    wanted = chosen.get("leaks", item.config.getoption("--ptrstate-leaks"))
    book = item.stash.get(_BOOK, None)
    if not wanted and book is None and "checks" not in chosen:
        return (yield)
    from contextlib import nullcontext  # noqa: PLC0415

    from ptrstate import checks  # noqa: PLC0415

    with checks(chosen["checks"]) if "checks" in chosen else nullcontext():
        return (yield from _kept(book)) if wanted or book is not None else (yield)


def _kept(book: Ledger | None) -> Generator[None, Any, Any]:
    from ptrstate import ledger  # noqa: PLC0415

    book = book or ledger()
    book._region.open()  # no block of this generator: it sleeps while the test runs
    try:
        answer = yield
    except BaseException as error:
        book.__exit__(type(error), error, error.__traceback__)
        raise
    book.__exit__(None, None, None)
    return answer
