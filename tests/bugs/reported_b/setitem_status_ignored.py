"""Cython's declaration of ``PyTuple_SetItem`` did not say that it can fail, so compiled code went on after an index out of
range with the IndexError set.

Reported: cython/cython#1637
"""

from contextlib import suppress

from ptrstate import capi, or_raise

CODE = "PS011"


def buggy() -> None:
    values = or_raise(capi.PyTuple_New(1))
    two = or_raise(capi.PyLong_FromLong(2))
    capi.PyTuple_SetItem(values.borrow(), 5, two)  # created
    values.drop()


def fixed() -> None:
    values = or_raise(capi.PyTuple_New(1))
    two = or_raise(capi.PyLong_FromLong(2))
    with suppress(IndexError):
        or_raise(capi.PyTuple_SetItem(values.borrow(), 5, two))
    values.drop()
