"""A loop put names into a list with ``PyList_SetItem`` and released each of them afterwards, as one does after
``PyList_Append``. The list was left with dead names.

Reported: gnuton/asuswrt-merlin.ng#958
"""

from ptrstate import capi, or_raise

CODE = "PS003"


def buggy() -> None:
    names = or_raise(capi.PyList_New(1))
    name = or_raise(capi.PyUnicode_FromString("attribute"))  # created
    or_raise(capi.PyList_SetItem(names.borrow(), 0, name))  # ended
    name.drop()  # used
    names.drop()


def fixed() -> None:
    names = or_raise(capi.PyList_New(1))
    name = or_raise(capi.PyUnicode_FromString("attribute"))
    or_raise(capi.PyList_SetItem(names.borrow(), 0, name))
    names.drop()
