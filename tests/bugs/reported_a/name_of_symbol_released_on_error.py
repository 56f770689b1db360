"""A pass over the symbols of a scope released the current name when an iterator could not be had. The name came from
``PyDict_Next`` and was only lent.

Reported: python/cpython#9786
"""

from contextlib import suppress

from ptrstate import BorrowedSlot, Var, borrow, capi, or_raise

CODE = "PS013"


def buggy() -> None:
    symbols = borrow({"a name": 1})
    position, slot, flags = Var(0), BorrowedSlot(), BorrowedSlot()
    capi.PyDict_Next(symbols, position, slot, flags)  # borrowed
    name = slot.get()
    assert name is not None
    free = capi.PyObject_GetIter(borrow(42))
    if free is None:
        capi.Py_DECREF(name)  # used
    or_raise(free).drop()


def fixed() -> None:
    symbols = borrow({"a name": 1})
    position, slot, flags = Var(0), BorrowedSlot(), BorrowedSlot()
    capi.PyDict_Next(symbols, position, slot, flags)
    assert slot.get() is not None
    with suppress(TypeError):
        or_raise(capi.PyObject_GetIter(borrow(42))).drop()
