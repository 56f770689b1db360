"""The ``__reduce__`` of an array scalar made its result tuple first and imported a module afterwards. When the import failed,
the tuple leaked.

Reported: numpy/numpy#21495
"""

from contextlib import suppress

from ptrstate import capi, or_raise

CODE = "PS006"


def buggy() -> None:
    result = or_raise(capi.PyTuple_New(2))  # created
    with suppress(ImportError):
        or_raise(capi.PyImport_ImportModule("no_such_module_of_multiarray")).drop()
        result.drop()


def fixed() -> None:
    result = or_raise(capi.PyTuple_New(2))
    module = capi.PyImport_ImportModule("no_such_module_of_multiarray")
    result.drop()
    with suppress(ImportError):
        or_raise(module).drop()
