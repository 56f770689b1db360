"""Lines that no type checker refuses, with the types they have.  Never run."""

from typing import Any

from typing_extensions import assert_type

from ptrstate import BorrowedPtr, Found, NonNull, OwnedPtr, Slot, Status, borrow, capi, ledger, or_none, or_raise, own, prototype, scope
from ptrstate.pointees import PyDictObject, PyListObject, PyLongObject, PyObject, PyTupleObject, PyUnicodeObject
from ptrstate.vocabulary import Py_ssize_t

items = own([1])
assert_type(items, OwnedPtr[PyListObject])
assert_type(items.borrow(), BorrowedPtr[PyListObject])
assert_type(items.clone(), OwnedPtr[PyListObject])
assert_type(items.into_raw(), NonNull[PyListObject])
assert_type(items.to_python(), Any)
assert_type(borrow({}), BorrowedPtr[PyDictObject])
assert_type(borrow((1,)), BorrowedPtr[PyTupleObject])
assert_type(borrow(1), BorrowedPtr[PyObject])
assert_type(borrow("a").to_owned(), OwnedPtr[PyUnicodeObject])
assert_type(capi.PyLong_FromLong(1), OwnedPtr[PyLongObject] | None)
assert_type(or_raise(capi.PyLong_FromLong(1)), OwnedPtr[PyLongObject])
assert_type(or_raise(capi.PyList_SetItem(items.borrow(), 0, own(2))), Status)
assert_type(or_raise(capi.PyDict_Contains(borrow({}), borrow(1))), Found)
assert_type(capi.PyList_GetItem(items.borrow(), 0), BorrowedPtr[PyObject] | None)
assert_type(or_none(capi.PyDict_GetItemWithError(borrow({}), borrow(1))), BorrowedPtr[PyObject] | None)
assert_type(capi.PyList_Size(items.borrow()), int)
assert_type(capi.PyList_Check(borrow(1)), bool)
assert_type(capi.Py_None, BorrowedPtr[PyObject])
assert_type(Slot[PyListObject]().take(), OwnedPtr[PyListObject] | None)
wider: OwnedPtr[PyObject] = items
assert_type(wider.cast(PyListObject), OwnedPtr[PyListObject])


@prototype
def get_item_ref(list: BorrowedPtr[PyListObject], index: Py_ssize_t, /) -> OwnedPtr | None:
    item = capi.PyList_GetItem(list, index)
    return None if item is None else item.to_owned()


assert_type(get_item_ref(items.borrow(), 0), OwnedPtr[PyObject] | None)


def with_blocks() -> OwnedPtr[PyListObject]:
    with own([1]) as inside:
        assert_type(inside, OwnedPtr[PyListObject])
    with scope() as s, ledger():
        return s.keep(own([2]))
