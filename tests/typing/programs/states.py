"""Each state where another is asked, and methods of another state.  Never run."""

from typing import Any

from typing_extensions import assert_type

from ptrstate import BorrowedPtr, NonNull, OwnedPtr, Slot, Status, borrow, capi, own
from ptrstate.pointees import PyDictObject, PyListObject, PyObject

owned = own([1])
lent = owned.borrow()
raw = lent.as_raw()
slot = Slot[PyListObject]()

# owned, raw, a slot and a Python object where a borrow is taken
capi.PyList_Size(owned)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyList_Size(raw)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyList_Size(slot)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyList_Size([1])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyList_Size(None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyObject_Repr(1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

# a borrow, a raw pointer and a slot where an owned pointer is taken
slot.put(lent)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
slot.put(raw)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
slot.replace(lent)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.Py_SETREF(Slot(), lent)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
taken: OwnedPtr = lent  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
assumed: OwnedPtr = raw  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
dropped: OwnedPtr = slot  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]

# owned, borrowed and Python objects where a raw pointer is taken
address: NonNull = lent  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
flying: NonNull = owned  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
borrowing: BorrowedPtr = owned  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
lending: BorrowedPtr = raw  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]

# what a state does not offer
owned.to_owned()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
owned.as_raw()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
owned.assume_owned()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
owned.take()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
lent.borrow()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
lent.drop()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
lent.move()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
lent.into_raw()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
raw.to_python()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
raw.drop()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
raw.borrow()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
slot.drop()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
slot.to_python()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
slot.get()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
raw.assume_borrowed(raw)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
raw.assume_borrowed()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
OwnedPtr(1)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]

assert_type(owned.borrow(), BorrowedPtr[PyListObject])
assert_type(owned.clone(), OwnedPtr[PyListObject])
assert_type(owned.move(), OwnedPtr[PyListObject])
assert_type(owned.into_raw(), NonNull[PyListObject])
assert_type(owned.drop(), None)
assert_type(owned.to_python(), Any)
assert_type(lent.to_owned(), OwnedPtr[PyListObject])
assert_type(lent.as_raw(), NonNull[PyListObject])
assert_type(lent.to_python(), Any)
assert_type(raw.assume_owned(), OwnedPtr[PyListObject])
assert_type(raw.assume_borrowed(owned), BorrowedPtr[PyListObject])
assert_type(raw.assume_borrowed(lent), BorrowedPtr[PyListObject])
assert_type(capi.Py_NewRef(lent), OwnedPtr[PyObject])
assert_type(capi.PyList_Append(lent, borrow(2)), Status)


def returns_borrowed(list: BorrowedPtr[PyListObject]) -> OwnedPtr[PyListObject]:
    return list  # type: ignore[return-value]  # pyright: ignore[reportReturnType]


def returns_owned(list: OwnedPtr[PyListObject]) -> BorrowedPtr[PyListObject]:
    return list  # type: ignore[return-value]  # pyright: ignore[reportReturnType]


def returns_null() -> OwnedPtr[PyDictObject]:
    return None  # type: ignore[return-value]  # pyright: ignore[reportReturnType]


def with_block() -> OwnedPtr[PyListObject]:
    with own([1]) as inside:
        assert_type(inside, OwnedPtr[PyListObject])
        return inside.clone()
