"""The declarations of ``Include/fileutils.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import Opaque
from ptrstate.states import InteriorPtr, NonNull, Var
from ptrstate.vocabulary import Allocates, As, CString, IfNull, Null

_LEFT_OUT: dict[str, str] = {}

WideString = Annotated[str | InteriorPtr, As("const wchar_t *")]
"""A ``const wchar_t *`` argument."""


@c_function(limited_api="3.7")
def Py_DecodeLocale(
    text: CString, size: Annotated[Var[int] | None, As("size_t *"), IfNull("skip")], /
) -> Annotated[NonNull[Opaque] | None, As("wchar_t *"), Allocates("raw"), Null("absent")]:
    """Decode a text of the locale into new memory, to be freed with ``PyMem_RawFree``; NULL, without an exception, on failure."""
    raise NotImplementedError


@c_function(limited_api="3.7")
def Py_EncodeLocale(
    text: WideString, error_pos: Annotated[Var[int] | None, As("size_t *"), IfNull("skip")], /
) -> Annotated[NonNull[Opaque] | None, As("char *"), Allocates("mem"), Null("absent")]:
    """Encode a text for the locale into new memory, to be freed with ``PyMem_Free``; NULL, without an exception, on failure."""
    raise NotImplementedError
