"""The lookup of an optional attribute cleared whatever exception came, where only an AttributeError means "not there". A
MemoryError or KeyboardInterrupt raised by a property vanished.

Reported: GrahamDumpleton/wrapt#320
"""

from contextlib import suppress

from ptrstate import borrow, capi, or_raise

CODE = "PS102"


class Wrapped:
    """An object whose optional attribute fails for a serious reason."""

    @property
    def origin(self) -> str:
        """Fail."""
        raise MemoryError


def buggy() -> None:
    origin = capi.PyObject_GetAttrString(borrow(Wrapped()), "origin")  # created
    if origin is None:
        capi.PyErr_Clear()  # used
    else:
        origin.drop()


def fixed() -> None:
    origin = capi.PyObject_GetAttrString(borrow(Wrapped()), "origin")
    if origin is None and capi.PyErr_ExceptionMatches(capi.PyExc_AttributeError):
        capi.PyErr_Clear()
    else:
        with suppress(MemoryError):
            or_raise(origin).drop()
