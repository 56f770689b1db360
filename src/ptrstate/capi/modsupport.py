"""The declarations of ``Include/modsupport.h`` and ``Include/cpython/modsupport.h``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import PyDictObject, PyMethodDef, PyModuleDef, PyModuleObject, PyTupleObject, PyTypeObject
from ptrstate.states import BorrowedPtr, BorrowedSlot, NonNull, OwnedPtr, Status
from ptrstate.vocabulary import (
    Arguments,
    ArrayOf,
    CInt,
    CLong,
    Consumed,
    CString,
    Format,
    From,
    IfNull,
    LengthOf,
    Py_ssize_t,
    Retained,
    Sentinel,
    Targets,
    Unchecked,
)

_LEFT_OUT = {
    "PyModule_AddIntMacro": "its argument is the name of a C constant",
    "PyModule_AddStringMacro": "its argument is the name of a C constant",
}


@c_function(limited_api="3.2")
def PyArg_ValidateKeywordArguments(kwargs: BorrowedPtr[PyDictObject], /) -> Annotated[CInt, Sentinel(0)]:
    """Return 1 when all keys are strings, else 0 with ``TypeError``; ``SystemError`` when it is no dict."""
    raise NotImplementedError


@c_function(kind="shim", limited_api="3.2")
def PyArg_UnpackTuple(
    args: BorrowedPtr[PyTupleObject],
    name: Annotated[CString | None, IfNull("default")],
    min: Annotated[Py_ssize_t, LengthOf("slots")],
    max: Annotated[Py_ssize_t, LengthOf("slots"), Unchecked("ordered")],
    /,
    *slots: Annotated[BorrowedSlot, From("args")],
) -> Annotated[CInt, Sentinel(0)]:
    """Store the items of a tuple, of which there are ``min`` to ``max``, and return 1; else 0 with ``TypeError``."""
    raise NotImplementedError


@c_function(kind="shim", limited_api="3.2", may_run_python=True)
def PyArg_ParseTuple(
    args: BorrowedPtr[PyTupleObject],
    format: Annotated[CString, Format("parse")],
    /,
    *targets: Annotated[Targets, From("args")],
) -> Annotated[CInt, Sentinel(0)]:
    """Convert the items of a tuple as the format says, store them and return 1; else 0, the first of them stored perhaps."""
    raise NotImplementedError


@c_function(kind="shim", limited_api="3.2", may_run_python=True)
def PyArg_VaParse(
    args: BorrowedPtr[PyTupleObject],
    format: Annotated[CString, Format("parse")],
    /,
    *targets: Annotated[Targets, From("args")],
) -> Annotated[CInt, Sentinel(0)]:
    """Convert the items of a tuple into the targets in a ``va_list``, which the binding makes."""
    raise NotImplementedError


@c_function(kind="shim", limited_api="3.2", may_run_python=True)
def PyArg_Parse(
    args: BorrowedPtr, format: Annotated[CString, Format("parse")], /, *targets: Annotated[Targets, From("args")]
) -> Annotated[CInt, Sentinel(0)]:
    """Convert one object as the format says, store what comes of it and return 1; else 0."""
    raise NotImplementedError


@c_function(kind="shim", limited_api="3.2", may_run_python=True)
def PyArg_ParseTupleAndKeywords(
    args: BorrowedPtr[PyTupleObject],
    kwargs: Annotated[BorrowedPtr[PyDictObject] | None, IfNull("default")],
    format: Annotated[CString, Format("parse")],
    names: Annotated[Sequence[CString], ArrayOf("null")],
    /,
    *targets: Annotated[Targets, From("args", "mutable")],
) -> Annotated[CInt, Sentinel(0)]:
    """Convert the items of a tuple and a dict as the format says, one for each name; an empty name takes no keyword."""
    raise NotImplementedError


@c_function(kind="shim", limited_api="3.2", may_run_python=True)
def PyArg_VaParseTupleAndKeywords(
    args: BorrowedPtr[PyTupleObject],
    kwargs: Annotated[BorrowedPtr[PyDictObject] | None, IfNull("default")],
    format: Annotated[CString, Format("parse")],
    names: Annotated[Sequence[CString], ArrayOf("null")],
    /,
    *targets: Annotated[Targets, From("args", "mutable")],
) -> Annotated[CInt, Sentinel(0)]:
    """Convert the items of a tuple and a dict into the targets in a ``va_list``, which the binding makes."""
    raise NotImplementedError


@c_function(kind="shim", limited_api="3.2", may_run_python=True)
def Py_BuildValue(format: Annotated[CString, Format("build")], /, *arguments: Arguments) -> OwnedPtr | None:
    """Build an object as the format says; what stands for ``N`` is consumed even when that fails."""
    raise NotImplementedError


@c_function(kind="shim", limited_api="3.2", may_run_python=True)
def Py_VaBuildValue(format: Annotated[CString, Format("build")], /, *arguments: Arguments) -> OwnedPtr | None:
    """Build an object as the format says, of the arguments in a ``va_list``, which the binding makes."""
    raise NotImplementedError


@c_function(limited_api="3.10", may_run_python=True)
def PyModule_AddObjectRef(module: BorrowedPtr[PyModuleObject], name: CString, value: BorrowedPtr, /) -> Status:
    """Set an attribute of a module."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyModule_AddObject(
    module: BorrowedPtr[PyModuleObject], name: CString, value: Annotated[OwnedPtr, Consumed("success")], /
) -> Status:
    """Set an attribute of a module.  Consumes ``value`` on success only."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13", may_run_python=True, error_set="allowed")
def PyModule_Add(
    module: BorrowedPtr[PyModuleObject], name: CString, value: Annotated[OwnedPtr | None, IfNull("propagate")], /
) -> Status:
    """Set an attribute of a module.  Consumes ``value`` whether or not it succeeds; NULL is an earlier failure, handed on."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyModule_AddIntConstant(module: BorrowedPtr[PyModuleObject], name: CString, value: CLong, /) -> Status:
    """Set an attribute of a module to a number."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyModule_AddStringConstant(module: BorrowedPtr[PyModuleObject], name: CString, value: CString, /) -> Status:
    """Set an attribute of a module to a text in UTF-8."""
    raise NotImplementedError


@c_function(limited_api="3.10", may_run_python=True)
def PyModule_AddType(
    module: BorrowedPtr[PyModuleObject], type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], /
) -> Status:
    """Finish a type and set the attribute of a module that has the last part of its name."""
    raise NotImplementedError


@c_function(limited_api="3.7", may_run_python=True)
def PyModule_SetDocString(module: BorrowedPtr, doc: CString, /) -> Status:
    """Set ``__doc__``."""
    raise NotImplementedError


@c_function(limited_api="3.7", may_run_python=True)
def PyModule_AddFunctions(
    module: BorrowedPtr[PyModuleObject], functions: Annotated[NonNull[PyMethodDef], Retained("process")], /
) -> Status:
    """Add functions to a module; their definitions have to stay where they are."""
    raise NotImplementedError


@c_function(limited_api="3.7", may_run_python=True)
def PyModule_ExecDef(
    module: BorrowedPtr[PyModuleObject], definition: Annotated[NonNull[PyModuleDef], Retained("process")], /
) -> Status:
    """Allocate a module's state and run what its definition says is to be run."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyModule_Create2(
    definition: Annotated[NonNull[PyModuleDef], Retained("process")], api_version: CInt, /
) -> OwnedPtr[PyModuleObject] | None:
    """Make a module from a definition without slots, which has to stay where it is."""
    raise NotImplementedError


@c_function(kind="macro", may_run_python=True)
def PyModule_Create(definition: Annotated[NonNull[PyModuleDef], Retained("process")], /) -> OwnedPtr[PyModuleObject] | None:
    """Make a module from a definition without slots, which has to stay where it is."""
    raise NotImplementedError


@c_function(limited_api="3.7", may_run_python=True)
def PyModule_FromDefAndSpec2(
    definition: Annotated[NonNull[PyModuleDef], Retained("process")], spec: BorrowedPtr, api_version: CInt, /
) -> OwnedPtr | None:
    """Make a module, or whatever the slot for it returns, from a definition, which has to stay where it is."""
    raise NotImplementedError


@c_function(kind="macro", may_run_python=True)
def PyModule_FromDefAndSpec(
    definition: Annotated[NonNull[PyModuleDef], Retained("process")], spec: BorrowedPtr, /
) -> OwnedPtr | None:
    """Make a module, or whatever the slot for it returns, from a definition, which has to stay where it is."""
    raise NotImplementedError
