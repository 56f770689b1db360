"""A method set a ValueError for a bad index and forgot to return. It went on with the exception set, and what came out was the
message of a later error with a nonsense number in it.

Reported: numpy/numpy#16777
"""

from contextlib import suppress

from ptrstate import borrow, capi, or_none, or_raise

CODE = "PS008"


def buggy() -> None:
    arguments = borrow((3,))
    if or_raise(capi.PyTuple_Size(arguments)) == 1:
        capi.PyErr_SetString(capi.PyExc_ValueError, "can only convert an array of size 1")  # created
    value = or_raise(capi.PyTuple_GetItem(arguments, 0))  # used
    or_none(capi.PyLong_AsLong(value))


def fixed() -> None:
    arguments = borrow((3,))
    if or_raise(capi.PyTuple_Size(arguments)) == 1:
        capi.PyErr_SetString(capi.PyExc_ValueError, "can only convert an array of size 1")
        with suppress(ValueError):
            or_none(None)
        return
    value = or_raise(capi.PyTuple_GetItem(arguments, 0))
    or_none(capi.PyLong_AsLong(value))
