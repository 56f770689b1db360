"""The declarations of ``Include/complexobject.h`` and ``Include/cpython/complexobject.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyComplexObject, PyTypeObject
from ptrstate.states import BorrowedPtr, OwnedPtr
from ptrstate.vocabulary import CBool, CComplex, CDouble, Null, Sentinel, Since

_LEFT_OUT: dict[str, str] = {}

PyComplex_Type: Final = c_data("PyComplex_Type", PyTypeObject, "&PyComplex_Type")


@c_function(kind="macro")
def PyComplex_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a complex, or of a type derived from it."""
    raise NotImplementedError


@c_function(kind="macro")
def PyComplex_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a complex and of no derived type."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyComplex_FromDoubles(real: CDouble, imaginary: CDouble, /) -> OwnedPtr[PyComplexObject] | None:
    """Make a complex number."""
    raise NotImplementedError


@c_function
def PyComplex_FromCComplex(value: CComplex, /) -> OwnedPtr[PyComplexObject] | None:
    """Make a complex number."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyComplex_AsCComplex(object: BorrowedPtr, /) -> Annotated[CComplex, Sentinel(-1.0), Null("ambiguous")]:
    """Return the value, or what ``__complex__``, ``__float__`` or ``__index__`` says; ``TypeError`` without these."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyComplex_RealAsDouble(object: BorrowedPtr, /) -> Annotated[CDouble, Sentinel(-1.0), Null("ambiguous")]:
    """Return the real part; until 3.12 only a ``complex`` has one, and of anything else the value as a float is meant."""
    raise NotImplementedError


@c_function(limited_api="3.2", changes={"3.13": {"may_run_python": True, "error_set": "refused"}})
def PyComplex_ImagAsDouble(
    object: BorrowedPtr, /
) -> Annotated[CDouble, Since("3.13", Sentinel(-1.0)), Since("3.13", Null("ambiguous"))]:
    """Return the imaginary part, which is 0 for what is no complex number; until 3.12 ``__complex__`` is not asked."""
    raise NotImplementedError
