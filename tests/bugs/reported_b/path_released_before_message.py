"""A function released the bytes object of a path and then wrote the path into the error message. The message was sometimes
garbled.

Reported: libgit2/pygit2#1299
"""

from contextlib import suppress

from ptrstate import borrow, capi, or_none, or_raise
from ptrstate.pointees import PyBytesObject

CODE = "PS015"


def buggy() -> None:
    path = or_raise(capi.PyUnicode_EncodeFSDefault(borrow("/no/such/repository"))).cast(PyBytesObject)  # created
    text = capi.PyBytes_AS_STRING(path.borrow())
    path.drop()  # ended
    capi.PyErr_SetString(capi.PyExc_OSError, text)  # used


def fixed() -> None:
    path = or_raise(capi.PyUnicode_EncodeFSDefault(borrow("/no/such/repository"))).cast(PyBytesObject)
    text = capi.PyBytes_AS_STRING(path.borrow())
    capi.PyErr_SetString(capi.PyExc_OSError, text)
    path.drop()
    with suppress(OSError):
        or_none(None)
