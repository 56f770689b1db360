"""A bridge between two languages made a Python object of a value and set it as an attribute. The object's own reference was
never released, so that it outlived its owner.

Reported: ninia/jep#538
"""

from types import SimpleNamespace

from ptrstate import borrow, capi, or_raise

CODE = "PS006"


def buggy() -> None:
    target = borrow(SimpleNamespace())
    member = or_raise(capi.PyFloat_FromDouble(0.5))  # created
    or_raise(capi.PyObject_SetAttrString(target, "member", member.borrow()))


def fixed() -> None:
    target = borrow(SimpleNamespace())
    member = or_raise(capi.PyFloat_FromDouble(0.5))
    status = capi.PyObject_SetAttrString(target, "member", member.borrow())
    member.drop()
    or_raise(status)
