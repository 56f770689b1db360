"""A tuple was stored in a dict of fields before its last item was set. CPython let it pass; PyPy, where a tuple is frozen by
its first use, did not.

Reported: numpy/numpy#7627
"""

from ptrstate import borrow, capi, or_raise, own

CODE = "PS020"


def buggy() -> None:
    fields = borrow({})
    field = or_raise(capi.PyTuple_New(2))
    capi.PyTuple_SET_ITEM(field.borrow(), 0, own("i4"))
    or_raise(capi.PyDict_SetItem(fields, borrow("f0"), field.borrow()))  # used
    capi.PyTuple_SET_ITEM(field.borrow(), 1, or_raise(capi.PyLong_FromLong(8)))
    field.drop()


def fixed() -> None:
    fields = borrow({})
    field = or_raise(capi.PyTuple_New(2))
    capi.PyTuple_SET_ITEM(field.borrow(), 0, own("i4"))
    capi.PyTuple_SET_ITEM(field.borrow(), 1, or_raise(capi.PyLong_FromLong(8)))
    or_raise(capi.PyDict_SetItem(fields, borrow("f0"), field.borrow()))
    field.drop()
