"""A parser kept the ``char *`` of a temporary bytes object and released the object at once. The text was read from freed
memory, which mostly went well.

Reported: SethMMorton/fastnumbers#2
"""

from ptrstate import borrow, capi, or_raise
from ptrstate.pointees import PyBytesObject

CODE = "PS015"


def buggy() -> None:
    encoded = or_raise(capi.PyUnicode_AsEncodedString(borrow("12.5"), "ascii", "strict")).cast(PyBytesObject)  # created
    text = capi.PyBytes_AS_STRING(encoded.borrow())
    encoded.drop()  # ended
    or_raise(capi.PyUnicode_FromString(text)).drop()  # used


def fixed() -> None:
    encoded = or_raise(capi.PyUnicode_AsEncodedString(borrow("12.5"), "ascii", "strict")).cast(PyBytesObject)
    text = capi.PyBytes_AS_STRING(encoded.borrow())
    copy = capi.PyUnicode_FromString(text)
    encoded.drop()
    or_raise(copy).drop()
