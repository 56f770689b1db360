"""A helper of compiled code fetched the memory of a record through the buffer protocol and returned without releasing the view.
Each call leaked a reference to the record.

Reported: numba/numba#441
"""

from ptrstate import capi, or_raise, own
from ptrstate.buffers import Py_buffer

CODE = "PS006"
PyBUF_SIMPLE = 0


def buggy() -> None:
    record = own(memoryview(b"record"))
    view = Py_buffer()
    or_raise(capi.PyObject_GetBuffer(record.borrow(), view, PyBUF_SIMPLE))  # created
    bytes(view)
    record.drop()


def fixed() -> None:
    record = own(memoryview(b"record"))
    view = Py_buffer()
    or_raise(capi.PyObject_GetBuffer(record.borrow(), view, PyBUF_SIMPLE))
    bytes(view)
    capi.PyBuffer_Release(view)
    record.drop()
