"""``sqlite3.Connection.__init__`` made new lists and stored them over those of an earlier call. The old lists leaked, with all
the statements in them.

Reported: bpo-31740
"""

from ptrstate import Slot, capi, or_raise

CODE = "PS017"


def buggy() -> None:
    statements: Slot = Slot()
    first = or_raise(capi.PyList_New(0))  # created
    statements.put(first)
    second = or_raise(capi.PyList_New(0))
    statements.put(second)  # used
    statements.clear()


def fixed() -> None:
    statements: Slot = Slot()
    first = or_raise(capi.PyList_New(0))
    statements.put(first)
    second = or_raise(capi.PyList_New(0))
    old = statements.replace(second)
    if old is not None:
        old.drop()
    statements.clear()
