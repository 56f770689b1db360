"""An optimiser read an integer with ``PyLong_AsLong`` and never asked whether that had failed. Given a float it returned its
result with a TypeError set, which the interpreter reports as a SystemError.

Reported: scipy/scipy#23430
"""

from contextlib import suppress

from ptrstate import BorrowedPtr, OwnedPtr, borrow, capi, or_none, or_raise, prototype

CODE = "PS010"


@prototype
def step_unchecked(iterations: BorrowedPtr, /) -> OwnedPtr | None:
    capi.PyLong_AsLong(iterations)
    return capi.Py_None.to_owned()


@prototype
def step(iterations: BorrowedPtr, /) -> OwnedPtr | None:
    or_none(capi.PyLong_AsLong(iterations))
    return capi.Py_None.to_owned()


def buggy() -> None:
    or_raise(step_unchecked(borrow(1.5))).drop()  # used


def fixed() -> None:
    with suppress(TypeError):
        or_raise(step(borrow(1.5))).drop()
