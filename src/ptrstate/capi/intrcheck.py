"""The declarations of ``Include/intrcheck.h``."""

from __future__ import annotations

from ptrstate.declaration import c_function
from ptrstate.vocabulary import CBool

_LEFT_OUT = {
    "PyOS_AfterFork": "goes with fork()",
    "PyOS_AfterFork_Child": "goes with fork()",
    "PyOS_AfterFork_Parent": "goes with fork()",
    "PyOS_BeforeFork": "goes with fork()",
}


@c_function(limited_api="3.2")
def PyOS_InterruptOccurred() -> CBool:
    """Whether ``SIGINT`` arrived since this was last asked, in the main thread."""
    raise NotImplementedError
