from ptrstate import BorrowedPtr, OwnedPtr, borrow, capi, or_raise, prototype
from ptrstate.pointees import PyListObject


@prototype  # a C function that does not exist yet
def PyList_First(list: BorrowedPtr[PyListObject], /) -> OwnedPtr | None:
    item = or_raise(capi.PyList_GetItem(list, 0))
    return item  # type: ignore[return-value]  # mypy refuses it too


if __name__ == "__main__":
    PyList_First(borrow([1]))
