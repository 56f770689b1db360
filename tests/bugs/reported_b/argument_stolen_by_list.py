"""A binding for another language gave ``PyList_SetItem`` pointers that its own collector still counted as its own. The list
stole those references, and both sides released them.

Reported: zshipko/ocaml-py#5
"""

from ptrstate import borrow, capi, or_raise

CODE = "PS012"


def buggy() -> None:
    values = or_raise(capi.PyList_New(1))
    value = borrow("a value of the other side")  # borrowed
    or_raise(capi.PyList_SetItem(values.borrow(), 0, value))  # used
    values.drop()


def fixed() -> None:
    values = or_raise(capi.PyList_New(1))
    value = borrow("a value of the other side")
    or_raise(capi.PyList_SetItem(values.borrow(), 0, value.to_owned()))
    values.drop()
