"""The declarations of ``Include/rangeobject.h``."""

from __future__ import annotations

from typing import Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyTypeObject
from ptrstate.states import BorrowedPtr
from ptrstate.vocabulary import CBool

_LEFT_OUT: dict[str, str] = {}

PyRange_Type: Final = c_data("PyRange_Type", PyTypeObject, "&PyRange_Type")
PyRangeIter_Type: Final = c_data("PyRangeIter_Type", PyTypeObject, "&PyRangeIter_Type")
PyLongRangeIter_Type: Final = c_data("PyLongRangeIter_Type", PyTypeObject, "&PyLongRangeIter_Type")


@c_function(kind="macro")
def PyRange_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``range``, which has no derived types."""
    raise NotImplementedError
