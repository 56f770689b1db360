"""The declarations of ``Include/abstract.h``."""

from __future__ import annotations

from typing import Annotated

from ptrstate.declaration import c_function
from ptrstate.pointees import ListOrTuple, PyDictObject, PyFloatObject, PyListObject, PyTupleObject, PyUnicodeObject
from ptrstate.states import BorrowedPtr, Found, InteriorPtr, OwnedPtr, Slot, Status, Var
from ptrstate.vocabulary import (
    Address,
    Arguments,
    Array,
    As,
    Between,
    CBool,
    CInt,
    Consumed,
    CSize,
    CString,
    Format,
    From,
    IfNull,
    IndexOf,
    KeywordsOf,
    LengthOf,
    Null,
    Py_ssize_t,
    Sentinel,
    SsizeVar,
    Unchecked,
)

_LEFT_OUT = {
    "PySequence_Fast_ITEMS": "a bare array of pointers into a list, which the list's next change may move",
}


@c_function(limited_api="3.10", may_run_python=True)
def PyObject_CallNoArgs(callable: BorrowedPtr, /) -> OwnedPtr | None:
    """Call without arguments."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_GetIter(object: BorrowedPtr, /) -> OwnedPtr | None:
    """Return an iterator."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_GetItem(object: BorrowedPtr, key: BorrowedPtr, /) -> OwnedPtr | None:
    """Return ``object[key]``."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyIter_Next(iterator: Annotated[BorrowedPtr, Unchecked("iterator")], /) -> Annotated[OwnedPtr | None, Null("ambiguous")]:
    """Return the next item; NULL without an exception at the end."""
    raise NotImplementedError


@c_function(limited_api="3.12", may_run_python=True)
def PyObject_Vectorcall(
    callable: BorrowedPtr,
    arguments: Array[BorrowedPtr],
    count: Annotated[CSize, LengthOf("arguments")],
    names: Annotated[BorrowedPtr[PyTupleObject] | None, IfNull("default"), Unchecked("type"), KeywordsOf("arguments")],
    /,
) -> OwnedPtr | None:
    """Call with an array of arguments."""
    raise NotImplementedError


@c_function(kind="shim", limited_api="3.2", may_run_python=True)
def PyObject_CallMethod(
    object: BorrowedPtr,
    name: CString,
    format: Annotated[CString, Format("build")],
    /,
    *arguments: Annotated[Arguments, Consumed("reached")],
) -> OwnedPtr | None:
    """Call a method with the arguments that ``format`` builds."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySequence_Size(object: BorrowedPtr, /) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Return the length."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_Call(
    callable: BorrowedPtr,
    arguments: Annotated[BorrowedPtr[PyTupleObject], Unchecked("type")],
    keywords: Annotated[BorrowedPtr[PyDictObject] | None, IfNull("default"), Unchecked("type")],
    /,
) -> OwnedPtr | None:
    """Call with a tuple and a dict."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
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


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_SetItem(object: BorrowedPtr, key: BorrowedPtr, value: BorrowedPtr, /) -> Status:
    """Do ``object[key] = value``."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_Size(object: BorrowedPtr, /) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Return the length."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyObject_Type(object: BorrowedPtr, /) -> OwnedPtr | None:
    """Return the type."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySequence_Contains(object: BorrowedPtr, value: BorrowedPtr, /) -> Found:
    """Whether ``value`` is among the items."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySequence_GetItem(object: BorrowedPtr, index: Py_ssize_t, /) -> OwnedPtr | None:
    """Return the item at ``index``."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySequence_Tuple(object: BorrowedPtr, /) -> OwnedPtr[PyTupleObject] | None:
    """Make a tuple of the items."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyMapping_GetItemString(object: BorrowedPtr, key: CString, /) -> OwnedPtr | None:
    """Return the value under a text."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_Index(object: BorrowedPtr, /) -> OwnedPtr | None:
    """Return the number as an int."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_Long(object: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what ``int`` does."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_Length(object: BorrowedPtr, /) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Return the length."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_DelItem(object: BorrowedPtr, key: BorrowedPtr, /) -> Status:
    """Do ``del object[key]``."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_DelItemString(object: BorrowedPtr, key: CString, /) -> Status:
    """Do ``del object[key]`` with a text."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_Format(
    object: BorrowedPtr, specification: Annotated[BorrowedPtr | None, IfNull("default")], /
) -> OwnedPtr[PyUnicodeObject] | None:
    """Return what ``format`` does."""
    raise NotImplementedError


@c_function(limited_api="3.10", may_run_python=True)
def PyObject_GetAIter(object: BorrowedPtr, /) -> OwnedPtr | None:
    """Return an asynchronous iterator."""
    raise NotImplementedError


@c_function(limited_api="3.8")
def PyIter_Check(object: BorrowedPtr, /) -> CBool:
    """Whether the object is an iterator."""
    raise NotImplementedError


@c_function(limited_api="3.10")
def PyAIter_Check(object: BorrowedPtr, /) -> CBool:
    """Whether the object is an asynchronous iterator."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyNumber_Check(object: Annotated[BorrowedPtr | None, IfNull("default")], /) -> CBool:
    """Whether the object can be made a number; false for NULL."""
    raise NotImplementedError


@c_function(limited_api="3.8")
def PyIndex_Check(object: BorrowedPtr, /) -> CBool:
    """Whether the object has ``__index__``."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PySequence_Check(object: BorrowedPtr, /) -> CBool:
    """Whether the object is a sequence."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyMapping_Check(object: Annotated[BorrowedPtr | None, IfNull("default")], /) -> CBool:
    """Whether the object is a mapping or has slices; false for NULL."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_Add(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_Subtract(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_Multiply(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""
    raise NotImplementedError


@c_function(limited_api="3.7", may_run_python=True)
def PyNumber_MatrixMultiply(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_FloorDivide(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_TrueDivide(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_Remainder(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_Divmod(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_Lshift(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_Rshift(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_And(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_Xor(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_Or(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_InPlaceAdd(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the augmented assignment does; ``left`` itself where it works in place."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_InPlaceSubtract(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the augmented assignment does; ``left`` itself where it works in place."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_InPlaceMultiply(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the augmented assignment does; ``left`` itself where it works in place."""
    raise NotImplementedError


@c_function(limited_api="3.7", may_run_python=True)
def PyNumber_InPlaceMatrixMultiply(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the augmented assignment does; ``left`` itself where it works in place."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_InPlaceFloorDivide(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the augmented assignment does; ``left`` itself where it works in place."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_InPlaceTrueDivide(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the augmented assignment does; ``left`` itself where it works in place."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_InPlaceRemainder(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the augmented assignment does; ``left`` itself where it works in place."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_InPlaceLshift(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the augmented assignment does; ``left`` itself where it works in place."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_InPlaceRshift(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the augmented assignment does; ``left`` itself where it works in place."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_InPlaceAnd(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the augmented assignment does; ``left`` itself where it works in place."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_InPlaceXor(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the augmented assignment does; ``left`` itself where it works in place."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_InPlaceOr(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the augmented assignment does; ``left`` itself where it works in place."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_Negative(object: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_Positive(object: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_Absolute(object: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_Invert(object: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_Float(object: BorrowedPtr, /) -> OwnedPtr[PyFloatObject] | None:
    """Return what the operator does."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_Power(base: BorrowedPtr, exponent: BorrowedPtr, modulus: BorrowedPtr, /) -> OwnedPtr | None:
    """Return ``pow(base, exponent, modulus)``; ``None`` stands for no modulus."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_InPlacePower(base: BorrowedPtr, exponent: BorrowedPtr, modulus: BorrowedPtr, /) -> OwnedPtr | None:
    """Return ``base **= exponent``; ``None`` stands for no modulus."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_AsSsize_t(
    object: BorrowedPtr,
    exception: Annotated[BorrowedPtr | None, IfNull("default")],
    /,
) -> Annotated[Py_ssize_t, Sentinel(-1), Null("ambiguous")]:
    """Return the number; one that does not fit is clipped, or raises ``exception`` where it is given."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyNumber_ToBase(object: BorrowedPtr, base: CInt, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Write the number in base 2, 8, 10 or 16."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySequence_Length(object: BorrowedPtr, /) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Return the length."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySequence_Concat(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return the two sequences one after the other."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySequence_InPlaceConcat(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Add the second sequence to the first, in place where it can."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySequence_Repeat(object: BorrowedPtr, count: Py_ssize_t, /) -> OwnedPtr | None:
    """Return the sequence ``count`` times over."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySequence_InPlaceRepeat(object: BorrowedPtr, count: Py_ssize_t, /) -> OwnedPtr | None:
    """Repeat the sequence, in place where it can."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySequence_GetSlice(object: BorrowedPtr, start: Py_ssize_t, stop: Py_ssize_t, /) -> OwnedPtr | None:
    """Return a slice."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySequence_SetItem(
    object: BorrowedPtr,
    index: Py_ssize_t,
    value: Annotated[BorrowedPtr | None, IfNull("delete")],
    /,
) -> Status:
    """Set the item at ``index``, or delete it when ``value`` is NULL."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySequence_DelItem(object: BorrowedPtr, index: Py_ssize_t, /) -> Status:
    """Delete the item at ``index``."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySequence_SetSlice(
    object: BorrowedPtr,
    start: Py_ssize_t,
    stop: Py_ssize_t,
    value: Annotated[BorrowedPtr | None, IfNull("delete")],
    /,
) -> Status:
    """Set a slice, or delete it when ``value`` is NULL."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySequence_DelSlice(object: BorrowedPtr, start: Py_ssize_t, stop: Py_ssize_t, /) -> Status:
    """Delete a slice."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySequence_List(object: BorrowedPtr, /) -> OwnedPtr[PyListObject] | None:
    """Make a list of the items."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySequence_Fast(object: BorrowedPtr, message: Annotated[CString, Unchecked("utf-8")], /) -> OwnedPtr | None:
    """Return a list or tuple as it is, anything else as a list; ``TypeError`` with ``message`` where it cannot be iterated."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySequence_Count(object: BorrowedPtr, value: BorrowedPtr, /) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Count the items that are equal to ``value``."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySequence_In(object: BorrowedPtr, value: BorrowedPtr, /) -> Found:
    """Whether ``value`` is among the items."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PySequence_Index(object: BorrowedPtr, value: BorrowedPtr, /) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Return where ``value`` is."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyMapping_Size(object: BorrowedPtr, /) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Return the length."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyMapping_Length(object: BorrowedPtr, /) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Return the length."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyMapping_HasKey(object: BorrowedPtr, key: BorrowedPtr, /) -> CBool:
    """Whether there is such a key; every error is swallowed."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyMapping_HasKeyString(object: BorrowedPtr, key: CString, /) -> CBool:
    """Whether there is such a key; every error is swallowed."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13", may_run_python=True)
def PyMapping_HasKeyWithError(object: BorrowedPtr, key: BorrowedPtr, /) -> Found:
    """Whether there is such a key."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13", may_run_python=True)
def PyMapping_HasKeyStringWithError(object: BorrowedPtr, key: CString, /) -> Found:
    """Whether there is such a key."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13", may_run_python=True)
def PyMapping_GetOptionalItem(object: BorrowedPtr, key: BorrowedPtr, result: Slot, /) -> Found:
    """Store the value under ``key`` in ``result``; absent without an exception when there is none."""
    raise NotImplementedError


@c_function(since="3.13", limited_api="3.13", may_run_python=True)
def PyMapping_GetOptionalItemString(object: BorrowedPtr, key: CString, result: Slot, /) -> Found:
    """Store the value under a text in ``result``; absent without an exception when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyMapping_Keys(object: BorrowedPtr, /) -> OwnedPtr[PyListObject] | None:
    """Make a list of the keys."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyMapping_Values(object: BorrowedPtr, /) -> OwnedPtr[PyListObject] | None:
    """Make a list of the values."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyMapping_Items(object: BorrowedPtr, /) -> OwnedPtr[PyListObject] | None:
    """Make a list of the pairs."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyMapping_SetItemString(object: BorrowedPtr, key: CString, value: BorrowedPtr, /) -> Status:
    """Store ``value`` under a text."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_IsInstance(object: BorrowedPtr, type: BorrowedPtr, /) -> Found:
    """Whether ``object`` is an instance."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyObject_IsSubclass(object: BorrowedPtr, type: BorrowedPtr, /) -> Found:
    """Whether ``object`` is a subclass."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_VectorcallDict(
    callable: BorrowedPtr,
    arguments: Array[BorrowedPtr],
    count: Annotated[CSize, LengthOf("arguments")],
    keywords: Annotated[BorrowedPtr[PyDictObject] | None, IfNull("default"), Unchecked("type")],
    /,
) -> OwnedPtr | None:
    """Call with an array and a dict."""
    raise NotImplementedError


@c_function(limited_api="3.12", may_run_python=True)
def PyVectorcall_Call(
    callable: BorrowedPtr,
    arguments: Annotated[BorrowedPtr[PyTupleObject], Unchecked("type")],
    keywords: Annotated[BorrowedPtr[PyDictObject] | None, IfNull("default"), Unchecked("type")],
    /,
) -> OwnedPtr | None:
    """Call an object that supports vectorcall with a tuple and a dict."""
    raise NotImplementedError


@c_function(kind="macro", may_run_python=True)
def PyObject_CallMethodNoArgs(object: BorrowedPtr, name: BorrowedPtr, /) -> OwnedPtr | None:
    """Call a method without arguments."""
    raise NotImplementedError


@c_function(kind="macro", may_run_python=True)
def PyObject_CallMethodOneArg(object: BorrowedPtr, name: BorrowedPtr, argument: BorrowedPtr, /) -> OwnedPtr | None:
    """Call a method with one argument."""
    raise NotImplementedError


@c_function(may_run_python=True)
def PyObject_LengthHint(object: BorrowedPtr, default: Py_ssize_t, /) -> Annotated[Py_ssize_t, Sentinel(-1), Null("ambiguous")]:
    """Guess the length, or return ``default``."""
    raise NotImplementedError


@c_function(may_run_python=True, limited_api="3.10")
def PyIter_Send(
    iterator: BorrowedPtr, argument: BorrowedPtr, result: Slot, /
) -> Annotated[int, As("PySendResult"), Sentinel(-1)]:
    """Send ``argument`` on, and store what is yielded (1) or at last returned (0)."""
    raise NotImplementedError


@c_function(kind="shim", may_run_python=True, limited_api="3.2")
def PyObject_CallFunction(
    callable: BorrowedPtr, format: Annotated[CString | None, IfNull("default"), Format("build")], /, *arguments: Arguments
) -> OwnedPtr | None:
    """Call with the arguments that ``format`` builds."""
    raise NotImplementedError


@c_function(kind="shim", may_run_python=True, limited_api="3.2")
def PyObject_CallFunctionObjArgs(callable: BorrowedPtr, /, *arguments: BorrowedPtr) -> OwnedPtr | None:
    """Call with arguments that follow one by one."""
    raise NotImplementedError


@c_function(kind="shim", may_run_python=True, limited_api="3.2")
def PyObject_CallMethodObjArgs(object: BorrowedPtr, name: BorrowedPtr, /, *arguments: BorrowedPtr) -> OwnedPtr | None:
    """Call a method with arguments that follow one by one."""
    raise NotImplementedError


@c_function(may_run_python=True, limited_api="3.12")
def PyObject_VectorcallMethod(
    name: BorrowedPtr,
    arguments: Array[BorrowedPtr],
    count: Annotated[CSize, LengthOf("arguments"), Between(1, (1 << 63) - 1)],
    names: Annotated[BorrowedPtr[PyTupleObject] | None, IfNull("default"), Unchecked("type"), KeywordsOf("arguments")],
    /,
) -> OwnedPtr | None:
    """Call a method of the first argument with the others."""
    raise NotImplementedError


@c_function
def PyVectorcall_Function(callable: BorrowedPtr, /) -> Annotated[Address | None, As("vectorcallfunc"), Null("absent")]:
    """Return the address by which an array of arguments is taken; NULL when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.12", kind="macro")
def PyVectorcall_NARGS(count: CSize, /) -> Py_ssize_t:
    """Return the number of arguments without the flag that may come with it."""
    raise NotImplementedError


@c_function(kind="macro", limited_api="3.13", may_run_python=True, changes={"3.13": {"kind": "function", "header": "object.h"}})
def PyObject_DelAttr(object: BorrowedPtr, name: BorrowedPtr, /) -> Status:
    """Do ``del object.name``."""
    raise NotImplementedError


@c_function(kind="macro", limited_api="3.13", may_run_python=True, changes={"3.13": {"kind": "function", "header": "object.h"}})
def PyObject_DelAttrString(object: BorrowedPtr, name: CString, /) -> Status:
    """Do ``del object.name`` with a text."""
    raise NotImplementedError


@c_function(kind="macro", may_run_python=True)
def PyMapping_DelItem(object: BorrowedPtr, key: BorrowedPtr, /) -> Status:
    """Do ``del object[key]``."""
    raise NotImplementedError


@c_function(kind="macro", may_run_python=True)
def PyMapping_DelItemString(object: BorrowedPtr, key: CString, /) -> Status:
    """Do ``del object[key]`` with a text."""
    raise NotImplementedError


@c_function(kind="macro")
def PySequence_Fast_GET_SIZE(sequence: Annotated[BorrowedPtr[ListOrTuple], Unchecked("type")], /) -> Py_ssize_t:
    """Return the number of items of what ``PySequence_Fast`` made."""
    raise NotImplementedError


@c_function(kind="macro")
def PySequence_Fast_GET_ITEM(
    sequence: Annotated[BorrowedPtr[ListOrTuple], Unchecked("type")], index: Annotated[Py_ssize_t, IndexOf("sequence")], /
) -> Annotated[BorrowedPtr, From("sequence", "mutable")]:
    """Return an item of what ``PySequence_Fast`` made, borrowed; nothing is checked in C."""
    raise NotImplementedError


@c_function(kind="macro", may_run_python=True)
def PySequence_ITEM(sequence: Annotated[BorrowedPtr, Unchecked("sequence")], index: Py_ssize_t, /) -> OwnedPtr | None:
    """Return an item; a negative index is handed on as it is."""
    raise NotImplementedError


@c_function(limited_api="3.2", until="3.13", may_run_python=True)
def PyObject_CheckReadBuffer(object: BorrowedPtr, /) -> CBool:
    """Whether the object exports contiguous memory."""
    raise NotImplementedError


@c_function(limited_api="3.2", until="3.13", may_run_python=True)
def PyObject_AsCharBuffer(
    object: BorrowedPtr,
    buffer: Annotated[Var[InteriorPtr | None], As("const char **"), From("object", "mutable")],
    length: SsizeVar,
    /,
) -> Status:
    """Store the address and the length of the object's memory, which nothing holds there."""
    raise NotImplementedError


@c_function(limited_api="3.2", until="3.13", may_run_python=True)
def PyObject_AsReadBuffer(
    object: BorrowedPtr,
    buffer: Annotated[Var[InteriorPtr | None], As("const void **"), From("object", "mutable")],
    length: SsizeVar,
    /,
) -> Status:
    """Store the address and the length of the object's memory, which nothing holds there."""
    raise NotImplementedError


@c_function(limited_api="3.2", until="3.13", may_run_python=True)
def PyObject_AsWriteBuffer(
    object: BorrowedPtr,
    buffer: Annotated[Var[InteriorPtr | None], As("void **"), From("object", "mutable")],
    length: SsizeVar,
    /,
) -> Status:
    """Store the address and the length of the object's writable memory, which nothing holds there."""
    raise NotImplementedError
