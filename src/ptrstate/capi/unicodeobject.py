"""The declarations of ``Include/unicodeobject.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import PyBytesObject, PyUnicodeObject
from ptrstate.states import BorrowedPtr, OwnedPtr, Slot
from ptrstate.vocabulary import After, CBool, CString, CText, From, IfNull, InOut


@c_function(kind="macro")
def PyUnicode_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a str, or of a type derived from it."""
    raise NotImplementedError


@c_function
def PyUnicode_FromString(text: CString, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Make a str from UTF-8."""
    raise NotImplementedError


@c_function
def PyUnicode_AsUTF8(unicode: BorrowedPtr[PyUnicodeObject], /) -> Annotated[CText | None, From("unicode", "immutable")]:
    """Return the text in UTF-8, kept by the str itself."""
    raise NotImplementedError


@c_function
def PyUnicode_Concat(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Make a str of the two texts."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyUnicode_Append(
    left: Annotated[Slot[PyUnicodeObject], InOut(), After(success="set", failure="null")],
    right: Annotated[BorrowedPtr | None, IfNull("propagate")],
    /,
) -> None:
    """Put the two texts in the place of the first; on failure the slot is empty and an exception set."""
    raise NotImplementedError


@c_function
def PyUnicode_EncodeFSDefault(unicode: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr[PyBytesObject] | None:
    """Encode for the file system."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyUnicode_AsEncodedString(
    unicode: BorrowedPtr[PyUnicodeObject],
    encoding: Annotated[CString | None, IfNull("default")],
    errors: Annotated[CString | None, IfNull("default")],
    /,
) -> OwnedPtr | None:
    """Encode by the codec of that name."""
    raise NotImplementedError
