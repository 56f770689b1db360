"""Generated code gave a reference to ``Py_True`` or ``Py_False`` away without having taken one, and what it was given to
released it.

Reported: pyccel/pyccel#2456
"""

from ptrstate import Slot, capi

CODE = "PS012"


def buggy() -> None:
    field: Slot = Slot()
    value = capi.Py_True  # borrowed
    capi.Py_XSETREF(field, value)  # used
    field.clear()


def fixed() -> None:
    field: Slot = Slot()
    value = capi.Py_True
    capi.Py_XSETREF(field, value.to_owned())
    field.clear()
