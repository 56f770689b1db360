"""A failed ``PyObject_GetItem`` was taken for a missing key and its exception cleared, whatever it was. A mapping that ran out
of memory looked empty.

Reported: zopefoundation/zope.interface#358
"""

from contextlib import suppress

from ptrstate import borrow, capi, or_raise

CODE = "PS102"


class Namespace(dict[str, object]):
    """A mapping that cannot look anything up."""

    def __getitem__(self, key: str) -> object:
        raise MemoryError


def buggy() -> None:
    found = capi.PyObject_GetItem(borrow(Namespace()), borrow("__implemented__"))  # created
    if found is None:
        capi.PyErr_Clear()  # used
    else:
        found.drop()


def fixed() -> None:
    found = capi.PyObject_GetItem(borrow(Namespace()), borrow("__implemented__"))
    if found is None and capi.PyErr_ExceptionMatches(capi.PyExc_KeyError):
        capi.PyErr_Clear()
    else:
        with suppress(MemoryError):
            or_raise(found).drop()
