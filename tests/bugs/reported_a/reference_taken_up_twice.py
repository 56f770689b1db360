"""A conversion between two owning types copied the pointer out of the first and then dropped the first as well. Both ended the
same reference.

Reported: PyO3/pyo3#1297
"""

from ptrstate import capi, or_raise

CODE = "PS013"


def buggy() -> None:
    pointer = or_raise(capi.PyList_New(0)).into_raw()  # created
    converted = pointer.assume_owned()
    original = pointer.assume_owned()  # used
    original.drop()
    converted.drop()


def fixed() -> None:
    pointer = or_raise(capi.PyList_New(0)).into_raw()
    converted = pointer.assume_owned()
    converted.drop()
