"""Arguments were parsed with parentheses in the format, out of a list. What is stored is borrowed from the list, which forgot it
while the first item was looked at.

Reported: python/cpython#50333
"""

from ptrstate import BorrowedSlot, capi, or_raise, own

CODE = "PS005"


class Item:
    """An item that lets the others be forgotten when it is asked for its truth."""

    def __init__(self, items: list["Item"]) -> None:
        self.items = items

    def __bool__(self) -> bool:
        self.items.clear()
        return True


def arguments() -> tuple[list[Item]]:
    items: list[Item] = []
    items += [Item(items), Item(items)]
    return (items,)


def buggy() -> None:
    first, second = BorrowedSlot(), BorrowedSlot()
    with own(arguments()) as given:  # created
        or_raise(capi.PyArg_ParseTuple(given.borrow(), "(OO)", first, second))  # borrowed
        one, other = first.get(), second.get()
        if one is not None and other is not None:
            or_raise(capi.PyObject_IsTrue(one))
            or_raise(capi.PyObject_Repr(other)).drop()  # used


def fixed() -> None:
    first, second = BorrowedSlot(), BorrowedSlot()
    with own(arguments()) as given:
        or_raise(capi.PyArg_ParseTuple(given.borrow(), "(OO)", first, second))
        one, other = first.get(), second.get()
        if one is not None and other is not None:
            with other.to_owned() as kept:
                or_raise(capi.PyObject_IsTrue(one))
                or_raise(capi.PyObject_Repr(kept.borrow())).drop()
