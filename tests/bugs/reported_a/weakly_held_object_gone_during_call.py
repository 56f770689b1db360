"""A weak proxy passed ``in`` on to its object, which it had only borrowed from the weak reference. The object's ``__contains__``
let go of the last strong reference.

Reported: bpo-38395
"""

from ptrstate import borrow, capi, or_raise
from ptrstate.pointees import PyWeakReference

CODE = "PS005"


class Container:
    """A container that is forgotten when it is asked what is in it."""

    def __init__(self, holders: list["Container"]) -> None:
        self.holders = holders

    def __contains__(self, item: object) -> bool:
        self.holders.clear()
        return False


def buggy() -> None:
    holders: list[Container] = []
    holders.append(Container(holders))
    with or_raise(capi.PyWeakref_NewRef(borrow(holders[0]), None)).cast(PyWeakReference) as reference:
        target = or_raise(capi.PyWeakref_GetObject(reference.borrow()))  # borrowed
        or_raise(capi.PySequence_Contains(target, borrow("item")))
        or_raise(capi.PyObject_Repr(target)).drop()  # used


def fixed() -> None:
    holders: list[Container] = []
    holders.append(Container(holders))
    with or_raise(capi.PyWeakref_NewRef(borrow(holders[0]), None)).cast(PyWeakReference) as reference:
        target = or_raise(capi.PyWeakref_GetObject(reference.borrow())).to_owned()
        or_raise(capi.PySequence_Contains(target.borrow(), borrow("item")))
        or_raise(capi.PyObject_Repr(target.borrow())).drop()
        target.drop()
