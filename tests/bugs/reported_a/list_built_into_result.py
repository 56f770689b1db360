"""A function returned its list in a tuple by ``Py_BuildValue`` with the unit ``O``, which adds a reference, where ``N`` was
meant. The list was held twice and released once.

Reported: manodeep/Corrfunc#229
"""

from ptrstate import borrow, capi, or_raise

CODE = "PS006"


def buggy() -> None:
    counts = or_raise(capi.PyList_New(0))  # created
    or_raise(capi.Py_BuildValue("(OO)", counts.borrow(), borrow(0.5))).drop()


def fixed() -> None:
    counts = or_raise(capi.PyList_New(0))
    or_raise(capi.Py_BuildValue("(NO)", counts, borrow(0.5))).drop()
