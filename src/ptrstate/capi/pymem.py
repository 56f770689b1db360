"""The declarations of ``Include/pymem.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.vocabulary import Allocates, CSize, Frees, IfNull, Memory, Null

_LEFT_OUT = {
    "PyMem_*Allocator*": "no object in it",
    "PyMem_SetupDebugHooks": "no object in it",
    "PyMem_*": "another name of a function that is declared, or takes the name of a C type",
}


@c_function(limited_api="3.2")
def PyMem_Malloc(size: CSize, /) -> Annotated[Memory | None, Null("absent"), Allocates("mem")]:
    """Allocate memory; NULL, without an exception, when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.2", error_set="allowed")
def PyMem_Free(memory: Annotated[Memory | None, Frees("mem"), IfNull("skip")], /) -> None:
    """Free memory."""
    raise NotImplementedError


@c_function(limited_api="3.13")
def PyMem_RawMalloc(size: CSize, /) -> Annotated[Memory | None, Null("absent"), Allocates("raw")]:
    """Allocate memory; NULL, without an exception, when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.13", error_set="allowed")
def PyMem_RawFree(memory: Annotated[Memory | None, Frees("raw"), IfNull("skip")], /) -> None:
    """Free memory."""
    raise NotImplementedError


@c_function(limited_api="3.7")
def PyMem_Calloc(count: CSize, size: CSize, /) -> Annotated[Memory | None, Null("absent"), Allocates("mem")]:
    """Allocate zeroed memory; NULL, without an exception, when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.13")
def PyMem_RawCalloc(count: CSize, size: CSize, /) -> Annotated[Memory | None, Null("absent"), Allocates("raw")]:
    """Allocate zeroed memory; NULL, without an exception, when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyMem_Realloc(
    memory: Annotated[Memory | None, IfNull("default"), Frees("mem")], size: CSize, /
) -> Annotated[Memory | None, Null("absent"), Allocates("mem")]:
    """Move memory to a block of another size; when that is not to be had, NULL, and it stays where it is."""
    raise NotImplementedError


@c_function(limited_api="3.13")
def PyMem_RawRealloc(
    memory: Annotated[Memory | None, IfNull("default"), Frees("raw")], size: CSize, /
) -> Annotated[Memory | None, Null("absent"), Allocates("raw")]:
    """Move memory to a block of another size; when that is not to be had, NULL, and it stays where it is."""
    raise NotImplementedError
