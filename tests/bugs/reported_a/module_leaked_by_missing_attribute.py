"""An extension imported a module for the things in it. Only the path on which everything was found released the module.

Reported: zopefoundation/zope.interface#363
"""

from contextlib import suppress

from ptrstate import capi, or_raise

CODE = "PS006"


def buggy() -> None:
    with suppress(AttributeError):
        module = or_raise(capi.PyImport_ImportModule("types"))  # created
        or_raise(capi.PyObject_GetAttrString(module.borrow(), "BuiltinImplementationSpecifications")).drop()
        module.drop()


def fixed() -> None:
    module = or_raise(capi.PyImport_ImportModule("types"))
    found = capi.PyObject_GetAttrString(module.borrow(), "BuiltinImplementationSpecifications")
    module.drop()
    with suppress(AttributeError):
        or_raise(found).drop()
