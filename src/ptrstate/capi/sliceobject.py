"""The declarations of ``Include/sliceobject.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PySliceObject, PyTypeObject
from ptrstate.states import BorrowedPtr, OwnedPtr, Status
from ptrstate.vocabulary import Between, CBool, IfNull, InOut, Py_ssize_t, SsizeVar, Unchecked

_LEFT_OUT = {
    "PySlice_GetIndices": "returns 0 with OverflowError set, and -1 with nothing set; PySlice_Unpack does neither",
}

PySlice_Type: Final = c_data("PySlice_Type", PyTypeObject, "&PySlice_Type")
PyEllipsis_Type: Final = c_data("PyEllipsis_Type", PyTypeObject, "&PyEllipsis_Type")
Py_Ellipsis: Final[BorrowedPtr] = c_data("Py_Ellipsis")


@c_function(kind="macro")
def PySlice_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a slice, which has no derived types."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PySlice_New(
    start: Annotated[BorrowedPtr | None, IfNull("default")],
    stop: Annotated[BorrowedPtr | None, IfNull("default")],
    step: Annotated[BorrowedPtr | None, IfNull("default")],
    /,
) -> OwnedPtr[PySliceObject] | None:
    """Make a slice; NULL is ``None``."""
    raise NotImplementedError


@c_function(limited_api="3.7", may_run_python=True)
def PySlice_Unpack(
    slice: Annotated[BorrowedPtr[PySliceObject], Unchecked("type")], start: SsizeVar, stop: SsizeVar, step: SsizeVar, /
) -> Status:
    """Store the three numbers, cut down to what fits; ``ValueError`` when the step is 0, ``TypeError`` for what is no index."""
    raise NotImplementedError


@c_function(limited_api="3.7")
def PySlice_AdjustIndices(
    length: Py_ssize_t,
    start: Annotated[SsizeVar, InOut()],
    stop: Annotated[SsizeVar, InOut()],
    step: Annotated[Py_ssize_t, Unchecked("nonzero"), Between(-(1 << 63) + 1, (1 << 63) - 1)],
    /,
) -> Py_ssize_t:
    """Move ``start`` and ``stop`` into the bounds of a sequence, and return how many items the slice has."""
    raise NotImplementedError


@c_function(kind="macro", limited_api="3.2", may_run_python=True)
def PySlice_GetIndicesEx(
    slice: Annotated[BorrowedPtr[PySliceObject], Unchecked("type")],
    length: Py_ssize_t,
    start: SsizeVar,
    stop: SsizeVar,
    step: SsizeVar,
    slice_length: SsizeVar,
    /,
) -> Status:
    """Store the numbers for a sequence of ``length`` items, moved into its bounds, and how many items the slice has."""
    raise NotImplementedError
