"""A decoder made the key inside the arguments of ``PyDict_SetItem``. The dict takes a reference of its own to the key too.

Reported: schwehr/libais#222
"""

from ptrstate import borrow, capi, or_raise

CODE = "PS006"


def buggy() -> None:
    message = or_raise(capi.PyDict_New())
    or_raise(capi.PyDict_SetItem(message.borrow(), or_raise(capi.PyUnicode_FromString("cargos")).borrow(), borrow([])))  # created
    message.drop()


def fixed() -> None:
    message = or_raise(capi.PyDict_New())
    key = or_raise(capi.PyUnicode_FromString("cargos"))
    or_raise(capi.PyDict_SetItem(message.borrow(), key.borrow(), borrow([])))
    key.drop()
    message.drop()
