"""Module initialisation passed ``Py_True`` to ``PyModule_AddObject``, which steals, without a reference to steal. Every module
object that died took one reference of True with it.

Reported: python/cpython#17338
"""

from ptrstate import capi, or_raise
from ptrstate.pointees import PyModuleObject

CODE = "PS012"


def buggy() -> None:
    module = or_raise(capi.PyModule_New("spam")).cast(PyModuleObject)
    flag = capi.Py_True  # borrowed
    or_raise(capi.PyModule_AddObject(module.borrow(), "WITH_PYMALLOC", flag))  # used
    module.drop()


def fixed() -> None:
    module = or_raise(capi.PyModule_New("spam")).cast(PyModuleObject)
    flag = capi.Py_True.to_owned()
    status = capi.PyModule_AddObject(module.borrow(), "WITH_PYMALLOC", flag)
    if status < 0:
        flag.drop()
    module.drop()
    or_raise(status)
