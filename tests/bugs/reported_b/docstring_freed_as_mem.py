"""Extensions made the docstring of a heap type with ``PyObject_Malloc``, and the interpreter, which frees it with the type,
changed to ``PyMem_Free``. Debug builds stopped with "bad ID".

Reported: python/cpython#118909
"""

from ptrstate import capi

CODE = "PS016"


def buggy() -> None:
    docstring = capi.PyObject_Malloc(16)  # created
    if docstring is None:
        raise MemoryError
    capi.PyMem_Free(docstring)  # used


def fixed() -> None:
    docstring = capi.PyMem_Malloc(16)
    if docstring is None:
        raise MemoryError
    capi.PyMem_Free(docstring)
