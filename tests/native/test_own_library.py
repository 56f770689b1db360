"""Functions of one's own, in a cffi module of one's own: the same states, the same refusals."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Annotated

import pytest

from ptrstate import BorrowedPtr, OwnedPtr, Status, borrow, c_function, get_include, ledger, or_raise, own
from ptrstate.binding import Library
from ptrstate.errors import ContractViolationError, LeakError, UseAfterDropError, UseAfterMoveError
from ptrstate.pointees import Pointee, PyListObject
from ptrstate.testing import faults
from ptrstate.vocabulary import CInt, Null

cffi = pytest.importorskip("cffi")
pytest.importorskip("setuptools")

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
"""
CDEF = """
typedef ... PyObject;
typedef ... counter;
counter *counter_new(int);
int counter_next(counter *);
void counter_free(counter *);
int append_twice(PyObject *, PyObject *);
PyObject *forgets_the_error(PyObject *);
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


def test_a_struct_of_the_library_has_a_life_too(detached):
    class Counter(Pointee):
        """A counter of the library."""

        spelling = "counter *"

        @classmethod
        def release(cls, address: int) -> None:
            """Free it."""
            detached.lib.counter_free(detached.ffi.cast("counter *", address))

    @c_function(library=detached)
    def counter_new(value: CInt, /) -> Annotated[OwnedPtr[Counter] | None, Null("absent")]: ...

    @c_function(library=detached)
    def counter_next(counter: BorrowedPtr[Counter], /) -> CInt: ...

    @c_function(library=detached)
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
