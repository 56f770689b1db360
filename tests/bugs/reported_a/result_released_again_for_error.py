"""At the exit of a function the result was released, and released again if an exception was set, as if the first release had
been for the other path.

Reported: scipy/scipy#14713
"""

import sys
from contextlib import suppress

from ptrstate import capi, or_none, or_raise

CODE = "PS002"


def buggy() -> None:
    result = or_raise(capi.PyList_New(0))  # created
    bounds = capi.PyTuple_New(sys.maxsize)
    if bounds is not None:
        bounds.drop()
    result.drop()  # ended
    if capi.PyErr_Occurred() is not None:
        result.drop()  # used


def fixed() -> None:
    result = or_raise(capi.PyList_New(0))
    bounds = capi.PyTuple_New(sys.maxsize)
    if bounds is not None:
        bounds.drop()
    result.drop()
    with suppress(MemoryError):
        or_none(None)
