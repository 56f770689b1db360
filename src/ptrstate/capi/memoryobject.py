"""The declarations of ``Include/memoryobject.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import PyMemoryViewObject
from ptrstate.states import BorrowedPtr, OwnedPtr
from ptrstate.vocabulary import Among, CChar, CInt


@c_function(may_run_python=True)
def PyMemoryView_GetContiguous(
    object: BorrowedPtr, flags: Annotated[CInt, Among((0x100, 0x200))], order: Annotated[CChar, Among((*b"CFA",))], /
) -> OwnedPtr[PyMemoryViewObject] | None:
    """Make a view of contiguous memory, to read (``PyBUF_READ``, 0x100) or write (``PyBUF_WRITE``, 0x200)."""
    raise NotImplementedError
