"""The declarations of ``Include/enumobject.h``."""

from __future__ import annotations

from typing import Final

from ptrstate.declaration import c_data
from ptrstate.pointees import PyTypeObject

_LEFT_OUT: dict[str, str] = {}

PyEnum_Type: Final = c_data("PyEnum_Type", PyTypeObject, "&PyEnum_Type")
PyReversed_Type: Final = c_data("PyReversed_Type", PyTypeObject, "&PyReversed_Type")
