"""A function released what it had made where it succeeded, and left early without releasing it where a later call failed."""

from contextlib import suppress

from ptrstate import borrow, capi, or_none, or_raise

CODE = "PS006"


def buggy() -> None:
    names = or_raise(capi.PyList_New(0))  # created
    name = capi.PyObject_GetAttrString(borrow(object()), "name")
    if name is None:
        with suppress(AttributeError):
            or_none(None)
        return
    or_raise(capi.PyList_Append(names.borrow(), name.borrow()))
    name.drop()
    names.drop()


def fixed() -> None:
    names = or_raise(capi.PyList_New(0))
    name = capi.PyObject_GetAttrString(borrow(object()), "name")
    if name is None:
        names.drop()
        with suppress(AttributeError):
            or_none(None)
        return
    or_raise(capi.PyList_Append(names.borrow(), name.borrow()))
    name.drop()
    names.drop()
