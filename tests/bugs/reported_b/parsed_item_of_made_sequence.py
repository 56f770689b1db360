"""Arguments were parsed with parentheses in the format, out of a sequence that makes its items when asked. What is stored then is
borrowed from nobody: the items are gone before the parser returns.

Reported: python/cpython#50333
"""

from ptrstate import BorrowedSlot, borrow, capi, or_raise, own

CODE = "PS005"


class Pair:
    """A sequence whose items nobody keeps."""

    def __len__(self) -> int:
        return 2

    def __getitem__(self, index: int) -> list[int]:
        return [index]


def buggy() -> None:
    first, second = BorrowedSlot(), BorrowedSlot()
    with own((Pair(),)) as arguments:
        or_raise(capi.PyArg_ParseTuple(arguments.borrow(), "(OO)", first, second))  # used


def fixed() -> None:
    pair = BorrowedSlot()
    with own((Pair(),)) as arguments:
        or_raise(capi.PyArg_ParseTuple(arguments.borrow(), "O", pair))
        if (sequence := pair.get()) is not None:
            or_raise(capi.PySequence_GetItem(sequence, 0)).drop()
