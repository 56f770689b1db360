"""A loop passed the same variable to ``PyDict_GetItemRef`` on each turn and never released what the turn before had left in it.
Each tag of an image leaked its type.

Reported: python-pillow/Pillow#9701
"""

from ptrstate import BorrowedPtr, Found, Slot, borrow, capi, or_none, or_raise, prototype
from ptrstate.pointees import PyDictObject

CODE = "PS017"


@prototype
def get_item_ref(mapping: BorrowedPtr[PyDictObject], key: BorrowedPtr, result: Slot, /) -> Found:
    found = or_none(capi.PyDict_GetItemWithError(mapping, key))
    if found is None:
        return Found.ABSENT
    result.put(found.to_owned())  # created
    return Found.PRESENT


def buggy() -> None:
    types = borrow({256: ["SHORT"], 257: ["LONG"]})
    tag_type: Slot = Slot()
    for tag in (256, 257):
        or_raise(get_item_ref(types, borrow(tag), tag_type))  # used
    tag_type.clear()


def fixed() -> None:
    types = borrow({256: ["SHORT"], 257: ["LONG"]})
    tag_type: Slot = Slot()
    for tag in (256, 257):
        or_raise(get_item_ref(types, borrow(tag), tag_type))
        tag_type.clear()
