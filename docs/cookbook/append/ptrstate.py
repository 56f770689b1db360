@prototype
def append_number(list: BorrowedPtr[PyListObject], value: CLong, /) -> Status:
    number = or_raise(capi.PyLong_FromLong(value))
    return capi.PyList_Append(list, number.borrow())
