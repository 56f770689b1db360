"""The declarations of ``Include/osmodule.h``."""

from __future__ import annotations

from ptrstate.declaration import c_function
from ptrstate.states import BorrowedPtr, OwnedPtr

_LEFT_OUT: dict[str, str] = {}


@c_function(limited_api="3.6", may_run_python=True)
def PyOS_FSPath(path: BorrowedPtr, /) -> OwnedPtr | None:
    """Return a string or bytes as it is, and what ``__fspath__`` returns of anything else; ``TypeError`` when that is no path."""
    raise NotImplementedError
