"""Prototypes: what goes in, what comes out, and what is left behind."""

from __future__ import annotations

import gc
import sys
from typing import Annotated, Any

import pytest

from ptrstate import (
    BorrowedPtr,
    BorrowedSlot,
    Found,
    OwnedPtr,
    Slot,
    Status,
    Var,
    borrow,
    capi,
    ledger,
    or_none,
    or_raise,
    own,
    prototype,
)
from ptrstate.errors import (
    BorrowedReturnError,
    BorrowOutlivesOwnerError,
    BufferOutlivesOwnerError,
    CallWithErrorSetError,
    ContractViolationError,
    DoubleDropError,
    ErrorLostError,
    LeakError,
    NullPointerError,
    NullWithoutErrorError,
    ResultWithErrorError,
    SlotOverwriteError,
    StateMismatchError,
    UninitializedError,
    UseAfterMoveError,
)
from ptrstate.pointees import Pointee, PyDictObject, PyListObject
from ptrstate.reading import DeclarationError
from ptrstate.vocabulary import (
    Arguments,
    Array,
    CBool,
    CDouble,
    CInt,
    Consumed,
    CString,
    CText,
    Format,
    From,
    IfNull,
    InOut,
    IntVar,
    LengthOf,
    Null,
    Py_ssize_t,
    Sentinel,
    Unchecked,
    Unfilled,
)


@prototype
def get_item_ref(list: BorrowedPtr[PyListObject], index: Py_ssize_t, /) -> OwnedPtr | None:
    return or_raise(capi.PyList_GetItem(list, index)).to_owned()


@prototype
def consume(item: OwnedPtr, /) -> Status:
    return Status.OK


def test_a_result_is_handed_out_and_everything_else_is_dropped():
    thing = object()
    items = own([thing])
    before = sys.getrefcount(thing)
    with ledger():
        result = or_raise(get_item_ref(items.borrow(), 0))
        assert sys.getrefcount(thing) == before + 1
        result.drop()
    assert sys.getrefcount(thing) == before
    items.drop()


def test_what_or_raise_raises_becomes_the_error_value_and_the_exception():
    items = own([])
    assert get_item_ref(items.borrow(), 0) is None
    with pytest.raises(IndexError):
        or_raise(None)
    items.drop()


def test_other_exceptions_go_through():
    @prototype
    def typo(a: BorrowedPtr, /) -> OwnedPtr | None:
        return a.no_such_method()

    with pytest.raises(AttributeError):
        typo(borrow(1))


def test_an_owned_argument_is_moved_and_dropped_if_it_is_not_used():
    thing = object()
    before = sys.getrefcount(thing)
    pointer = own(thing)
    assert consume(pointer) == 0
    assert sys.getrefcount(thing) == before
    with pytest.raises(UseAfterMoveError) as caught:
        pointer.drop()
    assert caught.value.report.ended.c_function == "consume"


def test_arguments_are_held_to_the_contract():
    pointer = own([])
    with pytest.raises(StateMismatchError):
        consume(pointer.borrow())
    with pytest.raises(NullPointerError):
        consume(None)
    with pytest.raises(TypeError, match="item"):
        consume([])
    with pytest.raises(TypeError, match="expected 1 arguments"):
        consume()
    pointer.drop()


def test_results_are_held_to_the_contract():
    @prototype
    def lends(list: BorrowedPtr, /) -> OwnedPtr | None:
        return list  # type: ignore[return-value]

    @prototype
    def forgets(list: BorrowedPtr, /) -> OwnedPtr | None:
        return None

    @prototype
    def both(list: BorrowedPtr[PyListObject], /) -> Found:
        capi.PyList_GetItem(list, 99)
        return Found.PRESENT

    with pytest.raises(BorrowedReturnError):
        lends(borrow(1))
    with pytest.raises(NullWithoutErrorError):
        forgets(borrow(1))
    with pytest.raises(ResultWithErrorError):
        both(borrow([]))
    with pytest.raises(IndexError):
        or_raise(None)


def test_a_borrow_of_what_the_call_owned_is_not_returned():
    @prototype
    def dangles(list: BorrowedPtr, /) -> Annotated[BorrowedPtr | None, From("list")]:
        return list.to_owned().borrow()

    with pytest.raises(BorrowOutlivesOwnerError):
        dangles(borrow([]))


def test_c_style_drops_nothing():
    @prototype(raii=False)
    def leaks(list: BorrowedPtr, /) -> Status:
        list.to_owned()
        return Status.OK

    with pytest.raises(LeakError) as caught:
        leaks(borrow([object()]))
    assert caught.value.report.created.function.endswith("leaks")


def test_prototypes_nest():
    @prototype
    def outer(list: BorrowedPtr[PyListObject], /) -> OwnedPtr | None:
        return or_raise(get_item_ref(list, 0))

    thing = object()
    before = sys.getrefcount(thing)
    or_raise(outer(borrow([thing]))).drop()
    assert sys.getrefcount(thing) == before


def test_slots_are_parameters():
    @prototype
    def fill(list: BorrowedPtr[PyListObject], result: Slot, /) -> Found:
        result.put(or_raise(get_item_ref(list, 0)))
        return Found.PRESENT

    thing = object()
    slot = Slot()
    assert fill(borrow([thing]), slot) == 1
    taken = slot.take()
    assert taken.to_python() is thing
    taken.drop()


def test_generators_and_bad_signatures_are_refused_at_decoration():
    with pytest.raises(DeclarationError):

        @prototype
        def generator(a: BorrowedPtr, /) -> Status:
            yield

    with pytest.raises(DeclarationError):

        @prototype
        def unannotated(a, /) -> Status:
            return Status.OK


# ---- arguments: the same checks as for a C function ----------------------------------------------------------------------


class Widget(Pointee):
    """A struct of nobody's."""

    spelling = "void *"


@prototype
def typed(list: Annotated[BorrowedPtr[PyListObject], Unchecked("type")], size: CInt, ratio: CDouble, name: CString, /) -> Py_ssize_t:
    assert type(size) is int and type(ratio) is float
    return size


@pytest.mark.parametrize(
    ("arguments", "kind", "why"),
    [
        ((borrow(()), 1, 1.0, "a"), TypeError, r"typed\(\): parameter `list`: expected a list, not a tuple"),
        ((borrow([]), 2**40, 1.0, "a"), OverflowError, "parameter `size`"),
        ((borrow([]), "1", 1.0, "a"), TypeError, "parameter `size`: expected an integer"),
        ((borrow([]), 1, "1", "a"), TypeError, "parameter `ratio`: expected a number"),
        ((borrow([]), 1, 1.0, "a\0b"), ValueError, "parameter `name`: a C string ends at its first NUL"),
        ((borrow([]), 1, 1.0, 5), TypeError, "parameter `name`: expected str, bytes or an interior pointer"),
        (([], 1, 1.0, "a"), TypeError, "parameter `list`: expected a borrowed pointer"),
        ((borrow([]), 1, 1.0), TypeError, "expected 4 arguments, not 3"),
    ],
)
def test_each_argument_is_looked_at_as_for_a_c_function(arguments, kind, why):
    with pytest.raises(kind, match=why):
        typed(*arguments)


def test_numbers_come_as_c_would_read_them():
    class Index:
        def __index__(self):
            return 3

    assert typed(borrow([]), Index(), 1, "a") == 3


def test_an_array_is_as_long_as_its_length_says():
    @prototype
    def pack(items: Array[BorrowedPtr], count: Annotated[Py_ssize_t, LengthOf("items")], /) -> Py_ssize_t:
        return len(items)

    assert pack([borrow(1), borrow(2)], 2) == 2
    with pytest.raises(ValueError, match="the array has 1 items, not 2"):
        pack([borrow(1)], 2)
    with own(1) as pointer, pytest.raises(StateMismatchError):
        pack([pointer], 1)


def test_an_array_of_owned_pointers_is_consumed():
    @prototype
    def pack(items: Array[OwnedPtr], count: Annotated[Py_ssize_t, LengthOf("items")], /) -> Status:
        assert [item.to_python() for item in items] == [thing, thing]
        return Status.OK

    thing = object()
    before = sys.getrefcount(thing)
    given = [own(thing), own(thing)]
    assert pack(given, 2) == 0
    assert sys.getrefcount(thing) == before
    with pytest.raises(UseAfterMoveError):
        given[0].drop()


def test_an_array_is_what_its_sequence_says_once():
    @prototype
    def pack(items: Array[OwnedPtr], count: Annotated[Py_ssize_t, LengthOf("items")], /) -> Status:
        assert [item.to_python() for item in items] == ["first"]
        return Status.OK

    class Changing:
        """Gives another pointer each time."""

        given = own("first"), own("second")

        def __init__(self):
            self.left = list(self.given)

        def __len__(self):
            return 1

        def __iter__(self):
            yield self.left.pop(0)

    first, second = Changing.given
    assert pack(Changing(), 1) == 0
    with pytest.raises(UseAfterMoveError):
        first.drop()
    second.drop()


def test_a_variadic_tail_follows_its_format():
    @prototype
    def build(format: Annotated[CString, Format("build")], *items: Arguments) -> Py_ssize_t:
        return len(items)

    given = own(object())
    assert build("ON", borrow(1), given) == 2
    with pytest.raises(UseAfterMoveError):
        given.drop()
    with pytest.raises(TypeError, match="wants 2 arguments, not 1"):
        build("OO", borrow(1))


def test_null_goes_where_the_contract_takes_it():
    @prototype
    def maybe(a: Annotated[BorrowedPtr | None, IfNull("default")], /) -> Found:
        return Found.ABSENT if a is None else Found.PRESENT

    assert (maybe(None), maybe(borrow(1))) == (0, 1)


def test_a_foreign_pointer_is_refused_where_an_object_is_wanted():
    @prototype
    def widget(w: BorrowedPtr[Widget], /) -> Status:
        return Status.OK

    with pytest.raises(TypeError, match="expected a pointer to Widget, not to"):
        widget(borrow(1))


def test_the_indicator_is_looked_at_before_the_body_runs():
    assert capi.PyList_GetItem(borrow([]), 0) is None
    with own(1) as pointer, pytest.raises(CallWithErrorSetError):
        consume(pointer)
    with pytest.raises(IndexError):
        or_raise(None)


# ---- what is consumed, and when --------------------------------------------------------------------------------------------


@prototype
def add(list: BorrowedPtr, item: Annotated[OwnedPtr, Consumed("success")], /) -> Status:
    or_raise(capi.PyList_Append(list, item.borrow()))
    return Status.OK


def test_what_is_consumed_on_success_is_given_back_on_failure():
    thing = object()
    before = sys.getrefcount(thing)
    with ledger() as book:
        pointer = own(thing)
        assert add(borrow(()), pointer) == -1
        with pytest.raises(SystemError):
            or_raise(None)
        assert pointer.to_python() is thing
        items: list[object] = []
        assert add(borrow(items), pointer) == 0
        with pytest.raises(UseAfterMoveError) as caught:
            pointer.drop()
        book.forgive(caught.value)
        items.clear()
    assert sys.getrefcount(thing) == before


@pytest.mark.parametrize("raii", [True, False])
def test_what_should_be_given_back_must_still_be_there(raii):
    @prototype(raii=raii)
    def drops(item: Annotated[OwnedPtr, Consumed("success")], /) -> Status:
        item.drop()
        capi.PyErr_SetString(capi.PyExc_ValueError, "no")
        return Status.FAILED

    with pytest.raises(ContractViolationError, match="consumed on success only"):
        drops(own(object()))
    capi.PyErr_Clear()


def test_an_exception_of_pythons_gives_back_too():
    @prototype
    def breaks(item: Annotated[OwnedPtr, Consumed("success")], /) -> Status:
        raise KeyboardInterrupt

    with ledger():
        pointer = own(object())
        with pytest.raises(KeyboardInterrupt):
            breaks(pointer)
        pointer.drop()


# ---- error values ----------------------------------------------------------------------------------------------------------


def failing() -> Any:
    return or_raise(capi.PyList_GetItem(borrow([]), 0))


@prototype
def gives_owned(a: BorrowedPtr, /) -> OwnedPtr | None:
    return failing()


@prototype
def gives_borrowed(a: BorrowedPtr, /) -> Annotated[BorrowedPtr | None, From("a")]:
    return failing()


@prototype
def gives_text(a: BorrowedPtr, /) -> Annotated[CText | None, From("a")]:
    return failing()


@prototype
def gives_status(a: BorrowedPtr, /) -> Status:
    return failing()


@prototype
def gives_found(a: BorrowedPtr, /) -> Found:
    return failing()


@prototype
def gives_size(a: BorrowedPtr, /) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    return failing()


@prototype
def gives_double(a: BorrowedPtr, /) -> Annotated[CDouble, Sentinel(-1.0), Null("ambiguous")]:
    return failing()


@prototype
def gives_ambiguous(a: BorrowedPtr, /) -> Annotated[OwnedPtr | None, Null("ambiguous")]:
    return failing()


@prototype
def gives_nothing(a: BorrowedPtr, /) -> Annotated[None, Null("ambiguous")]:
    failing()


@prototype
def always_fails(a: BorrowedPtr, /) -> Annotated[OwnedPtr | None, Null("always")]:
    return failing()


@pytest.mark.parametrize(
    ("function", "value"),
    [
        (gives_owned, None),
        (gives_borrowed, None),
        (gives_text, None),
        (gives_status, Status.FAILED),
        (gives_found, Found.FAILED),
        (gives_size, -1),
        (gives_double, -1.0),
        (gives_ambiguous, None),
        (gives_nothing, None),
        (always_fails, None),
    ],
)
def test_each_kind_of_result_has_its_error_value(function, value):
    result = function(borrow(1))
    assert result == value and type(result) is type(value)
    with pytest.raises(IndexError):
        or_none(result)


def test_what_cannot_fail_lets_the_exception_through():
    @prototype
    def size(a: BorrowedPtr, /) -> Py_ssize_t:
        return failing()

    with pytest.raises(IndexError):
        size(borrow(1))
    assert capi.PyErr_Occurred() is None


def test_c_style_returns_the_sentinel_and_leaves_the_exception():
    @prototype(raii=False)
    def c_style(list: BorrowedPtr[PyListObject], /) -> OwnedPtr | None:
        item = capi.PyList_GetItem(list, 0)
        return None if item is None else item.to_owned()

    assert c_style(borrow([])) is None
    with pytest.raises(IndexError):
        or_raise(None)


@pytest.mark.parametrize(
    ("annotation", "value", "pending", "error"),
    [
        (Annotated[OwnedPtr | None, Null("absent")], None, False, None),
        (Annotated[OwnedPtr | None, Null("absent")], None, True, ResultWithErrorError),
        (Annotated[OwnedPtr | None, Null("ambiguous")], None, False, None),
        (Annotated[OwnedPtr | None, Null("always")], None, False, NullWithoutErrorError),
        (Annotated[None, Null("always")], None, False, NullWithoutErrorError),
        (None, None, True, ResultWithErrorError),
        (Annotated[Py_ssize_t, Sentinel(-1)], -1, False, NullWithoutErrorError),
        (Annotated[Py_ssize_t, Sentinel(-1), Null("ambiguous")], -1, False, None),
        (OwnedPtr, None, False, ContractViolationError),
        (CInt, 2**40, False, OverflowError),
        (CInt, 1.5, False, TypeError),
        (CBool, 2, False, TypeError),
        (Status, 1, False, TypeError),
        (Found, 7, False, TypeError),
        (None, 3, False, TypeError),
        (OwnedPtr | None, 3, False, TypeError),
    ],
)
def test_results_are_compared_with_the_indicator_and_their_type(annotation, value, pending, error):
    def body(a):
        if pending:
            capi.PyList_GetItem(borrow([]), 0)
        return value

    body.__annotations__ = {"a": BorrowedPtr, "return": annotation}
    function = prototype(body)
    if error is None:
        assert function(borrow(1)) == value
    else:
        with pytest.raises(error):
            function(borrow(1))
    capi.PyErr_ExceptionMatches(capi.PyExc_IndexError) if pending else None
    capi.PyErr_Clear()


def test_always_means_always():
    @prototype
    def never_fails(a: BorrowedPtr, /) -> Annotated[OwnedPtr | None, Null("always")]:
        return a.to_owned()

    with pytest.raises(ContractViolationError, match="NULL, always"):
        never_fails(borrow(1))


def test_an_owned_result_is_of_the_declared_type():
    @prototype
    def makes(a: BorrowedPtr, /) -> OwnedPtr[PyListObject] | None:
        return a.to_owned()  # type: ignore[return-value]

    with pytest.raises(TypeError, match=r"makes\(\) returned a pointer to a dict; its annotation says PyListObject"):
        makes(borrow({}))
    made = makes(borrow([]))
    assert made is not None and made._pointee is PyListObject
    made.drop()


def test_a_result_with_unset_items_is_refused_unless_declared():
    @prototype
    def makes(a: BorrowedPtr, /) -> OwnedPtr | None:
        return capi.PyList_New(1)

    @prototype
    def makes_unfilled(a: BorrowedPtr, /) -> Annotated[OwnedPtr | None, Unfilled()]:
        return capi.PyList_New(1)

    with pytest.raises(UninitializedError):
        makes(borrow(1))
    made = makes_unfilled(borrow(1))
    assert made is not None
    made.drop()


# ---- borrowed results ------------------------------------------------------------------------------------------------------


def test_a_borrow_may_pass_through_several_hands():
    @prototype
    def inner(tuple: BorrowedPtr, /) -> Annotated[BorrowedPtr | None, From("tuple")]:
        return or_raise(capi.PyTuple_GetItem(or_raise(capi.PyTuple_GetItem(tuple, 0)), 0))

    thing = object()
    pointer = own(((thing,),))
    lent = inner(pointer.borrow())
    assert lent is not None and lent.to_python() is thing
    pointer.drop()
    with pytest.raises(BorrowOutlivesOwnerError):
        lent.to_python()


def test_a_borrow_of_another_argument_is_refused():
    @prototype
    def first(a: BorrowedPtr, b: BorrowedPtr, /) -> Annotated[BorrowedPtr | None, From("a")]:
        return or_raise(capi.PyTuple_GetItem(b, 0))

    with pytest.raises(BorrowOutlivesOwnerError, match="a borrow from `a`"):
        first(borrow((1,)), borrow((2,)))
    with own((1,)) as a, own((2,)) as b, pytest.raises(BorrowOutlivesOwnerError):
        first(a.borrow(), b.borrow())


def test_a_text_knows_whom_it_borrows_from():
    @prototype
    def text(a: BorrowedPtr, /) -> Annotated[CText | None, From("a")]:
        return or_raise(capi.PyUnicode_AsUTF8(a))

    @prototype
    def dangling(a: BorrowedPtr, /) -> Annotated[CText | None, From("a")]:
        return or_raise(capi.PyUnicode_AsUTF8(or_raise(capi.PyObject_Repr(a)).borrow()))

    pointer = own("text")
    assert bytes(text(pointer.borrow())) == b"text"
    with pytest.raises(BufferOutlivesOwnerError):
        dangling(pointer.borrow())
    pointer.drop()


def test_a_static_result_borrows_from_nobody_here():
    @prototype
    def none(a: BorrowedPtr, /) -> Annotated[BorrowedPtr, From("static")]:
        return capi.Py_None

    assert none(borrow(1)).to_python() is None


# ---- slots and variables ---------------------------------------------------------------------------------------------------


@prototype
def fetch(table: BorrowedPtr[PyDictObject], key: BorrowedPtr, result: Slot, /) -> Found:
    found = or_none(capi.PyDict_GetItemWithError(table, key))
    if found is None:
        return Found.ABSENT
    result.put(found.to_owned())
    return Found.PRESENT


def test_a_slot_is_as_its_contract_says_after_each_outcome():
    slot = Slot()
    assert fetch(borrow({}), borrow(1), slot) == 0
    assert fetch(borrow({}), borrow([]), slot) == -1
    with pytest.raises(TypeError):
        or_raise(None)
    assert fetch(borrow({1: "x"}), borrow(1), slot) == 1
    with pytest.raises(SlotOverwriteError):
        fetch(borrow({1: "x"}), borrow(1), slot)
    slot.clear()


@pytest.mark.parametrize(
    ("outcome", "fill"), [(Found.PRESENT, False), (Found.ABSENT, True), (Found.FAILED, True)], ids=["success", "absent", "failure"]
)
def test_a_slot_in_the_wrong_state_is_named(outcome, fill):
    @prototype
    def wrong(result: Slot, /) -> Found:
        if fill:
            result.put(own(1))
        if outcome is Found.FAILED:
            failing()
        return outcome

    slot = Slot()
    with pytest.raises(ContractViolationError) as caught:
        wrong(slot)
    assert caught.value.report.used.parameter == "result"
    slot.clear()


def test_an_in_out_slot_is_left_alone_by_a_failure():
    @prototype
    def replaces(slot: Annotated[Slot, InOut()], /) -> Status:
        slot.clear()
        failing()
        return Status.OK

    slot = Slot()
    with pytest.raises(NullPointerError):
        replaces(slot)
    slot.put(own(object()))
    with pytest.raises(ContractViolationError, match="left as it was"):
        replaces(slot)


def test_a_borrowed_slot_borrows_from_whom_it_says():
    @prototype
    def right(tuple: BorrowedPtr, item: Annotated[BorrowedSlot, From("tuple")], /) -> Status:
        item.put(or_raise(capi.PyTuple_GetItem(tuple, 0)))
        return Status.OK

    @prototype
    def wrong(tuple: BorrowedPtr, item: Annotated[BorrowedSlot, From("tuple")], /) -> Status:
        item.put(tuple.to_owned().borrow())
        return Status.OK

    slot = BorrowedSlot()
    assert right(borrow((1,)), slot) == 0
    assert slot.get().to_python() == 1
    with pytest.raises(BorrowOutlivesOwnerError):
        wrong(borrow((1,)), slot)


def test_a_variable_holds_what_fits_its_c_type():
    @prototype
    def measure(a: BorrowedPtr, size: IntVar, /) -> Status:
        size.value = a.to_python()
        return Status.OK

    size = Var(0)
    assert (measure(borrow(5), size), size.value) == (0, 5)
    with pytest.raises(OverflowError, match="parameter `size`"):
        measure(borrow(2**40), size)
    with pytest.raises(TypeError, match="parameter `size`"):
        measure(borrow("five"), Var(0))


# ---- ends ------------------------------------------------------------------------------------------------------------------


def test_a_swallowed_violation_comes_out_and_the_result_is_dropped():
    @prototype
    def swallows(a: BorrowedPtr, /) -> OwnedPtr | None:
        pointer = own(object())
        pointer.drop()
        try:
            pointer.drop()
        except Exception:
            pass
        return a.to_owned()

    thing = object()
    before = sys.getrefcount(thing)
    with ledger() as book:
        try:
            swallows(borrow(thing))
        except DoubleDropError as error:
            book.forgive(error)
        assert not book.live
    gc.collect()  # the report's traceback
    assert sys.getrefcount(thing) == before


def test_a_leak_that_is_swallowed_comes_out_of_the_ledger():
    @prototype(raii=False)
    def leaks(a: BorrowedPtr, /) -> Status:
        a.to_owned()
        return Status.OK

    with pytest.raises(LeakError), ledger():
        try:
            leaks(borrow(object()))
        except Exception:
            pass


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, GeneratorExit, ZeroDivisionError])
def test_what_the_body_raises_itself_goes_through_after_the_cleaning(error):
    thing = object()
    before = sys.getrefcount(thing)

    @prototype
    def raises(a: OwnedPtr, /) -> OwnedPtr | None:
        kept = a.clone()
        raise error

    with ledger(), pytest.raises(error):
        raises(own(thing))
    assert sys.getrefcount(thing) == before


def test_recursion_ends_where_pythons_does():
    @prototype
    def forever(a: BorrowedPtr, /) -> OwnedPtr | None:
        mine = a.to_owned()
        return forever(mine.borrow())

    thing = object()
    before = sys.getrefcount(thing)
    with pytest.raises(RecursionError):
        forever(borrow(thing))
    assert sys.getrefcount(thing) == before
    assert forever.contract.name == "forever"


def test_calls_from_within_a_call_have_levels_of_their_own():
    class Key:
        def __hash__(self):
            return 1

        def __eq__(self, other):
            assert get_item_ref(borrow([]), 0) is None
            with pytest.raises(IndexError):
                or_raise(None)
            return NotImplemented

    slot = Slot()
    assert fetch(borrow({Key(): 1}), borrow(Key()), slot) == 0
    assert capi.PyErr_Occurred() is None


def bad_signatures():
    def default(a: BorrowedPtr = None, /) -> Status: ...
    def keyword(*, a: BorrowedPtr) -> Status: ...
    def keywords(**a: BorrowedPtr) -> Status: ...
    def unknown(a: Nonsense, /) -> Status: ...  # noqa: F821
    def text(a: str, /) -> Status: ...
    def no_owner(b: BorrowedPtr, /) -> BorrowedPtr: ...
    def no_result(a: BorrowedPtr, /): ...
    async def coroutine(a: BorrowedPtr, /) -> Status: ...
    async def asynchronous(a: BorrowedPtr, /) -> Status:
        yield

    return [
        (default, "parameter a: C functions have no default"),
        (keyword, "parameter a: C functions take positional"),
        (keywords, "parameter a: C functions take positional"),
        (unknown, "Nonsense"),
        (text, "parameter a"),
        (no_owner, "whom does it borrow from"),
        (no_result, "result: it has no annotation"),
        (coroutine, "neither a generator nor a coroutine"),
        (asynchronous, "neither a generator nor a coroutine"),
        (len, "a function with annotations is needed"),
        (object, "a function with annotations is needed"),
    ]


@pytest.mark.parametrize(("function", "why"), bad_signatures())
def test_what_is_no_c_function_is_refused_at_decoration(function, why):
    with pytest.raises(DeclarationError, match=why):
        prototype(function)


def test_the_enclosing_function_keeps_no_copy_of_its_locals():
    thing = object()
    before = sys.getrefcount(thing)

    @prototype
    def function(a: BorrowedPtr, /) -> Status:
        return Status.OK

    assert sys.getrefcount(thing) == before


def test_annotations_may_name_what_is_local():
    class Local(Pointee):
        spelling = "void *"

    @prototype
    def function(a: BorrowedPtr[Local], /) -> Status:
        return Status.OK

    assert function.contract.parameters[0].pointee is Local


def test_what_was_pending_when_the_body_raised_is_noted_and_stays_in_the_book():
    @prototype
    def typo(a: BorrowedPtr, /) -> OwnedPtr | None:
        capi.PyList_GetItem(borrow([]), 0)
        return a.no_such_method()

    with pytest.raises(AttributeError) as caught:
        typo(borrow(1))
    assert any("PS011" in note and "IndexError" in note for note in caught.value.__notes__)
    assert capi.PyErr_Occurred() is None
    with pytest.raises(ErrorLostError), ledger():
        try:
            typo(borrow(1))
        except AttributeError:
            pass


def test_an_interrupt_stays_pending_whatever_the_body_raises():
    @prototype
    def typo(a: BorrowedPtr, /) -> OwnedPtr | None:
        capi.PyErr_SetNone(capi.PyExc_KeyboardInterrupt)
        return a.no_such_method()

    with pytest.raises(AttributeError):
        typo(borrow(1))
    with pytest.raises(KeyboardInterrupt):
        or_none(None)


def test_what_is_absent_has_not_failed_so_it_is_consumed():
    @prototype
    def looks(item: Annotated[OwnedPtr, Consumed("success")], /) -> Annotated[OwnedPtr | None, Null("ambiguous")]:
        return None

    pointer = own(object())
    assert looks(pointer) is None
    with pytest.raises(UseAfterMoveError):
        pointer.drop()


def test_what_is_consumed_on_failure_alone_is_given_back_on_success():
    @prototype
    def takes(item: Annotated[OwnedPtr, Consumed("failure")], ok: CInt, /) -> Status:
        return Status.OK if ok else failing()

    pointer = own(object())
    assert takes(pointer, 1) == 0
    assert takes(pointer, 0) == -1
    with pytest.raises(UseAfterMoveError):
        pointer.drop()
    with pytest.raises(IndexError):
        or_raise(None)
