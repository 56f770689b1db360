"""Pointers whose object is gone: whatever is done with them is refused, and the interpreter lives on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

PROGRAM = """
from ptrstate import borrow, capi, own, scope
from ptrstate.errors import OwnershipError
from ptrstate.pointees import PyDictObject, PyListObject

class Thing:
    pass

def outcome(function):
    try:
        function()
    except OwnershipError as error:
        return error.code
    except Exception as error:
        return type(error).__name__
    return "accepted"
"""


def outcome(child: Callable[..., str], preparation: str, expression: str) -> str:
    """Return the code, or the exception's name, that ``expression`` ends in, in a process with a debugging allocator."""
    return child(f"{PROGRAM}\n{preparation}\nprint(outcome(lambda: {expression}))", PYTHONMALLOC="debug").splitlines()[-1]


@pytest.fixture
def child(child: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    def run(program: str, **environment: str) -> str:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return child(program)

    return run


@pytest.mark.parametrize(("end", "code"), [("p.drop()", "PS001"), ("q = p.move()", "PS003"), ("r = p.into_raw()", "PS003")])
def test_an_owned_pointer_that_has_ended_is_not_cast(child: Callable[..., str], end: str, code: str) -> None:
    assert outcome(child, f"p = own([1])\n{end}", "p.cast(PyListObject)") == code


def test_a_borrow_that_has_ended_is_not_cast(child: Callable[..., str]) -> None:
    assert outcome(child, "p = own(Thing())\nb = p.borrow()\np.drop()", "b.cast(PyListObject)") == "PS004"


def test_a_borrow_whose_object_is_gone_is_not_cast(child: Callable[..., str]) -> None:
    preparation = """
items = own([Thing()])
item = capi.PyList_GetItem(items.borrow(), 0)
capi.PyList_SetItem(items.borrow(), 0, own(3))
"""
    assert outcome(child, preparation, "item.cast(PyListObject)") == "PS005"


def test_a_raw_pointer_to_a_dead_object_is_not_looked_at(child: Callable[..., str]) -> None:
    outcome(child, "p = own(Thing())\nraw = p.borrow().as_raw()\np.drop()", "raw.cast(PyListObject)")
    assert outcome(child, "raw = own([]).into_raw()\nraw.assume_owned().drop()", "raw.cast(PyDictObject)") == "TypeError"


def test_a_raw_pointer_to_a_dead_object_is_not_borrowed(child: Callable[..., str]) -> None:
    preparation = "p = own(Thing())\nraw = p.borrow().as_raw()\np.drop()\nother = own([])"
    assert outcome(child, preparation, "raw.assume_borrowed(other).to_python()") != "accepted"


TAKEN_UP = """
raw = own(Thing()).into_raw()
p = raw.assume_owned()
"""
AT_THE_SAME_ADDRESS = """
import sys

def large():
    return bytes(333)  # of a size that nothing else has

def again(address, make, where):
    made = [make() for _ in range(1000)]
    return next(thing for thing in made if where(thing) == address)
"""


def test_an_address_that_was_taken_up_and_dropped_is_not_borrowed(child: Callable[..., str]) -> None:
    assert outcome(child, f"{TAKEN_UP}\np.drop()\nother = own([])", "raw.assume_borrowed(other).to_python()") == "PS004"


@pytest.mark.parametrize(
    "keep",
    [
        "owner = own([])\ncapi.PyList_Append(owner.borrow(), p.borrow())",
        "owner = own(ModuleType('m'))\ncapi.PyModule_AddObjectRef(owner.borrow(), 'name', p.borrow())",
        "owner = own(Thing())\ncapi.PyObject_SetAttr(owner.borrow(), borrow('name'), p.borrow())",
        "owner = p.clone()",
    ],
)
def test_an_address_is_borrowed_from_whoever_holds_its_object(child: Callable[..., str], keep: str) -> None:
    preparation = f"from types import ModuleType\n{TAKEN_UP}\n{keep}\np.drop()"
    assert outcome(child, preparation, "raw.assume_borrowed(owner).to_python()") == "accepted"


def test_no_address_takes_up_memory_that_stands_where_its_object_was(child: Callable[..., str]) -> None:
    preparation = f"""
{AT_THE_SAME_ADDRESS}
raw = own(large()).into_raw()
raw.assume_owned().drop()
memory = again(raw._address, lambda: capi.PyObject_Malloc(sys.getsizeof(large())), lambda m: m._address)
other = own([])
"""
    assert outcome(child, preparation, "raw.assume_owned()") == "PS013"
    assert outcome(child, preparation, "raw.assume_borrowed(other)") == "PS004"


@pytest.mark.parametrize("expression", ["raw.assume_owned()", "raw.assume_borrowed(another)"])
def test_an_address_is_not_that_of_a_later_object(child: Callable[..., str], expression: str) -> None:
    preparation = f"""
{AT_THE_SAME_ADDRESS}
raw = own(large()).into_raw()
raw.assume_owned().drop()
later = own(again(raw._address, large, id)).into_raw()
another = own([])
"""
    assert outcome(child, preparation, expression) in {"PS004", "PS013"}
    assert outcome(child, preparation, "later.assume_owned().drop()") == "accepted"


@pytest.mark.parametrize(("end", "code"), [("p.drop()", "PS001"), ("q = p.move()", "PS003")])
def test_a_scope_does_not_keep_what_has_ended(child: Callable[..., str], end: str, code: str) -> None:
    preparation = f"""
import sys
thing = Thing()
before = sys.getrefcount(thing)
with scope():
    with scope() as s:
        p = own(thing)
        {end}
        kept = outcome(lambda: s.keep(p))
        if "q" in globals():
            q.drop()
assert sys.getrefcount(thing) == before, sys.getrefcount(thing)
"""
    assert child(f"{PROGRAM}\n{preparation}\nprint(kept)").strip() == code


@pytest.mark.parametrize("ended", ["first", "second"])
def test_a_warning_about_one_argument_cannot_end_another(child: Callable[..., str], ended: str) -> None:
    preparation = f"""
import warnings
first, second = own([Thing()]), own([Thing()])
one, other = (capi.PyList_GetItem(items.borrow(), 0) for items in (first, second))

class Odd:
    def __repr__(self):
        return "odd"

capi.PyObject_Repr(borrow(Odd())).drop()  # runs code, so that a use of what was lent before is a warning
warnings.simplefilter("always")
warnings.showwarning = lambda *_, **__: {ended}.drop() if {ended}._state == "live" else None
"""
    assert outcome(child, preparation, "capi.PyObject_SetAttr(one, borrow('name'), other)") == "PS004"


def test_an_argument_that_is_converted_cannot_end_another(child: Callable[..., str]) -> None:
    preparation = """
items = own([Thing()])

class Index:
    def __index__(self):
        items.drop()
        return 0
"""
    assert outcome(child, preparation, "capi.PyList_GetItem(items.borrow(), Index())") == "PS004"


@pytest.mark.parametrize("use", ["slices(lent, 0, 1)", "weak(lent, None)", "items.borrow().to_owned()"])
def test_the_collector_cannot_end_what_was_looked_at(child: Callable[..., str], use: str) -> None:
    preparation = """
import gc

class Items(list):
    pass

items = own(Items([Thing()]))
lent = items.borrow().cast(PyListObject)
slices, weak = capi.PyList_GetSlice, capi.PyWeakref_NewRef
weak(borrow(Thing), None).drop()

class Ends:
    def __del__(self):
        items.drop()

spent = [(i, i, i) for i in range(5000)], [borrow(i) for i in range(100)]  # so that what is made is new memory
gc.disable()
ends = Ends()
ends.itself = ends
del ends
due = [[] for _ in range(50)]
gc.set_threshold(1)
"""
    assert outcome(child, preparation, f"gc.enable() or {use}") in {"accepted", "PS001", "PS004"}
