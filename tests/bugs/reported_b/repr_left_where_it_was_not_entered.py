"""A fix for a leak called ``Py_ReprLeave`` where ``Py_ReprEnter`` had said that the ``repr`` is being made already. That leaves
the outer one, and what refers to itself is shown without end.

Reported: python/cpython#2129
"""

from ptrstate import BorrowedPtr, borrow, capi, or_raise

CODE = "PS013"


def show(element: BorrowedPtr, depth: int) -> None:
    if or_raise(capi.Py_ReprEnter(element)) == 0 and depth:
        show(element, depth - 1)
    capi.Py_ReprLeave(element)  # used


def buggy() -> None:
    show(borrow(["an element"]), 1)


def fixed() -> None:
    element = borrow(["an element"])
    if or_raise(capi.Py_ReprEnter(element)) == 0:
        if or_raise(capi.Py_ReprEnter(element)) == 0:
            capi.Py_ReprLeave(element)
        capi.Py_ReprLeave(element)
