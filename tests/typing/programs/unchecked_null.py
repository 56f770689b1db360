"""A result that may be NULL, of every convention, used without a look.  Never run."""

from typing_extensions import assert_type

from ptrstate import BorrowedPtr, BorrowedSlot, OwnedPtr, Slot, borrow, capi, or_none, or_raise, own
from ptrstate.pointees import PyBaseExceptionObject, PyBytesObject, PyDictObject, PyListObject, PyLongObject, PyObject, PyTypeObject
from ptrstate.states import InteriorPtr

items = own([1])
table = own({})

# NULL means an exception
capi.PyList_New(1).borrow()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
capi.PyLong_FromLong(1).to_python()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
capi.PyObject_Repr(borrow(1)).into_raw()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
capi.PyObject_GetAttrString(borrow(1), "real").drop()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
capi.PyObject_CallNoArgs(borrow(int)).clone()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
capi.PyImport_ImportModule("os").borrow()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
capi.PyUnicode_FromString("a").move()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
assert_type(capi.PyList_New(1), OwnedPtr[PyListObject] | None)
assert_type(capi.PyLong_FromLong(1), OwnedPtr[PyLongObject] | None)
assert_type(capi.PyObject_GetAttrString(borrow(1), "real"), OwnedPtr[PyObject] | None)

# a borrowed NULL
capi.PyList_GetItem(items.borrow(), 0).to_owned()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
capi.PyTuple_GetItem(borrow((1,)), 0).to_python()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
capi.PyErr_Occurred().as_raw()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
assert_type(capi.PyList_GetItem(items.borrow(), 0), BorrowedPtr[PyObject] | None)
assert_type(capi.PyErr_Occurred(), BorrowedPtr[PyTypeObject] | None)

# NULL means an exception or that there is nothing
capi.PyDict_GetItemWithError(table.borrow(), borrow(1)).to_owned()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
capi.PyIter_Next(borrow(iter([1]))).drop()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
assert_type(capi.PyIter_Next(borrow(iter([1]))), OwnedPtr[PyObject] | None)

# NULL means that there is nothing
capi.PyException_GetCause(borrow(ValueError()).cast(PyBaseExceptionObject)).drop()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
capi.PyDict_GetItem(table.borrow(), borrow(1)).to_owned()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
assert_type(capi.PyDict_GetItem(table.borrow(), borrow(1)), BorrowedPtr[PyObject] | None)

# an interior pointer
bytes(capi.PyUnicode_AsUTF8(borrow("a")))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
assert_type(capi.PyUnicode_AsUTF8(borrow("a")), InteriorPtr | None)

# an empty slot
Slot().take().drop()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
Slot().borrow().to_owned()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
Slot[PyListObject]().replace(items.clone()).drop()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
BorrowedSlot().get().to_owned()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]

# a NULL kept in a variable
made = capi.PyDict_New()
made.drop()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
kept: OwnedPtr[PyDictObject] = capi.PyDict_New()  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
if made is not None:
    assert_type(made, OwnedPtr[PyDictObject])
    made.drop()
found = capi.PyDict_GetItemWithError(table.borrow(), borrow(1))
if found is None:
    found.to_owned()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
else:
    assert_type(found, BorrowedPtr[PyObject])
    assert_type(found.to_owned(), OwnedPtr[PyObject])

# or_raise and or_none are the look
assert_type(or_raise(capi.PyList_New(1)), OwnedPtr[PyListObject])
assert_type(or_raise(capi.PyList_GetItem(items.borrow(), 0)), BorrowedPtr[PyObject])
assert_type(or_raise(capi.PyBytes_FromString("a")).borrow(), BorrowedPtr[PyBytesObject])
assert_type(bytes(or_raise(capi.PyUnicode_AsUTF8(borrow("a")))), bytes)
assert_type(or_none(capi.PyDict_GetItemWithError(table.borrow(), borrow(1))), BorrowedPtr[PyObject] | None)
or_none(capi.PyIter_Next(borrow(iter([1])))).drop()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
if (item := or_none(capi.PyIter_Next(borrow(iter([1]))))) is not None:
    assert_type(item, OwnedPtr[PyObject])
