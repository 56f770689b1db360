"""A JSON encoder took pairs from the list that a mapping's ``items`` returned. The user's key encoder cleared that list, and
with it went the pair that the value was read from.

Reported: python/cpython#142831
"""

from ptrstate import borrow, capi, or_raise
from ptrstate.pointees import PyTupleObject

CODE = "PS005"


def buggy() -> None:
    items = [(object(), object())]

    def encode(key: object) -> str:
        items.clear()
        return "encoded"

    pair = or_raise(capi.PyList_GetItem(borrow(items), 0)).cast(PyTupleObject)
    key = or_raise(capi.PyTuple_GetItem(pair, 0))
    value = or_raise(capi.PyTuple_GetItem(pair, 1))  # borrowed
    or_raise(capi.PyObject_CallOneArg(borrow(encode), key)).drop()
    or_raise(capi.PyObject_Repr(value)).drop()  # used


def fixed() -> None:
    items = [(object(), object())]

    def encode(key: object) -> str:
        items.clear()
        return "encoded"

    with or_raise(capi.PyList_GetItem(borrow(items), 0)).to_owned().cast(PyTupleObject) as pair:
        key = or_raise(capi.PyTuple_GetItem(pair.borrow(), 0))
        value = or_raise(capi.PyTuple_GetItem(pair.borrow(), 1))
        or_raise(capi.PyObject_CallOneArg(borrow(encode), key)).drop()
        or_raise(capi.PyObject_Repr(value)).drop()
