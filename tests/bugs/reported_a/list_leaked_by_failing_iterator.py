"""The items of an iterator were collected in a list of unknown length. When the iterator raised, the list and all that it held
leaked.

Reported: apache/arrow#50591
"""

from collections.abc import Iterator
from contextlib import suppress

from ptrstate import borrow, capi, or_none, or_raise

CODE = "PS006"


def numbers() -> Iterator[int]:
    """Yield one number and fail."""
    yield 10**20
    raise ValueError


def buggy() -> None:
    with suppress(ValueError), or_raise(capi.PyObject_GetIter(borrow(numbers()))) as iterator:
        items = or_raise(capi.PyList_New(0))  # created
        while (item := or_none(capi.PyIter_Next(iterator.borrow()))) is not None:
            or_raise(capi.PyList_Append(items.borrow(), item.borrow()))
            item.drop()
        items.drop()


def fixed() -> None:
    iterator, items = or_raise(capi.PyObject_GetIter(borrow(numbers()))), or_raise(capi.PyList_New(0))
    with suppress(ValueError), iterator, items:
        while (item := or_none(capi.PyIter_Next(iterator.borrow()))) is not None:
            or_raise(capi.PyList_Append(items.borrow(), item.borrow()))
            item.drop()
