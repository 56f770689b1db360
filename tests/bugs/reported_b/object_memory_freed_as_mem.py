"""Memory from ``PyObject_Calloc`` was given to ``PyMem_Free``. In a release build both use the same allocator; the debug hooks
stop the process.

Reported: numpy/numpy#26849
"""

from ptrstate import capi

CODE = "PS016"


def buggy() -> None:
    value = capi.PyObject_Calloc(1, 64)  # created
    if value is None:
        raise MemoryError
    capi.PyMem_Free(value)  # used


def fixed() -> None:
    value = capi.PyObject_Calloc(1, 64)
    if value is None:
        raise MemoryError
    capi.PyObject_Free(value)
