"""The pickler went over a dict with ``PyDict_Next`` and saved the key, which runs the key's ``__reduce__``. That cleared the
dict, and the value was saved after it was gone.

Reported: python/cpython#92930
"""

from ptrstate import BorrowedSlot, Var, borrow, capi, or_raise

CODE = "PS005"


def buggy() -> None:
    collection = {object(): object()}

    def save(obj: object) -> None:
        collection.clear()

    position, key, value = Var(0), BorrowedSlot(), BorrowedSlot()
    capi.PyDict_Next(borrow(collection), position, key, value)  # borrowed
    first, second = key.get(), value.get()
    assert first is not None
    assert second is not None
    or_raise(capi.PyObject_CallOneArg(borrow(save), first)).drop()
    or_raise(capi.PyObject_CallOneArg(borrow(save), second)).drop()  # used


def fixed() -> None:
    collection = {object(): object()}

    def save(obj: object) -> None:
        collection.clear()

    position, key, value = Var(0), BorrowedSlot(), BorrowedSlot()
    capi.PyDict_Next(borrow(collection), position, key, value)
    first, second = key.get(), value.get()
    assert first is not None
    assert second is not None
    with first.to_owned() as owned_key, second.to_owned() as owned_value:
        or_raise(capi.PyObject_CallOneArg(borrow(save), owned_key.borrow())).drop()
        or_raise(capi.PyObject_CallOneArg(borrow(save), owned_value.borrow())).drop()
