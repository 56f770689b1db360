"""The declarations of ``Include/moduleobject.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import PyDictObject, PyModuleObject
from ptrstate.states import BorrowedPtr, OwnedPtr
from ptrstate.vocabulary import CString, From


@c_function
def PyModule_New(name: CString, /) -> OwnedPtr[PyModuleObject] | None:
    """Make an empty module."""
    raise NotImplementedError


@c_function
def PyModule_GetDict(
    module: BorrowedPtr[PyModuleObject],
    /,
) -> Annotated[BorrowedPtr[PyDictObject] | None, From("module", "immutable")]:
    """Return the module's dict, borrowed."""
    raise NotImplementedError
