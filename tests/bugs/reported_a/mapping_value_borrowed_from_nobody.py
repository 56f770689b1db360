"""A helper released the new reference of ``PyMapping_GetItemString`` and returned the pointer as a borrowed one. A dict still
held the object; a mapping that makes its values when asked did not.

Reported: numpy/numpy#9850
"""

from collections import UserDict

from ptrstate import borrow, capi, or_raise

CODE = "PS004"


class Fields(UserDict[str, list[str]]):
    """A mapping that makes its values when it is asked for them."""

    def __getitem__(self, key: str) -> list[str]:
        return ["f0", "f1"]


def buggy() -> None:
    found = or_raise(capi.PyMapping_GetItemString(borrow(Fields()), "names"))  # created
    names = found.borrow()  # borrowed
    found.drop()  # ended
    or_raise(capi.PyObject_Size(names))  # used


def fixed() -> None:
    found = or_raise(capi.PyMapping_GetItemString(borrow(Fields()), "names"))
    names = found.borrow()
    or_raise(capi.PyObject_Size(names))
    found.drop()
