"""The declarations of ``Include/memoryobject.h``."""

from __future__ import annotations

from ptrstate.declaration import c_function
from ptrstate.pointees import PyMemoryViewObject
from ptrstate.states import BorrowedPtr, OwnedPtr
from ptrstate.vocabulary import CChar, CInt


@c_function(may_run_python=True)
def PyMemoryView_GetContiguous(object: BorrowedPtr, flags: CInt, order: CChar, /) -> OwnedPtr[PyMemoryViewObject] | None:
    """Make a view of contiguous memory."""
    raise NotImplementedError
