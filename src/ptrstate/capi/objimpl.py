"""The declarations of ``Include/objimpl.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import PyTypeObject
from ptrstate.states import BorrowedPtr
from ptrstate.vocabulary import Allocates, CBool, CSize, Frees, IfNull, Memory, Null, Py_ssize_t, Unchecked

_LEFT_OUT = {
    **dict.fromkeys(
        ("PyObject_Init", "PyObject_InitVar", "PyObject_INIT", "PyObject_INIT_VAR"),
        "takes memory that is no object yet",
    ),
    **dict.fromkeys(
        (
            "PyObject_New",
            "PyObject_NewVar",
            "PyObject_NEW",
            "PyObject_NEW_VAR",
            "PyObject_GC_New",
            "PyObject_GC_NewVar",
            "PyObject_GC_Resize",
        ),
        "takes the name of a C type",
    ),
    "PyUnstable_Object_GC_NewWithExtraData": "for a type's own allocation: what it returns is no finished object",
    "PyObject_GC_Track": "for a type's own allocation, and aborts for an object that is tracked",
    "PyObject_GC_UnTrack": "for deallocators, and writes before the memory of an object that is none of the collector's",
    "PyObject_GC_Del": "for deallocators",
    "PyObject_GET_WEAKREFS_LISTPTR": "a field in the memory of whatever it is given",
    "PyObject_*ArenaAllocator": "no object in it",
    "PyUnstable_GC_VisitObjects": "hands out every object there is, half made ones too",
    "Py_VISIT": "a statement in a function that visits",
    "PyObject_*": "another name of a function that is declared",
}


@c_function(limited_api="3.2")
def PyObject_Malloc(size: CSize, /) -> Annotated[Memory | None, Null("absent"), Allocates("object")]:
    """Allocate memory; NULL, without an exception, when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.7")
def PyObject_Calloc(count: CSize, size: CSize, /) -> Annotated[Memory | None, Null("absent"), Allocates("object")]:
    """Allocate zeroed memory; NULL, without an exception, when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.2", error_set="allowed")
def PyObject_Free(memory: Annotated[Memory | None, Frees("object"), IfNull("skip")], /) -> None:
    """Free memory."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyGC_Collect() -> Py_ssize_t:
    """Run a full collection and return how many objects it found."""
    raise NotImplementedError


@c_function(limited_api="3.10")
def PyGC_Enable() -> CBool:
    """Turn the collector on and return whether it was."""
    raise NotImplementedError


@c_function(limited_api="3.10")
def PyGC_Disable() -> CBool:
    """Turn the collector off and return whether it was on."""
    raise NotImplementedError


@c_function(limited_api="3.10")
def PyGC_IsEnabled() -> CBool:
    """Whether the collector is on."""
    raise NotImplementedError


@c_function(limited_api="3.9")
def PyObject_GC_IsTracked(object: BorrowedPtr, /) -> CBool:
    """Whether the collector tracks the object."""
    raise NotImplementedError


@c_function(limited_api="3.9")
def PyObject_GC_IsFinalized(object: BorrowedPtr, /) -> CBool:
    """Whether the collector has finalised the object."""
    raise NotImplementedError


@c_function
def PyObject_IS_GC(object: BorrowedPtr, /) -> CBool:
    """Whether the object's type takes part in collection."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyObject_Realloc(
    memory: Annotated[Memory | None, IfNull("default"), Frees("object")], size: CSize, /
) -> Annotated[Memory | None, Null("absent"), Allocates("object")]:
    """Move memory to a block of another size; when that is not to be had, NULL, and it stays where it is."""
    raise NotImplementedError


@c_function(kind="macro")
def PyType_IS_GC(type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], /) -> CBool:
    """Whether the type takes part in collection."""
    raise NotImplementedError


@c_function
def PyType_SUPPORTS_WEAKREFS(type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")], /) -> CBool:
    """Whether objects of the type can have weak references."""
    raise NotImplementedError
