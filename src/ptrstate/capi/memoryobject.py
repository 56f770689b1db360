"""The declarations of ``Include/memoryobject.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.buffers import Py_buffer
from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import Opaque, PyMemoryViewObject, PyTypeObject
from ptrstate.states import BorrowedPtr, NonNull, OwnedPtr
from ptrstate.vocabulary import Among, As, CBool, CChar, CInt, CString, From, LengthOf, Null, Py_ssize_t, Retained, Unchecked

_LEFT_OUT: dict[str, str] = {}
PyMemoryView_Type: Final = c_data("PyMemoryView_Type", PyTypeObject, "&PyMemoryView_Type")


@c_function(limited_api="3.2", may_run_python=True)
def PyMemoryView_GetContiguous(
    object: BorrowedPtr, flags: Annotated[CInt, Among((0x100, 0x200))], order: Annotated[CChar, Among((*b"CFA",))], /
) -> OwnedPtr[PyMemoryViewObject] | None:
    """Make a view of contiguous memory, to read (``PyBUF_READ``, 0x100) or write (``PyBUF_WRITE``, 0x200)."""
    raise NotImplementedError


@c_function(kind="macro")
def PyMemoryView_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``memoryview``."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyMemoryView_FromObject(object: BorrowedPtr, /) -> OwnedPtr[PyMemoryViewObject] | None:
    """Make a view of an object's memory."""
    raise NotImplementedError


@c_function(limited_api="3.7")
def PyMemoryView_FromMemory(
    memory: Annotated[CString, As("char *"), Retained("result")],
    length: Annotated[Py_ssize_t, LengthOf("memory")],
    flags: Annotated[CInt, Among((0x100, 0x200))],
    /,
) -> OwnedPtr[PyMemoryViewObject] | None:
    """Make a view of bare memory; ``PyBUF_READ`` (0x100) to read, or ``PyBUF_WRITE`` (0x200) to write it."""
    raise NotImplementedError


@c_function(limited_api="3.11")
def PyMemoryView_FromBuffer(
    view: Annotated[Py_buffer, As("const Py_buffer *"), Retained("result")], /
) -> OwnedPtr[PyMemoryViewObject] | None:
    """Make a view of the memory that ``view`` tells of, which has to stay for as long."""
    raise NotImplementedError


@c_function(kind="macro")
def PyMemoryView_GET_BASE(
    view: Annotated[BorrowedPtr[PyMemoryViewObject], Unchecked("type")], /
) -> Annotated[BorrowedPtr | None, From("view", "mutable"), Null("absent")]:
    """Return the exporter, borrowed; NULL when the view is of bare memory."""
    raise NotImplementedError


@c_function(kind="macro")
def PyMemoryView_GET_BUFFER(
    view: Annotated[BorrowedPtr[PyMemoryViewObject], Unchecked("type")], /
) -> Annotated[NonNull[Opaque], As("Py_buffer *"), From("view")]:
    """Return the address of the ``Py_buffer`` in the view."""
    raise NotImplementedError
