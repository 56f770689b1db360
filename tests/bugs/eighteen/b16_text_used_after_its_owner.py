"""The ``char *`` of a string was used after the string had been released. It points into the string, and is no copy."""

from ptrstate import capi, or_raise, own

CODE = "PS015"


def buggy() -> None:
    name = own("a name")  # created
    text = or_raise(capi.PyUnicode_AsUTF8(name.borrow()))
    name.drop()  # ended
    or_raise(capi.PyUnicode_FromString(text)).drop()  # used


def fixed() -> None:
    name = own("a name")
    text = or_raise(capi.PyUnicode_AsUTF8(name.borrow()))
    copy = or_raise(capi.PyUnicode_FromString(text))
    name.drop()
    copy.drop()
