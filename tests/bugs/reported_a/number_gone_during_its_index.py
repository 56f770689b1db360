"""An item of a list was turned into an int. Its ``__index__`` cleared the list and returned no int, and the error message was
written with the type of the freed item.

Reported: python/cpython#144128
"""

from contextlib import suppress

from ptrstate import borrow, capi, or_raise

CODE = "PS005"


class Number:
    """Something like a number, which lets itself be forgotten."""

    def __init__(self, items: list["Number"]) -> None:
        self.items = items

    def __index__(self) -> int:
        self.items.clear()
        raise TypeError


def buggy() -> None:
    items: list[Number] = []
    items.append(Number(items))
    item = or_raise(capi.PyList_GetItem(borrow(items), 0))  # borrowed
    with suppress(TypeError):
        or_raise(capi.PyNumber_Index(item)).drop()
    or_raise(capi.PyObject_Type(item)).drop()  # used


def fixed() -> None:
    items: list[Number] = []
    items.append(Number(items))
    with or_raise(capi.PyList_GetItem(borrow(items), 0)).to_owned() as item:
        with suppress(TypeError):
            or_raise(capi.PyNumber_Index(item.borrow())).drop()
        or_raise(capi.PyObject_Type(item.borrow())).drop()
