"""The declarations of ``Include/bltinmodule.h``."""

from __future__ import annotations

from typing import Final

from ptrstate.declaration import c_data
from ptrstate.pointees import PyTypeObject

_LEFT_OUT: dict[str, str] = {}

PyFilter_Type: Final = c_data("PyFilter_Type", PyTypeObject, "&PyFilter_Type")
PyMap_Type: Final = c_data("PyMap_Type", PyTypeObject, "&PyMap_Type")
PyZip_Type: Final = c_data("PyZip_Type", PyTypeObject, "&PyZip_Type")
