"""The declarations of ``Include/boolobject.h``."""

from __future__ import annotations

from typing import Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyTypeObject
from ptrstate.states import BorrowedPtr, OwnedPtr
from ptrstate.vocabulary import CBool, CLong

_LEFT_OUT: dict[str, str] = {}

PyBool_Type: Final = c_data("PyBool_Type", PyTypeObject, "&PyBool_Type")
Py_True: Final[BorrowedPtr] = c_data("Py_True")
Py_False: Final[BorrowedPtr] = c_data("Py_False")


@c_function(kind="macro")
def PyBool_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is ``True`` or ``False``."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyBool_FromLong(value: CLong, /) -> OwnedPtr:
    """Return ``True`` or ``False``, as ``value`` is nonzero or zero."""
    raise NotImplementedError


@c_function(limited_api="3.10")
def Py_IsTrue(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is ``True`` itself."""
    raise NotImplementedError


@c_function(limited_api="3.10")
def Py_IsFalse(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is ``False`` itself."""
    raise NotImplementedError
