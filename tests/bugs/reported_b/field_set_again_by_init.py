"""``SyntaxError.__init__`` assigned its fields without releasing what they held. Calling it a second time leaked the values of
the first.

Reported: python/cpython#146250
"""

from ptrstate import Slot, capi, own

CODE = "PS017"


def buggy() -> None:
    filename: Slot = Slot()
    filename.put(own("file.py"))  # created
    filename.put(own("new_file.py"))  # used
    filename.clear()


def fixed() -> None:
    filename: Slot = Slot()
    filename.put(own("file.py"))
    capi.Py_XSETREF(filename, own("new_file.py"))
    filename.clear()
