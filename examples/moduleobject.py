"""``PyModule_Add`` (new in 3.13): the one that always consumes its value, over ``PyModule_AddObjectRef`` (3.10)."""

from __future__ import annotations

from typing import Annotated

from ptrstate import BorrowedPtr, OwnedPtr, Status, capi, or_raise, prototype
from ptrstate.pointees import PyModuleObject
from ptrstate.vocabulary import CString, IfNull


@prototype(error_set="allowed")
def PyModule_Add(
    module: BorrowedPtr[PyModuleObject], name: CString, value: Annotated[OwnedPtr | None, IfNull("propagate")], /
) -> Status:
    """Add ``value`` to the module under ``name``.  NULL is what an earlier call left, whose exception goes on."""
    if value is None:
        if capi.PyErr_Occurred() is None:
            capi.PyErr_SetString(capi.PyExc_SystemError, "PyModule_AddObjectRef() got NULL and no exception")
        return Status.FAILED
    or_raise(capi.PyModule_AddObjectRef(module, name, value.borrow()))
    return Status.OK
