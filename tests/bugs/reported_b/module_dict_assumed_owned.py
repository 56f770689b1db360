"""A wrapper took the dict of a module for an owned pointer. ``PyModule_GetDict`` lends it, so each use of the wrapper released
a reference of the module's own dict.

Reported: PyO3/pyo3#809
"""

from ptrstate import capi, or_raise
from ptrstate.pointees import PyModuleObject

CODE = "PS013"


def buggy() -> None:
    module = or_raise(capi.PyModule_New("spam")).cast(PyModuleObject)
    address = or_raise(capi.PyModule_GetDict(module.borrow())).as_raw()  # created
    namespace = address.assume_owned()  # used
    namespace.drop()
    module.drop()


def fixed() -> None:
    module = or_raise(capi.PyModule_New("spam")).cast(PyModuleObject)
    namespace = or_raise(capi.PyModule_GetDict(module.borrow())).to_owned()
    namespace.drop()
    module.drop()
