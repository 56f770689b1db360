"""``PyModule_AddObject`` consumes its value only when it succeeds, unlike any other function. Module initialisation relied on
it in the failing case too, and leaked the value.

Reported: numba/numba#8090
"""

from contextlib import suppress

from ptrstate import capi, or_raise
from ptrstate.pointees import PyModuleObject

CODE = "PS006"
NOT_UTF8 = b"\xff"


def buggy() -> None:
    module = or_raise(capi.PyModule_New("spam")).cast(PyModuleObject)
    value = or_raise(capi.PyLong_FromLong(123456))  # created
    with suppress(UnicodeDecodeError):
        or_raise(capi.PyModule_AddObject(module.borrow(), NOT_UTF8, value))
    module.drop()


def fixed() -> None:
    module = or_raise(capi.PyModule_New("spam")).cast(PyModuleObject)
    value = or_raise(capi.PyLong_FromLong(123456))
    status = capi.PyModule_AddObject(module.borrow(), NOT_UTF8, value)
    if status < 0:
        value.drop()
    module.drop()
    with suppress(UnicodeDecodeError):
        or_raise(status)
