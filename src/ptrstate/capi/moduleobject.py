"""The declarations of ``Include/moduleobject.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyDictObject, PyModuleDef, PyModuleObject, PyTypeObject, PyUnicodeObject
from ptrstate.states import BorrowedPtr, NonNull, OwnedPtr
from ptrstate.vocabulary import CBool, CString, CText, From, Memory, Null, Since, Unchecked

_LEFT_OUT = {
    "PyUnstable_Module_SetGIL": "only in free-threaded builds",
}

PyModule_Type: Final = c_data("PyModule_Type", PyTypeObject, "&PyModule_Type")
PyModuleDef_Type: Final = c_data("PyModuleDef_Type", PyTypeObject, "&PyModuleDef_Type")


@c_function(kind="macro")
def PyModule_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a module, or of a type derived from that."""
    raise NotImplementedError


@c_function(kind="macro")
def PyModule_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a module and of no derived type."""
    raise NotImplementedError


@c_function(limited_api="3.7")
def PyModule_NewObject(
    name: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type"), Since("3.13", Unchecked("exact type"))], /
) -> OwnedPtr[PyModuleObject] | None:
    """Make an empty module of that name."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyModule_New(name: CString, /) -> OwnedPtr[PyModuleObject] | None:
    """Make an empty module of that name."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyModule_GetDict(module: BorrowedPtr[PyModuleObject], /) -> Annotated[BorrowedPtr[PyDictObject] | None, From("module")]:
    """Return the module's dict, which it keeps as long as it lives; ``SystemError`` when it is no module."""
    raise NotImplementedError


@c_function(limited_api="3.7", may_run_python=True)
def PyModule_GetNameObject(module: BorrowedPtr[PyModuleObject], /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return ``__name__``; ``SystemError`` when it is no string or there is none, ``TypeError`` when it is no module."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyModule_GetName(module: BorrowedPtr[PyModuleObject], /) -> Annotated[CText | None, From("module", "mutable")]:
    """Return ``__name__`` in UTF-8; ``SystemError`` when it is no string or there is none."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyModule_GetFilenameObject(module: BorrowedPtr[PyModuleObject], /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return ``__file__``; ``SystemError`` when it is no string or there is none, ``TypeError`` when it is no module."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyModule_GetFilename(module: BorrowedPtr[PyModuleObject], /) -> Annotated[CText | None, From("module", "mutable")]:
    """Return ``__file__`` in UTF-8; ``SystemError`` when it is no string or there is none."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyModule_GetDef(
    module: BorrowedPtr[PyModuleObject], /
) -> Annotated[NonNull[PyModuleDef] | None, From("module"), Null("ambiguous")]:
    """Return the definition that the module was made from, NULL without one; ``TypeError`` when it is no module."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyModule_GetState(module: BorrowedPtr[PyModuleObject], /) -> Annotated[Memory | None, From("module"), Null("ambiguous")]:
    """Return the memory that the module has for its state, NULL without any; ``TypeError`` when it is no module."""
    raise NotImplementedError


@c_function(limited_api="3.5")
def PyModuleDef_Init(definition: NonNull[PyModuleDef], /) -> Annotated[BorrowedPtr | None, From("static")]:
    """Make a definition an object of Python's, and return it as one."""
    raise NotImplementedError
