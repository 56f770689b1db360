"""A set was built from the items of an iterator, each handed to ``PySet_Add`` as if it stole them, as the calls that fill a list
do. Every element leaked.

Reported: PyO3/pyo3#3286
"""

from ptrstate import capi, or_raise
from ptrstate.pointees import PySetObject

CODE = "PS006"


def buggy() -> None:
    elements = or_raise(capi.PySet_New(None)).cast(PySetObject)
    element = or_raise(capi.PyLong_FromLong(123456))  # created
    or_raise(capi.PySet_Add(elements.borrow(), element.borrow()))
    elements.drop()


def fixed() -> None:
    elements = or_raise(capi.PySet_New(None)).cast(PySetObject)
    element = or_raise(capi.PyLong_FromLong(123456))
    or_raise(capi.PySet_Add(elements.borrow(), element.borrow()))
    element.drop()
    elements.drop()
