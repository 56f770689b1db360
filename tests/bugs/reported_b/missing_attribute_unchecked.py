"""A JSON encoder asked ``PyLong_Check`` about the result of ``PyObject_GetAttrString``. An object without the attribute crashed
the interpreter.

Reported: pandas-dev/pandas#65904
"""

from contextlib import suppress

from ptrstate import BorrowedPtr, OwnedPtr, borrow, capi, or_none, or_raise

CODE = "PS007"


class NotADate:
    """An object without the attribute that the encoder reads."""


def lend(pointer: OwnedPtr | None) -> BorrowedPtr | None:
    """Pass a pointer on as C does, NULL or not."""
    return None if pointer is None else pointer.borrow()


def buggy() -> None:
    value = capi.PyObject_GetAttrString(borrow(NotADate()), "day")
    if capi.PyLong_Check(lend(value)):  # used
        or_none(capi.PyLong_AsLong(lend(value)))


def fixed() -> None:
    with suppress(AttributeError):
        with or_raise(capi.PyObject_GetAttrString(borrow(NotADate()), "day")) as value:
            if capi.PyLong_Check(value.borrow()):
                or_none(capi.PyLong_AsLong(value.borrow()))
