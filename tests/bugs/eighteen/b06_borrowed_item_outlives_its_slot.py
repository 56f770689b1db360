"""An item was borrowed from a list and used after the list had been given another item at that index. The list held the only
reference.
"""

from ptrstate import capi, or_raise, own

CODE = "PS005"


def buggy() -> None:
    items = own([object()])
    item = or_raise(capi.PyList_GetItem(items.borrow(), 0))  # borrowed
    or_raise(capi.PyList_SetItem(items.borrow(), 0, own(None)))
    or_raise(capi.PyObject_Repr(item)).drop()  # used
    items.drop()


def fixed() -> None:
    items = own([object()])
    item = or_raise(capi.PyList_GetItem(items.borrow(), 0)).to_owned()
    or_raise(capi.PyList_SetItem(items.borrow(), 0, own(None)))
    or_raise(capi.PyObject_Repr(item.borrow())).drop()
    item.drop()
    items.drop()
