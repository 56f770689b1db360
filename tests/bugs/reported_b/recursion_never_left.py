"""Printing an object counted one call more of the recursion limit and, where all went well, never took it back.

Reported: python/cpython#148208
"""

from ptrstate import BorrowedPtr, borrow, capi, or_raise

CODE = "PS006"


def buggy() -> None:
    shown(borrow([1, 2]))


def shown(thing: BorrowedPtr) -> None:
    or_raise(capi.Py_EnterRecursiveCall(" while printing an object"))  # created
    text = capi.PyObject_Repr(thing)
    if text is None:
        capi.Py_LeaveRecursiveCall()
    or_raise(text).drop()


def fixed() -> None:
    or_raise(capi.Py_EnterRecursiveCall(" while printing an object"))
    text = capi.PyObject_Repr(borrow([1, 2]))
    capi.Py_LeaveRecursiveCall()
    or_raise(text).drop()
