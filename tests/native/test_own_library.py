"""Functions of one's own, in a cffi module of one's own: the same states, the same refusals."""

from __future__ import annotations

import importlib
import importlib.util
import json
import subprocess
import sys
import warnings
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import pytest

from ptrstate import (
    BorrowedPtr,
    OwnedPtr,
    Slot,
    Status,
    borrow,
    c_function,
    capi,
    get_include,
    ledger,
    or_raise,
    own,
    prototype,
    scope,
)
from ptrstate.binding import Library
from ptrstate.errors import (
    BorrowOutlivesOwnerError,
    BufferOutlivesOwnerError,
    ContractViolationError,
    DoubleDropError,
    LeakError,
    SlotOverwriteError,
    UseAfterDropError,
    UseAfterMoveError,
)
from ptrstate.pointees import Pointee, PyListObject
from ptrstate.reading import DeclarationError
from ptrstate.testing import faults
from ptrstate.vocabulary import As, CInt, CString, Null, Py_ssize_t

cffi = pytest.importorskip("cffi")
pytest.importorskip("setuptools")

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "sqlite"

SOURCE = """
#include <Python.h>
%s
typedef struct { int value; } counter;
static counter *counter_new(int value) {
    counter *made = value < 0 ? NULL : malloc(sizeof(counter));
    if (made) made->value = value;
    return made;
}
static int counter_next(counter *c) { return ++c->value; }
static void counter_free(counter *c) { free(c); }
static int append_twice(PyObject *list, PyObject *item) {
    int failed = PyList_Append(list, item) < 0 || PyList_Append(list, item) < 0;
    Py_DECREF(item);
    return failed ? -1 : 0;
}
static PyObject *forgets_the_error(PyObject *list) { (void)list; return NULL; }
typedef struct { PyObject *held; } box;
static box *box_new(PyObject *stolen) {
    box *made = malloc(sizeof(box));
    made->held = stolen;
    return made;
}
static void clear_about(PyObject *subject) { (void)subject; PyErr_Clear(); }
static void box_free(box *b) { Py_DECREF(b->held); free(b); }
"""
CDEF = """
typedef ... PyObject;
typedef ... counter;
counter *counter_new(int);
int counter_next(counter *);
void counter_free(counter *);
int append_twice(PyObject *, PyObject *);
PyObject *forgets_the_error(PyObject *);
typedef ... box;
box *box_new(PyObject *);
void box_free(box *);
void clear_about(PyObject *);
"""


def built(directory: Path, name: str, include: str, cdef: str) -> ModuleType:
    ffi = cffi.FFI()
    ffi.cdef(CDEF + cdef)
    ffi.set_source(name, SOURCE % include, include_dirs=[get_include()], define_macros=[("_CFFI_NO_LIMITED_API", "1")])
    path = ffi.compile(tmpdir=str(directory))
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def attached(tmp_path_factory) -> Library:
    module = built(tmp_path_factory.mktemp("own"), "own_attached", '#include "ptrstate.h"', "int ptrstate_attached(void);")
    return Library(module.ffi, module.lib)


@pytest.fixture(scope="module")
def detached(tmp_path_factory) -> Library:
    module = built(tmp_path_factory.mktemp("own"), "own_detached", "", "")
    return Library(module.ffi, module.lib)


def test_a_function_over_objects_steals_and_fails_as_declared(attached):
    @c_function(library=attached, may_run_python=True)
    def append_twice(list: BorrowedPtr[PyListObject], item: OwnedPtr, /) -> Status: ...

    items: list[object] = []
    thing = object()
    before = sys.getrefcount(thing)
    with ledger():
        given = own(thing)
        assert or_raise(append_twice(borrow(items), given)) == 0
    assert items == [thing, thing]
    with pytest.raises(UseAfterMoveError):
        given.borrow()
    items.clear()
    assert sys.getrefcount(thing) == before


def test_the_warning_of_a_blanket_clear_cannot_end_an_argument(attached, monkeypatch):
    @c_function(library=attached, error_set="allowed", indicator="clears")
    def clear_about(subject: BorrowedPtr, /) -> None: ...

    subject = own(object())
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        monkeypatch.setattr(warnings, "showwarning", lambda *_, **__: subject.drop())
        capi.PyErr_SetString(capi.PyExc_ValueError, "unseen")
        with pytest.raises(BorrowOutlivesOwnerError):
            clear_about(subject.borrow())
    assert capi.PyErr_ExceptionMatches(capi.PyExc_ValueError)
    capi.PyErr_Clear()


def test_what_the_library_holds_is_borrowed_from_it(attached):
    class Box(Pointee):
        """A box of the library, with an object in it."""

        spelling = "box *"

    @c_function(library=attached)
    def box_new(held: OwnedPtr, /) -> OwnedPtr[Box]: ...

    @c_function(library=attached, drops=True, may_run_python=True)
    def box_free(box: OwnedPtr[Box], /) -> None: ...

    class Thing:
        """Something that dies with the box."""

    given = own(Thing())
    address = given.borrow().as_raw()
    with box_new(given) as box:
        lent = address.assume_borrowed(box)
        assert type(lent.to_python()) is Thing
    with pytest.raises(BorrowOutlivesOwnerError):
        lent.to_python()
    dropped = own(Thing())
    address = dropped.borrow().as_raw()
    dropped.drop()
    with box_new(own(Thing())) as box, pytest.raises(BorrowOutlivesOwnerError):
        address.assume_borrowed(box)


def test_a_function_that_breaks_its_contract_is_named(attached):
    @c_function(library=attached)
    def forgets_the_error(list: BorrowedPtr, /) -> OwnedPtr | None: ...

    with pytest.raises(ContractViolationError, match="forgets_the_error"):
        forgets_the_error(borrow([]))


def test_its_failures_are_tried(attached):
    @c_function(library=attached, may_run_python=True)
    def append_twice(list: BorrowedPtr[PyListObject], item: OwnedPtr, /) -> Status: ...

    def program() -> None:
        or_raise(append_twice(borrow([]), own(object())))

    assert [report.problem for report in faults(program)] == [None, None]


def test_objects_are_refused_where_the_thread_state_is_let_go(detached):
    with pytest.raises(TypeError, match=r"append_twice takes or returns Python objects.*ptrstate\.h"):

        @c_function(library=detached)
        def append_twice(list: BorrowedPtr[PyListObject], item: OwnedPtr, /) -> Status: ...


DECLARED = """
import importlib.util
from ptrstate import BorrowedPtr, OwnedPtr, Status, c_function
from ptrstate.binding import Library
from ptrstate.pointees import Pointee, PyListObject
from ptrstate.vocabulary import CInt

spec = importlib.util.spec_from_file_location("own_attached", {path!r})
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
library = Library(module.ffi, module.lib)

class Counter(Pointee):
    spelling = "counter *"

@c_function(library=library, may_run_python=True)
def append_twice(list: BorrowedPtr[PyListObject], item: {state}, /) -> Status: ...

@c_function(library=library)
def counter_next(counter: BorrowedPtr[Counter], /) -> CInt: ...
"""


@pytest.mark.parametrize(("state", "verdict"), [("OwnedPtr", "agrees"), ("BorrowedPtr", "contradicts")])
def test_the_audit_compares_it_with_its_declaration(attached, tmp_path, state, verdict):
    file = tmp_path / "declared.py"
    file.write_text(DECLARED.format(path=sys.modules["own_attached"].__spec__.origin, state=state))
    output = tmp_path / "audit.json"
    done = subprocess.run(
        [sys.executable, "-m", "ptrstate", "audit", "--library", file, "--jobs", "1", "--json", output],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == (verdict == "contradicts"), done.stdout + done.stderr
    found = json.loads(output.read_text())["functions"]
    assert (found["append_twice"]["verdict"], found["counter_next"]["verdict"]) == (verdict, "unreached")


def test_a_module_without_a_library_cannot_be_audited(tmp_path):
    file = tmp_path / "empty.py"
    file.write_text("")
    command = [sys.executable, "-m", "ptrstate", "audit", "--library"]
    for module, why in ((file, "has no Library"), ("no_such_module", "no module no_such_module")):
        done = subprocess.run([*command, module], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (2, "")
        error, hint, _ = done.stderr.split("\n")
        assert why in error
        assert hint.startswith("hint: ptrstate audit --library")


def test_abi_mode_is_refused_over_objects():
    ffi = cffi.FFI()
    ffi.cdef("typedef ... PyObject; PyObject *PyList_New(ssize_t); size_t strlen(const char *);")
    interpreter = Library(ffi, ffi.dlopen(None))
    with pytest.raises(TypeError, match="PyList_New takes or returns Python objects.*cffi's API mode"):

        @c_function(library=interpreter)
        def PyList_New(size: Py_ssize_t, /) -> OwnedPtr | None: ...

    @c_function(library=interpreter)
    def strlen(text: CString, /) -> Annotated[int, As("size_t")]: ...

    assert strlen("four") == 4
    with pytest.raises(TypeError, match="parameter `text`"):
        strlen(4)


def test_a_function_that_the_library_lacks_is_named(detached):
    with pytest.raises((TypeError, AttributeError), match="counter_reset"):

        @c_function(library=detached)
        def counter_reset() -> None: ...


def test_a_struct_of_the_library_has_a_life_too(detached):
    class Counter(Pointee):
        """A counter of the library."""

        spelling = "counter *"

    @c_function(library=detached)
    def counter_new(value: CInt, /) -> Annotated[OwnedPtr[Counter] | None, Null("absent")]: ...

    @c_function(library=detached)
    def counter_next(counter: BorrowedPtr[Counter], /) -> CInt: ...

    made = counter_new(4)
    assert made is not None
    with pytest.raises(LeakError, match="nothing that ends a Counter"):
        made.drop()

    @c_function(library=detached, drops=True)
    def counter_free(counter: OwnedPtr[Counter], /) -> None: ...

    made = counter_new(4)
    assert made is not None
    assert counter_next(made.borrow()) == 5
    counter_free(made)
    with pytest.raises(UseAfterMoveError):
        counter_next(made.borrow())
    assert counter_new(-1) is None
    with pytest.raises(LeakError), ledger():
        counter_new(1)
    dropped = counter_new(1)
    assert dropped is not None
    dropped.drop()
    with pytest.raises(UseAfterDropError):
        dropped.borrow()
    with pytest.raises(DoubleDropError):
        dropped.drop()
    with scope():
        lent = counter_new(1).borrow()
    with pytest.raises(BorrowOutlivesOwnerError):
        counter_next(lent)

    @prototype
    def after(start: CInt, /) -> CInt:
        return counter_next(counter_new(start).borrow())

    assert after(8) == 9


@pytest.mark.parametrize("parameter", [OwnedPtr, BorrowedPtr], ids=["an object", "a borrow"])
def test_only_a_pointer_of_the_librarys_own_is_dropped_by_it(attached, parameter):
    with pytest.raises(DeclarationError, match="what drops a pointer takes one parameter"):

        @c_function(library=attached, drops=True)
        def forgets_the_error(list: parameter, /) -> OwnedPtr | None: ...

    with pytest.raises(DeclarationError, match="drops=True goes with library"):

        @c_function(drops=True)
        def other(list: OwnedPtr, /) -> None: ...


# ---- the system's sqlite3 ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sqlite() -> ModuleType:
    sys.path.insert(0, str(EXAMPLE))
    try:
        return importlib.import_module("sqlite_api")
    except cffi.VerificationError:
        pytest.skip("sqlite3.h is missing: apt install libsqlite3-dev")
    finally:
        sys.path.remove(str(EXAMPLE))


def opened(sqlite: ModuleType) -> Any:
    slot = Slot()
    assert sqlite.sqlite3_open(":memory:", slot) == sqlite.OK
    return slot.take()


def prepared(sqlite: ModuleType, database: Any, sql: str) -> Any:
    slot = Slot()
    assert sqlite.sqlite3_prepare_v2(database.borrow(), sql, -1, slot, None) == sqlite.OK
    return slot.take()


def test_a_connection_is_closed_by_its_drop(sqlite):
    with ledger():
        database = opened(sqlite)
        database.drop()
    with pytest.raises(UseAfterDropError):
        database.borrow()
    with pytest.raises(DoubleDropError):
        database.drop()
    with pytest.raises(LeakError) as caught, ledger():
        opened(sqlite)
    assert caught.value.report.created.c_function == "sqlite3_open"


def test_a_closed_connection_cannot_be_used(sqlite):
    database = opened(sqlite)
    lent = database.borrow()
    assert sqlite.sqlite3_close(database) == sqlite.OK
    with pytest.raises(BorrowOutlivesOwnerError):
        sqlite.sqlite3_errmsg(lent)
    with pytest.raises(UseAfterMoveError):
        sqlite.sqlite3_close(database)


def test_what_a_statement_lends_ends_with_it(sqlite):
    database = opened(sqlite)
    statement = prepared(sqlite, database, "select 7, 'seven'")
    assert sqlite.sqlite3_step(statement.borrow()) == sqlite.ROW
    assert sqlite.sqlite3_column_int(statement.borrow(), 0) == 7
    text = sqlite.sqlite3_column_text(statement.borrow(), 1)
    assert bytes(text) == b"seven"
    same = sqlite.sqlite3_db_handle(statement.borrow())
    assert bytes(sqlite.sqlite3_errmsg(same)) == b"another row available"
    statement.drop()
    with pytest.raises(BufferOutlivesOwnerError):
        bytes(text)
    with pytest.raises(BorrowOutlivesOwnerError):
        sqlite.sqlite3_errmsg(same)
    database.drop()


def test_pointers_of_one_struct_are_no_pointers_of_another(sqlite):
    with ledger(), scope():
        database = opened(sqlite)
        with pytest.raises(TypeError, match="expected a pointer to Statement, not to Sqlite3"):
            sqlite.sqlite3_step(database.borrow())
        with pytest.raises(TypeError, match="no Python object|is no"):
            database.to_python()
    slot = Slot()
    sqlite.sqlite3_open(":memory:", slot)
    with pytest.raises(SlotOverwriteError):
        sqlite.sqlite3_open(":memory:", slot)
    slot.clear()


def test_a_connection_that_is_busy_is_not_ended_by_its_drop(sqlite):
    database = opened(sqlite)
    statement = prepared(sqlite, database, "select 1")
    with pytest.raises(LeakError, match=r"sqlite3_close\(\) returned 5"):
        database.drop()
    statement.drop()


def test_the_example_runs(sqlite):
    done = subprocess.run([sys.executable, EXAMPLE / "rows.py"], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["1 one", "2 two", "3 three", "no such column: nonsense"]
