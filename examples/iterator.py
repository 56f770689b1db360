"""``PyIter_NextItem`` (new in 3.14): the end and an error told apart by the result, not by the indicator."""

from __future__ import annotations

from typing import Annotated

from ptrstate import BorrowedPtr, Found, Slot, capi, or_none, prototype
from ptrstate.vocabulary import Unchecked


@prototype
def PyIter_NextItem(iterator: Annotated[BorrowedPtr, Unchecked("iterator")], item: Slot, /) -> Found:
    """Put the next item into ``item``; nothing at the end."""
    following = or_none(capi.PyIter_Next(iterator))
    if following is None:
        return Found.ABSENT
    item.put(following)
    return Found.PRESENT
