"""A visitor ran a callback and returned normally although the callback had raised. The user saw "SystemError: returned a result
with an error set" and not the exception.

Reported: h5py/h5py#1740
"""

from contextlib import suppress

from ptrstate import BorrowedPtr, OwnedPtr, borrow, capi, or_raise, prototype

CODE = "PS010"


def stop() -> None:
    """Leave the visit early."""
    msg = "it takes too long"
    raise TimeoutError(msg)


@prototype
def visit_unchecked(callback: BorrowedPtr, /) -> OwnedPtr | None:
    answer = capi.PyObject_CallNoArgs(callback)
    if answer is not None:
        answer.drop()
    return capi.Py_None.to_owned()


@prototype
def visit(callback: BorrowedPtr, /) -> OwnedPtr | None:
    or_raise(capi.PyObject_CallNoArgs(callback)).drop()
    return capi.Py_None.to_owned()


def buggy() -> None:
    or_raise(visit_unchecked(borrow(stop))).drop()  # used


def fixed() -> None:
    with suppress(TimeoutError):
        or_raise(visit(borrow(stop))).drop()
