"""At import, the names of all options were made inside the arguments of ``PyList_Append``. Each name leaked.

Reported: lericson/pylibmc#312
"""

from ptrstate import capi, or_raise

CODE = "PS006"
OPTIONS = ("hash", "ketama")


def buggy() -> None:
    names = or_raise(capi.PyList_New(0))
    for option in OPTIONS:
        or_raise(capi.PyList_Append(names.borrow(), or_raise(capi.PyUnicode_FromString(option)).borrow()))  # created
    names.drop()


def fixed() -> None:
    names = or_raise(capi.PyList_New(0))
    for option in OPTIONS:
        name = or_raise(capi.PyUnicode_FromString(option))
        or_raise(capi.PyList_Append(names.borrow(), name.borrow()))
        name.drop()
    names.drop()
