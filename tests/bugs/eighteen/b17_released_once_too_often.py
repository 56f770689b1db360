"""One reference was taken and two were released. A list still holds the object, so nothing happens yet: the list will own a
reference that is gone.
"""

from ptrstate import capi, or_raise, own

CODE = "PS013"


def buggy() -> None:
    thing = own(object())
    holder = own([])
    or_raise(capi.PyList_Append(holder.borrow(), thing.borrow()))
    seen = thing.borrow()  # borrowed
    capi.Py_INCREF(seen)
    capi.Py_DECREF(seen)
    capi.Py_DECREF(seen)  # used
    thing.drop()
    holder.drop()


def fixed() -> None:
    thing = own(object())
    holder = own([])
    or_raise(capi.PyList_Append(holder.borrow(), thing.borrow()))
    seen = thing.borrow()
    capi.Py_INCREF(seen)
    capi.Py_DECREF(seen)
    thing.drop()
    holder.drop()
