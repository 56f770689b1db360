@prototype
def pair_of_sums(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr[PyTupleObject] | None:
    pair = or_raise(capi.PyTuple_New(2))
    first = or_raise(capi.PyNumber_Add(left, right))
    or_raise(capi.PyTuple_SetItem(pair.borrow(), 0, first))
    second = or_raise(capi.PyNumber_Add(right, left))
    or_raise(capi.PyTuple_SetItem(pair.borrow(), 1, second))
    return pair
