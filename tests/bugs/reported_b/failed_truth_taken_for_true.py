"""``nonzero`` asked ``PyObject_IsTrue`` about each object and took whatever is not 0 for true, also the -1 of a ``__bool__``
that raised. The exception surfaced somewhere else.

Reported: numpy/numpy#9296
"""

from contextlib import suppress

from ptrstate import borrow, capi, or_raise

CODE = "PS011"


class Ambiguous:
    """An object that is neither true nor false."""

    def __bool__(self) -> bool:
        msg = "the truth value is ambiguous"
        raise ValueError(msg)


def buggy() -> None:
    count = 0
    if capi.PyObject_IsTrue(borrow(Ambiguous())) != 0:  # created
        count += 1


def fixed() -> None:
    count = 0
    with suppress(ValueError):
        if or_raise(capi.PyObject_IsTrue(borrow(Ambiguous()))) != 0:
            count += 1
