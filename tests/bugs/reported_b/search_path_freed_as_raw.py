"""The module search path was allocated with ``PyMem_Malloc`` and freed with ``PyMem_RawFree``. Since ``PyMem_Malloc`` uses
pymalloc the heap was corrupted.

Reported: bpo-31532
"""

from ptrstate import capi

CODE = "PS016"


def buggy() -> None:
    path = capi.PyMem_Malloc(256)  # created
    if path is None:
        raise MemoryError
    capi.PyMem_RawFree(path)  # used


def fixed() -> None:
    path = capi.PyMem_RawMalloc(256)
    if path is None:
        raise MemoryError
    capi.PyMem_RawFree(path)
