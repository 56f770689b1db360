"""A bridge to another language looked up a global variable and released it after the conversion. ``PyDict_GetItem`` only lends:
the second lookup of the same name found a freed object.

Reported: pyodide/pyodide#252
"""

from ptrstate import borrow, capi, or_raise

CODE = "PS013"


def buggy() -> None:
    variables = borrow({"value": ["a", "list"]})
    value = capi.PyDict_GetItem(variables, borrow("value"))  # borrowed
    assert value is not None
    capi.Py_DECREF(value)  # used


def fixed() -> None:
    variables = borrow({"value": ["a", "list"]})
    value = capi.PyDict_GetItem(variables, borrow("value"))
    assert value is not None
    or_raise(capi.PyObject_Size(value))
