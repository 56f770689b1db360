"""The row and column of a point were made and packed into a tuple. ``PyTuple_Pack`` takes references of its own, unlike the
calls that set one item of a tuple.

Reported: tree-sitter/py-tree-sitter#49
"""

from ptrstate import borrow, capi, or_raise

CODE = "PS006"


def buggy() -> None:
    row = or_raise(capi.PyLong_FromSize_t(123456))  # created
    or_raise(capi.PyTuple_Pack(2, row.borrow(), borrow(0))).drop()


def fixed() -> None:
    row = or_raise(capi.PyLong_FromSize_t(123456))
    point = capi.PyTuple_Pack(2, row.borrow(), borrow(0))
    row.drop()
    or_raise(point).drop()
