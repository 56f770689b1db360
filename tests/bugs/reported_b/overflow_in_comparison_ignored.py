"""``PyLong_AsLong(obj) == 0`` asked whether a fill value is zero. A big int does not fit, and its OverflowError was neither
cleared nor passed on.

Reported: numpy/numpy#17364
"""

from contextlib import suppress

from ptrstate import borrow, capi, or_none

CODE = "PS011"


def buggy() -> None:
    value = borrow(1 << 200)
    if capi.PyLong_Check(value) and capi.PyLong_AsLong(value) == 0:  # created
        return


def fixed() -> None:
    value = borrow(1 << 200)
    with suppress(OverflowError):
        if capi.PyLong_Check(value) and or_none(capi.PyLong_AsLong(value)) == 0:
            return
