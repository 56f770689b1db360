"""A function returned NULL when its own allocation failed. ``PyMem_Malloc`` sets no exception, so out of memory became a
SystemError.

Reported: numpy/numpy#11695
"""

import sys
from contextlib import suppress

from ptrstate import OwnedPtr, capi, or_raise, prototype

CODE = "PS009"
TOO_MUCH = sys.maxsize + 1


@prototype
def result_type_silently() -> OwnedPtr | None:
    types = capi.PyMem_Malloc(TOO_MUCH)
    if types is None:
        return None
    capi.PyMem_Free(types)
    return capi.PyLong_FromLong(1)


@prototype
def result_type() -> OwnedPtr | None:
    types = capi.PyMem_Malloc(TOO_MUCH)
    if types is None:
        capi.PyErr_NoMemory()
        return None
    capi.PyMem_Free(types)
    return capi.PyLong_FromLong(1)


def buggy() -> None:
    or_raise(result_type_silently()).drop()  # used


def fixed() -> None:
    with suppress(MemoryError):
        or_raise(result_type()).drop()
