"""Forty functions in which every kind of cell occurs: each declared, called, violated, printed and audited."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from rich.console import Console

from ptrstate import BorrowedSlot, Slot, Var, borrow, capi, or_none, or_raise, own, scope
from ptrstate._native import core
from ptrstate.audit.command import chosen, examine
from ptrstate.audit.mutants import score
from ptrstate.buffers import Py_buffer
from ptrstate.contract import RUNNING, Contract
from ptrstate.errors import (
    AllocatorMismatchError,
    CallWithErrorSetError,
    NullPointerError,
    OverReleaseError,
    OwnershipError,
    SlotOverwriteError,
    StateMismatchError,
    UninitializedError,
    UseAfterMoveError,
)


@dataclass(frozen=True)
class Case:
    """One function, the cell it stands for, a call that succeeds and one that is refused."""

    name: str
    cell: Callable[[Contract], bool]
    right: Callable[[], Any]
    wrong: Callable[[], Any]
    refusal: type[Exception]


def case(name: str, cell: Callable[[Contract], bool], right: Callable[[], Any], wrong: Callable[[], Any], refusal: type) -> Any:
    return pytest.param(Case(name, cell, right, wrong, refusal), id=name)


class Thing:
    """A mortal object that can be referred to weakly."""

    field = 1


def text(value: str = "text") -> Any:
    return borrow("".join(value))


def set_error() -> None:
    capi.PyErr_SetString(capi.PyExc_ValueError, "a value")


def taken(kind: type[BaseException]) -> None:
    with pytest.raises(kind):
        or_raise(None)


def twice(first: Any, call: Callable[[Any], Any]) -> None:
    call(first)
    call(first)


def filled_slot() -> Slot:
    slot = Slot()
    slot.put(own(Thing()))
    return slot


def build_value() -> None:
    assert or_raise(capi.Py_BuildValue("(ON)", borrow(1), own([2]))).to_python() == (1, [2])


def call_method() -> None:
    assert or_raise(capi.PyObject_CallMethod(borrow("a-b"), "split", "O", text("-"))).to_python() == ["a", "b"]
    missing = own([3])
    assert capi.PyObject_CallMethod(borrow("a"), "no_such", "N", missing) is None
    taken(AttributeError)
    missing.drop()  # the method was never reached, so the argument was not consumed


def add_object() -> None:
    module = or_raise(capi.PyModule_New("spine"))
    capi.PyModule_AddObject(module.borrow(), "name", own([1]))
    kept = own([2])
    assert capi.PyModule_AddObject(borrow(3), "name", kept) == -1  # type: ignore[arg-type]
    core.take_pending()
    kept.drop()


def step() -> None:
    table = borrow({"a": 1})
    position, key, value = Var(0), BorrowedSlot(), BorrowedSlot()
    assert capi.PyDict_Next(table, position, key, value)
    assert (key.get().to_python(), value.get().to_python()) == ("a", 1)
    assert not capi.PyDict_Next(table, position, key, value)


def fetch_and_restore() -> None:
    set_error()
    kind, value, trace = Slot(), Slot(), Slot()
    capi.PyErr_Fetch(kind, value, trace)
    assert core.pending() is None
    capi.PyErr_Restore(kind.take(), value.take(), trace.take())
    taken(ValueError)


def view() -> None:
    with Py_buffer() as seen:
        or_raise(capi.PyObject_GetBuffer(borrow(b"spam"), seen, 0))
        assert bytes(seen) == b"spam"


def append() -> None:
    slot = Slot()
    slot.put(or_raise(capi.PyUnicode_FromString("ab")))
    capi.PyUnicode_Append(slot, text("cd"))
    assert slot.take().to_python() == "abcd"


def capsule() -> None:
    seen: list[int] = []
    made = or_raise(capi.PyCapsule_New(7, "a.b", lambda _: seen.append(1)))
    assert capi.PyCapsule_GetPointer(made.borrow(), "a.b") == 7
    made.drop()
    assert seen == [1]


def locals_of_this_frame() -> None:
    here_only = Thing()
    assert or_raise(capi.PyEval_GetLocals()).to_python()["here_only"] is here_only


def overflow() -> None:
    sign = Var(0)
    assert capi.PyLong_AsLongAndOverflow(borrow(1 << 100), sign) == -1
    assert or_none(sign.value) == 1


def raw_reference() -> None:
    thing = borrow(Thing())
    capi.Py_INCREF(thing)
    capi.Py_DECREF(thing)


CASES = [
    case("PyLong_FromLong", lambda c: c.result.state == "owned", lambda: or_raise(capi.PyLong_FromLong(5)),
         lambda: capi.PyLong_FromLong(1 << 90), OverflowError),
    case("PyList_New", lambda c: c.result.unfilled, lambda: or_raise(capi.PyList_New(0)),
         lambda: or_raise(capi.PyList_New(1)).to_python(), UninitializedError),
    case("PyList_GetItem", lambda c: c.result.owner == "mutable", lambda: or_raise(capi.PyList_GetItem(borrow([1]), 0)),
         lambda: capi.PyList_GetItem(None, 0), NullPointerError),
    case("PyTuple_GetItem", lambda c: c.result.owner == "immutable", lambda: or_raise(capi.PyTuple_GetItem(borrow((1,)), 0)),
         lambda: capi.PyTuple_GetItem(own((1,)), 0), StateMismatchError),
    case("PyWeakref_GetObject", lambda c: c.result.owner == "weak",
         lambda: or_raise(capi.PyWeakref_GetObject(or_raise(capi.PyWeakref_NewRef(borrow(Thing), None)).borrow())),
         lambda: capi.PyWeakref_GetObject(None), NullPointerError),
    case("PySys_GetObject", lambda c: c.result.null == "absent" and c.result.borrows_from_kind == "interpreter",
         lambda: capi.PySys_GetObject("path").to_python(), lambda: capi.PySys_GetObject("a\0b"), ValueError),
    case("PyEval_GetBuiltins", lambda c: c.result.borrows_from_kind in {"thread", "interpreter"}, lambda: capi.PyEval_GetBuiltins(),
         lambda: capi.PyEval_GetBuiltins(1), TypeError),
    case("PyEval_GetLocals", lambda c: c.result.state == "borrowed", locals_of_this_frame,
         lambda: capi.PyEval_GetLocals(1), TypeError),
    case("PyException_GetCause", lambda c: c.result.null == "absent",
         lambda: capi.PyException_GetCause(borrow(ValueError())), lambda: capi.PyException_GetCause(None), NullPointerError),
    case("PyDict_GetItemWithError", lambda c: c.result.null == "ambiguous",
         lambda: or_none(capi.PyDict_GetItemWithError(borrow({}), borrow(1))),
         lambda: capi.PyDict_GetItemWithError(borrow({}), own(1)), StateMismatchError),
    case("PyIter_Next", lambda c: c.result.null == "ambiguous" and "iterator" in c.parameters[0].unchecked,
         lambda: or_none(capi.PyIter_Next(borrow(iter([])))), lambda: capi.PyIter_Next(borrow([])), TypeError),
    case("PyLong_AsLong", lambda c: c.result.sentinel == -1 and c.result.null == "ambiguous",
         lambda: or_none(capi.PyLong_AsLong(borrow(-1))), lambda: capi.PyLong_AsLong(5), TypeError),
    case("PyErr_Format", lambda c: c.result.null == "always" and c.kind == "shim",
         lambda: (capi.PyErr_Format(capi.PyExc_ValueError, "%R", borrow(1)), taken(ValueError)),
         lambda: capi.PyErr_Format(capi.PyExc_ValueError, "%d", borrow(1)), ValueError),
    case("PyErr_SetString", lambda c: c.indicator == "sets", lambda: (set_error(), taken(ValueError)),
         lambda: capi.PyErr_SetString(capi.PyExc_ValueError, None), NullPointerError),
    case("PyErr_Occurred", lambda c: c.result.borrows_from_kind == "thread", lambda: capi.PyErr_Occurred(),
         lambda: capi.PyErr_Occurred(1), TypeError),
    case("PyErr_Fetch", lambda c: c.parameters[0].slot == "out_owned" and c.indicator == "takes", fetch_and_restore,
         lambda: capi.PyErr_Fetch(filled_slot(), Slot(), Slot()), SlotOverwriteError),
    case("PyErr_Restore", lambda c: c.parameters[0].if_null == "clear" and c.parameters[0].consumed == "always", fetch_and_restore,
         lambda: capi.PyErr_Restore(borrow(ValueError), None, None), StateMismatchError),
    case("PyTuple_SetItem", lambda c: c.parameters[2].consumed == "always" and c.parameters[0].unshared,
         lambda: or_raise(capi.PyTuple_SetItem(or_raise(capi.PyTuple_New(1)).borrow(), 0, own(1))),
         lambda: capi.PyTuple_SetItem(borrow((1,)), 0, borrow(1)), StateMismatchError),
    case("PyList_SetItem", lambda c: c.may_run_python, lambda: or_raise(capi.PyList_SetItem(borrow([1]), 0, own(2))),
         lambda: twice(own(1), lambda item: capi.PyList_SetItem(borrow([1]), 0, item)), UseAfterMoveError),
    case("PyModule_AddObject", lambda c: c.parameters[2].consumed == "success", add_object,
         lambda: capi.PyModule_AddObject(borrow(sys), "x", None), NullPointerError),
    case("Py_BuildValue", lambda c: c.parameters[0].format == "build" and c.parameters[-1].variadic, build_value,
         lambda: capi.Py_BuildValue("N", borrow(1)), StateMismatchError),
    case("PyObject_CallMethod", lambda c: c.parameters[2].format == "build" and c.may_run_python, call_method,
         lambda: capi.PyObject_CallMethod(borrow(1), "name", "(O", borrow(1)), ValueError),
    case("PyTuple_Pack", lambda c: c.parameters[0].length_of == "items", lambda: or_raise(capi.PyTuple_Pack(1, borrow(1))),
         lambda: capi.PyTuple_Pack(2, borrow(1)), ValueError),
    case("PyObject_SetAttr", lambda c: c.parameters[2].if_null == "delete",
         lambda: or_raise(capi.PyObject_SetAttr(borrow(Thing()), text("x"), borrow(1))),
         lambda: capi.PyObject_SetAttr(borrow(Thing()), None, borrow(1)), NullPointerError),
    case("PyObject_Repr", lambda c: c.parameters[0].if_null == "default", lambda: or_raise(capi.PyObject_Repr(None)),
         lambda: (set_error(), capi.PyObject_Repr(borrow(1))), CallWithErrorSetError),
    case("PyObject_IsTrue", lambda c: c.result.state == "found", lambda: or_raise(capi.PyObject_IsTrue(borrow([]))),
         lambda: capi.PyObject_IsTrue(own(1)), StateMismatchError),
    case("PyDict_Next", lambda c: c.parameters[2].slot == "out_borrowed" and c.parameters[1].slot == "inout", step,
         lambda: capi.PyDict_Next(borrow({}), 0, BorrowedSlot(), BorrowedSlot()), TypeError),
    case("PyLong_AsLongAndOverflow", lambda c: c.parameters[1].state == "var", overflow,
         lambda: capi.PyLong_AsLongAndOverflow(borrow(1), 0), TypeError),
    case("PyUnicode_Append", lambda c: c.parameters[0].slot == "inout", append,
         lambda: capi.PyUnicode_Append(Slot(), text()), NullPointerError),
    case("PyObject_Vectorcall", lambda c: c.parameters[1].state == "array" and c.parameters[2].length_of is not None,
         lambda: or_raise(capi.PyObject_Vectorcall(borrow(len), [borrow([])], 1, None)),
         lambda: capi.PyObject_Vectorcall(borrow(len), [], 1, None), ValueError),
    case("PyUnicode_AsUTF8", lambda c: c.result.state == "buffer", lambda: bytes(or_raise(capi.PyUnicode_AsUTF8(text()))),
         lambda: capi.PyUnicode_AsUTF8(None), NullPointerError),
    case("PyCapsule_New", lambda c: c.parameters[1].retained is not None and c.parameters[2].state == "callback", capsule,
         lambda: capi.PyCapsule_New(0, None, None), NullPointerError),
    case("PyObject_GetBuffer", lambda c: c.parameters[1].state == "struct" and c.parameters[1].flight == 1, view,
         lambda: capi.PyObject_GetBuffer(borrow(b""), borrow(1), 0), TypeError),
    case("PyMem_Free", lambda c: c.parameters[0].frees == "mem", lambda: capi.PyMem_Free(capi.PyMem_Malloc(8)),
         lambda: capi.PyMem_Free(capi.PyMem_RawMalloc(8)), AllocatorMismatchError),
    case("PyTuple_SET_ITEM", lambda c: c.kind == "macro" and c.parameters[1].index_of is not None,
         lambda: capi.PyTuple_SET_ITEM(or_raise(capi.PyTuple_New(1)).borrow(), 0, own(1)),
         lambda: capi.PyTuple_SET_ITEM(or_raise(capi.PyTuple_New(1)).borrow(), 1, own(1)), IndexError),
    case("PyList_GET_ITEM", lambda c: "type" in c.parameters[0].unchecked, lambda: capi.PyList_GET_ITEM(borrow([1]), 0),
         lambda: capi.PyList_GET_ITEM(borrow((1,)), 0), TypeError),
    case("Py_CLEAR", lambda c: c.kind == "shim" and c.parameters[0].slot == "inout", lambda: capi.Py_CLEAR(filled_slot()),
         lambda: capi.Py_CLEAR(borrow(1)), StateMismatchError),
    case("Py_SETREF", lambda c: c.parameters[1].consumed == "always", lambda: capi.Py_SETREF(filled_slot(), own(1)),
         lambda: capi.Py_SETREF(filled_slot(), borrow(1)), StateMismatchError),
    case("Py_DECREF", lambda c: c.parameters[0].flight == -1, raw_reference, lambda: capi.Py_DECREF(borrow(Thing())),
         OverReleaseError),
    case("Py_NewRef", lambda c: c.result.null == "never", lambda: capi.Py_NewRef(borrow(1)),
         lambda: capi.Py_NewRef(None), NullPointerError),
]  # fmt: skip
NEWER = [
    case("PyList_GetItemRef", lambda c: c.since == "3.13", lambda: or_raise(capi.PyList_GetItemRef(borrow([1]), 0)),
         lambda: capi.PyList_GetItemRef(None, 0), NullPointerError),
    case("PyDict_GetItemRef", lambda c: c.parameters[2].slot == "out_owned",
         lambda: or_raise(capi.PyDict_GetItemRef(borrow({}), borrow(1), Slot())),
         lambda: capi.PyDict_GetItemRef(borrow({}), borrow(1), filled_slot()), SlotOverwriteError),
]  # fmt: skip
ALL = CASES + (NEWER if RUNNING >= (3, 13) else [])


@pytest.fixture(autouse=True)
def _nothing_pending():
    yield
    core.take_pending()


def test_there_are_forty():
    assert len({item.values[0].name for item in CASES}) >= 40


@pytest.mark.parametrize("case", ALL)
def test_its_contract_has_the_cell(case):
    assert case.cell(getattr(capi, case.name).contract)


@pytest.mark.parametrize("case", ALL)
def test_it_is_called(case):
    with scope():
        case.right()


@pytest.mark.parametrize("case", ALL)
@pytest.mark.filterwarnings("ignore::ptrstate.errors.OwnershipWarning")
def test_its_misuse_is_refused(case):
    with scope():
        with pytest.raises(case.refusal) as caught:
            case.wrong()
        core.take_pending()
    if not isinstance(caught.value, OwnershipError):
        assert case.name in str(caught.value)


def run(*arguments: str) -> dict[str, Any]:
    done = subprocess.run([sys.executable, "-m", "ptrstate", *arguments], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode in {0, 1}, done.stderr
    return json.loads(done.stdout) if done.stdout.startswith("{") else {}


@pytest.fixture(scope="module")
def printed() -> dict[str, Any]:
    return run("contracts", "--json", *[item.values[0].name for item in ALL])["functions"]


@pytest.fixture(scope="module")
def audited(tmp_path_factory) -> dict[str, Any]:
    path = tmp_path_factory.mktemp("audit") / "audit.json"
    run("audit", "--json", str(path), *[item.values[0].name for item in ALL])
    return json.loads(path.read_text())["functions"]


@pytest.mark.parametrize("case", ALL)
def test_it_is_printed(case, printed):
    assert printed[case.name]["header"].endswith(".h")
    assert [p["name"] for p in printed[case.name]["parameters"]] == list(getattr(capi, case.name).parameter_names)


@pytest.mark.parametrize("case", ALL)
def test_the_audit_agrees(case, audited):
    assert audited[case.name]["verdict"] == "agrees", audited[case.name]["why"]
    assert audited[case.name]["success"] == "reached"


def test_each_flipped_cell_is_contradicted_or_says_why_nothing_can_observe_it():
    examined = examine(chosen([item.values[0].name for item in ALL]), 2, Console(file=io.StringIO()))
    found = score(examined, RUNNING)
    assert found.total > 440
    assert [s for s in found.survivors if not s.unobservable] == []
    assert all(s.why for s in found.survivors)


@pytest.mark.skipif(RUNNING >= (3, 13), reason="this interpreter has the function")
def test_a_function_of_another_version_says_so():
    with pytest.raises(AttributeError, match=r"PyList_GetItemRef is not in CPython 3\.1[12]: it came with 3\.13"):
        capi.PyList_GetItemRef
