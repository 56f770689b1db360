"""The declarations of ``Include/traceback.h`` and ``Include/cpython/traceback.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyFrameObject, PyTracebackObject, PyTypeObject
from ptrstate.states import BorrowedPtr, Status
from ptrstate.vocabulary import CBool, IfNull, Unchecked

_LEFT_OUT: dict[str, str] = {}

PyTraceBack_Type: Final = c_data("PyTraceBack_Type", PyTypeObject, "&PyTraceBack_Type")


@c_function(kind="macro")
def PyTraceBack_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a traceback."""
    raise NotImplementedError


@c_function(limited_api="3.2", error_set="required")
def PyTraceBack_Here(frame: Annotated[BorrowedPtr[PyFrameObject], Unchecked("type")], /) -> Status:
    """Add a frame to the traceback of the pending exception, which stays pending."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyTraceBack_Print(
    traceback: Annotated[BorrowedPtr[PyTracebackObject] | None, IfNull("empty")], file: BorrowedPtr, /
) -> Status:
    """Write a traceback to a file object; NULL writes nothing."""
    raise NotImplementedError
