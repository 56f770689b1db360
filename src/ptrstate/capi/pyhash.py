"""The declarations of ``Include/pyhash.h`` and ``Include/cpython/pyhash.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.states import BorrowedPtr
from ptrstate.vocabulary import AnyAddress, As, IfNull, Py_hash_t

_LEFT_OUT = {
    "PyHash_GetFuncDef": "no object in it",
}


@c_function(since="3.13")
def PyObject_GenericHash(object: BorrowedPtr, /) -> Py_hash_t:
    """Return the hash of the object's address."""
    raise NotImplementedError


@c_function(since="3.13")
def Py_HashPointer(address: Annotated[AnyAddress | None, As("const void *"), IfNull("default")], /) -> Py_hash_t:
    """Return the hash of an address."""
    raise NotImplementedError
