"""The declarations of ``Include/objimpl.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.vocabulary import Allocates, CSize, Frees, IfNull, Memory, Null


@c_function
def PyObject_Malloc(size: CSize, /) -> Annotated[Memory | None, Null("absent"), Allocates("object")]:
    """Allocate memory; NULL, without an exception, when there is none."""
    raise NotImplementedError


@c_function
def PyObject_Calloc(count: CSize, size: CSize, /) -> Annotated[Memory | None, Null("absent"), Allocates("object")]:
    """Allocate zeroed memory; NULL, without an exception, when there is none."""
    raise NotImplementedError


@c_function(error_set="allowed")
def PyObject_Free(memory: Annotated[Memory | None, Frees("object"), IfNull("skip")], /) -> None:
    """Free memory."""
    raise NotImplementedError
