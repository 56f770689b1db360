"""The repr of a vector was put together from the repr of its items, unseen. An item whose ``__repr__`` raises made that NULL,
and the interpreter crashed.

Reported: tobgu/pyrsistent#84
"""

from contextlib import suppress

from ptrstate import BorrowedPtr, OwnedPtr, borrow, capi, or_raise

CODE = "PS007"


class Item:
    """An item that cannot be shown."""

    def __repr__(self) -> str:
        msg = "oh no!"
        raise ValueError(msg)


def lend(pointer: OwnedPtr | None) -> BorrowedPtr | None:
    """Pass a pointer on as C does, NULL or not."""
    return None if pointer is None else pointer.borrow()


def buggy() -> None:
    items = capi.PyObject_Repr(borrow([Item()]))
    or_raise(capi.PyUnicode_Concat(borrow("pvector"), lend(items))).drop()  # used


def fixed() -> None:
    with suppress(ValueError):
        items = or_raise(capi.PyObject_Repr(borrow([Item()])))
        text = capi.PyUnicode_Concat(borrow("pvector"), items.borrow())
        items.drop()
        or_raise(text).drop()
