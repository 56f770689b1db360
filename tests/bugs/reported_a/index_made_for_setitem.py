"""To set an item by number, generated code made an int of the number for ``PyObject_SetItem`` and never released it.

Reported: cython/cython#3022
"""

from ptrstate import borrow, capi, or_raise

CODE = "PS006"


def buggy() -> None:
    array = borrow({})
    index = or_raise(capi.PyLong_FromSsize_t(123456))  # created
    or_raise(capi.PyObject_SetItem(array, index.borrow(), borrow("value")))


def fixed() -> None:
    array = borrow({})
    index = or_raise(capi.PyLong_FromSsize_t(123456))
    status = capi.PyObject_SetItem(array, index.borrow(), borrow("value"))
    index.drop()
    or_raise(status)
