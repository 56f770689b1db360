"""The error path after ``PyTuple_SetItem`` released the item. The function has consumed it by then, also when it fails.

Reported: alan-turing-institute/CleverCSV#162
"""

from contextlib import suppress

from ptrstate import capi, or_raise

CODE = "PS003"


def buggy() -> None:
    pair = or_raise(capi.PyTuple_New(1))
    item = or_raise(capi.PyLong_FromLong(123456))  # created
    if capi.PyTuple_SetItem(pair.borrow(), 1, item) < 0:  # ended
        item.drop()  # used
    pair.drop()


def fixed() -> None:
    pair = or_raise(capi.PyTuple_New(1))
    item = or_raise(capi.PyLong_FromLong(123456))
    status = capi.PyTuple_SetItem(pair.borrow(), 1, item)
    pair.drop()
    with suppress(IndexError):
        or_raise(status)
