"""Two standard modules released a value when ``PyList_SetItem`` had failed with it, although the list takes the reference
either way. It was dead code there, but other projects copied it.

Reported: bpo-35441
"""

from contextlib import suppress

from ptrstate import capi, or_raise

CODE = "PS003"


def buggy() -> None:
    grouping = or_raise(capi.PyList_New(1))
    value = or_raise(capi.PyLong_FromLong(123456))  # created
    if capi.PyList_SetItem(grouping.borrow(), 1, value) < 0:  # ended
        value.drop()  # used
    grouping.drop()


def fixed() -> None:
    grouping = or_raise(capi.PyList_New(1))
    value = or_raise(capi.PyLong_FromLong(123456))
    status = capi.PyList_SetItem(grouping.borrow(), 1, value)
    grouping.drop()
    with suppress(IndexError):
        or_raise(status)
