"""The settings of a terminal were put into a list, which stole them. When a later step failed, the list was released, and then
the settings once more.

Reported: python/cpython#10194
"""

from contextlib import suppress

from ptrstate import capi, or_raise

CODE = "PS003"


def buggy() -> None:
    characters = or_raise(capi.PyList_New(0))  # created
    settings = or_raise(capi.PyList_New(2))
    or_raise(capi.PyList_SetItem(settings.borrow(), 1, characters))  # ended
    speed = capi.PyLong_FromDouble(float("inf"))
    if speed is None:
        settings.drop()
        characters.drop()  # used
    or_raise(speed).drop()


def fixed() -> None:
    characters = or_raise(capi.PyList_New(0))
    settings = or_raise(capi.PyList_New(2))
    or_raise(capi.PyList_SetItem(settings.borrow(), 1, characters))
    speed = capi.PyLong_FromDouble(float("inf"))
    settings.drop()
    with suppress(OverflowError):
        or_raise(speed).drop()
