"""Generated wrappers took an attribute of a callback and turned it into a tuple. ``PySequence_Tuple`` does not steal what it
reads, so the attribute leaked.

Reported: numpy/numpy#19575
"""

from types import SimpleNamespace

from ptrstate import borrow, capi, or_raise

CODE = "PS006"


def buggy() -> None:
    callback = borrow(SimpleNamespace(extra=[1, 2]))
    extra = or_raise(capi.PyObject_GetAttrString(callback, "extra"))  # created
    or_raise(capi.PySequence_Tuple(extra.borrow())).drop()


def fixed() -> None:
    callback = borrow(SimpleNamespace(extra=[1, 2]))
    extra = or_raise(capi.PyObject_GetAttrString(callback, "extra"))
    arguments = capi.PySequence_Tuple(extra.borrow())
    extra.drop()
    or_raise(arguments).drop()
