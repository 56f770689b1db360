"""Lines that a type checker refuses, each with the code it refuses it by.  Never run."""

from ptrstate import BorrowedPtr, BorrowedSlot, NonNull, OwnedPtr, Slot, Status, borrow, capi, or_raise, own, prototype
from ptrstate.pointees import PyDictObject, PyListObject, PyObject

items = own([1])
lent = items.borrow()
number = or_raise(capi.PyLong_FromLong(1))
raw = number.borrow().as_raw()

# an unchecked NULL
capi.PyList_New(1).borrow()  # type: ignore[union-attr]
capi.PyList_GetItem(lent, 0).to_owned()  # type: ignore[union-attr]
capi.PyDict_GetItemWithError(borrow({}), lent).to_owned()  # type: ignore[union-attr]
capi.PyIter_Next(lent).drop()  # type: ignore[union-attr]
capi.PyException_GetCause(borrow(ValueError())).drop()  # type: ignore[union-attr, arg-type]
capi.PyErr_Occurred().to_python()  # type: ignore[union-attr]
Slot().take().drop()  # type: ignore[union-attr]
Slot().borrow().to_owned()  # type: ignore[union-attr]
BorrowedSlot().get().to_owned()  # type: ignore[union-attr]
bytes(capi.PyUnicode_AsUTF8(borrow("a")))  # type: ignore[arg-type]

# an unchecked result passed straight on
capi.PyList_SetItem(lent, 0, capi.PyLong_FromLong(1))  # type: ignore[arg-type]
capi.PyTuple_SetItem(borrow((1,)), 0, capi.PyLong_FromLong(1))  # type: ignore[arg-type]
capi.PyModule_AddObject(or_raise(capi.PyModule_New("m")).borrow(), "x", capi.PyLong_FromLong(1))  # type: ignore[arg-type]
capi.PyList_Append(lent, capi.PyList_GetItem(lent, 0))  # type: ignore[arg-type]

# the wrong state
capi.PyList_Size(items)  # type: ignore[arg-type]
capi.PyList_Size(raw)  # type: ignore[arg-type]
capi.PyList_Size([1])  # type: ignore[arg-type]
capi.PyList_SetItem(lent, 0, number.borrow())  # type: ignore[arg-type]
capi.PyList_SetItem(lent, 0, raw)  # type: ignore[arg-type]
capi.PyList_SetItem(items, 0, number)  # type: ignore[arg-type]
capi.PyErr_Fetch(BorrowedSlot(), Slot(), Slot())  # type: ignore[arg-type]
capi.PyDict_Next(borrow({}), 0, None, None)  # type: ignore[arg-type]
lent.drop()  # type: ignore[attr-defined]
lent.borrow()  # type: ignore[attr-defined]
items.to_owned()  # type: ignore[attr-defined]
raw.to_python()  # type: ignore[attr-defined]
Slot().put(lent)  # type: ignore[arg-type]

# the wrong pointee, arity, integer, name
capi.PyList_Size(borrow({}))  # type: ignore[arg-type]
capi.PyDict_Contains(lent, lent)  # type: ignore[arg-type]
capi.PyList_Size()  # type: ignore[call-arg]
capi.PyList_Size(lent, 1)  # type: ignore[call-arg]
capi.PyList_GetItem(lent, "0")  # type: ignore[arg-type]
capi.PyList_GetItem(list=lent, index=0)  # type: ignore[call-arg]
capi.PyList_NoSuchFunction(lent)  # type: ignore[attr-defined]
items.cast(list)  # type: ignore[type-var]
wrong: OwnedPtr[PyDictObject] = items  # type: ignore[assignment]
narrowed: Slot[PyObject] = Slot[PyListObject]()  # type: ignore[assignment]
unpointed: OwnedPtr[int]  # type: ignore[type-var]


@prototype
def returns_borrowed(list: BorrowedPtr[PyListObject], /) -> OwnedPtr | None:
    return capi.PyList_GetItem(list, 0)  # type: ignore[return-value]


@prototype
def returns_nothing(list: BorrowedPtr[PyListObject], /) -> Status:
    return None  # type: ignore[return-value]


returns_borrowed(items)  # type: ignore[arg-type]
returns_borrowed()  # type: ignore[call-arg]
assumed: OwnedPtr = raw  # type: ignore[assignment]
address: NonNull = lent  # type: ignore[assignment]
