"""The unpickler fetched the ``__dict__`` of an instance and filled it. When an item could not be set, it left without releasing
the ``__dict__``.

Reported: python/cpython#126990
"""

from contextlib import suppress

from ptrstate import borrow, capi, or_raise

CODE = "PS006"


class Instance:
    """A class, whose own ``__dict__`` takes no items."""


def buggy() -> None:
    with suppress(TypeError):
        attributes = or_raise(capi.PyObject_GetAttrString(borrow(Instance), "__dict__"))  # created
        or_raise(capi.PyObject_SetItem(attributes.borrow(), borrow("name"), borrow("value")))
        attributes.drop()


def fixed() -> None:
    attributes = or_raise(capi.PyObject_GetAttrString(borrow(Instance), "__dict__"))
    status = capi.PyObject_SetItem(attributes.borrow(), borrow("name"), borrow("value"))
    attributes.drop()
    with suppress(TypeError):
        or_raise(status)
