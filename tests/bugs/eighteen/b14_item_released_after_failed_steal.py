"""An item was released when ``PyList_SetItem`` had failed with it. That call consumes its item whether or not it succeeds."""

from contextlib import suppress

from ptrstate import capi, or_raise, own

CODE = "PS003"


def buggy() -> None:
    items = own([0])
    item = or_raise(capi.PyLong_FromLong(123456))  # created
    if capi.PyList_SetItem(items.borrow(), 1, item) < 0:  # ended
        item.drop()  # used
    items.drop()


def fixed() -> None:
    items = own([0])
    item = or_raise(capi.PyLong_FromLong(123456))
    with suppress(IndexError):
        or_raise(capi.PyList_SetItem(items.borrow(), 1, item))
    items.drop()
