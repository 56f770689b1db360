"""The destructor of a wrapper for bools called ``Py_XDECREF`` on ``Py_True``, to which its constructor had never taken a
reference. The count of True went down by one with each bool.

Reported: numenta/nupic.core-legacy#1294
"""

from ptrstate import capi

CODE = "PS013"


def buggy() -> None:
    flag = capi.Py_True  # borrowed
    capi.Py_XDECREF(flag)  # used


def fixed() -> None:
    flag = capi.Py_True
    capi.Py_INCREF(flag)
    capi.Py_XDECREF(flag)
