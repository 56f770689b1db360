"""Pillow asked a list that it had just made which of its items were set already. ``PyList_GetItem`` answers NULL without an
exception, and ``PyList_GetItemRef``, put in its place, crashed.

Reported: python/cpython#121403
"""

from ptrstate import capi, or_raise

CODE = "PS020"


def buggy() -> None:
    names = or_raise(capi.PyList_New(1))
    if capi.PyList_GetItem(names.borrow(), 0) is None:  # used
        or_raise(capi.PyList_SetItem(names.borrow(), 0, or_raise(capi.PyUnicode_FromString("Bold"))))
    names.drop()


def fixed() -> None:
    names = or_raise(capi.PyList_New(1))
    filled = [False]
    if not filled[0]:
        or_raise(capi.PyList_SetItem(names.borrow(), 0, or_raise(capi.PyUnicode_FromString("Bold"))))
        filled[0] = True
    or_raise(capi.PyList_GetItem(names.borrow(), 0))
    names.drop()
