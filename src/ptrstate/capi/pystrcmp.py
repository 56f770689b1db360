"""The declarations of ``Include/pystrcmp.h``."""

from __future__ import annotations

from ptrstate.declaration import c_function
from ptrstate.vocabulary import CInt, CString, Py_ssize_t

_LEFT_OUT: dict[str, str] = {}


@c_function(limited_api="3.2")
def PyOS_mystrnicmp(left: CString, right: CString, size: Py_ssize_t, /) -> CInt:
    """Compare at most ``size`` bytes of two texts, upper and lower case alike."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyOS_mystricmp(left: CString, right: CString, /) -> CInt:
    """Compare two texts, upper and lower case alike."""
    raise NotImplementedError
