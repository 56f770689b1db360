"""A function released its argument, which its caller had only lent to it. The caller's own release comes one too late."""

from ptrstate import capi, or_raise, own

CODE = "PS013"


def buggy() -> None:
    text = own("an argument")
    argument = text.borrow()  # borrowed
    or_raise(capi.PyObject_Size(argument))
    capi.Py_DECREF(argument)  # used
    text.drop()


def fixed() -> None:
    text = own("an argument")
    argument = text.borrow()
    or_raise(capi.PyObject_Size(argument))
    text.drop()
