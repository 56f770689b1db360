"""What is given away for good: an unchecked result, a borrow or a raw pointer where a reference is stolen.  Never run."""

from typing_extensions import assert_type

from ptrstate import BorrowedPtr, Found, OwnedPtr, Status, borrow, capi, or_raise, own
from ptrstate.pointees import PyListObject, PyObject, PyTupleObject

items = own([None])
pair = or_raise(capi.PyTuple_New(2))
number = or_raise(capi.PyLong_FromLong(1))
module = or_raise(capi.PyModule_New("m"))

# an unchecked result passed straight on
capi.PyList_SetItem(items.borrow(), 0, capi.PyLong_FromLong(1))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyTuple_SetItem(pair.borrow(), 0, capi.PyUnicode_FromString("a"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyModule_AddObject(module.borrow(), "x", capi.PyDict_New())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyList_SetItem(items.borrow(), 0, capi.PyObject_Repr(items.borrow()))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyList_SetItem(items.borrow(), 0, None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

# an unchecked result passed on to what borrows it
capi.PyList_Append(items.borrow(), capi.PyList_GetItem(items.borrow(), 0))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyDict_SetItem(borrow({}), borrow(1), capi.PyErr_Occurred())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

# a pointer that nobody gave
capi.PyList_SetItem(items.borrow(), 0, borrow(2))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyList_SetItem(items.borrow(), 0, number.borrow())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyTuple_SetItem(pair.borrow(), 0, capi.Py_None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyTuple_SetItem(pair.borrow(), 0, number.borrow().as_raw())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyModule_AddObject(module.borrow(), "x", capi.PyExc_ValueError)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyList_SetItem(items.borrow(), 0, 2)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

# to a function that does not steal, the pointer is lent
capi.PyList_Append(items.borrow(), number)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyDict_SetItemString(borrow({}), "x", number)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyModule_AddObjectRef(module.borrow(), "x", number)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

assert_type(capi.PyList_SetItem(items.borrow(), 0, number), Status)
assert_type(capi.PyList_SetItem(items.borrow(), 0, or_raise(capi.PyLong_FromLong(1))), Status)
assert_type(or_raise(capi.PyTuple_SetItem(pair.borrow(), 0, own("a"))), Status)
assert_type(capi.PyTuple_SetItem(pair.borrow(), 1, capi.Py_None.to_owned()), Status)
assert_type(capi.PyModule_AddObject(module.borrow(), "x", number.clone()), Status)
assert_type(capi.PyModule_AddObject(module.borrow(), "x", number.into_raw().assume_owned()), Status)
assert_type(capi.PyList_Append(items.borrow(), number.borrow()), Status)
assert_type(capi.PyList_AsTuple(items.borrow()), OwnedPtr[PyTupleObject] | None)
assert_type(or_raise(capi.PySequence_Contains(items.borrow(), number.borrow())), Found)


def into(list: BorrowedPtr[PyListObject], /) -> OwnedPtr[PyObject] | None:
    item = capi.PyLong_FromLong(1)
    if item is None:
        return None
    assert_type(capi.PyList_SetItem(list, 0, item), Status)
    return item
