"""The declarations of ``Include/codecs.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import PyBaseExceptionObject, PyTupleObject, PyUnicodeEncodeErrorObject
from ptrstate.states import BorrowedPtr, OwnedPtr, Status
from ptrstate.vocabulary import As, CBool, CString, IfNull, Null

_LEFT_OUT = {
    "Py_hexdigits": "a text, no object",
}


@c_function(limited_api="3.2")
def PyCodec_Register(search_function: BorrowedPtr, /) -> Status:
    """Add a function that looks codecs up; ``TypeError`` when it cannot be called."""
    raise NotImplementedError


@c_function(limited_api="3.10", may_run_python=True)
def PyCodec_Unregister(search_function: BorrowedPtr, /) -> Status:
    """Take a function that looks codecs up away again, and forget what was found; one that was never added is no error."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyCodec_KnownEncoding(encoding: CString, /) -> CBool:
    """Whether there is a codec of that name; an exception raised by the search is dropped."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyCodec_Encode(
    object: BorrowedPtr, encoding: CString, errors: Annotated[CString | None, IfNull("default")], /
) -> OwnedPtr | None:
    """Run the encoder of a codec over any object and return what it makes; ``LookupError`` for an unknown codec."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyCodec_Decode(
    object: BorrowedPtr, encoding: CString, errors: Annotated[CString | None, IfNull("default")], /
) -> OwnedPtr | None:
    """Run the decoder of a codec over any object and return what it makes; ``LookupError`` for an unknown codec."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyCodec_Encoder(encoding: CString, /) -> OwnedPtr | None:
    """Return the encoder function of a codec; ``LookupError`` for an unknown one."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyCodec_Decoder(encoding: CString, /) -> OwnedPtr | None:
    """Return the decoder function of a codec; ``LookupError`` for an unknown one."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyCodec_IncrementalEncoder(encoding: CString, errors: Annotated[CString | None, IfNull("default")], /) -> OwnedPtr | None:
    """Make an incremental encoder of a codec; ``LookupError`` for an unknown one."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyCodec_IncrementalDecoder(encoding: CString, errors: Annotated[CString | None, IfNull("default")], /) -> OwnedPtr | None:
    """Make an incremental decoder of a codec; ``LookupError`` for an unknown one."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyCodec_StreamReader(
    encoding: CString, stream: BorrowedPtr, errors: Annotated[CString | None, IfNull("default")], /
) -> OwnedPtr | None:
    """Make a reader of a codec around a stream; ``LookupError`` for an unknown one."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyCodec_StreamWriter(
    encoding: CString, stream: BorrowedPtr, errors: Annotated[CString | None, IfNull("default")], /
) -> OwnedPtr | None:
    """Make a writer of a codec around a stream; ``LookupError`` for an unknown one."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyCodec_RegisterError(name: CString, error: BorrowedPtr, /) -> Status:
    """Give an error handler a name, in place of any other; ``TypeError`` when it cannot be called."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyCodec_LookupError(name: Annotated[CString | None, IfNull("default")], /) -> OwnedPtr | None:
    """Return the error handler of that name, ``strict`` by default; ``LookupError`` when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True, indicator="sets")
def PyCodec_StrictErrors(exception: BorrowedPtr[PyBaseExceptionObject], /) -> Annotated[None, Null("always"), As("PyObject *")]:
    """Set the indicator to ``exception``, or to ``TypeError`` when it is none; the result is always NULL."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyCodec_IgnoreErrors(exception: BorrowedPtr[PyBaseExceptionObject], /) -> OwnedPtr[PyTupleObject] | None:
    """Return an empty string and where to go on after a ``UnicodeError``; ``TypeError`` for any other object."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyCodec_ReplaceErrors(exception: BorrowedPtr[PyBaseExceptionObject], /) -> OwnedPtr[PyTupleObject] | None:
    """Return ``?`` or U+FFFD and where to go on after a ``UnicodeError``; ``TypeError`` for any other object."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyCodec_XMLCharRefReplaceErrors(exception: BorrowedPtr[PyUnicodeEncodeErrorObject], /) -> OwnedPtr[PyTupleObject] | None:
    """Return character references and where to go on after a ``UnicodeEncodeError``; ``TypeError`` for any other object."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyCodec_BackslashReplaceErrors(exception: BorrowedPtr[PyBaseExceptionObject], /) -> OwnedPtr[PyTupleObject] | None:
    """Return escapes and where to go on after a ``UnicodeError``; ``TypeError`` for any other object."""
    raise NotImplementedError


@c_function(limited_api="3.7", may_run_python=True)
def PyCodec_NameReplaceErrors(exception: BorrowedPtr[PyUnicodeEncodeErrorObject], /) -> OwnedPtr[PyTupleObject] | None:
    """Return named escapes and where to go on after a ``UnicodeEncodeError``; ``TypeError`` for any other object."""
    raise NotImplementedError
