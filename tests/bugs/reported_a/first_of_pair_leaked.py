"""To look for a pair among the items of a mapping, its two elements were fetched. When the second could not be had, the first
leaked.

Reported: aio-libs/multidict#1381
"""

from contextlib import suppress

from ptrstate import borrow, capi, or_raise

CODE = "PS006"


class Pair:
    """A pair without its second element."""

    def __len__(self) -> int:
        return 2

    def __getitem__(self, index: int) -> str:
        if index > 0:
            raise ValueError
        return "the key"


def buggy() -> None:
    pair = borrow(Pair())
    key = or_raise(capi.PySequence_GetItem(pair, 0))  # created
    value = capi.PySequence_GetItem(pair, 1)
    if value is not None:
        key.drop()
    with suppress(ValueError):
        or_raise(value).drop()


def fixed() -> None:
    pair = borrow(Pair())
    key = or_raise(capi.PySequence_GetItem(pair, 0))
    value = capi.PySequence_GetItem(pair, 1)
    key.drop()
    with suppress(ValueError):
        or_raise(value).drop()
