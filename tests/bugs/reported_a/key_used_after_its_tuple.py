"""The options for a saved image came as a list of pairs. Each pair was released as soon as its key and value had been borrowed
from it, and both were used afterwards.

Reported: python-pillow/Pillow#9707
"""

from ptrstate import borrow, capi, or_raise
from ptrstate.pointees import PyTupleObject

CODE = "PS004"


def buggy() -> None:
    tags = borrow([(270, "description")])
    pair = or_raise(capi.PySequence_GetItem(tags, 0)).cast(PyTupleObject)  # created
    key = capi.PyTuple_GET_ITEM(pair.borrow(), 0)  # borrowed
    pair.drop()  # ended
    or_raise(capi.PyLong_AsLong(key))  # used


def fixed() -> None:
    tags = borrow([(270, "description")])
    pair = or_raise(capi.PySequence_GetItem(tags, 0)).cast(PyTupleObject)
    key = capi.PyTuple_GET_ITEM(pair.borrow(), 0)
    or_raise(capi.PyLong_AsLong(key))
    pair.drop()
