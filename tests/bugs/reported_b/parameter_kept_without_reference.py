"""Objects that ``PyArg_ParseTuple`` had lent were stored in the fields of a new object as they were. The fields were released
with the object, although nobody had taken a reference for them.

Reported: psycopg/psycopg2#1255
"""

from ptrstate import Slot, borrow, capi, or_raise

CODE = "PS012"


def buggy() -> None:
    arguments = borrow((["scope"],))
    scope: Slot = Slot()
    given = or_raise(capi.PyTuple_GetItem(arguments, 0))  # borrowed
    scope.put(given)  # used
    scope.clear()


def fixed() -> None:
    arguments = borrow((["scope"],))
    scope: Slot = Slot()
    given = or_raise(capi.PyTuple_GetItem(arguments, 0))
    scope.put(given.to_owned())
    scope.clear()
