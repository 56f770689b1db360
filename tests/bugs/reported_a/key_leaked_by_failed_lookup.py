"""A loop was registered under an int made for the purpose. When the lookup of that key raised, the function returned without
releasing the key.

Reported: numpy/numpy#19336
"""

from contextlib import suppress

from ptrstate import borrow, capi, or_none, or_raise

CODE = "PS006"
NUMBER = 123456


class Incomparable:
    """A key with the hash of the number, which cannot be compared."""

    def __hash__(self) -> int:
        return hash(NUMBER)

    def __eq__(self, other: object) -> bool:
        raise TypeError


def buggy() -> None:
    loops = borrow({Incomparable(): "loop"})
    key = or_raise(capi.PyLong_FromLong(NUMBER))  # created
    with suppress(TypeError):
        or_none(capi.PyDict_GetItemWithError(loops, key.borrow()))
        key.drop()


def fixed() -> None:
    loops = borrow({Incomparable(): "loop"})
    key = or_raise(capi.PyLong_FromLong(NUMBER))
    loop = capi.PyDict_GetItemWithError(loops, key.borrow())
    key.drop()
    with suppress(TypeError):
        or_none(loop)
