"""A function that returns a new reference was called for its value, and the reference was never released. The object lives until
the process ends.
"""

from ptrstate import borrow, capi, or_raise

CODE = "PS006"


def buggy() -> None:
    text = or_raise(capi.PyObject_Repr(borrow([1, 2])))  # created
    or_raise(capi.PyObject_Size(text.borrow()))


def fixed() -> None:
    text = or_raise(capi.PyObject_Repr(borrow([1, 2])))
    or_raise(capi.PyObject_Size(text.borrow()))
    text.drop()
