"""The declarations of ``Include/setobject.h`` and ``Include/cpython/setobject.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PySetObject, PyTypeObject
from ptrstate.states import BorrowedPtr, Found, OwnedPtr, Status
from ptrstate.vocabulary import CBool, IfNull, Py_ssize_t, Sentinel, Unchecked, Unshared

_LEFT_OUT: dict[str, str] = {}

PySet_Type: Final = c_data("PySet_Type", PyTypeObject, "&PySet_Type")
PyFrozenSet_Type: Final = c_data("PyFrozenSet_Type", PyTypeObject, "&PyFrozenSet_Type")
PySetIter_Type: Final = c_data("PySetIter_Type", PyTypeObject, "&PySetIter_Type")


@c_function(kind="macro")
def PySet_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a set, or of a type derived from it."""
    raise NotImplementedError


@c_function(kind="macro")
def PySet_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a set and of no derived type."""
    raise NotImplementedError


@c_function(kind="macro")
def PyFrozenSet_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a frozenset, or of a type derived from it."""
    raise NotImplementedError


@c_function(kind="macro")
def PyFrozenSet_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a frozenset and of no derived type."""
    raise NotImplementedError


@c_function(kind="macro")
def PyAnySet_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a set or a frozenset, or of a type derived from one."""
    raise NotImplementedError


@c_function(kind="macro")
def PyAnySet_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a set or a frozenset and of no derived type."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySet_New(iterable: Annotated[BorrowedPtr | None, IfNull("default")], /) -> OwnedPtr[PySetObject] | None:
    """Make a set."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyFrozenSet_New(iterable: Annotated[BorrowedPtr | None, IfNull("default")], /) -> OwnedPtr[PySetObject] | None:
    """Make a frozenset."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PySet_Size(set: BorrowedPtr[PySetObject], /) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Return the number of elements; ``SystemError`` when it is no set or frozenset."""
    raise NotImplementedError


@c_function(kind="macro")
def PySet_GET_SIZE(set: Annotated[BorrowedPtr[PySetObject], Unchecked("type")], /) -> Py_ssize_t:
    """Return the number of elements; nothing is checked in C."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySet_Contains(set: BorrowedPtr[PySetObject], key: BorrowedPtr, /) -> Found:
    """Whether the set or frozenset has ``key``; a set as a key is not hashed as a frozenset, as ``in`` would."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySet_Add(set: Annotated[BorrowedPtr[PySetObject], Unshared()], key: BorrowedPtr, /) -> Status:
    """Add ``key``; also to a frozenset that nobody else has seen."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySet_Discard(set: BorrowedPtr[PySetObject], key: BorrowedPtr, /) -> Found:
    """Remove ``key`` from a set, and say whether it was there."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PySet_Pop(set: BorrowedPtr[PySetObject], /) -> OwnedPtr | None:
    """Remove any element of a set and return it; ``KeyError`` when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySet_Clear(set: BorrowedPtr[PySetObject], /) -> Status:
    """Remove all elements of a set."""
    raise NotImplementedError
