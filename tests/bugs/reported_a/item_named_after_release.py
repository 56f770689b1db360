"""The names of fields were checked one by one, and each released after its check. The message about a wrong one was written with
the type of the released object.

Reported: numpy/numpy#19851
"""

from ptrstate import borrow, capi, or_raise

CODE = "PS001"


class Names:
    """A sequence that makes its items when it is asked for them."""

    def __len__(self) -> int:
        return 1

    def __getitem__(self, index: int) -> float:
        return index + 0.5


def buggy() -> None:
    item = or_raise(capi.PySequence_GetItem(borrow(Names()), 0))  # created
    valid = capi.PyUnicode_Check(item.borrow())
    item.drop()  # ended
    if not valid:
        or_raise(capi.PyObject_Type(item.borrow())).drop()  # used


def fixed() -> None:
    item = or_raise(capi.PySequence_GetItem(borrow(Names()), 0))
    if not capi.PyUnicode_Check(item.borrow()):
        or_raise(capi.PyObject_Type(item.borrow())).drop()
    item.drop()
