"""A protocol encoded a text and refused it when it was too long. The bytes object was released after the check, which the
refusal left before.

Reported: apache/thrift#970
"""

from contextlib import suppress

from ptrstate import borrow, capi, or_none, or_raise
from ptrstate.pointees import PyBytesObject

CODE = "PS006"
LONGEST = 8


def buggy() -> None:
    encoded = or_raise(capi.PyUnicode_AsUTF8String(borrow("much too long"))).cast(PyBytesObject)  # created
    if or_raise(capi.PyBytes_Size(encoded.borrow())) > LONGEST:
        capi.PyErr_SetString(capi.PyExc_OverflowError, "the text is too long")
        with suppress(OverflowError):
            or_none(None)
        return
    encoded.drop()


def fixed() -> None:
    encoded = or_raise(capi.PyUnicode_AsUTF8String(borrow("much too long"))).cast(PyBytesObject)
    if or_raise(capi.PyBytes_Size(encoded.borrow())) > LONGEST:
        encoded.drop()
        capi.PyErr_SetString(capi.PyExc_OverflowError, "the text is too long")
        with suppress(OverflowError):
            or_none(None)
        return
    encoded.drop()
