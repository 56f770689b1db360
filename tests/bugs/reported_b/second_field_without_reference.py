"""``Py_XSETREF(self->last_for_tail, self->last)`` stored one reference in two fields of a tree builder. Clearing the builder
released it twice.

Reported: python/cpython#146056
"""

from ptrstate import Slot, capi, own

CODE = "PS012"


def buggy() -> None:
    last: Slot = Slot()
    last_for_tail: Slot = Slot()
    last.put(own(["element"]))
    element = last.borrow()  # created
    assert element is not None
    capi.Py_XSETREF(last_for_tail, element)  # used
    last.clear()
    last_for_tail.clear()


def fixed() -> None:
    last: Slot = Slot()
    last_for_tail: Slot = Slot()
    last.put(own(["element"]))
    element = last.borrow()
    assert element is not None
    capi.Py_XSETREF(last_for_tail, element.to_owned())
    last.clear()
    last_for_tail.clear()
