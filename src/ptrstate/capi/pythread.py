"""The declarations of ``Include/pythread.h`` and ``Include/cpython/pythread.h``."""

from __future__ import annotations

from ptrstate.declaration import c_function
from ptrstate.pointees import PyTupleObject
from ptrstate.states import OwnedPtr

_LEFT_OUT = {
    "*": "locks, threads and what is theirs alone, no object in it",
}


@c_function(limited_api="3.3", changes={"3.13": {"once": True}})
def PyThread_GetInfo() -> OwnedPtr[PyTupleObject] | None:
    """Return what ``sys.thread_info`` is: how threads and locks are made.

    From 3.13 on each call makes its type anew and takes one of the few places for types of the interpreter.
    """
    raise NotImplementedError
