"""The result of a lookup was passed on without a look at it. Where the key was missing, the next call read a NULL pointer."""

from ptrstate import borrow, capi, or_none, or_raise

CODE = "PS007"


def buggy() -> None:
    options = borrow({"colour": "blue"})
    verbose = or_none(capi.PyDict_GetItemWithError(options, borrow("verbose")))
    or_raise(capi.PyObject_IsTrue(verbose))  # used


def fixed() -> None:
    options = borrow({"colour": "blue"})
    verbose = or_none(capi.PyDict_GetItemWithError(options, borrow("verbose")))
    if verbose is not None:
        or_raise(capi.PyObject_IsTrue(verbose))
