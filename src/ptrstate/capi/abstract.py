"""The declarations of ``Include/abstract.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.buffers import Py_buffer
from ptrstate.declaration import c_function
from ptrstate.pointees import PyDictObject, PyTupleObject
from ptrstate.states import BorrowedPtr, Found, OwnedPtr, Status
from ptrstate.vocabulary import (
    Arguments,
    Array,
    CInt,
    Consumed,
    CSize,
    CString,
    Flight,
    Format,
    IfNull,
    KeywordsOf,
    LengthOf,
    Null,
    Py_ssize_t,
    Sentinel,
    Unchecked,
)


@c_function(may_run_python=True)
def PyObject_CallNoArgs(callable: BorrowedPtr, /) -> OwnedPtr | None:
    """Call without arguments."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_GetIter(object: BorrowedPtr, /) -> OwnedPtr | None:
    """Return an iterator."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_GetItem(object: BorrowedPtr, key: BorrowedPtr, /) -> OwnedPtr | None:
    """Return ``object[key]``."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyIter_Next(iterator: Annotated[BorrowedPtr, Unchecked("iterator")], /) -> Annotated[OwnedPtr | None, Null("ambiguous")]:
    """Return the next item; NULL without an exception at the end."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_Vectorcall(
    callable: BorrowedPtr,
    arguments: Array[BorrowedPtr],
    count: Annotated[CSize, LengthOf("arguments")],
    names: Annotated[BorrowedPtr[PyTupleObject] | None, IfNull("default"), Unchecked("type"), KeywordsOf("arguments")],
    /,
) -> OwnedPtr | None:
    """Call with an array of arguments."""
    raise NotImplementedError


@c_function(kind="shim", may_run_python=True)
def PyObject_CallMethod(
    object: BorrowedPtr,
    name: CString,
    format: Annotated[CString, Format("build")],
    /,
    *arguments: Annotated[Arguments, Consumed("reached")],
) -> OwnedPtr | None:
    """Call a method with the arguments that ``format`` builds."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_GetBuffer(exporter: BorrowedPtr, view: Annotated[Py_buffer, Flight(1)], flags: CInt, /) -> Status:
    """Fill ``view`` with the exporter's memory, to be released."""
    raise NotImplementedError


@c_function(may_run_python=True, error_set="allowed")
def PyBuffer_Release(view: Annotated[Py_buffer, Flight(-1)], /) -> None:
    """Release the memory and the exporter."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PySequence_Size(object: BorrowedPtr, /) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Return the length."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_Call(
    callable: BorrowedPtr,
    arguments: Annotated[BorrowedPtr[PyTupleObject], Unchecked("type")],
    keywords: Annotated[BorrowedPtr[PyDictObject] | None, IfNull("default"), Unchecked("type")],
    /,
) -> OwnedPtr | None:
    """Call with a tuple and a dict."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_CallObject(
    callable: BorrowedPtr,
    arguments: Annotated[BorrowedPtr[PyTupleObject] | None, IfNull("default")],
    /,
) -> OwnedPtr | None:
    """Call with a tuple."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_CallOneArg(callable: BorrowedPtr, argument: BorrowedPtr, /) -> OwnedPtr | None:
    """Call with one argument."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_SetItem(object: BorrowedPtr, key: BorrowedPtr, value: BorrowedPtr, /) -> Status:
    """Do ``object[key] = value``."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_Size(object: BorrowedPtr, /) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Return the length."""
    raise NotImplementedError


@c_function
def PyObject_Type(object: BorrowedPtr, /) -> OwnedPtr | None:
    """Return the type."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PySequence_Contains(object: BorrowedPtr, value: BorrowedPtr, /) -> Found:
    """Whether ``value`` is among the items."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PySequence_GetItem(object: BorrowedPtr, index: Py_ssize_t, /) -> OwnedPtr | None:
    """Return the item at ``index``."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PySequence_Tuple(object: BorrowedPtr, /) -> OwnedPtr[PyTupleObject] | None:
    """Make a tuple of the items."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyMapping_GetItemString(object: BorrowedPtr, key: CString, /) -> OwnedPtr | None:
    """Return the value under a text."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyNumber_Index(object: BorrowedPtr, /) -> OwnedPtr | None:
    """Return the number as an int."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyNumber_Long(object: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what ``int`` does."""
    raise NotImplementedError
