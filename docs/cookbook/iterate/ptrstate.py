@prototype
def append_all(list: BorrowedPtr[PyListObject], items: BorrowedPtr, /) -> Status:
    iterator = or_raise(capi.PyObject_GetIter(items))
    while (item := or_none(capi.PyIter_Next(iterator.borrow()))) is not None:
        or_raise(capi.PyList_Append(list, item.borrow()))
    return Status.OK
