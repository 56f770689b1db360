"""The declarations of ``Include/modsupport.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import PyModuleObject
from ptrstate.states import BorrowedPtr, OwnedPtr, Status
from ptrstate.vocabulary import Consumed, CString, Format


@c_function(may_run_python=True)
def PyModule_AddObject(
    module: BorrowedPtr[PyModuleObject],
    name: CString,
    value: Annotated[OwnedPtr, Consumed("success")],
    /,
) -> Status:
    """Set an attribute of a module.  Consumes ``value`` on success only."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyModule_AddObjectRef(module: BorrowedPtr[PyModuleObject], name: CString, value: BorrowedPtr, /) -> Status:
    """Set an attribute of a module."""
    raise NotImplementedError


@c_function(kind="shim", may_run_python=True)
def Py_BuildValue(format: Annotated[CString, Format("build")], /, *arguments: BorrowedPtr) -> OwnedPtr | None:
    """Build an object from arguments; those of ``N`` are consumed even when it fails."""
    raise NotImplementedError
