"""A loader put the decrypted program into an argument tuple and called a function with it. Then it released the tuple and the
program, which had gone with the tuple.

Reported: Falldog/pyconcrete#36
"""

from ptrstate import borrow, capi, or_raise

CODE = "PS003"


def buggy() -> None:
    content = or_raise(capi.PyUnicode_FromString("1 + 1"))  # created
    arguments = or_raise(capi.PyTuple_New(1))
    or_raise(capi.PyTuple_SetItem(arguments.borrow(), 0, content))  # ended
    or_raise(capi.PyObject_CallObject(borrow(len), arguments.borrow())).drop()
    arguments.drop()
    content.drop()  # used


def fixed() -> None:
    content = or_raise(capi.PyUnicode_FromString("1 + 1"))
    arguments = or_raise(capi.PyTuple_New(1))
    or_raise(capi.PyTuple_SetItem(arguments.borrow(), 0, content))
    or_raise(capi.PyObject_CallObject(borrow(len), arguments.borrow())).drop()
    arguments.drop()
