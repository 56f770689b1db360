"""The declarations of ``Include/cpython/picklebufobject.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import Opaque, PyPickleBufferObject, PyTypeObject
from ptrstate.states import BorrowedPtr, NonNull, OwnedPtr, Status
from ptrstate.vocabulary import As, CBool, From

_LEFT_OUT: dict[str, str] = {}

PyPickleBuffer_Type: Final = c_data("PyPickleBuffer_Type", PyTypeObject, "&PyPickleBuffer_Type")


@c_function(kind="macro")
def PyPickleBuffer_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``PickleBuffer``, which has no derived types."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyPickleBuffer_FromObject(exporter: BorrowedPtr, /) -> OwnedPtr[PyPickleBufferObject] | None:
    """Make a ``PickleBuffer`` over an exporter of memory; ``TypeError`` when it is none."""
    raise NotImplementedError


@c_function
def PyPickleBuffer_GetBuffer(
    buffer: BorrowedPtr[PyPickleBufferObject], /
) -> Annotated[NonNull[Opaque] | None, As("const Py_buffer *"), From("buffer", "mutable")]:
    """Return the address of the view; ``ValueError`` once it was released."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyPickleBuffer_Release(buffer: BorrowedPtr[PyPickleBufferObject], /) -> Status:
    """Release the view; once released, nothing."""
    raise NotImplementedError
