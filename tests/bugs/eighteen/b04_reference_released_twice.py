"""A reference was released where it was no longer needed and once more at the end. The second release takes a reference that
belongs to somebody else, or frees a freed object.
"""

from ptrstate import capi, or_raise

CODE = "PS002"


def buggy() -> None:
    number = or_raise(capi.PyLong_FromLong(123456))  # created
    or_raise(capi.PyLong_AsLong(number.borrow()))
    number.drop()  # ended
    number.drop()  # used


def fixed() -> None:
    number = or_raise(capi.PyLong_FromLong(123456))
    or_raise(capi.PyLong_AsLong(number.borrow()))
    number.drop()
