"""A sort key read item 0 of its argument with ``PyTuple_GetItem`` and used it at once. An empty tuple has no item 0, and the
NULL was passed on.

Reported: protocolbuffers/protobuf#29804
"""

from contextlib import suppress

from ptrstate import borrow, capi, or_raise

CODE = "PS007"


def buggy() -> None:
    field = capi.PyTuple_GetItem(borrow(()), 0)
    number = capi.PyObject_GetAttrString(field, "number")  # used
    or_raise(number).drop()


def fixed() -> None:
    with suppress(IndexError):
        field = or_raise(capi.PyTuple_GetItem(borrow(()), 0))
        number = capi.PyObject_GetAttrString(field, "number")
        or_raise(number).drop()
