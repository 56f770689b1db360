"""A query through SQLite's C API: every pointer ends, on every path.  Run it with ``python examples/sqlite/rows.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_api import (
    OK,
    ROW,
    Sqlite3,
    Statement,
    sqlite3_column_int,
    sqlite3_column_text,
    sqlite3_errmsg,
    sqlite3_open,
    sqlite3_prepare_v2,
    sqlite3_step,
)

from ptrstate import Slot, ledger, scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ptrstate import BorrowedPtr, OwnedPtr


def connect(filename: str) -> OwnedPtr[Sqlite3]:
    """Open a connection, or raise ``OSError`` with SQLite's own words."""
    slot: Slot[Sqlite3] = Slot()
    code = sqlite3_open(filename, slot)
    database = slot.take()
    assert database is not None
    if code != OK:
        with database:
            raise OSError(bytes(sqlite3_errmsg(database.borrow())).decode())
    return database


def rows(database: BorrowedPtr[Sqlite3], sql: str) -> Iterator[tuple[int, str]]:
    """Yield a number and a text of each row."""
    slot: Slot[Statement] = Slot()
    if sqlite3_prepare_v2(database, sql, -1, slot, None) != OK:
        raise ValueError(bytes(sqlite3_errmsg(database)).decode())
    statement = slot.take()
    assert statement is not None
    with statement:
        while sqlite3_step(statement.borrow()) == ROW:
            text = sqlite3_column_text(statement.borrow(), 1)
            yield sqlite3_column_int(statement.borrow(), 0), "" if text is None else bytes(text).decode()


def main() -> None:
    """Print three rows, and what a mistake looks like."""
    with ledger(), scope():
        database = connect(":memory:")
        for number, text in rows(database.borrow(), "values (1, 'one'), (2, 'two'), (3, 'three')"):
            print(number, text)
        try:
            list(rows(database.borrow(), "select nonsense"))
        except ValueError as error:
            print(error)


if __name__ == "__main__":
    main()
