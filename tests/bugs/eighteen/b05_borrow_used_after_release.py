"""A second pointer to a float was read after the float had been released. The float waits on a freelist with its old value, so
the program seems right until the next float is made.
"""

from ptrstate import capi, or_none, or_raise

CODE = "PS004"


def buggy() -> None:
    number = or_raise(capi.PyFloat_FromDouble(1.5))  # created
    same = number.borrow()  # borrowed
    number.drop()  # ended
    or_none(capi.PyFloat_AsDouble(same))  # used


def fixed() -> None:
    number = or_raise(capi.PyFloat_FromDouble(1.5))
    same = number.borrow()
    or_none(capi.PyFloat_AsDouble(same))
    number.drop()
