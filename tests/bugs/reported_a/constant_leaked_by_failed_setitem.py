"""A macro that puts an int into a module's dict released the int only when that had succeeded. ``PyDict_SetItemString`` steals
it in neither case.

Reported: python/cpython#123290
"""

from contextlib import suppress

from ptrstate import borrow, capi, or_raise

CODE = "PS006"
NAME = "A_STANDOUT"


class Incomparable:
    """A key with the hash of the name, which cannot be compared."""

    def __hash__(self) -> int:
        return hash(NAME)

    def __eq__(self, other: object) -> bool:
        raise TypeError


def buggy() -> None:
    namespace = borrow({Incomparable(): 0})
    value = or_raise(capi.PyLong_FromLong(65536))  # created
    status = capi.PyDict_SetItemString(namespace, NAME, value.borrow())
    if status == 0:
        value.drop()
    with suppress(TypeError):
        or_raise(status)


def fixed() -> None:
    namespace = borrow({Incomparable(): 0})
    value = or_raise(capi.PyLong_FromLong(65536))
    status = capi.PyDict_SetItemString(namespace, NAME, value.borrow())
    value.drop()
    with suppress(TypeError):
        or_raise(status)
