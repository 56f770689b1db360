"""Prototypes that the interpreter calls itself: builtins, slots, attributes, destructors, under the same rules."""

from __future__ import annotations

import gc
import operator
import sys
import weakref
from typing import Annotated, Any

import pytest

from ptrstate import (
    BorrowedPtr,
    Found,
    OwnedPtr,
    Status,
    borrow,
    capi,
    checks,
    install,
    ledger,
    or_none,
    or_raise,
    own,
    prototype,
)
from ptrstate._native import core
from ptrstate.errors import (
    BorrowedReturnError,
    BorrowOutlivesOwnerError,
    ContractViolationError,
    DoubleDropError,
    LeakError,
    NullWithoutErrorError,
    OverReleaseError,
    OwnershipError,
)
from ptrstate.install import InstallError, Visit
from ptrstate.pointees import PyDictObject, PyTupleObject, PyTypeObject, PyUnicodeObject
from ptrstate.testing import faults
from ptrstate.vocabulary import Address, Array, As, CInt, IfNull, KeywordsOf, LengthOf, Null, Py_hash_t, Py_ssize_t, Sentinel

Keywords = Annotated[BorrowedPtr[PyDictObject] | None, IfNull("default")]
Value = Annotated[BorrowedPtr | None, IfNull("delete")]


@pytest.fixture
def asked_collector():
    """Collections happen only where the test asks: the automatic collector may call a traverse at any allocation."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def unraisable(monkeypatch):
    """The exceptions that went to ``sys.unraisablehook``."""
    seen: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda told: seen.append(told.exc_value))
    return seen


# ---- builtins ----------------------------------------------------------------------------------------------------------------


@prototype
def no_arguments(self: BorrowedPtr, /) -> OwnedPtr | None:
    """Say what self is."""
    return or_raise(capi.PyObject_Repr(self))


@prototype
def one(self: BorrowedPtr, item: BorrowedPtr, /) -> OwnedPtr | None:
    return item.to_owned()


@prototype
def in_a_tuple(self: BorrowedPtr, args: BorrowedPtr[PyTupleObject], /) -> OwnedPtr | None:
    return args.to_owned()


@prototype
def with_keywords(self: BorrowedPtr, args: BorrowedPtr[PyTupleObject], kwargs: Keywords, /) -> OwnedPtr | None:
    return or_raise(capi.PyTuple_Pack(2, args, capi.Py_None if kwargs is None else kwargs))


@prototype
def in_an_array(self: BorrowedPtr, args: Array[BorrowedPtr], count: Annotated[Py_ssize_t, LengthOf("args")], /) -> OwnedPtr | None:
    result = or_raise(capi.PyList_New(0))
    for item in args:
        or_raise(capi.PyList_Append(result.borrow(), item))
    return result


@prototype
def array_and_names(
    self: BorrowedPtr,
    args: Array[BorrowedPtr],
    count: Annotated[Py_ssize_t, LengthOf("args")],
    names: Annotated[BorrowedPtr[PyTupleObject] | None, IfNull("default"), KeywordsOf("args")],
    /,
) -> OwnedPtr | None:
    return or_raise(capi.PyTuple_Pack(2, args[-1], capi.Py_None if names is None else names))


@pytest.mark.parametrize(
    ("function", "convention", "arguments", "keywords", "result"),
    [
        (no_arguments, "METH_NOARGS", (), {}, "'self'"),
        (one, "METH_O", ([1],), {}, [1]),
        (in_a_tuple, "METH_VARARGS", (1, 2), {}, (1, 2)),
        (with_keywords, "METH_VARARGS|METH_KEYWORDS", (1,), {"a": 2}, ((1,), {"a": 2})),
        (with_keywords, "METH_VARARGS|METH_KEYWORDS", (1,), {}, ((1,), None)),
        (in_an_array, "METH_FASTCALL", (1, 2), {}, [1, 2]),
        (in_an_array, "METH_FASTCALL", (), {}, []),
        (array_and_names, "METH_FASTCALL|METH_KEYWORDS", (1,), {"a": 2}, (2, ("a",))),
        (array_and_names, "METH_FASTCALL|METH_KEYWORDS", (1,), {}, (1, None)),
    ],
)
def test_a_builtin_of_each_convention(function, convention, arguments, keywords, result):
    made = install.builtin(function, self="self", module="demo")
    assert type(made) is type(len)
    assert made.__name__ == function.contract.name
    assert (made(*arguments, **keywords) if keywords else made(*arguments)) == result
    assert install.builtin(function, convention=convention, self="self").__name__ == function.contract.name


def test_a_builtin_is_documented_and_checks_as_c_does():
    made = install.builtin(no_arguments, self=5, module="demo")
    assert (made.__doc__, made.__module__, made()) == ("Say what self is.", "demo", "5")
    with pytest.raises(TypeError, match="takes no arguments"):
        made(1)
    assert install.builtin(one, name="other").__name__ == "other"


def test_counts_balance_over_a_call():
    thing = object()
    before = sys.getrefcount(thing)
    made = install.builtin(in_an_array)
    with ledger() as book:
        assert made(thing, thing) == [thing, thing]
        assert not book.live
    assert sys.getrefcount(thing) == before


def test_what_a_prototype_leaves_pending_is_raised():
    @prototype
    def fails(self: BorrowedPtr, item: BorrowedPtr, /) -> OwnedPtr | None:
        return or_raise(capi.PyObject_GetItem(item, borrow(9)))

    with pytest.raises(IndexError):
        install.builtin(fails)([])
    with pytest.raises(TypeError):
        install.builtin(fails)(1)
    assert capi.PyErr_Occurred() is None


def test_another_exception_is_raised_too():
    @prototype
    def typo(self: BorrowedPtr, /) -> OwnedPtr | None:
        return self.no_such_method()

    with pytest.raises(AttributeError):
        install.builtin(typo)()


def test_violations_are_raised_and_stay_in_the_ledger():
    @prototype
    def lends(self: BorrowedPtr, item: BorrowedPtr, /) -> OwnedPtr | None:
        return item  # type: ignore[return-value]

    @prototype
    def forgets(self: BorrowedPtr, /) -> OwnedPtr | None:
        return None

    with pytest.raises(BorrowedReturnError):
        install.builtin(lends)(object())
    with pytest.raises(NullWithoutErrorError):
        install.builtin(forgets)()

    class Swallows:
        def __repr__(self):
            try:
                install.builtin(forgets)()
            except OwnershipError:
                return "swallowed"

    with pytest.raises(NullWithoutErrorError), ledger():
        assert repr(Swallows()) == "swallowed"


def test_a_borrow_kept_over_the_call_has_ended():
    kept: list[Any] = []

    @prototype
    def keeps(self: BorrowedPtr, item: BorrowedPtr, /) -> OwnedPtr | None:
        kept.append(item)
        return item.to_owned()

    thing = object()
    install.builtin(keeps)(thing)
    with pytest.raises(BorrowOutlivesOwnerError):
        kept[0].to_python()


def test_a_builtin_calls_itself():
    @prototype
    def count_down(self: BorrowedPtr, n: BorrowedPtr, /) -> OwnedPtr | None:
        if n.to_python() == 0:
            return n.to_owned()
        smaller = own(n.to_python() - 1)
        return or_raise(capi.PyObject_CallOneArg(borrow(made), smaller.borrow()))

    made = install.builtin(count_down)
    assert made(20) == 0


# ---- what does not fit -------------------------------------------------------------------------------------------------------


def misfits():
    @prototype
    def steals(self: OwnedPtr, /) -> OwnedPtr | None: ...
    @prototype
    def two(a: BorrowedPtr, b: BorrowedPtr, /) -> OwnedPtr | None: ...
    @prototype
    def lends(self: BorrowedPtr, /) -> Annotated[BorrowedPtr | None, Null("error"), _from()]: ...
    @prototype
    def absent(self: BorrowedPtr, /) -> Annotated[OwnedPtr | None, Null("absent")]: ...
    @prototype
    def wide(self: BorrowedPtr, /) -> Annotated[CInt, Sentinel(-1)]: ...
    @prototype
    def zero(self: BorrowedPtr, /) -> Annotated[Py_hash_t, Sentinel(0)]: ...
    @prototype
    def fails(self: BorrowedPtr, /) -> Status: ...
    @prototype
    def sets(self: BorrowedPtr, name: BorrowedPtr[PyUnicodeObject], value: BorrowedPtr, /) -> Status: ...
    @prototype
    def narrow(self: BorrowedPtr, key: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr | None: ...

    return [
        (steals, "tp_repr", "parameter `self` is an owned pointer; the interpreter passes a borrowed pointer"),
        (two, "tp_repr", r"it takes 2 parameters, not 1 \(self\)"),
        (lends, "tp_repr", "the result is a borrowed pointer; the interpreter expects an owned pointer"),
        (absent, "tp_repr", "by NULL means absent; the interpreter understands error"),
        (wide, "tp_hash", "is of C type int; the interpreter expects Py_hash_t"),
        (zero, "tp_hash", "tells of an error by 0; the interpreter understands -1"),
        (fails, "tp_dealloc", r"the result is a Status; the interpreter expects nothing \(None\)"),
        (fails, "tp_clear", "the result is a Status"),
        (sets, "tp_setattro", "parameter `value` may not be NULL; the interpreter passes NULL, which means delete"),
        (narrow, "mp_subscript", "parameter `key` points to PyUnicodeObject; the interpreter passes PyObject"),
    ]


def _from():
    from ptrstate.vocabulary import From

    return From("self")


@pytest.mark.parametrize(("function", "slot", "why"), misfits(), ids=lambda value: value if isinstance(value, str) else "")
def test_what_does_not_fit_is_refused_with_the_difference(function, slot, why):
    with pytest.raises(InstallError, match=why):
        install.heap_type("demo.T", {slot: function})


def test_what_is_no_slot_or_no_prototype_is_refused():
    with pytest.raises(InstallError, match="tp_unknown: no slot that can be installed"):
        install.heap_type("demo.T", {"tp_unknown": no_arguments})
    with pytest.raises(InstallError, match="a prototype is needed"):
        install.heap_type("demo.T", {"tp_repr": repr})
    with pytest.raises(InstallError, match="a prototype is needed"):
        install.builtin(len)
    with pytest.raises(InstallError, match="convention is one of METH_NOARGS"):
        install.builtin(one, convention="METH_TWO")
    with pytest.raises(InstallError, match=r"cannot be a METH_NOARGS, PyObject \*\(PyObject \*, PyObject \*\)"):
        install.builtin(one, convention="METH_NOARGS")
    with pytest.raises(InstallError, match="fields"):
        install.heap_type("demo.T", {}, fields=("a", "a"))


# ---- slots -------------------------------------------------------------------------------------------------------------------


@prototype
def box_init(self: BorrowedPtr, args: BorrowedPtr[PyTupleObject], kwargs: Keywords, /) -> Status:
    item = or_raise(capi.PyTuple_GetItem(args, 0)).to_owned()
    old = install.field(self, "item").replace(item)
    if old is not None:
        old.drop()
    return Status.OK


def item_of(self: BorrowedPtr) -> BorrowedPtr:
    item = install.field(self, "item").borrow()
    if item is None:
        capi.PyErr_SetString(capi.PyExc_ValueError, "an empty box")
    return or_raise(item)


def unary(call: Any) -> Any:
    @prototype
    def slot(self: BorrowedPtr, /) -> OwnedPtr | None:
        return or_raise(call(item_of(self)))

    return slot


def binary(call: Any) -> Any:
    @prototype
    def slot(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
        if not isinstance(left.to_python(), Box):
            return or_raise(call(left, item_of(right)))
        return or_raise(call(item_of(left), right))

    return slot


@prototype
def box_hash(self: BorrowedPtr, /) -> Annotated[Py_hash_t, Sentinel(-1)]:
    return or_raise(capi.PyObject_Hash(item_of(self)))


@prototype
def box_compare(self: BorrowedPtr, other: BorrowedPtr, operation: CInt, /) -> OwnedPtr | None:
    return or_raise(capi.PyObject_RichCompare(item_of(self), other, operation))


@prototype
def box_length(self: BorrowedPtr, /) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    return or_raise(capi.PyObject_Size(item_of(self)))


@prototype
def box_bool(self: BorrowedPtr, /) -> Found:
    return Found(or_raise(capi.PyObject_IsTrue(item_of(self))))


@prototype
def box_contains(self: BorrowedPtr, item: BorrowedPtr, /) -> Found:
    return Found(or_raise(capi.PySequence_Contains(item_of(self), item)))


@prototype
def box_subscript(self: BorrowedPtr, key: BorrowedPtr, /) -> OwnedPtr | None:
    return or_raise(capi.PyObject_GetItem(item_of(self), key))


@prototype
def box_ass_subscript(self: BorrowedPtr, key: BorrowedPtr, value: Value, /) -> Status:
    if value is None:
        return or_raise(capi.PyObject_DelItem(item_of(self), key))
    return or_raise(capi.PyObject_SetItem(item_of(self), key, value))


@prototype
def box_call(self: BorrowedPtr, args: BorrowedPtr[PyTupleObject], kwargs: Keywords, /) -> OwnedPtr | None:
    return or_raise(capi.PyObject_Call(item_of(self), args, kwargs))


@prototype
def box_iternext(self: BorrowedPtr, /) -> Annotated[OwnedPtr | None, Null("ambiguous")]:
    item = install.field(self, "item")
    if item.borrow() is None:
        return None
    return item.take()


@prototype
def box_iter(self: BorrowedPtr, /) -> OwnedPtr | None:
    return self.to_owned()


@prototype
def box_item(self: BorrowedPtr, /) -> OwnedPtr | None:
    return item_of(self).to_owned()


@prototype
def set_box_item(self: BorrowedPtr, value: Value, /) -> Status:
    item = install.field(self, "item")
    item.clear()
    if value is not None:
        item.put(value.to_owned())
    return Status.OK


Box: Any = install.heap_type(
    "demo.Box",
    {
        "tp_init": box_init,
        "tp_repr": unary(capi.PyObject_Repr),
        "tp_str": unary(capi.PyObject_Str),
        "tp_hash": box_hash,
        "tp_richcompare": box_compare,
        "tp_call": box_call,
        "tp_iter": box_iter,
        "tp_iternext": box_iternext,
        "nb_bool": box_bool,
        "nb_negative": unary(capi.PyNumber_Negative),
        "nb_add": binary(capi.PyNumber_Add),
        "sq_contains": box_contains,
        "sq_length": box_length,
        "mp_subscript": box_subscript,
        "mp_ass_subscript": box_ass_subscript,
    },
    fields=("item",),
    getset={"item": (box_item, set_box_item), "read_only": box_item},
    methods={"get": box_item, "add": one},
    doc="A box.",
    subclassable=True,
)


def test_the_interpreter_calls_the_slots():
    box = Box([3])
    assert (type(box).__name__, Box.__module__, Box.__doc__) == ("Box", "demo", "A box.")
    assert (repr(box), str(Box("a")), repr(Box("a"))) == ("[3]", "a", "'a'")
    assert (hash(Box(5)), len(box), bool(box), bool(Box([]))) == (hash(5), 1, True, False)
    assert (box == [3], box != [3], Box(1) < 2) == (True, False, True)
    assert (3 in box, 4 in box, box[0], -Box(5), Box(5) + 2, 2 + Box(5)) == (True, False, 3, -5, 7, 7)
    box[0] = 4
    assert repr(box) == "[4]"
    del box[0]
    assert len(box) == 0
    assert Box(dict)(a=1) == {"a": 1}
    assert list(Box(7)) == [7]
    assert (box.get(), Box.get(box), box.add(8), box.item) == ([], [], 8, [])
    assert type(box.get) is type(len)
    box.item = 9
    assert box.read_only == 9
    del box.item
    with pytest.raises(ValueError, match="an empty box"):
        box.item
    with pytest.raises(AttributeError):
        box.read_only = 1


@pytest.mark.parametrize(
    "call",
    [repr, str, hash, len, bool, operator.neg, lambda b: b + 1, lambda b: 1 + b, lambda b: b < 1, lambda b: 1 in b, lambda b: b[0]],
)
def test_each_slot_fails_as_the_interpreter_expects(call):
    box = Box.__new__(Box)
    with pytest.raises(ValueError, match="an empty box"):
        call(box)
    assert capi.PyErr_Occurred() is None


def test_an_exhausted_iterator_is_no_error():
    assert next(Box.__new__(Box), "none left") == "none left"


def test_initialising_again_releases_what_was_there():
    thing = object()
    before = sys.getrefcount(thing)
    box = Box(thing)
    box.__init__(1)
    assert sys.getrefcount(thing) == before


def test_an_instance_owns_its_fields_and_nothing_else():
    thing = object()
    before = sys.getrefcount(thing)
    with ledger():
        box = Box(thing)
        assert sys.getrefcount(thing) == before + 1
    assert repr(box).startswith("<object")
    del box
    assert sys.getrefcount(thing) == before


def test_a_cycle_through_a_field_is_collected():
    class Node:
        pass

    node = Node()
    node.box = Box(node)
    gone = weakref.ref(node)
    box_gone = weakref.ref(node.box)
    assert gc.get_referents(node.box) == [Box, node]
    del node
    gc.collect()
    assert (gone(), box_gone()) == (None, None)


def test_python_code_may_subclass_it():
    class Child(Box):
        def __init__(self, item, extra):
            super().__init__(item)
            self.extra = extra

        def __repr__(self):
            return f"Child of {super().__repr__()}"

    child = Child([1], "extra")
    child.me = child
    gone = weakref.ref(child)
    assert (repr(child), str(child), len(child), child.extra) == ("Child of [1]", "[1]", 1, "extra")
    del child
    gc.collect()
    assert gone() is None


def test_fields_are_asked_of_instances_alone():
    with pytest.raises(TypeError, match="an instance of an installed type"):
        install.field(borrow(1), "item")
    with pytest.raises(TypeError, match=r"has \('item',\), not 'other'"):
        install.field(borrow(Box(1)), "other")
    with pytest.raises(TypeError, match="an owned or a borrowed pointer is needed"):
        install.field(Box(1), "item")


def test_a_new_of_its_own():
    @prototype
    def new(
        type: Annotated[BorrowedPtr[PyTypeObject], As("PyTypeObject *")], args: BorrowedPtr[PyTupleObject], kwargs: Keywords, /
    ) -> OwnedPtr | None:
        made = or_raise(install.allocate(type))
        install.field(made, "item").put(or_raise(capi.PyTuple_GetItem(args, 0)).to_owned())
        return made

    Made: Any = install.heap_type("demo.Made", {"tp_new": new}, fields=("item",), getset={"item": box_item}, subclassable=True)

    class Child(Made):
        pass

    assert Made(5).item == 5
    assert type(Child(6)) is Child
    with pytest.raises(IndexError):
        Made()
    with pytest.raises(TypeError, match="an installed type or a subtype is needed"):
        install.allocate(borrow(int))


# ---- ends, and the collector --------------------------------------------------------------------------------------------------


@prototype
def tidy_dealloc(self: BorrowedPtr, /) -> None:
    install.field(self, "item").clear()


@prototype
def idle(self: BorrowedPtr, /) -> None:
    pass


@prototype
def fail(self: BorrowedPtr, /) -> None:
    or_raise(capi.PyObject_GetItem(borrow([]), borrow(0)))


def test_a_dealloc_of_its_own_releases_the_fields():
    thing = object()
    before = sys.getrefcount(thing)
    Tidy: Any = install.heap_type("demo.Tidy", {"tp_init": box_init, "tp_dealloc": tidy_dealloc}, fields=("item",))
    with ledger():
        Tidy(thing)
    assert sys.getrefcount(thing) == before


def test_a_field_that_dealloc_forgets_is_a_leak():
    thing = object()
    before = sys.getrefcount(thing)
    Forgets: Any = install.heap_type("demo.Forgets", {"tp_init": box_init, "tp_dealloc": idle}, fields=("item",))
    with pytest.raises(LeakError, match="tp_dealloc left set"), ledger():
        Forgets(thing)
    assert sys.getrefcount(thing) == before


def test_a_dealloc_that_keeps_the_object_is_found():
    kept: list[Any] = []

    @prototype
    def keeps(self: BorrowedPtr, /) -> None:
        kept.append(self.to_python())

    Keeps: Any = install.heap_type("demo.Keeps", {"tp_init": box_init, "tp_dealloc": keeps}, fields=("item",))
    with pytest.raises(OverReleaseError), ledger():
        Keeps(1)
    assert type(kept[0]).__name__ == "Keeps"
    with pytest.raises(OverReleaseError), ledger():
        kept.pop()
    assert len(kept) == 1


def test_what_fails_in_a_dealloc_is_reported_and_the_object_gone(unraisable):
    thing = object()
    before = sys.getrefcount(thing)
    Fails: Any = install.heap_type("demo.Fails", {"tp_init": box_init, "tp_dealloc": fail}, fields=("item",))
    with pytest.raises(LeakError), ledger():
        Fails(thing)
    assert [type(error) for error in unraisable] == [IndexError]
    assert sys.getrefcount(thing) == before


def test_a_pending_exception_survives_the_ends(unraisable):
    Fails: Any = install.heap_type("demo.Fails", {"tp_finalize": fail})

    def raises():
        local = Fails()
        raise KeyError(1)

    try:
        raises()
    except KeyError as error:
        assert error.args == (1,)
        error.__traceback__ = None
    gc.collect()
    assert [type(error) for error in unraisable] == [IndexError]


def test_finalize_may_resurrect():
    kept: list[Any] = []

    @prototype
    def keeps(self: BorrowedPtr, /) -> None:
        kept.append(self.to_python())

    Phoenix: Any = install.heap_type("demo.Phoenix", {"tp_init": box_init, "tp_finalize": keeps}, fields=("item",))
    Phoenix(1)
    assert len(kept) == 1
    kept.clear()
    gc.collect()
    assert not kept


def traversed(traverse: Any, clear: Any = None) -> Any:
    slots = {"tp_init": box_init, "tp_traverse": traverse} | ({"tp_clear": clear} if clear is not None else {})
    return install.heap_type("demo.Traversed", slots, fields=("item",))


@prototype
def visits(self: BorrowedPtr, visit: Visit, arg: Address, /) -> CInt:
    item = install.field(self, "item").borrow()
    return 0 if item is None else visit(item, arg)


@prototype
def visits_nothing(self: BorrowedPtr, visit: Visit, arg: Address, /) -> CInt:
    return 0


@prototype
def visits_twice(self: BorrowedPtr, visit: Visit, arg: Address, /) -> CInt:
    item = install.field(self, "item").borrow()
    return 0 if item is None else visit(item, arg) or visit(item, arg)


def test_a_traverse_of_its_own_finds_the_cycle():
    cleared: list[int] = []

    @prototype
    def clears(self: BorrowedPtr, /) -> None:
        cleared.append(1)
        install.field(self, "item").clear()

    Visits = traversed(visits, clears)
    box = Visits(None)
    box.__init__(Visits(box))
    gone = weakref.ref(box)
    assert [type(item) for item in gc.get_referents(box)] == [type, Visits]
    with ledger():
        del box
        gc.collect()
    assert gone() is None
    assert cleared


@pytest.mark.usefixtures("asked_collector")
def test_what_traverse_leaves_out_is_never_collected_and_found():
    Blind = traversed(visits_nothing)
    items: list[Any] = []
    items.append(Blind(items))
    gone = weakref.ref(items[0])
    with pytest.raises(ContractViolationError, match="a cycle through it is never collected"), ledger():
        gc.collect()
    del items
    with ledger():
        gc.collect()  # said once
    box = gone()
    assert box is not None
    install.field(borrow(box), "item").clear()


@pytest.mark.usefixtures("asked_collector")
def test_a_visit_too_many_is_refused(unraisable):
    Twice = traversed(visits_twice)
    box = Twice([])
    with pytest.raises(ContractViolationError, match="an object that it does not own"), ledger():
        gc.collect()
    assert [type(error) for error in unraisable] == [ContractViolationError]
    install.field(borrow(box), "item").clear()
    gc.collect()


def test_a_capsule_destructor_is_called_with_its_capsule(unraisable):
    seen: list[Any] = []

    @prototype
    def destroy(capsule: BorrowedPtr, /) -> None:
        seen.append(or_none(capi.PyCapsule_GetPointer(capsule, "a.b")))

    destructor = install.capsule_destructor(destroy)
    assert install.capsule_destructor(destroy) == destructor
    with ledger():
        or_raise(capi.PyCapsule_New(7, "a.b", destructor)).drop()
    assert seen == [7]

    @prototype
    def breaks(capsule: BorrowedPtr, /) -> None:
        pointer = capsule.to_owned()
        pointer.drop()
        pointer.drop()

    with pytest.raises(DoubleDropError), ledger():
        or_raise(capi.PyCapsule_New(7, "a.b", install.capsule_destructor(breaks))).drop()
    assert [type(error) for error in unraisable] == [DoubleDropError]
    with pytest.raises(InstallError):
        install.capsule_destructor(one)
    with pytest.raises(InstallError, match="one cannot be a PyCapsule_Destructor"):
        capi.PyCapsule_New(7, "a.b", one)


def test_there_is_a_destructor_for_any_number_of_functions():
    seen: list[int] = []
    for number in range(300):
        or_raise(capi.PyCapsule_New(7, "a.b", lambda capsule, number=number: seen.append(number))).drop()
    assert seen == list(range(300))


def test_a_capsule_that_its_destructor_keeps_is_found():
    kept: list[Any] = []

    @prototype
    def keeps(capsule: BorrowedPtr, /) -> None:
        kept.append(capsule.to_python())

    with pytest.raises(OverReleaseError), ledger():
        or_raise(capi.PyCapsule_New(7, "a.b", install.capsule_destructor(keeps))).drop()
    assert "capsule object" in repr(kept[0])


# ---- the slots with more arguments ---------------------------------------------------------------------------------------------


def tell(seen: list[Any], *values: Any) -> OwnedPtr | None:
    seen.append(tuple(None if value is None else value if isinstance(value, int) else value.to_python() for value in values))
    return or_raise(capi.Py_NewRef(capi.Py_None))


def test_attributes_are_got_and_set_by_slots():
    seen: list[Any] = []

    @prototype
    def get(self: BorrowedPtr, name: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr | None:
        if name.to_python().startswith("_"):
            return or_raise(capi.PyObject_GenericGetAttr(self, name))
        return tell(seen, name)

    @prototype
    def set_or_delete(self: BorrowedPtr, name: BorrowedPtr[PyUnicodeObject], value: Value, /) -> Status:
        or_raise(tell(seen, name, value))
        return Status.OK

    Attributes: Any = install.heap_type("demo.Attributes", {"tp_getattro": get, "tp_setattro": set_or_delete})
    thing = Attributes()
    assert thing.colour is None
    thing.colour = "red"
    del thing.colour
    assert seen == [("colour",), ("colour", "red"), ("colour", None)]
    with pytest.raises(AttributeError):
        thing._missing


def test_items_powers_and_descriptors():
    seen: list[Any] = []

    @prototype
    def item(self: BorrowedPtr, index: Py_ssize_t, /) -> OwnedPtr | None:
        if index > 2:
            capi.PyErr_SetString(capi.PyExc_IndexError, "no more")
            return None
        return or_raise(capi.PyLong_FromSsize_t(index))

    @prototype
    def set_item(self: BorrowedPtr, index: Py_ssize_t, value: Value, /) -> Status:
        or_raise(tell(seen, index, value))
        return Status.OK

    @prototype
    def power(base: BorrowedPtr, exponent: BorrowedPtr, modulus: BorrowedPtr, /) -> OwnedPtr | None:
        return or_raise(capi.PyTuple_Pack(2, exponent, modulus))

    Optional = Annotated[BorrowedPtr | None, IfNull("default")]

    @prototype
    def descr_get(self: BorrowedPtr, instance: Optional, owner: Optional, /) -> OwnedPtr | None:
        return self.to_owned() if instance is None else or_raise(capi.PyUnicode_FromString("of an instance"))

    @prototype
    def descr_set(self: BorrowedPtr, instance: BorrowedPtr, value: Value, /) -> Status:
        or_raise(tell(seen, value))
        return Status.OK

    Many: Any = install.heap_type(
        "demo.Many",
        {"sq_item": item, "sq_ass_item": set_item, "nb_power": power, "tp_descr_get": descr_get, "tp_descr_set": descr_set},
    )
    many = Many()
    assert list(many) == [0, 1, 2]
    many[-5] = "x"
    del many[3]
    assert (many**2, pow(many, 2, 3)) == ((2, None), (2, 3))

    class Owner:
        attribute = many

    assert (Owner().attribute, Owner.attribute) == ("of an instance", many)
    Owner().attribute = 5
    del Owner().attribute
    assert seen == [(-5, "x"), (3, None), (5,), (None,)]


def test_each_failure_inside_a_slot_is_tried():
    made: list[Any] = []

    def program() -> None:
        made.append(repr(Box([1])))

    reports = list(faults(program))
    assert {call.function for report in reports for call in report.failed} == {"PyTuple_GetItem", "PyObject_Repr"}
    assert [report.problem for report in reports] == [None] * len(reports)
    assert made[-1] == "[1]"


def test_it_works_without_checks_too():
    thing = object()
    before = sys.getrefcount(thing)
    with checks("off"):
        box = Box(thing)
        assert len(Box([1, 2])) == 2
        box.__init__(box)
        del box
        gc.collect()
    assert sys.getrefcount(thing) == before


@pytest.mark.parametrize("raii", [True, False])
def test_a_slot_that_calls_itself_without_end_runs_out_of_stack_and_no_more(raii):
    @prototype(raii=raii)
    def text(self: BorrowedPtr, /) -> OwnedPtr | None:
        mine = self.to_owned()
        result = capi.PyObject_Str(mine.borrow())
        mine.drop()
        return result

    endless = install.heap_type("demo.Endless", {"tp_str": text})()
    limit = sys.getrecursionlimit()
    before = sys.getrefcount(endless)
    try:
        for deeper in range(60):  # the limit is met at each of the steps of a call
            with ledger():
                sys.setrecursionlimit(limit // 2 + deeper)
                with pytest.raises(RecursionError):
                    str(endless)
                sys.setrecursionlimit(limit)
    finally:
        sys.setrecursionlimit(limit)
    assert sys.getrefcount(endless) == before
    assert core.pending() is None
