"""The module that cffi builds from the declarations: ``ffi`` and ``lib``, below all checks."""

from typing import Any

ffi: Any
lib: Any
