"""A pointer that was only lent went to a call that steals. The list releases a reference that nobody gave it."""

from ptrstate import capi, or_raise, own

CODE = "PS012"


def buggy() -> None:
    name = own("a name")
    lent = name.borrow()  # borrowed
    names = or_raise(capi.PyList_New(1))
    or_raise(capi.PyList_SetItem(names.borrow(), 0, lent))  # used
    names.drop()
    name.drop()


def fixed() -> None:
    name = own("a name")
    lent = name.borrow()
    names = or_raise(capi.PyList_New(1))
    or_raise(capi.PyList_SetItem(names.borrow(), 0, lent.to_owned()))
    names.drop()
    name.drop()
