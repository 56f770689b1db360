"""What a pointer points to: covariant in pointers, invariant in slots, bounded, and PyObject when left out.  Never run."""

import types

from typing_extensions import assert_type

from ptrstate import BorrowedPtr, BorrowedSlot, NonNull, OwnedPtr, Slot, Status, borrow, capi, own
from ptrstate.pointees import (
    Pointee,
    PyByteArrayObject,
    PyBytesObject,
    PyDictObject,
    PyListObject,
    PyLongObject,
    PyMemoryViewObject,
    PyModuleObject,
    PyObject,
    PySetObject,
    PySliceObject,
    PyTupleObject,
    PyTypeObject,
    PyUnicodeObject,
)

# own and borrow know the builtin types
assert_type(own([1]), OwnedPtr[PyListObject])
assert_type(own((1, 2)), OwnedPtr[PyTupleObject])
assert_type(own({1: 2}), OwnedPtr[PyDictObject])
assert_type(own({1}), OwnedPtr[PySetObject])
assert_type(own(frozenset({1})), OwnedPtr[PySetObject])
assert_type(own("a"), OwnedPtr[PyUnicodeObject])
assert_type(own(b"a"), OwnedPtr[PyBytesObject])
assert_type(own(bytearray()), OwnedPtr[PyByteArrayObject])
assert_type(own(memoryview(b"a")), OwnedPtr[PyMemoryViewObject])
assert_type(own(slice(1, 2, 3)), OwnedPtr[PySliceObject])
assert_type(own(int), OwnedPtr[PyTypeObject])
assert_type(own(types), OwnedPtr[PyModuleObject])
assert_type(own(1), OwnedPtr[PyLongObject])
assert_type(own(True), OwnedPtr[PyLongObject])
assert_type(own(1.5), OwnedPtr[PyObject])
assert_type(own(None), OwnedPtr[PyObject])
assert_type(borrow([1]), BorrowedPtr[PyListObject])
assert_type(borrow({}), BorrowedPtr[PyDictObject])
assert_type(borrow("a"), BorrowedPtr[PyUnicodeObject])
assert_type(borrow(ValueError), BorrowedPtr[PyTypeObject])
assert_type(borrow(object()), BorrowedPtr[PyObject])

# a pointer is covariant
wider: OwnedPtr[PyObject] = own([1])
default: BorrowedPtr = borrow({})
widest: NonNull[Pointee] = borrow("a").as_raw()
assert_type(capi.PyObject_Size(borrow({})), int)
assert_type(capi.PyList_Append(borrow([1]), borrow("a")), Status)
sideways: OwnedPtr[PyDictObject] = own([1])  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
backwards: BorrowedPtr[PyListObject] = default  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]



def narrow(wide: OwnedPtr, /) -> None:
    assert_type(wide, OwnedPtr[PyObject])
    assert_type(wide.cast(PyListObject), OwnedPtr[PyListObject])
    narrower: OwnedPtr[PyListObject] = wide  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
    capi.PyList_Size(wide.borrow())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    del narrower


# the wrong pointee in a call
capi.PyList_Size(borrow({}))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyList_Size(borrow(object()))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyDict_SetItem(borrow([1]), borrow(1), borrow(2))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyDict_Next(borrow([1]), capi.Py_None, None, None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyUnicode_AsUTF8(borrow(b"a"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyModule_GetDict(borrow({}))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyException_GetCause(borrow([1]))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyTuple_SetItem(borrow([1]), 0, own(1))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

# cast narrows, to a pointee
assert_type(borrow(1).cast(PyLongObject), BorrowedPtr[PyLongObject])
assert_type(borrow(1).as_raw().cast(PyLongObject), NonNull[PyLongObject])
assert_type(Slot().cast(PyListObject), Slot[PyListObject])
assert_type(capi.PyList_Size(borrow(object()).cast(PyListObject)), int)
wider.cast(list)  # type: ignore[type-var]  # pyright: ignore[reportArgumentType]
wider.cast("PyListObject")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
unpointed: OwnedPtr[int]  # type: ignore[type-var]  # pyright: ignore[reportInvalidTypeArguments]
untyped: Slot[str]  # type: ignore[type-var]  # pyright: ignore[reportInvalidTypeArguments]

# a slot is invariant
same: Slot[PyListObject] = Slot[PyListObject]()
narrowed: Slot[PyListObject] = Slot[PyObject]()  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
widened: Slot[PyObject] = Slot[PyListObject]()  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
widened_borrow: BorrowedSlot[PyObject] = BorrowedSlot[PyListObject]()  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]


class sqlite3(Pointee):
    """A struct of another library."""

    spelling = "sqlite3 *"


def connection(address: NonNull[sqlite3]) -> NonNull[sqlite3]:
    as_object: NonNull[PyObject] = address  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
    capi.PyObject_Repr(address.assume_borrowed(own(1)))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    del as_object
    return address
