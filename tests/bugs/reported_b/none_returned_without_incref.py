"""A function of a C extension returned ``Py_None`` without taking a reference to it. Each call lowered the count of None, and a
long run ended in "Fatal Python error: deallocating None".

Reported: pace-neutrons/Euphonic#270
"""

from ptrstate import OwnedPtr, capi, or_raise, prototype

CODE = "PS018"


@prototype
def calculate_borrowing() -> OwnedPtr | None:
    return capi.Py_None  # borrowed


@prototype
def calculate() -> OwnedPtr | None:
    return capi.Py_None.to_owned()


def buggy() -> None:
    or_raise(calculate_borrowing()).drop()  # used


def fixed() -> None:
    or_raise(calculate()).drop()
