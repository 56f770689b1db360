@prototype
def repr_of_item(list: BorrowedPtr[PyListObject], index: Py_ssize_t, /) -> OwnedPtr[PyUnicodeObject] | None:
    item = or_raise(capi.PyList_GetItem(list, index)).to_owned()
    return or_raise(capi.PyObject_Repr(item.borrow()))
