"""The declarations of ``Include/unicodeobject.h`` and ``Include/cpython/unicodeobject.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import Opaque, PyBytesObject, PyListObject, PyTupleObject, PyTypeObject, PyUnicodeObject
from ptrstate.states import BorrowedPtr, Found, InteriorPtr, NonNull, OwnedPtr, Slot, Status
from ptrstate.vocabulary import (
    After,
    Allocates,
    Arguments,
    As,
    Between,
    CBool,
    CInt,
    CString,
    CText,
    CUnsignedInt,
    Format,
    From,
    IfNull,
    IndexOf,
    InOut,
    IntVar,
    LengthOf,
    Memory,
    Null,
    Py_ssize_t,
    Py_UCS4,
    Sentinel,
    Since,
    SsizeVar,
    Unchecked,
    Unfilled,
    Unshared,
)

_LEFT_OUT = {
    "PyUnicode_GET_SIZE": "gone in 3.12; returns a length and leaves MemoryError set when there is no memory",
    "PyUnicode_GET_DATA_SIZE": "gone in 3.12; returns a length and leaves MemoryError set when there is no memory",
    "PyUnicode_READ": "an index into memory whose length nothing tells; PyUnicode_READ_CHAR and PyUnicode_ReadChar know it",
    "PyUnicode_WRITE": "an index into memory whose length nothing tells; PyUnicode_WriteChar knows it",
    **dict.fromkeys(
        (
            "PyUnicode_AsMBCSString",
            "PyUnicode_DecodeCodePageStateful",
            "PyUnicode_DecodeMBCS",
            "PyUnicode_DecodeMBCSStateful",
            "PyUnicode_EncodeCodePage",
        ),
        "only on Windows",
    ),
    **dict.fromkeys(
        (
            "Py_UNICODE_HIGH_SURROGATE",
            "Py_UNICODE_ISALNUM",
            "Py_UNICODE_ISALPHA",
            "Py_UNICODE_ISDECIMAL",
            "Py_UNICODE_ISDIGIT",
            "Py_UNICODE_ISLINEBREAK",
            "Py_UNICODE_ISLOWER",
            "Py_UNICODE_ISNUMERIC",
            "Py_UNICODE_ISPRINTABLE",
            "Py_UNICODE_ISSPACE",
            "Py_UNICODE_ISTITLE",
            "Py_UNICODE_ISUPPER",
            "Py_UNICODE_IS_HIGH_SURROGATE",
            "Py_UNICODE_IS_LOW_SURROGATE",
            "Py_UNICODE_IS_SURROGATE",
            "Py_UNICODE_JOIN_SURROGATES",
            "Py_UNICODE_LOW_SURROGATE",
            "Py_UNICODE_TODECIMAL",
            "Py_UNICODE_TODIGIT",
            "Py_UNICODE_TOLOWER",
            "Py_UNICODE_TONUMERIC",
            "Py_UNICODE_TOTITLE",
            "Py_UNICODE_TOUPPER",
        ),
        "about a character, with no object in it",
    ),
}

WideString = Annotated[str | InteriorPtr, As("const wchar_t *")]
"""A ``const wchar_t *`` argument."""

WideText = Annotated[InteriorPtr, As("wchar_t *")]
"""A ``wchar_t *`` into a string."""

PyUnicode_Type: Final = c_data("PyUnicode_Type", PyTypeObject, "&PyUnicode_Type")
PyUnicodeIter_Type: Final = c_data("PyUnicodeIter_Type", PyTypeObject, "&PyUnicodeIter_Type")


@c_function(kind="macro")
def PyUnicode_Check(object: Annotated[BorrowedPtr, Unfilled()], /) -> CBool:
    """Whether ``object`` is a ``str``, or of a type derived from it."""
    raise NotImplementedError


@c_function(kind="macro")
def PyUnicode_CheckExact(object: Annotated[BorrowedPtr, Unfilled()], /) -> CBool:
    """Whether ``object`` is a ``str`` and of no derived type."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_FromStringAndSize(
    string: CString, size: Annotated[Py_ssize_t, LengthOf("string")], /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode ``size`` bytes of UTF-8.  ``UnicodeDecodeError`` when they are none, ``SystemError`` for a negative size."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_FromString(text: CString, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode a text that ends with NUL from UTF-8; ``UnicodeDecodeError`` when it is none."""
    raise NotImplementedError


@c_function(limited_api="3.7")
def PyUnicode_Substring(
    unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type")], start: Py_ssize_t, end: Py_ssize_t, /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Return the characters from ``start`` up to ``end``; negative positions are an ``IndexError``."""
    raise NotImplementedError


@c_function(limited_api="3.7")
def PyUnicode_AsUCS4(
    unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type")],
    buffer: Annotated[NonNull[Opaque], As("Py_UCS4 *")],
    buflen: Annotated[Py_ssize_t, LengthOf("buffer")],
    copy_null: CBool,
    /,
) -> Annotated[NonNull[Opaque] | None, As("Py_UCS4 *"), From("buffer")]:
    """Copy the characters into ``buffer`` and return it; ``SystemError`` when they do not fit."""
    raise NotImplementedError


@c_function(limited_api="3.7")
def PyUnicode_AsUCS4Copy(
    unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type")], /
) -> Annotated[NonNull[Opaque] | None, As("Py_UCS4 *"), Allocates("mem")]:
    """Copy the characters and a final NUL into new memory, to be freed with ``PyMem_Free``."""
    raise NotImplementedError


@c_function(limited_api="3.7")
def PyUnicode_GetLength(unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unfilled()], /) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Return the number of characters; ``TypeError`` when ``unicode`` is no string."""
    raise NotImplementedError


@c_function(until="3.12", limited_api="3.2")
def PyUnicode_GetSize(unicode: BorrowedPtr[PyUnicodeObject], /) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Return the number of ``wchar_t`` units; ``TypeError`` when ``unicode`` is no string."""
    raise NotImplementedError


@c_function(limited_api="3.7")
def PyUnicode_ReadChar(unicode: BorrowedPtr[PyUnicodeObject], index: Py_ssize_t, /) -> Annotated[Py_UCS4, Sentinel(0xFFFFFFFF)]:
    """Return the character at ``index``; ``IndexError`` when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.7")
def PyUnicode_WriteChar(
    unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unfilled(), Unshared()], index: Py_ssize_t, character: Py_UCS4, /
) -> Status:
    """Put a character into a string that nobody else has seen; ``SystemError`` when the string is in use already."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_Resize(unicode: Annotated[Slot[PyUnicodeObject], InOut(), Unfilled()], length: Py_ssize_t, /) -> Status:
    """Give the string in the slot another length, in place or as a new string, whose end is still to be written.

    On failure the slot keeps what it has.
    """
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_FromEncodedObject(
    object: BorrowedPtr,
    encoding: Annotated[CString | None, IfNull("default")],
    errors: Annotated[CString | None, IfNull("default")],
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode a bytes-like object; ``TypeError`` when it is a string already or no such object."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_FromObject(object: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return a ``str`` as it is, or a copy of an instance of a derived type; ``TypeError`` for anything else."""
    raise NotImplementedError


@c_function(kind="shim", limited_api="3.2", may_run_python=True)
def PyUnicode_FromFormat(
    format: Annotated[CString, Format("text")], /, *arguments: Arguments
) -> OwnedPtr[PyUnicodeObject] | None:
    """Make a string as ``printf`` would; units such as ``%S`` and ``%R`` take an object."""
    raise NotImplementedError


@c_function(kind="shim", limited_api="3.2", may_run_python=True)
def PyUnicode_FromFormatV(
    format: Annotated[CString, Format("text")], /, *arguments: Arguments
) -> OwnedPtr[PyUnicodeObject] | None:
    """Make a string as ``printf`` would, of the arguments in a ``va_list``, which the binding makes."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_InternInPlace(unicode: Annotated[Slot[PyUnicodeObject], InOut(), Unchecked("type")], /) -> None:
    """Replace the string in the slot by the interned one that is equal to it; what is no exact ``str`` stays as it is."""
    raise NotImplementedError


@c_function(until="3.12", limited_api="3.2", may_run_python=True)
def PyUnicode_InternImmortal(unicode: Annotated[Slot[PyUnicodeObject], InOut(), Unchecked("type")], /) -> None:
    """Intern the string in the slot for as long as the process lives; a ``DeprecationWarning`` goes with it."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_InternFromString(string: CString, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode a text from UTF-8 and return the interned string that is equal to it."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_FromWideChar(
    wide: WideString, size: Annotated[Py_ssize_t, LengthOf("wide", ended=True)], /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Make a string of ``size`` wide characters, or of those before the NUL for -1; ``ValueError`` for what is no character."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_AsWideChar(
    unicode: BorrowedPtr[PyUnicodeObject],
    wide: Annotated[NonNull[Opaque] | None, As("wchar_t *"), IfNull("skip")],
    size: Annotated[Py_ssize_t, LengthOf("wide")],
    /,
) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Copy at most ``size`` wide characters and return how many; without ``wide``, return how many it needs, NUL included."""
    raise NotImplementedError


@c_function(limited_api="3.7")
def PyUnicode_AsWideCharString(
    unicode: BorrowedPtr[PyUnicodeObject], size: Annotated[SsizeVar | None, IfNull("skip")], /
) -> Annotated[NonNull[Opaque] | None, As("wchar_t *"), Allocates("mem")]:
    """Copy the wide characters into new memory, to be freed with ``PyMem_Free``.

    Without ``size``, a NUL inside is a ``ValueError``.
    """
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_FromOrdinal(ordinal: CInt, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return the string of one character; ``ValueError`` when ``ordinal`` is none."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_GetDefaultEncoding() -> Annotated[CText, From("static")]:
    """Return the name of the default encoding, ``"utf-8"``."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_Decode(
    string: CString,
    size: Annotated[Py_ssize_t, LengthOf("string")],
    encoding: Annotated[CString | None, IfNull("default")],
    errors: Annotated[CString | None, IfNull("default")],
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode ``size`` bytes with a codec, UTF-8 by default.

    ``LookupError`` for an unknown one, else whatever the codec raises.
    """
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_AsDecodedObject(
    unicode: BorrowedPtr[PyUnicodeObject],
    encoding: Annotated[CString | None, IfNull("default")],
    errors: Annotated[CString | None, IfNull("default")],
    /,
) -> OwnedPtr | None:
    """Run the decoder of a codec over a string and return what it makes, with a ``DeprecationWarning``."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_AsDecodedUnicode(
    unicode: BorrowedPtr[PyUnicodeObject],
    encoding: Annotated[CString | None, IfNull("default")],
    errors: Annotated[CString | None, IfNull("default")],
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Run the decoder of a codec over a string, with a ``DeprecationWarning``; ``TypeError`` when it makes no string."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_AsEncodedObject(
    unicode: BorrowedPtr[PyUnicodeObject],
    encoding: Annotated[CString | None, IfNull("default")],
    errors: Annotated[CString | None, IfNull("default")],
    /,
) -> OwnedPtr | None:
    """Run the encoder of a codec over a string and return what it makes, with a ``DeprecationWarning``."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_AsEncodedString(
    unicode: BorrowedPtr[PyUnicodeObject],
    encoding: Annotated[CString | None, IfNull("default")],
    errors: Annotated[CString | None, IfNull("default")],
    /,
) -> OwnedPtr[PyBytesObject] | None:
    """Encode a string, as UTF-8 by default; ``TypeError`` when the codec makes no bytes, else whatever the codec raises."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_AsEncodedUnicode(
    unicode: BorrowedPtr[PyUnicodeObject],
    encoding: Annotated[CString | None, IfNull("default")],
    errors: Annotated[CString | None, IfNull("default")],
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Run the encoder of a codec over a string, with a ``DeprecationWarning``; ``TypeError`` when it makes no string."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_BuildEncodingMap(string: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr | None:
    """Make the map from character to byte that encodes what ``string``, up to 256 characters by their byte, decodes."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_DecodeUTF7(
    string: CString, length: Annotated[Py_ssize_t, LengthOf("string")], errors: Annotated[CString | None, IfNull("default")], /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode ``length`` bytes of UTF-7."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_DecodeUTF7Stateful(
    string: CString,
    length: Annotated[Py_ssize_t, LengthOf("string")],
    errors: Annotated[CString | None, IfNull("default")],
    consumed: Annotated[SsizeVar | None, IfNull("skip")],
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode UTF-7, but leave an unfinished end alone and say in ``consumed`` how many bytes were used."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_DecodeUTF8(
    string: CString, length: Annotated[Py_ssize_t, LengthOf("string")], errors: Annotated[CString | None, IfNull("default")], /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode ``length`` bytes of UTF-8."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_DecodeUTF8Stateful(
    string: CString,
    length: Annotated[Py_ssize_t, LengthOf("string")],
    errors: Annotated[CString | None, IfNull("default")],
    consumed: Annotated[SsizeVar | None, IfNull("skip")],
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode UTF-8, but leave an unfinished end alone and say in ``consumed`` how many bytes were used."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_AsUTF8String(unicode: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr[PyBytesObject] | None:
    """Encode a string as UTF-8; ``UnicodeEncodeError`` for surrogates."""
    raise NotImplementedError


@c_function(limited_api="3.10")
def PyUnicode_AsUTF8AndSize(
    unicode: BorrowedPtr[PyUnicodeObject], size: Annotated[SsizeVar | None, IfNull("skip")], /
) -> Annotated[CText | None, From("unicode")]:
    """Return the string in UTF-8, which it keeps as long as it lives, and the number of bytes in ``size``."""
    raise NotImplementedError


@c_function
def PyUnicode_AsUTF8(unicode: BorrowedPtr[PyUnicodeObject], /) -> Annotated[CText | None, From("unicode")]:
    """Return the string in UTF-8, which it keeps as long as it lives; ``UnicodeEncodeError`` for surrogates."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_DecodeUTF32(
    string: CString,
    length: Annotated[Py_ssize_t, LengthOf("string")],
    errors: Annotated[CString | None, IfNull("default")],
    byteorder: Annotated[IntVar | None, InOut(), IfNull("default")],
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode UTF-32.

    ``byteorder`` says which (-1, 0, 1) and is set to what was found; without it a byte order mark or the machine's.
    """
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_DecodeUTF32Stateful(
    string: CString,
    length: Annotated[Py_ssize_t, LengthOf("string")],
    errors: Annotated[CString | None, IfNull("default")],
    byteorder: Annotated[IntVar | None, InOut(), IfNull("default")],
    consumed: Annotated[SsizeVar | None, IfNull("skip")],
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode UTF-32, but leave an unfinished end alone and say in ``consumed`` how many bytes were used."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_AsUTF32String(unicode: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr[PyBytesObject] | None:
    """Encode a string as UTF-32 with a byte order mark; ``UnicodeEncodeError`` for surrogates."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_DecodeUTF16(
    string: CString,
    length: Annotated[Py_ssize_t, LengthOf("string")],
    errors: Annotated[CString | None, IfNull("default")],
    byteorder: Annotated[IntVar | None, InOut(), IfNull("default")],
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode UTF-16.

    ``byteorder`` says which (-1, 0, 1) and is set to what was found; without it a byte order mark or the machine's.
    """
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_DecodeUTF16Stateful(
    string: CString,
    length: Annotated[Py_ssize_t, LengthOf("string")],
    errors: Annotated[CString | None, IfNull("default")],
    byteorder: Annotated[IntVar | None, InOut(), IfNull("default")],
    consumed: Annotated[SsizeVar | None, IfNull("skip")],
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode UTF-16, but leave an unfinished end alone and say in ``consumed`` how many bytes were used."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_AsUTF16String(unicode: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr[PyBytesObject] | None:
    """Encode a string as UTF-16 with a byte order mark; ``UnicodeEncodeError`` for surrogates."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_DecodeUnicodeEscape(
    string: CString, length: Annotated[Py_ssize_t, LengthOf("string")], errors: Annotated[CString | None, IfNull("default")], /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode what stands between the quotes of a string literal; unknown escapes come with a ``DeprecationWarning``."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_AsUnicodeEscapeString(unicode: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr[PyBytesObject] | None:
    """Write a string as it would stand in a string literal, in ASCII."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_DecodeRawUnicodeEscape(
    string: CString, length: Annotated[Py_ssize_t, LengthOf("string")], errors: Annotated[CString | None, IfNull("default")], /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode Latin-1 in which escapes of four or eight hexadecimal digits stand for other characters."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_AsRawUnicodeEscapeString(unicode: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr[PyBytesObject] | None:
    """Write a string in Latin-1, with escapes of hexadecimal digits for other characters."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_DecodeLatin1(
    string: CString, length: Annotated[Py_ssize_t, LengthOf("string")], errors: Annotated[CString | None, IfNull("default")], /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode ``length`` bytes, each of which is a character."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_AsLatin1String(unicode: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr[PyBytesObject] | None:
    """Encode a string as Latin-1; ``UnicodeEncodeError`` for characters beyond it."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_DecodeASCII(
    string: CString, length: Annotated[Py_ssize_t, LengthOf("string")], errors: Annotated[CString | None, IfNull("default")], /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode ``length`` bytes of ASCII."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_AsASCIIString(unicode: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr[PyBytesObject] | None:
    """Encode a string as ASCII; ``UnicodeEncodeError`` for characters beyond it."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_DecodeCharmap(
    string: CString,
    length: Annotated[Py_ssize_t, LengthOf("string")],
    mapping: Annotated[BorrowedPtr | None, IfNull("default")],
    errors: Annotated[CString | None, IfNull("default")],
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode each byte by what ``mapping`` has for it; without a mapping, as Latin-1."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_AsCharmapString(unicode: BorrowedPtr[PyUnicodeObject], mapping: BorrowedPtr, /) -> OwnedPtr[PyBytesObject] | None:
    """Encode each character by what ``mapping`` has for it; ``UnicodeEncodeError`` where it has nothing."""
    raise NotImplementedError


@c_function(limited_api="3.7")
def PyUnicode_DecodeLocaleAndSize(
    string: CString, length: Annotated[Py_ssize_t, LengthOf("string")], errors: Annotated[CString | None, IfNull("default")], /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode a text in the encoding of the locale.

    ``errors`` is ``strict`` or ``surrogateescape``; a NUL inside is a ``ValueError``.
    """
    raise NotImplementedError


@c_function(limited_api="3.7")
def PyUnicode_DecodeLocale(
    string: CString, errors: Annotated[CString | None, IfNull("default")], /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode a text that ends with NUL in the encoding of the locale.  ``errors`` is ``strict`` or ``surrogateescape``."""
    raise NotImplementedError


@c_function(limited_api="3.7")
def PyUnicode_EncodeLocale(
    unicode: BorrowedPtr[PyUnicodeObject], errors: Annotated[CString | None, IfNull("default")], /
) -> OwnedPtr[PyBytesObject] | None:
    """Encode a string in the encoding of the locale.

    ``errors`` is ``strict`` or ``surrogateescape``; a NUL inside is a ``ValueError``.
    """
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_FSConverter(
    object: BorrowedPtr, result: Annotated[Slot[PyBytesObject], As("void *"), After(failure="unchanged")], /
) -> Annotated[CInt, Sentinel(0)]:
    """Put the path that ``object`` is, as bytes, into the slot.  Return 0 when it is none, else a number that is not 0."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_FSDecoder(
    object: BorrowedPtr, result: Annotated[Slot[PyUnicodeObject], As("void *"), After(failure="unchanged")], /
) -> Annotated[CInt, Sentinel(0)]:
    """Put the path that ``object`` is, as a string, into the slot.  Return 0 when it is none, else a number that is not 0."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_DecodeFSDefault(string: CString, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode a text that ends with NUL in the encoding of the file system."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_DecodeFSDefaultAndSize(
    string: CString, size: Annotated[Py_ssize_t, LengthOf("string")], /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode ``size`` bytes in the encoding of the file system."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_EncodeFSDefault(unicode: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr[PyBytesObject] | None:
    """Encode a string in the encoding of the file system; ``UnicodeEncodeError`` where that cannot be."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_Concat(
    left: BorrowedPtr[PyUnicodeObject], right: BorrowedPtr[PyUnicodeObject], /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Return the two strings as one; ``TypeError`` when one is none."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True, error_set="allowed", indicator="sets")
def PyUnicode_Append(
    left: Annotated[Slot[PyUnicodeObject], InOut(), After(failure="null")],
    right: Annotated[BorrowedPtr[PyUnicodeObject] | None, IfNull("propagate")],
    /,
) -> None:
    """Append ``right`` to the string in the slot.  On failure, or when either is NULL already, the slot is emptied."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True, error_set="allowed", indicator="sets")
def PyUnicode_AppendAndDel(
    left: Annotated[Slot[PyUnicodeObject], InOut(), After(failure="null")],
    right: Annotated[OwnedPtr[PyUnicodeObject] | None, IfNull("propagate")],
    /,
) -> None:
    """Append ``right`` to the string in the slot and release it, whatever happens.  On failure the slot is emptied."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_Split(
    string: BorrowedPtr[PyUnicodeObject],
    separator: Annotated[BorrowedPtr[PyUnicodeObject] | None, IfNull("default")],
    maxsplit: Py_ssize_t,
    /,
) -> OwnedPtr[PyListObject] | None:
    """Split a string, at white space when there is no separator; an empty separator is a ``ValueError``."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_RSplit(
    string: BorrowedPtr[PyUnicodeObject],
    separator: Annotated[BorrowedPtr[PyUnicodeObject] | None, IfNull("default")],
    maxsplit: Py_ssize_t,
    /,
) -> OwnedPtr[PyListObject] | None:
    """Split a string from its end, at white space when there is no separator; an empty separator is a ``ValueError``."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_Splitlines(string: BorrowedPtr[PyUnicodeObject], keepends: CBool, /) -> OwnedPtr[PyListObject] | None:
    """Split a string into its lines, with or without what ends them."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_Partition(
    string: BorrowedPtr[PyUnicodeObject], separator: BorrowedPtr[PyUnicodeObject], /
) -> OwnedPtr[PyTupleObject] | None:
    """Return what comes before the first ``separator``, it, and what comes after; an empty one is a ``ValueError``."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_RPartition(
    string: BorrowedPtr[PyUnicodeObject], separator: BorrowedPtr[PyUnicodeObject], /
) -> OwnedPtr[PyTupleObject] | None:
    """Return what comes before the last ``separator``, it, and what comes after; an empty one is a ``ValueError``."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_Translate(
    string: BorrowedPtr[PyUnicodeObject], table: BorrowedPtr, errors: Annotated[CString | None, IfNull("default")], /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Replace each character by what ``table`` has for it."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_Join(
    separator: Annotated[BorrowedPtr[PyUnicodeObject] | None, IfNull("default")], sequence: BorrowedPtr, /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Join the strings of an iterable, by default with a blank between them; ``TypeError`` when one is no string."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_Tailmatch(
    string: BorrowedPtr[PyUnicodeObject],
    substring: BorrowedPtr[PyUnicodeObject],
    start: Py_ssize_t,
    end: Py_ssize_t,
    direction: CInt,
    /,
) -> Annotated[Found, As("Py_ssize_t")]:
    """Whether the part of a string between two positions begins (-1) or ends (+1) with ``substring``."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_Find(
    string: BorrowedPtr[PyUnicodeObject],
    substring: BorrowedPtr[PyUnicodeObject],
    start: Py_ssize_t,
    end: Py_ssize_t,
    direction: CInt,
    /,
) -> Annotated[Py_ssize_t, Sentinel(-2)]:
    """Return where ``substring`` is first (1) or last (-1) found, -1 when it is not, and -2 on failure."""
    raise NotImplementedError


@c_function(limited_api="3.7")
def PyUnicode_FindChar(
    string: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type")],
    character: Py_UCS4,
    start: Py_ssize_t,
    end: Py_ssize_t,
    direction: CInt,
    /,
) -> Annotated[Py_ssize_t, Sentinel(-2)]:
    """Return where ``character`` is first (1) or last (-1) found, -1 when it is not, and -2 on failure."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_Count(
    string: BorrowedPtr[PyUnicodeObject], substring: BorrowedPtr[PyUnicodeObject], start: Py_ssize_t, end: Py_ssize_t, /
) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Count how often ``substring`` is found without overlap."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_Replace(
    string: BorrowedPtr[PyUnicodeObject],
    substring: BorrowedPtr[PyUnicodeObject],
    replacement: BorrowedPtr[PyUnicodeObject],
    maxcount: Py_ssize_t,
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Replace ``substring`` at most ``maxcount`` times, or everywhere when that is -1."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_Compare(
    left: BorrowedPtr[PyUnicodeObject], right: BorrowedPtr[PyUnicodeObject], /
) -> Annotated[CInt, Sentinel(-1), Null("ambiguous")]:
    """Return -1, 0 or 1 as ``left`` comes before ``right`` or not; ``TypeError`` (and -1) when one is no string."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_CompareWithASCIIString(left: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type")], right: CString, /) -> CInt:
    """Return a negative number, 0 or a positive one as ``left`` comes before an ASCII text or not."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13")
def PyUnicode_EqualToUTF8(unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type")], string: CString, /) -> CBool:
    """Whether a string is what a UTF-8 text that ends with NUL says; never fails."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13")
def PyUnicode_EqualToUTF8AndSize(
    unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type")],
    string: CString,
    size: Annotated[Py_ssize_t, LengthOf("string")],
    /,
) -> CBool:
    """Whether a string is what ``size`` bytes of UTF-8 say; never fails."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_RichCompare(left: BorrowedPtr, right: BorrowedPtr, op: Annotated[CInt, Between(0, 5)], /) -> OwnedPtr | None:
    """Return ``True`` or ``False`` for two strings, and ``NotImplemented`` when one is none."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyUnicode_Format(format: BorrowedPtr[PyUnicodeObject], args: BorrowedPtr, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return ``format % args``."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_Contains(container: BorrowedPtr[PyUnicodeObject], element: BorrowedPtr[PyUnicodeObject], /) -> Found:
    """Whether ``element`` is in ``container``; ``TypeError`` when one is no string."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyUnicode_IsIdentifier(string: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type")], /) -> CBool:
    """Whether a string could be a name in Python."""
    raise NotImplementedError


@c_function(kind="macro")
def PyUnicode_CHECK_INTERNED(unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type"), Unfilled()], /) -> CUnsignedInt:
    """Return a number that is not 0 when the string is interned."""
    raise NotImplementedError


@c_function(kind="macro")
def PyUnicode_IS_READY(unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type"), Unfilled()], /) -> CBool:
    """Whether a string has its final form, which from 3.12 on every string has."""
    raise NotImplementedError


@c_function(kind="macro")
def PyUnicode_READY(
    unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type")], /
) -> Annotated[Status, Since("3.12", Null("never"))]:
    """Give a string its final form, which from 3.12 on every string has."""
    raise NotImplementedError


@c_function(kind="macro")
def PyUnicode_IS_ASCII(unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type"), Unfilled()], /) -> CBool:
    """Whether all characters are ASCII."""
    raise NotImplementedError


@c_function(kind="macro")
def PyUnicode_IS_COMPACT(unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type"), Unfilled()], /) -> CBool:
    """Whether the characters are in one block with the object."""
    raise NotImplementedError


@c_function(kind="macro")
def PyUnicode_IS_COMPACT_ASCII(unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type"), Unfilled()], /) -> CBool:
    """Whether the characters are ASCII, in one block with the object."""
    raise NotImplementedError


@c_function(kind="macro")
def PyUnicode_KIND(unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type"), Unfilled()], /) -> CInt:
    """Return how many bytes a character takes: 1, 2 or 4."""
    raise NotImplementedError


@c_function(kind="macro")
def PyUnicode_DATA(
    unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type"), Unfilled()], /
) -> Annotated[Memory, From("unicode")]:
    """Return the address of the characters."""
    raise NotImplementedError


@c_function(kind="macro")
def PyUnicode_1BYTE_DATA(
    unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type"), Unfilled()], /
) -> Annotated[NonNull[Opaque], As("Py_UCS1 *"), From("unicode")]:
    """Return the address of the characters as bytes."""
    raise NotImplementedError


@c_function(kind="macro")
def PyUnicode_2BYTE_DATA(
    unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type"), Unfilled()], /
) -> Annotated[NonNull[Opaque], As("Py_UCS2 *"), From("unicode")]:
    """Return the address of the characters as units of two bytes."""
    raise NotImplementedError


@c_function(kind="macro")
def PyUnicode_4BYTE_DATA(
    unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type"), Unfilled()], /
) -> Annotated[NonNull[Opaque], As("Py_UCS4 *"), From("unicode")]:
    """Return the address of the characters as units of four bytes."""
    raise NotImplementedError


@c_function(kind="macro")
def PyUnicode_GET_LENGTH(unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type"), Unfilled()], /) -> Py_ssize_t:
    """Return the number of characters."""
    raise NotImplementedError


@c_function(kind="macro")
def PyUnicode_READ_CHAR(
    unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type")], index: Annotated[Py_ssize_t, IndexOf("unicode")], /
) -> Py_UCS4:
    """Return the character at ``index``."""
    raise NotImplementedError


@c_function(kind="macro")
def PyUnicode_MAX_CHAR_VALUE(unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type"), Unfilled()], /) -> Py_UCS4:
    """Return a bound for the characters that a string of this form can hold."""
    raise NotImplementedError


@c_function
def PyUnicode_New(size: Py_ssize_t, maxchar: Py_UCS4, /) -> Annotated[OwnedPtr[PyUnicodeObject] | None, Unfilled()]:
    """Make a string of ``size`` characters up to ``maxchar``, to be written before it is used."""
    raise NotImplementedError


@c_function
def PyUnicode_CopyCharacters(
    to: Annotated[BorrowedPtr[PyUnicodeObject], Unfilled(), Unshared()],
    to_start: Py_ssize_t,
    from_: BorrowedPtr[PyUnicodeObject],
    from_start: Py_ssize_t,
    how_many: Py_ssize_t,
    /,
) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Copy characters into a string that nobody else has seen; ``SystemError`` when they do not fit or it is in use."""
    raise NotImplementedError


@c_function
def PyUnicode_Fill(
    unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unfilled(), Unshared()], start: Py_ssize_t, length: Py_ssize_t, fill_char: Py_UCS4, /
) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Write one character ``length`` times into a string that nobody else has seen, and return how often it was written."""
    raise NotImplementedError


@c_function
def PyUnicode_FromKindAndData(
    kind: CInt,
    buffer: Annotated[str | bytes | InteriorPtr, As("const void *"), Unchecked("characters")],
    size: Annotated[Py_ssize_t, LengthOf("buffer", unit="kind")],
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Make a string of ``size`` characters of ``kind`` bytes (1, 2 or 4) each, read from ``buffer``."""
    raise NotImplementedError


@c_function(until="3.12")
def PyUnicode_FromUnicode(
    unicode: WideString, size: Annotated[Py_ssize_t, LengthOf("unicode")], /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Make a string of ``size`` wide characters."""
    raise NotImplementedError


@c_function(until="3.12")
def PyUnicode_AsUnicode(unicode: BorrowedPtr[PyUnicodeObject], /) -> Annotated[WideText | None, From("unicode")]:
    """Return the string in wide characters, which it keeps as long as it lives; ``TypeError`` when it is none."""
    raise NotImplementedError


@c_function(until="3.12")
def PyUnicode_AsUnicodeAndSize(
    unicode: BorrowedPtr[PyUnicodeObject], size: Annotated[SsizeVar | None, IfNull("skip")], /
) -> Annotated[WideText | None, From("unicode")]:
    """Return the string in wide characters, which it keeps as long as it lives, and their number in ``size``."""
    raise NotImplementedError


@c_function(kind="macro", until="3.12")
def PyUnicode_WSTR_LENGTH(unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type")], /) -> Py_ssize_t:
    """Return the number of wide characters that the string keeps."""
    raise NotImplementedError


@c_function(kind="macro", until="3.12")
def PyUnicode_AS_UNICODE(
    unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type")], /
) -> Annotated[WideText | None, From("unicode")]:
    """Return the string in wide characters, which it keeps as long as it lives."""
    raise NotImplementedError


@c_function(kind="macro", until="3.12")
def PyUnicode_AS_DATA(
    unicode: Annotated[BorrowedPtr[PyUnicodeObject], Unchecked("type")], /
) -> Annotated[CText | None, From("unicode")]:
    """Return the bytes of the wide characters, which the string keeps as long as it lives."""
    raise NotImplementedError
