"""A plugin pointed into what a Python callback had returned, released it, and copied the text afterwards.

Reported: radareorg/radare2-bindings#212
"""

from ptrstate import borrow, capi, or_raise
from ptrstate.pointees import PyTupleObject, PyUnicodeObject

CODE = "PS015"


def disassemble() -> tuple[str, int]:
    """Return an instruction and its size."""
    return "".join(["mov ", "eax, ebx"]), 2


def buggy() -> None:
    answer = or_raise(capi.PyObject_CallNoArgs(borrow(disassemble))).cast(PyTupleObject)  # created
    mnemonic = or_raise(capi.PyTuple_GetItem(answer.borrow(), 0)).cast(PyUnicodeObject)
    text = or_raise(capi.PyUnicode_AsUTF8(mnemonic))
    answer.drop()  # ended
    or_raise(capi.PyUnicode_FromString(text)).drop()  # used


def fixed() -> None:
    answer = or_raise(capi.PyObject_CallNoArgs(borrow(disassemble))).cast(PyTupleObject)
    mnemonic = or_raise(capi.PyTuple_GetItem(answer.borrow(), 0)).cast(PyUnicodeObject)
    text = or_raise(capi.PyUnicode_AsUTF8(mnemonic))
    copy = capi.PyUnicode_FromString(text)
    answer.drop()
    or_raise(copy).drop()
