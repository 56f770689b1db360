"""At exit, pygame looked for one hook of a module and, when that failed, for another, with the AttributeError of the first
still set. Debug builds aborted on it.

Reported: python/cpython#130454
"""

from types import SimpleNamespace

from ptrstate import borrow, capi, or_raise

CODE = "PS008"


def buggy() -> None:
    module = borrow(SimpleNamespace(quit=print))
    hook = capi.PyObject_GetAttrString(module, "_internal_mod_quit")  # created
    if hook is None:
        hook = capi.PyObject_GetAttrString(module, "quit")  # used
    or_raise(hook).drop()


def fixed() -> None:
    module = borrow(SimpleNamespace(quit=print))
    hook = capi.PyObject_GetAttrString(module, "_internal_mod_quit")
    if hook is None and capi.PyErr_ExceptionMatches(capi.PyExc_AttributeError):
        capi.PyErr_Clear()
        hook = capi.PyObject_GetAttrString(module, "quit")
    or_raise(hook).drop()
