"""A safe wrapper lent the object of a weak reference for as long as the weak reference lives. Any Python code in between may
release the last strong reference, even where it has not done so yet.

Reported: PyO3/pyo3#4590
"""

from ptrstate import borrow, capi, or_raise
from ptrstate.pointees import PyWeakReference

CODE = "PS101"


class Thing:
    """Something that can be weakly referenced."""


def buggy() -> None:
    thing = Thing()
    with or_raise(capi.PyWeakref_NewRef(borrow(thing), None)).cast(PyWeakReference) as reference:
        upgraded = or_raise(capi.PyWeakref_GetObject(reference.borrow()))  # borrowed
        or_raise(capi.PyObject_Str(upgraded)).drop()
        or_raise(capi.PyObject_Repr(upgraded)).drop()  # used


def fixed() -> None:
    thing = Thing()
    with or_raise(capi.PyWeakref_NewRef(borrow(thing), None)).cast(PyWeakReference) as reference:
        upgraded = or_raise(capi.PyWeakref_GetObject(reference.borrow())).to_owned()
        or_raise(capi.PyObject_Str(upgraded.borrow())).drop()
        or_raise(capi.PyObject_Repr(upgraded.borrow())).drop()
        upgraded.drop()
