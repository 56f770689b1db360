"""A module kept its exception class in a variable and gave ``PyModule_AddObject`` a second reference, whose loss in the failing
case nobody noticed.

Reported: python-lz4/python-lz4#333
"""

from contextlib import suppress

from ptrstate import capi, or_raise
from ptrstate.pointees import PyModuleObject

CODE = "PS006"
NOT_UTF8 = b"\xff"


def buggy() -> None:
    module = or_raise(capi.PyModule_New("block")).cast(PyModuleObject)
    error = or_raise(capi.PyErr_NewException("block.LZ4BlockError", None, None))
    second = error.clone()  # created
    with suppress(UnicodeDecodeError):
        or_raise(capi.PyModule_AddObject(module.borrow(), NOT_UTF8, second))
    error.drop()
    module.drop()


def fixed() -> None:
    module = or_raise(capi.PyModule_New("block")).cast(PyModuleObject)
    error = or_raise(capi.PyErr_NewException("block.LZ4BlockError", None, None))
    second = error.clone()
    status = capi.PyModule_AddObject(module.borrow(), NOT_UTF8, second)
    if status < 0:
        second.drop()
    error.drop()
    module.drop()
    with suppress(UnicodeDecodeError):
        or_raise(status)
