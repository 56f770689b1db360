"""A JSON encoder asked the user's ``default`` about a value. It cleared the dict and raised, and the encoder named the key,
which it had borrowed from the dict, in a note to the exception.

Reported: python/cpython#145244
"""

from contextlib import suppress

from ptrstate import BorrowedSlot, Var, borrow, capi, or_raise

CODE = "PS005"


def buggy() -> None:
    target = {object(): object()}

    def default(obj: object) -> str:
        target.clear()
        raise TypeError(obj)

    position, slot, value = Var(0), BorrowedSlot(), BorrowedSlot()
    capi.PyDict_Next(borrow(target), position, slot, value)  # borrowed
    key, item = slot.get(), value.get()
    assert key is not None
    assert item is not None
    with suppress(TypeError):
        or_raise(capi.PyObject_CallOneArg(borrow(default), item)).drop()
    or_raise(capi.PyObject_Repr(key)).drop()  # used


def fixed() -> None:
    target = {object(): object()}

    def default(obj: object) -> str:
        target.clear()
        raise TypeError(obj)

    position, slot, value = Var(0), BorrowedSlot(), BorrowedSlot()
    capi.PyDict_Next(borrow(target), position, slot, value)
    key, item = slot.get(), value.get()
    assert key is not None
    assert item is not None
    with key.to_owned() as owned_key, item.to_owned() as owned_item:
        with suppress(TypeError):
            or_raise(capi.PyObject_CallOneArg(borrow(default), owned_item.borrow())).drop()
        or_raise(capi.PyObject_Repr(owned_key.borrow())).drop()
