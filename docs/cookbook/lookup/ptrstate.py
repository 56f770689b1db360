@prototype
def get_or(dict: BorrowedPtr[PyDictObject], key: BorrowedPtr, otherwise: BorrowedPtr, /) -> OwnedPtr | None:
    value = or_none(capi.PyDict_GetItemWithError(dict, key))
    return (otherwise if value is None else value).to_owned()
