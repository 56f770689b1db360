"""An item was put into a tuple and then released, as after a call that takes a reference of its own. The tuple had stolen the
only one.
"""

from ptrstate import capi, or_raise

CODE = "PS003"


def buggy() -> None:
    pair = or_raise(capi.PyTuple_New(1))
    item = or_raise(capi.PyLong_FromLong(123456))  # created
    or_raise(capi.PyTuple_SetItem(pair.borrow(), 0, item))  # ended
    item.drop()  # used
    pair.drop()


def fixed() -> None:
    pair = or_raise(capi.PyTuple_New(1))
    item = or_raise(capi.PyLong_FromLong(123456))
    or_raise(capi.PyTuple_SetItem(pair.borrow(), 0, item))
    pair.drop()
