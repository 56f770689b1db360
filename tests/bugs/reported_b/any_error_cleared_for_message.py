"""While the import machinery wrote the message of an ImportError, it cleared any error of the lookups it did for it, recursion
and memory errors too, and raised its ImportError over them.

Reported: python/cpython#112660
"""

from contextlib import suppress

from ptrstate import borrow, capi, or_none, or_raise

CODE = "PS102"


class Module:
    """A module whose ``__spec__`` cannot be had."""

    @property
    def __spec__(self) -> object:
        raise RecursionError


def buggy() -> None:
    spec = capi.PyObject_GetAttr(borrow(Module()), borrow("__spec__"))  # created
    if spec is None:
        capi.PyErr_Clear()  # used
    else:
        spec.drop()
    capi.PyErr_SetString(capi.PyExc_ImportError, "cannot import name 'x'")
    with suppress(ImportError):
        or_none(None)


def fixed() -> None:
    spec = capi.PyObject_GetAttr(borrow(Module()), borrow("__spec__"))
    if spec is None and not capi.PyErr_ExceptionMatches(capi.PyExc_AttributeError):
        with suppress(RecursionError):
            or_none(None)
        return
    if spec is None:
        capi.PyErr_Clear()
    else:
        spec.drop()
    capi.PyErr_SetString(capi.PyExc_ImportError, "cannot import name 'x'")
    with suppress(ImportError):
        or_raise(None)
