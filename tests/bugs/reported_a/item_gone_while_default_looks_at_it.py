"""A JSON encoder borrowed an item from a list and asked the user's ``default`` about it, which cleared the list. The encoder
named the item's type in a note to the exception.

Reported: python/cpython#156859
"""

from ptrstate import borrow, capi, or_raise

CODE = "PS005"


def buggy() -> None:
    items = [object()]

    def default(obj: object) -> str:
        items.clear()
        return "encoded"

    item = capi.PyList_GET_ITEM(borrow(items), 0)  # borrowed
    or_raise(capi.PyObject_CallOneArg(borrow(default), item)).drop()
    or_raise(capi.PyObject_Type(item)).drop()  # used


def fixed() -> None:
    items = [object()]

    def default(obj: object) -> str:
        items.clear()
        return "encoded"

    item = capi.PyList_GET_ITEM(borrow(items), 0).to_owned()
    or_raise(capi.PyObject_CallOneArg(borrow(default), item.borrow())).drop()
    or_raise(capi.PyObject_Type(item.borrow())).drop()
    item.drop()
