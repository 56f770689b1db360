"""The declarations of ``Include/pystrtod.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import Opaque
from ptrstate.states import BorrowedPtr, InteriorPtr, NonNull, Var
from ptrstate.vocabulary import Allocates, As, CChar, CDouble, CInt, CString, From, IfNull, IntVar, Null, Sentinel

_LEFT_OUT: dict[str, str] = {}


@c_function(limited_api="3.2", may_run_python=True)
def PyOS_string_to_double(
    string: CString,
    end: Annotated[Var[InteriorPtr | None] | None, As("char **"), From("string"), IfNull("default")],
    overflow_exception: Annotated[BorrowedPtr | None, IfNull("default")],
    /,
) -> Annotated[CDouble, Sentinel(-1.0), Null("ambiguous")]:
    """Read a number.  Without ``end`` nothing may follow it; without ``overflow_exception`` what is too large is infinite."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyOS_double_to_string(
    value: CDouble, format_code: CChar, precision: CInt, flags: CInt, type: Annotated[IntVar | None, IfNull("skip")], /
) -> Annotated[NonNull[Opaque] | None, As("char *"), Allocates("mem")]:
    """Write a number into new memory, to be freed with ``PyMem_Free``; ``SystemError`` for an unknown format."""
    raise NotImplementedError
