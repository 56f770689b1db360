"""For each glyph of a text, an argument tuple was built and a type called with it. Only the branch for a failed call released
the tuple: a long text leaked hundreds of megabytes.

Reported: pygobject/pycairo#439
"""

from ptrstate import borrow, capi, or_raise
from ptrstate.pointees import PyTupleObject

CODE = "PS006"


def buggy() -> None:
    arguments = or_raise(capi.Py_BuildValue("(OO)", borrow(1.5), borrow(2.5))).cast(PyTupleObject)  # created
    glyph = capi.PyObject_Call(borrow(complex), arguments.borrow(), None)
    if glyph is None:
        arguments.drop()
    or_raise(glyph).drop()


def fixed() -> None:
    arguments = or_raise(capi.Py_BuildValue("(OO)", borrow(1.5), borrow(2.5))).cast(PyTupleObject)
    glyph = capi.PyObject_Call(borrow(complex), arguments.borrow(), None)
    arguments.drop()
    or_raise(glyph).drop()
