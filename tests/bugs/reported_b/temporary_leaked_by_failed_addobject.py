"""An example in a tutorial made the value in the call of ``PyModule_AddObject`` itself. When the call fails there is no
variable left by which to release it.

Reported: paulross/PythonExtensionPatterns#11
"""

from contextlib import suppress

from ptrstate import borrow, capi, or_raise
from ptrstate.pointees import PyModuleObject

CODE = "PS006"
NOT_UTF8 = b"\xff"


def buggy() -> None:
    module = or_raise(capi.PyModule_New("spam")).cast(PyModuleObject)
    with suppress(UnicodeDecodeError):
        or_raise(capi.PyModule_AddObject(module.borrow(), NOT_UTF8, or_raise(capi.Py_BuildValue("(O)", borrow(66)))))  # created
    module.drop()


def fixed() -> None:
    module = or_raise(capi.PyModule_New("spam")).cast(PyModuleObject)
    value = or_raise(capi.Py_BuildValue("(O)", borrow(66)))
    status = capi.PyModule_AddObject(module.borrow(), NOT_UTF8, value)
    if status < 0:
        value.drop()
    module.drop()
    with suppress(UnicodeDecodeError):
        or_raise(status)
