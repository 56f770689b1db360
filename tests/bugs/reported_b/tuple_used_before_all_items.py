"""A new tuple was passed to other functions before all of its items had been assigned. What CPython happened to accept was an
error on PyPy.

Reported: numpy/numpy#21146
"""

from ptrstate import capi, or_raise, own

CODE = "PS020"


def buggy() -> None:
    arguments = or_raise(capi.PyTuple_New(2))
    or_raise(capi.PyTuple_SetItem(arguments.borrow(), 0, own("add")))
    or_raise(capi.PyObject_Repr(arguments.borrow())).drop()  # used
    or_raise(capi.PyTuple_SetItem(arguments.borrow(), 1, own("int8")))
    arguments.drop()


def fixed() -> None:
    arguments = or_raise(capi.PyTuple_New(2))
    or_raise(capi.PyTuple_SetItem(arguments.borrow(), 0, own("add")))
    or_raise(capi.PyTuple_SetItem(arguments.borrow(), 1, own("int8")))
    or_raise(capi.PyObject_Repr(arguments.borrow())).drop()
    arguments.drop()
