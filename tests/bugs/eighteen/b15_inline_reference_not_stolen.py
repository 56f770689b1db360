"""A new reference was made inside the arguments of a call that takes a reference of its own. Nobody can release it afterwards."""

from ptrstate import capi, or_raise

CODE = "PS006"


def buggy() -> None:
    items = or_raise(capi.PyList_New(0))
    or_raise(capi.PyList_Append(items.borrow(), or_raise(capi.PyLong_FromLong(123456)).borrow()))  # created
    items.drop()


def fixed() -> None:
    items = or_raise(capi.PyList_New(0))
    item = or_raise(capi.PyLong_FromLong(123456))
    or_raise(capi.PyList_Append(items.borrow(), item.borrow()))
    item.drop()
    items.drop()
