"""Arguments were built with the unit ``N`` of ``Py_BuildValue``, which steals. The clean-up after the call released them one by
one, and then the tuple that owned them.

Reported: libgit2/pygit2#1471
"""

from ptrstate import borrow, capi, or_raise
from ptrstate.pointees import PyTupleObject

CODE = "PS003"


def buggy() -> None:
    reference = or_raise(capi.PyUnicode_FromString("refs/heads/main"))  # created
    arguments = or_raise(capi.Py_BuildValue("(N)", reference)).cast(PyTupleObject)  # ended
    or_raise(capi.PyObject_CallObject(borrow(len), arguments.borrow())).drop()
    reference.drop()  # used
    arguments.drop()


def fixed() -> None:
    reference = or_raise(capi.PyUnicode_FromString("refs/heads/main"))
    arguments = or_raise(capi.Py_BuildValue("(N)", reference)).cast(PyTupleObject)
    or_raise(capi.PyObject_CallObject(borrow(len), arguments.borrow())).drop()
    arguments.drop()
