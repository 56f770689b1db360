"""Variables with an address: which kind, of what, and what is in them.  Never run."""

from typing_extensions import assert_type

from ptrstate import BorrowedPtr, BorrowedSlot, OwnedPtr, Slot, Status, Var, borrow, capi, own
from ptrstate.buffers import Py_buffer
from ptrstate.pointees import PyBytesObject, PyDictObject, PyListObject, PyObject
from ptrstate.vocabulary import CInt

table = borrow({})
position = Var(0)

# a slot of the wrong kind
capi.PyErr_Fetch(BorrowedSlot(), Slot(), Slot())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyErr_Fetch(Slot(), BorrowedSlot(), Slot())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyDict_Next(table, position, Slot(), None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyDict_Next(table, position, None, Slot())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyDict_Next(table, 0, None, None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyDict_Next(table, Var("0"), None, None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyDict_Next(table, None, None, None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.Py_CLEAR(BorrowedSlot())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.Py_CLEAR(own(1))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.Py_CLEAR(None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.Py_SETREF(BorrowedSlot(), own(1))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyBytes_Concat(own(b"a"), borrow(b"b"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyObject_GetBuffer(borrow(b"a"), Slot(), 0)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyObject_GetBuffer(borrow(b"a"), None, 0)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

# a slot of another pointee
capi.PyBytes_Concat(Slot[PyListObject](), borrow(b"b"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Slot[PyListObject]().put(own({}))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Slot[PyDictObject]().replace(own([1]))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

# what is in it
Slot().put(None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Slot(own(1))  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
BorrowedSlot().take()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
BorrowedSlot().put(own(1))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
BorrowedSlot().put(1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
position.value = "1"  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]
Var()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]

assert_type(Slot(), Slot[PyObject])
assert_type(Slot[PyListObject]().take(), OwnedPtr[PyListObject] | None)
assert_type(Slot[PyListObject]().borrow(), BorrowedPtr[PyListObject] | None)
assert_type(Slot[PyListObject]().replace(own([1])), OwnedPtr[PyListObject] | None)
assert_type(Slot().put(own([1])), None)
assert_type(Slot().clear(), None)
assert_type(BorrowedSlot().put(borrow(1)), None)
assert_type(BorrowedSlot().put(None), None)
assert_type(BorrowedSlot[PyDictObject]().get(), BorrowedPtr[PyDictObject] | None)
assert_type(Var(0), Var[int])
assert_type(position.value, int)
assert_type(capi.PyErr_Fetch(Slot(), Slot(), Slot()), None)
assert_type(capi.PyDict_Next(table, position, BorrowedSlot(), None), bool)
assert_type(capi.PyDict_Next(table, position, None, BorrowedSlot()), bool)
assert_type(capi.PyBytes_Concat(Slot[PyBytesObject](), borrow(b"b")), None)
assert_type(capi.Py_SETREF(Slot(), own([1])), None)
assert_type(capi.PyObject_GetBuffer(borrow(b"a"), Py_buffer(), 0), Status)


def keeps(out: Slot[PyListObject], flag: Var[CInt]) -> None:
    out.put(own([1]))
    flag.value += 1
    given: Slot[PyObject] = out  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
    del given


with Py_buffer() as view:
    assert_type(view, Py_buffer)
    assert_type(bytes(view), bytes)
