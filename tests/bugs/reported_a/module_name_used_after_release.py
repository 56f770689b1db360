"""The name of a module was released once the module had been looked up. Where it was not found, the message of the KeyError was
written with the released name.

Reported: python/cpython#134100
"""

from contextlib import suppress

from ptrstate import capi, or_none, or_raise

CODE = "PS001"


def buggy() -> None:
    name = or_raise(capi.PyUnicode_FromString("no.such.module"))  # created
    module = or_none(capi.PyImport_GetModule(name.borrow()))
    name.drop()  # ended
    if module is None:
        capi.PyErr_SetObject(capi.PyExc_KeyError, name.borrow())  # used
    or_raise(module).drop()


def fixed() -> None:
    name = or_raise(capi.PyUnicode_FromString("no.such.module"))
    module = or_none(capi.PyImport_GetModule(name.borrow()))
    if module is None:
        capi.PyErr_SetObject(capi.PyExc_KeyError, name.borrow())
    name.drop()
    with suppress(KeyError):
        or_raise(module).drop()
