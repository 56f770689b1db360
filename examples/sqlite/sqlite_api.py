"""SQLite's C API, typed: a library that knows nothing of Python, with pointers that have states all the same.

Each function is declared once; ``drops=True`` says which one ends what an ``OwnedPtr`` owns, so that a dropped connection is
closed, a forgotten one is PS006, and one used after its end PS001.  Run ``python examples/sqlite/rows.py`` to see it work.
"""

from __future__ import annotations

import importlib.util
import sys
import tempfile
from pathlib import Path
from typing import Annotated, Any

from cffi import FFI

from ptrstate import BorrowedPtr, OwnedPtr, Slot, Var, c_function
from ptrstate.binding import Library
from ptrstate.pointees import Pointee
from ptrstate.states import InteriorPtr
from ptrstate.vocabulary import After, As, CInt, CString, CText, From, IfNull, Null

CDEF = """
typedef ... sqlite3;
typedef ... sqlite3_stmt;
int sqlite3_open(const char *, sqlite3 **);
int sqlite3_close(sqlite3 *);
const char *sqlite3_errmsg(sqlite3 *);
int sqlite3_prepare_v2(sqlite3 *, const char *, int, sqlite3_stmt **, const char **);
int sqlite3_step(sqlite3_stmt *);
int sqlite3_column_int(sqlite3_stmt *, int);
const unsigned char *sqlite3_column_text(sqlite3_stmt *, int);
sqlite3 *sqlite3_db_handle(sqlite3_stmt *);
int sqlite3_finalize(sqlite3_stmt *);
"""
OK, BUSY, ROW, DONE = 0, 5, 100, 101


def build() -> Any:
    """Compile the binding against the system's ``sqlite3.h`` and import it; ``cffi.VerificationError`` when there is none."""
    name = "_ptrstate_example_sqlite3"
    if name not in sys.modules:
        ffi = FFI()
        ffi.cdef(CDEF)
        ffi.set_source(name, "#include <sqlite3.h>", libraries=["sqlite3"])
        with tempfile.TemporaryDirectory(prefix=name, ignore_cleanup_errors=True) as directory:
            spec = importlib.util.spec_from_file_location(name, Path(ffi.compile(tmpdir=directory)))
            assert spec is not None
            assert spec.loader is not None
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
        sys.modules[name] = module
    return sys.modules[name]


_module = build()
library = Library(_module.ffi, _module.lib)


class Sqlite3(Pointee):
    """A connection."""

    spelling = "sqlite3 *"


class Statement(Pointee):
    """A prepared statement."""

    spelling = "sqlite3_stmt *"


@c_function(library=library)
def sqlite3_open(filename: CString, database: Annotated[Slot[Sqlite3], After(failure="set_or_null")], /) -> CInt:
    """Open a connection; it is there, to be closed, even when this fails."""
    raise NotImplementedError


@c_function(library=library, drops=True)
def sqlite3_close(database: OwnedPtr[Sqlite3], /) -> CInt:
    """Close a connection; ``BUSY`` while it has statements."""
    raise NotImplementedError


@c_function(library=library)
def sqlite3_errmsg(database: BorrowedPtr[Sqlite3], /) -> Annotated[CText, From("database", "mutable")]:
    """Return what went wrong last."""
    raise NotImplementedError


@c_function(library=library)
def sqlite3_prepare_v2(
    database: BorrowedPtr[Sqlite3],
    sql: CString,
    length: CInt,
    statement: Annotated[Slot[Statement], After(success="set_or_null")],
    tail: Annotated[Var[InteriorPtr | None] | None, As("const char **"), From("sql"), IfNull("skip")],
    /,
) -> CInt:
    """Compile one statement."""
    raise NotImplementedError


@c_function(library=library)
def sqlite3_step(statement: BorrowedPtr[Statement], /) -> CInt:
    """Run a statement to its next row."""
    raise NotImplementedError


@c_function(library=library)
def sqlite3_column_int(statement: BorrowedPtr[Statement], column: CInt, /) -> CInt:
    """Return a column of the row as a number."""
    raise NotImplementedError


@c_function(library=library)
def sqlite3_column_text(
    statement: BorrowedPtr[Statement], column: CInt, /
) -> Annotated[InteriorPtr | None, As("const unsigned char *"), Null("absent"), From("statement", "mutable")]:
    """Return a column of the row as a text, which belongs to the statement."""
    raise NotImplementedError


@c_function(library=library)
def sqlite3_db_handle(statement: BorrowedPtr[Statement], /) -> Annotated[BorrowedPtr[Sqlite3], From("statement")]:
    """Return the connection of a statement."""
    raise NotImplementedError


@c_function(library=library, drops=True)
def sqlite3_finalize(statement: OwnedPtr[Statement], /) -> CInt:
    """End a statement."""
    raise NotImplementedError
