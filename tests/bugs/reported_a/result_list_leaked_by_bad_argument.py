"""A function made its result list before it looked at its argument, and returned at once when the argument was no path. The
label that releases the list was never reached.

Reported: giampaolo/psutil#2856
"""

from contextlib import suppress

from ptrstate import borrow, capi, or_raise

CODE = "PS006"


def buggy() -> None:
    partitions = or_raise(capi.PyList_New(0))  # created
    with suppress(TypeError):
        or_raise(capi.PyOS_FSPath(borrow(42))).drop()
        partitions.drop()


def fixed() -> None:
    with suppress(TypeError):
        path = or_raise(capi.PyOS_FSPath(borrow(42)))
        partitions = capi.PyList_New(0)
        path.drop()
        or_raise(partitions).drop()
