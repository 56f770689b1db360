"""The declarations of ``Include/genericaliasobject.h``."""

from __future__ import annotations

from typing import Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyTypeObject
from ptrstate.states import BorrowedPtr, OwnedPtr

_LEFT_OUT: dict[str, str] = {}

Py_GenericAliasType: Final = c_data("Py_GenericAliasType", PyTypeObject, "&Py_GenericAliasType")


@c_function(limited_api="3.9", may_run_python=True)
def Py_GenericAlias(origin: BorrowedPtr, args: BorrowedPtr, /) -> OwnedPtr | None:
    """Make what ``list[int]`` is, of ``list`` and ``int``; ``args`` is a tuple, or the only one."""
    raise NotImplementedError
