"""A pass over the symbols of a scope released the current name when a later step failed. The name came from ``PyDict_Next`` and
was only lent.

Reported: python/cpython#9786
"""

from contextlib import suppress

from ptrstate import BorrowedSlot, Var, borrow, capi, or_none, or_raise

CODE = "PS013"


def buggy() -> None:
    symbols = borrow({"".join(["a ", "name"]): 1})
    position, slot, flags = Var(0), BorrowedSlot(), BorrowedSlot()
    capi.PyDict_Next(symbols, position, slot, flags)  # borrowed
    name = slot.get()
    assert name is not None
    capi.PyErr_SetString(capi.PyExc_MemoryError, "no iterator")
    capi.Py_DECREF(name)  # used


def fixed() -> None:
    symbols = borrow({"".join(["a ", "name"]): 1})
    position, slot, flags = Var(0), BorrowedSlot(), BorrowedSlot()
    capi.PyDict_Next(symbols, position, slot, flags)
    name = slot.get()
    assert name is not None
    or_raise(capi.PyObject_Size(name))
    capi.PyErr_SetString(capi.PyExc_MemoryError, "no iterator")
    with suppress(MemoryError):
        or_none(None)
