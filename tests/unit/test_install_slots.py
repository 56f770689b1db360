"""Slots whose result does not come back by ``return`` alone: a sent value, a view, a call of the type by vectorcall."""

from __future__ import annotations

from typing import Annotated, Any

import pytest

from ptrstate import BorrowedPtr, OwnedPtr, Slot, Status, borrow, capi, install, ledger, or_raise, prototype
from ptrstate.buffers import Py_buffer
from ptrstate.errors import BufferOutlivesOwnerError, ContractViolationError, OverReleaseError
from ptrstate.install import InstallError
from ptrstate.pointees import PyDictObject, PyTupleObject, PyTypeObject
from ptrstate.vocabulary import Array, As, CInt, CSize, Flight, IfNull, KeywordsOf, LengthOf, Sentinel

Keywords = Annotated[BorrowedPtr[PyDictObject] | None, IfNull("default")]
Sent = Annotated[int, As("PySendResult"), Sentinel(-1)]


# ---- am_send -----------------------------------------------------------------------------------------------------------------


@prototype
def send(self: BorrowedPtr, value: BorrowedPtr, result: Slot, /) -> Sent:
    """Yield what is sent, return at ``None``, fail at a text."""
    if capi.PyUnicode_Check(value):
        capi.PyErr_SetString(capi.PyExc_ValueError, "no texts")
        return -1
    result.put(value.to_owned())
    return 0 if capi.Py_IsNone(value) else 1


@prototype
def itself(self: BorrowedPtr, /) -> OwnedPtr | None:
    """Return the awaitable as its own iterator."""
    return self.to_owned()


@prototype
def nothing_left(self: BorrowedPtr, /) -> OwnedPtr | None:
    """Return an item, never: ``am_send`` is there for that."""
    capi.PyErr_SetString(capi.PyExc_AssertionError, "am_send is there")
    return None


Sending = install.heap_type("demo.Sending", {"am_send": send, "am_await": itself, "tp_iter": itself, "tp_iternext": nothing_left})


def test_what_is_sent_comes_back_by_the_slot():
    with ledger():
        slot: Slot = Slot()
        value = [1]
        assert capi.PyIter_Send(borrow(Sending()), borrow(value), slot) == 1
        taken = slot.take()
        assert taken.to_python() is value
        taken.drop()
        assert capi.PyIter_Send(borrow(Sending()), borrow(None), slot) == 0
        slot.clear()


def test_a_send_that_fails_leaves_the_slot_empty():
    slot: Slot = Slot()
    assert capi.PyIter_Send(borrow(Sending()), borrow("text"), slot) == -1
    assert slot.take() is None
    with pytest.raises(ValueError, match="no texts"):
        or_raise(None)


def test_counts_balance_over_sends():
    value = object()
    before = capi.Py_REFCNT(borrow(value))
    for _ in range(10):
        slot: Slot = Slot()
        capi.PyIter_Send(borrow(Sending()), borrow(value), slot)
        slot.clear()
    assert capi.Py_REFCNT(borrow(value)) == before


def test_a_send_that_says_yielded_and_yields_nothing_is_found():
    @prototype
    def forgets(self: BorrowedPtr, value: BorrowedPtr, result: Slot, /) -> Sent:
        return 1

    kind = install.heap_type("demo.Forgets", {"am_send": forgets, "tp_iter": itself, "tp_iternext": nothing_left})
    with pytest.raises(ContractViolationError, match=r"PS014"), ledger():
        capi.PyIter_Send(borrow(kind()), borrow(1), Slot())
        or_raise(None)


# ---- views -------------------------------------------------------------------------------------------------------------------

ended: list[int] = []


@prototype
def get(self: BorrowedPtr, view: Annotated[Py_buffer, Flight(1)], flags: CInt, /) -> Status:
    """Lend the bytes in the field ``data``."""
    data = install.field(self, "data").borrow()
    if data is None:
        capi.PyErr_SetString(capi.PyExc_BufferError, "there is no data")
        return Status.FAILED
    memory = or_raise(capi.PyBytes_AsString(data))
    return capi.PyBuffer_FillInfo(view, self, memory, or_raise(capi.PyBytes_Size(data)), 1, flags)


@prototype
def release(self: BorrowedPtr, view: Py_buffer, /) -> None:
    """Count the views that end, by their lengths."""
    ended.append(view.len)


@prototype
def fill(self: BorrowedPtr, args: BorrowedPtr[PyTupleObject], kwargs: Keywords, /) -> Status:
    """Own the data."""
    item = or_raise(capi.PyTuple_GetItem(args, 0)).to_owned()
    old = install.field(self, "data").replace(item)
    if old is not None:
        old.drop()
    return Status.OK


SLOTS = {"bf_getbuffer": get, "bf_releasebuffer": release, "tp_init": fill}
Exporter = install.heap_type("demo.Exporter", SLOTS, fields=("data",))


@pytest.fixture(autouse=True)
def _no_views():
    ended.clear()


def test_a_view_is_the_exporters_memory():
    exporter = Exporter(b"views")
    with ledger(), memoryview(exporter) as view:
        assert (bytes(view), view.readonly, view.obj is exporter) == (b"views", True, True)
        assert not ended
    assert ended == [5]


def test_a_view_keeps_its_exporter_and_lets_it_go():
    exporter = Exporter(b"views")
    before = capi.Py_REFCNT(borrow(exporter))
    view = memoryview(exporter)
    assert capi.Py_REFCNT(borrow(exporter)) == before + 1
    view.release()
    assert capi.Py_REFCNT(borrow(exporter)) == before


def test_c_functions_ask_for_views_too():
    exporter = Exporter(b"views")
    with ledger():
        view = Py_buffer()
        assert capi.PyObject_GetBuffer(borrow(exporter), view, 0) == 0
        assert bytes(view) == b"views"
        view.release()
    assert b"".join([exporter, exporter]) == b"viewsviews"
    assert ended == [5, 5, 5]


def test_what_cannot_be_viewed_is_a_buffer_error():
    for wrong in (lambda: memoryview(Exporter.__new__(Exporter)), lambda: bytes(Exporter.__new__(Exporter))):
        with pytest.raises(BufferError, match="there is no data"):
            wrong()
    assert not ended


def test_a_view_that_is_left_empty_is_found():
    @prototype
    def forgets(self: BorrowedPtr, view: Annotated[Py_buffer, Flight(1)], flags: CInt, /) -> Status:
        return Status.OK

    kind = install.heap_type("demo.Empty", {"bf_getbuffer": forgets})
    with pytest.raises(ContractViolationError, match="a view that is held after success alone"), ledger():
        memoryview(kind())


def test_a_lent_view_is_not_released_by_whom_it_was_lent_to(monkeypatch):
    told: list[Any] = []
    monkeypatch.setattr("sys.unraisablehook", lambda unraisable: told.append(unraisable.exc_value))

    @prototype
    def again(self: BorrowedPtr, view: Py_buffer, /) -> None:
        view.release()

    kind = install.heap_type("demo.Again", {**SLOTS, "bf_releasebuffer": again}, fields=("data",))
    with pytest.raises(OverReleaseError, match="PS013"), ledger():
        memoryview(kind(b"views")).release()
    assert [error.code for error in told] == ["PS013"]


def test_a_lent_view_that_was_kept_has_ended():
    kept: list[Py_buffer] = []

    @prototype
    def keeps(self: BorrowedPtr, view: Py_buffer, /) -> None:
        kept.append(view)

    kind = install.heap_type("demo.Keeps", {**SLOTS, "bf_releasebuffer": keeps}, fields=("data",))
    memoryview(kind(b"views")).release()
    with pytest.raises(BufferOutlivesOwnerError, match="PS015"), ledger():
        bytes(kept[0])


# ---- tp_vectorcall -----------------------------------------------------------------------------------------------------------


@prototype
def called(
    type: Annotated[BorrowedPtr[PyTypeObject], As("PyObject *")],
    args: Array[BorrowedPtr],
    nargsf: Annotated[CSize, LengthOf("args")],
    names: Annotated[BorrowedPtr[PyTupleObject] | None, IfNull("default"), KeywordsOf("args")],
    /,
) -> OwnedPtr | None:
    """Return the last argument, or how many names there are where there is none."""
    count = capi.PyVectorcall_NARGS(nargsf)
    if count == 0:
        return capi.PyLong_FromSsize_t(0 if names is None else or_raise(capi.PyTuple_Size(names)))
    return args[count - 1].to_owned()


Called = install.heap_type("demo.Called", {"tp_vectorcall": called}, subclassable=True)


def test_a_call_of_the_type_goes_by_vectorcall():
    with ledger():
        assert Called(1, 2) == 2
        assert Called(*["a", "b", "c"]) == "c"
        assert Called(a=1, b=2) == 2
        assert Called(**dict.fromkeys("abc")) == 3
        assert Called() == 0
        assert list(map(Called, "xy")) == ["x", "y"]  # with room before the arguments: the flag


def test_a_subtype_is_made_as_ever():
    class Derived(Called):
        pass

    assert type(Derived()) is Derived
    assert isinstance(Called.__new__(Called), Called)


def test_counts_balance_over_calls_of_the_type():
    item = [object()]
    before = capi.Py_REFCNT(borrow(item[0]))
    for _ in range(10):
        Called(1, *item)
    after = capi.Py_REFCNT(borrow(item[0]))
    assert after == before


# ---- what does not fit -------------------------------------------------------------------------------------------------------


def test_views_and_slots_of_another_kind_are_refused():
    @prototype
    def reads(self: BorrowedPtr, view: Py_buffer, flags: CInt, /) -> Status:
        return Status.OK

    with pytest.raises(InstallError, match=r"view.*is read.*is filled"):
        install.heap_type("demo.Wrong", {"bf_getbuffer": reads})

    @prototype
    def no_slot(self: BorrowedPtr, value: BorrowedPtr, result: BorrowedPtr, /) -> Sent:
        return 1

    with pytest.raises(InstallError, match="is a borrowed pointer; the interpreter passes a slot"):
        install.heap_type("demo.Wrong", {"am_send": no_slot})
