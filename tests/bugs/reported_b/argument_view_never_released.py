"""A hash function read its argument through the buffer protocol and never released the view. Each call left one more reference
to the argument behind.

Reported: escherba/python-cityhash#16
"""

from ptrstate import borrow, capi, or_raise
from ptrstate.buffers import Py_buffer

CODE = "PS006"
PyBUF_SIMPLE = 0


def buggy() -> None:
    view = Py_buffer()
    or_raise(capi.PyObject_GetBuffer(borrow(bytearray(b"text")), view, PyBUF_SIMPLE))  # created
    hash(bytes(view))


def fixed() -> None:
    view = Py_buffer()
    or_raise(capi.PyObject_GetBuffer(borrow(bytearray(b"text")), view, PyBUF_SIMPLE))
    hash(bytes(view))
    capi.PyBuffer_Release(view)
