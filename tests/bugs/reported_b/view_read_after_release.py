"""A helper took a buffer's pointer, released the buffer, and returned the pointer for its caller to copy from. Nothing keeps
the exporter from moving its memory in between.

Reported: psycopg/psycopg#1189
"""

from ptrstate import borrow, capi, or_raise
from ptrstate.buffers import Py_buffer

CODE = "PS015"
PyBUF_SIMPLE = 0


def buggy() -> None:
    data = borrow(bytearray(b"data"))
    view = Py_buffer()
    or_raise(capi.PyObject_GetBuffer(data, view, PyBUF_SIMPLE))
    capi.PyBuffer_Release(view)
    bytes(view)  # used


def fixed() -> None:
    data = borrow(bytearray(b"data"))
    view = Py_buffer()
    or_raise(capi.PyObject_GetBuffer(data, view, PyBUF_SIMPLE))
    bytes(view)
    capi.PyBuffer_Release(view)
