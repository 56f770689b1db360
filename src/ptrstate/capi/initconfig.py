"""The declarations of ``Include/cpython/initconfig.h``."""

from __future__ import annotations

_LEFT_OUT = {
    "*": "to be called before the interpreter starts",
}
