"""The declarations of ``Include/pymem.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.vocabulary import Allocates, CSize, Frees, IfNull, Memory, Null


@c_function
def PyMem_Malloc(size: CSize, /) -> Annotated[Memory | None, Null("absent"), Allocates("mem")]:
    """Allocate memory; NULL, without an exception, when there is none."""
    raise NotImplementedError


@c_function(error_set="allowed")
def PyMem_Free(memory: Annotated[Memory | None, Frees("mem"), IfNull("skip")], /) -> None:
    """Free memory."""
    raise NotImplementedError


@c_function
def PyMem_RawMalloc(size: CSize, /) -> Annotated[Memory | None, Null("absent"), Allocates("raw")]:
    """Allocate memory; NULL, without an exception, when there is none."""
    raise NotImplementedError


@c_function(error_set="allowed")
def PyMem_RawFree(memory: Annotated[Memory | None, Frees("raw"), IfNull("skip")], /) -> None:
    """Free memory."""
    raise NotImplementedError


@c_function
def PyMem_Calloc(count: CSize, size: CSize, /) -> Annotated[Memory | None, Null("absent"), Allocates("mem")]:
    """Allocate zeroed memory; NULL, without an exception, when there is none."""
    raise NotImplementedError


@c_function
def PyMem_RawCalloc(count: CSize, size: CSize, /) -> Annotated[Memory | None, Null("absent"), Allocates("raw")]:
    """Allocate zeroed memory; NULL, without an exception, when there is none."""
    raise NotImplementedError
