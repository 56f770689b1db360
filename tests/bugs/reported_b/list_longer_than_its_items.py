"""``PyList_New`` was given a length that was too large, and the rest of the list stayed unset. Printing it showed ``<NULL>``;
iterating over it crashed.

Reported: python/cpython#122148
"""

from ptrstate import capi, or_raise

CODE = "PS020"


def buggy() -> None:
    arguments = or_raise(capi.PyList_New(2))  # created
    or_raise(capi.PyList_SetItem(arguments.borrow(), 0, or_raise(capi.PyUnicode_FromString("main"))))
    or_raise(capi.PyObject_GetIter(arguments.borrow())).drop()  # used
    arguments.drop()


def fixed() -> None:
    arguments = or_raise(capi.PyList_New(1))
    or_raise(capi.PyList_SetItem(arguments.borrow(), 0, or_raise(capi.PyUnicode_FromString("main"))))
    or_raise(capi.PyObject_GetIter(arguments.borrow())).drop()
    arguments.drop()
