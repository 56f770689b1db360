"""``functools.partial`` used the result of ``PyDict_Contains`` as a condition. -1 is true, so a key whose ``__eq__`` raised
counted as found, and its exception stayed behind.

Reported: python/cpython#146075
"""

from contextlib import suppress

from ptrstate import borrow, capi, or_raise

CODE = "PS011"


class Poison(str):
    """A keyword that cannot be compared."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        raise RuntimeError

    def __hash__(self) -> int:
        return str.__hash__(self)


def buggy() -> None:
    keywords = borrow({"poison": ""})
    if capi.PyDict_Contains(keywords, borrow(Poison("poison"))):  # created
        return


def fixed() -> None:
    keywords = borrow({"poison": ""})
    with suppress(RuntimeError):
        or_raise(capi.PyDict_Contains(keywords, borrow(Poison("poison"))))
