"""The value that ``PyDict_GetItemString`` lends was released on the error path. When that value was None, the interpreter
stopped with "deallocating None" as it finalised.

Reported: nginx/unit#1420
"""

from ptrstate import borrow, capi

CODE = "PS013"


def buggy() -> None:
    namespace = borrow({"application": None})
    target = capi.PyDict_GetItemString(namespace, "application")  # borrowed
    assert target is not None
    if not capi.PyCallable_Check(target):
        capi.Py_DECREF(target)  # used


def fixed() -> None:
    namespace = borrow({"application": None})
    target = capi.PyDict_GetItemString(namespace, "application")
    assert target is not None
    owned = target.to_owned()
    if not capi.PyCallable_Check(owned.borrow()):
        owned.drop()
        return
    owned.drop()
