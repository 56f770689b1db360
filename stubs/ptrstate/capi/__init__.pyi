# Generated from the declarations by `ptrstate emit stubs`; do not edit.
"""The C functions by their own names, flat: ``capi.PyList_New(3)``.  Each is bound when it is first asked for."""

import functools
import sys
from collections.abc import Callable, Sequence
from typing import Any, Final

from ptrstate.buffers import Py_buffer
from ptrstate.declaration import DataDeclaration, Declaration
from ptrstate.pointees import (
    FILE,
    ListOrTuple,
    Opaque,
    PyBaseExceptionObject,
    PyByteArrayObject,
    PyBytesObject,
    PyCapsuleObject,
    PyCellObject,
    PyCFunctionObject,
    PyCodeObject,
    PyCompilerFlags,
    PyComplexObject,
    PyContext,
    PyContextToken,
    PyContextVar,
    PyDateTime_Date,
    PyDateTime_DateTime,
    PyDateTime_Delta,
    PyDateTime_Time,
    PyDateTime_TZInfo,
    PyDescrObject,
    PyDictObject,
    PyFloatObject,
    PyFrameObject,
    PyFunctionObject,
    PyGenObject,
    PyGetSetDef,
    PyInstanceMethodObject,
    PyInterpreterState,
    PyListObject,
    PyLongObject,
    PyMemberDef,
    PyMemoryViewObject,
    PyMethodDef,
    PyMethodObject,
    PyModuleDef,
    PyModuleObject,
    PyMonitoringState,
    PyObject,
    PyODictObject,
    PyPickleBufferObject,
    PySetObject,
    PySliceObject,
    PyStructSequence_Desc,
    PyThreadState,
    PyTracebackObject,
    PyTupleObject,
    PyType_Spec,
    PyTypeObject,
    PyUnicodeDecodeErrorObject,
    PyUnicodeEncodeErrorObject,
    PyUnicodeObject,
    PyUnicodeTranslateErrorObject,
    PyWeakReference,
)
from ptrstate.states import BorrowedPtr, BorrowedSlot, Found, InteriorPtr, NonNull, OwnedPtr, Slot, Status, Var
from ptrstate.vocabulary import (
    Address,
    AnyAddress,
    Arguments,
    CBool,
    CChar,
    CComplex,
    CDouble,
    CInt,
    CLong,
    CLongLong,
    CSize,
    CString,
    CText,
    CUnsignedInt,
    CUnsignedLong,
    CUnsignedLongLong,
    IntVar,
    Memory,
    Py_hash_t,
    Py_ssize_t,
    Py_UCS4,
    SsizeVar,
)

@functools.cache
def declarations() -> dict[str, Declaration[..., Any] | DataDeclaration]:
    """Return every declaration of every header, whatever version has it, by name."""

# ---- ptrstate.capi.abstract ----

if sys.version_info < (3, 13):
    def PyObject_CheckReadBuffer(object: BorrowedPtr, /) -> CBool:
        """Whether the object exports contiguous memory."""

    def PyObject_AsCharBuffer(object: BorrowedPtr, buffer: Var[InteriorPtr | None], length: SsizeVar, /) -> Status:
        """Store the address and the length of the object's memory, which nothing holds there."""

    def PyObject_AsReadBuffer(object: BorrowedPtr, buffer: Var[InteriorPtr | None], length: SsizeVar, /) -> Status:
        """Store the address and the length of the object's memory, which nothing holds there."""

    def PyObject_AsWriteBuffer(object: BorrowedPtr, buffer: Var[InteriorPtr | None], length: SsizeVar, /) -> Status:
        """Store the address and the length of the object's writable memory, which nothing holds there."""

def PyObject_CallNoArgs(callable: BorrowedPtr, /) -> OwnedPtr | None:
    """Call without arguments."""

def PyObject_GetIter(object: BorrowedPtr, /) -> OwnedPtr | None:
    """Return an iterator."""

def PyObject_GetItem(object: BorrowedPtr, key: BorrowedPtr, /) -> OwnedPtr | None:
    """Return ``object[key]``."""

def PyIter_Next(iterator: BorrowedPtr, /) -> OwnedPtr | None:
    """Return the next item; NULL without an exception at the end."""

def PyObject_Vectorcall(
    callable: BorrowedPtr,
    arguments: Sequence[BorrowedPtr],
    count: CSize,
    names: BorrowedPtr[PyTupleObject] | None,
    /,
) -> OwnedPtr | None:
    """Call with an array of arguments."""

def PyObject_CallMethod(object: BorrowedPtr, name: CString, format: CString, /, *arguments: Arguments) -> OwnedPtr | None:
    """Call a method with the arguments that ``format`` builds."""

def PySequence_Size(object: BorrowedPtr, /) -> Py_ssize_t:
    """Return the length."""

def PyObject_Call(
    callable: BorrowedPtr,
    arguments: BorrowedPtr[PyTupleObject],
    keywords: BorrowedPtr[PyDictObject] | None,
    /,
) -> OwnedPtr | None:
    """Call with a tuple and a dict."""

def PyObject_CallObject(callable: BorrowedPtr, arguments: BorrowedPtr[PyTupleObject] | None, /) -> OwnedPtr | None:
    """Call with a tuple."""

def PyObject_CallOneArg(callable: BorrowedPtr, argument: BorrowedPtr, /) -> OwnedPtr | None:
    """Call with one argument."""

def PyObject_SetItem(object: BorrowedPtr, key: BorrowedPtr, value: BorrowedPtr, /) -> Status:
    """Do ``object[key] = value``."""

def PyObject_Size(object: BorrowedPtr, /) -> Py_ssize_t:
    """Return the length."""

def PyObject_Type(object: BorrowedPtr, /) -> OwnedPtr | None:
    """Return the type."""

def PySequence_Contains(object: BorrowedPtr, value: BorrowedPtr, /) -> Found:
    """Whether ``value`` is among the items."""

def PySequence_GetItem(object: BorrowedPtr, index: Py_ssize_t, /) -> OwnedPtr | None:
    """Return the item at ``index``."""

def PySequence_Tuple(object: BorrowedPtr, /) -> OwnedPtr[PyTupleObject] | None:
    """Make a tuple of the items."""

def PyMapping_GetItemString(object: BorrowedPtr, key: CString, /) -> OwnedPtr | None:
    """Return the value under a text."""

def PyNumber_Index(object: BorrowedPtr, /) -> OwnedPtr | None:
    """Return the number as an int."""

def PyNumber_Long(object: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what ``int`` does."""

def PyObject_Length(object: BorrowedPtr, /) -> Py_ssize_t:
    """Return the length."""

def PyObject_DelItem(object: BorrowedPtr, key: BorrowedPtr, /) -> Status:
    """Do ``del object[key]``."""

def PyObject_DelItemString(object: BorrowedPtr, key: CString, /) -> Status:
    """Do ``del object[key]`` with a text."""

def PyObject_Format(object: BorrowedPtr, specification: BorrowedPtr | None, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return what ``format`` does."""

def PyObject_GetAIter(object: BorrowedPtr, /) -> OwnedPtr | None:
    """Return an asynchronous iterator."""

def PyIter_Check(object: BorrowedPtr, /) -> CBool:
    """Whether the object is an iterator."""

def PyAIter_Check(object: BorrowedPtr, /) -> CBool:
    """Whether the object is an asynchronous iterator."""

def PyNumber_Check(object: BorrowedPtr | None, /) -> CBool:
    """Whether the object can be made a number; false for NULL."""

def PyIndex_Check(object: BorrowedPtr, /) -> CBool:
    """Whether the object has ``__index__``."""

def PySequence_Check(object: BorrowedPtr, /) -> CBool:
    """Whether the object is a sequence."""

def PyMapping_Check(object: BorrowedPtr | None, /) -> CBool:
    """Whether the object is a mapping or has slices; false for NULL."""

def PyNumber_Add(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""

def PyNumber_Subtract(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""

def PyNumber_Multiply(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""

def PyNumber_MatrixMultiply(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""

def PyNumber_FloorDivide(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""

def PyNumber_TrueDivide(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""

def PyNumber_Remainder(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""

def PyNumber_Divmod(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""

def PyNumber_Lshift(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""

def PyNumber_Rshift(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""

def PyNumber_And(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""

def PyNumber_Xor(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""

def PyNumber_Or(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""

def PyNumber_InPlaceAdd(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the augmented assignment does; ``left`` itself where it works in place."""

def PyNumber_InPlaceSubtract(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the augmented assignment does; ``left`` itself where it works in place."""

def PyNumber_InPlaceMultiply(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the augmented assignment does; ``left`` itself where it works in place."""

def PyNumber_InPlaceMatrixMultiply(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the augmented assignment does; ``left`` itself where it works in place."""

def PyNumber_InPlaceFloorDivide(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the augmented assignment does; ``left`` itself where it works in place."""

def PyNumber_InPlaceTrueDivide(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the augmented assignment does; ``left`` itself where it works in place."""

def PyNumber_InPlaceRemainder(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the augmented assignment does; ``left`` itself where it works in place."""

def PyNumber_InPlaceLshift(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the augmented assignment does; ``left`` itself where it works in place."""

def PyNumber_InPlaceRshift(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the augmented assignment does; ``left`` itself where it works in place."""

def PyNumber_InPlaceAnd(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the augmented assignment does; ``left`` itself where it works in place."""

def PyNumber_InPlaceXor(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the augmented assignment does; ``left`` itself where it works in place."""

def PyNumber_InPlaceOr(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the augmented assignment does; ``left`` itself where it works in place."""

def PyNumber_Negative(object: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""

def PyNumber_Positive(object: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""

def PyNumber_Absolute(object: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""

def PyNumber_Invert(object: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what the operator does."""

def PyNumber_Float(object: BorrowedPtr, /) -> OwnedPtr[PyFloatObject] | None:
    """Return what the operator does."""

def PyNumber_Power(base: BorrowedPtr, exponent: BorrowedPtr, modulus: BorrowedPtr, /) -> OwnedPtr | None:
    """Return ``pow(base, exponent, modulus)``; ``None`` stands for no modulus."""

def PyNumber_InPlacePower(base: BorrowedPtr, exponent: BorrowedPtr, modulus: BorrowedPtr, /) -> OwnedPtr | None:
    """Return ``base **= exponent``; ``None`` stands for no modulus."""

def PyNumber_AsSsize_t(object: BorrowedPtr, exception: BorrowedPtr | None, /) -> Py_ssize_t:
    """Return the number; one that does not fit is clipped, or raises ``exception`` where it is given."""

def PyNumber_ToBase(object: BorrowedPtr, base: CInt, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Write the number in base 2, 8, 10 or 16."""

def PySequence_Length(object: BorrowedPtr, /) -> Py_ssize_t:
    """Return the length."""

def PySequence_Concat(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return the two sequences one after the other."""

def PySequence_InPlaceConcat(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Add the second sequence to the first, in place where it can."""

def PySequence_Repeat(object: BorrowedPtr, count: Py_ssize_t, /) -> OwnedPtr | None:
    """Return the sequence ``count`` times over."""

def PySequence_InPlaceRepeat(object: BorrowedPtr, count: Py_ssize_t, /) -> OwnedPtr | None:
    """Repeat the sequence, in place where it can."""

def PySequence_GetSlice(object: BorrowedPtr, start: Py_ssize_t, stop: Py_ssize_t, /) -> OwnedPtr | None:
    """Return a slice."""

def PySequence_SetItem(object: BorrowedPtr, index: Py_ssize_t, value: BorrowedPtr | None, /) -> Status:
    """Set the item at ``index``, or delete it when ``value`` is NULL."""

def PySequence_DelItem(object: BorrowedPtr, index: Py_ssize_t, /) -> Status:
    """Delete the item at ``index``."""

def PySequence_SetSlice(object: BorrowedPtr, start: Py_ssize_t, stop: Py_ssize_t, value: BorrowedPtr | None, /) -> Status:
    """Set a slice, or delete it when ``value`` is NULL."""

def PySequence_DelSlice(object: BorrowedPtr, start: Py_ssize_t, stop: Py_ssize_t, /) -> Status:
    """Delete a slice."""

def PySequence_List(object: BorrowedPtr, /) -> OwnedPtr[PyListObject] | None:
    """Make a list of the items."""

def PySequence_Fast(object: BorrowedPtr, message: CString, /) -> OwnedPtr | None:
    """Return a list or tuple as it is, anything else as a list; ``TypeError`` with ``message`` where it cannot be iterated."""

def PySequence_Count(object: BorrowedPtr, value: BorrowedPtr, /) -> Py_ssize_t:
    """Count the items that are equal to ``value``."""

def PySequence_In(object: BorrowedPtr, value: BorrowedPtr, /) -> Found:
    """Whether ``value`` is among the items."""

def PySequence_Index(object: BorrowedPtr, value: BorrowedPtr, /) -> Py_ssize_t:
    """Return where ``value`` is."""

def PyMapping_Size(object: BorrowedPtr, /) -> Py_ssize_t:
    """Return the length."""

def PyMapping_Length(object: BorrowedPtr, /) -> Py_ssize_t:
    """Return the length."""

def PyMapping_HasKey(object: BorrowedPtr, key: BorrowedPtr, /) -> CBool:
    """Whether there is such a key; every error is swallowed."""

def PyMapping_HasKeyString(object: BorrowedPtr, key: CString, /) -> CBool:
    """Whether there is such a key; every error is swallowed."""

def PyMapping_Keys(object: BorrowedPtr, /) -> OwnedPtr[PyListObject] | None:
    """Make a list of the keys."""

def PyMapping_Values(object: BorrowedPtr, /) -> OwnedPtr[PyListObject] | None:
    """Make a list of the values."""

def PyMapping_Items(object: BorrowedPtr, /) -> OwnedPtr[PyListObject] | None:
    """Make a list of the pairs."""

def PyMapping_SetItemString(object: BorrowedPtr, key: CString, value: BorrowedPtr, /) -> Status:
    """Store ``value`` under a text."""

def PyObject_IsInstance(object: BorrowedPtr, type: BorrowedPtr, /) -> Found:
    """Whether ``object`` is an instance."""

def PyObject_IsSubclass(object: BorrowedPtr, type: BorrowedPtr, /) -> Found:
    """Whether ``object`` is a subclass."""

def PyObject_VectorcallDict(
    callable: BorrowedPtr,
    arguments: Sequence[BorrowedPtr],
    count: CSize,
    keywords: BorrowedPtr[PyDictObject] | None,
    /,
) -> OwnedPtr | None:
    """Call with an array and a dict."""

def PyVectorcall_Call(
    callable: BorrowedPtr,
    arguments: BorrowedPtr[PyTupleObject],
    keywords: BorrowedPtr[PyDictObject] | None,
    /,
) -> OwnedPtr | None:
    """Call an object that supports vectorcall with a tuple and a dict."""

def PyObject_CallMethodNoArgs(object: BorrowedPtr, name: BorrowedPtr, /) -> OwnedPtr | None:
    """Call a method without arguments."""

def PyObject_CallMethodOneArg(object: BorrowedPtr, name: BorrowedPtr, argument: BorrowedPtr, /) -> OwnedPtr | None:
    """Call a method with one argument."""

def PyObject_LengthHint(object: BorrowedPtr, default: Py_ssize_t, /) -> Py_ssize_t:
    """Guess the length, or return ``default``."""

def PyIter_Send(iterator: BorrowedPtr, argument: BorrowedPtr, result: Slot, /) -> int:
    """Send ``argument`` on, and store what is yielded (1) or at last returned (0)."""

def PyObject_CallFunction(callable: BorrowedPtr, format: CString | None, /, *arguments: Arguments) -> OwnedPtr | None:
    """Call with the arguments that ``format`` builds."""

def PyObject_CallFunctionObjArgs(callable: BorrowedPtr, /, *arguments: BorrowedPtr) -> OwnedPtr | None:
    """Call with arguments that follow one by one."""

def PyObject_CallMethodObjArgs(object: BorrowedPtr, name: BorrowedPtr, /, *arguments: BorrowedPtr) -> OwnedPtr | None:
    """Call a method with arguments that follow one by one."""

def PyObject_VectorcallMethod(
    name: BorrowedPtr,
    arguments: Sequence[BorrowedPtr],
    count: CSize,
    names: BorrowedPtr[PyTupleObject] | None,
    /,
) -> OwnedPtr | None:
    """Call a method of the first argument with the others."""

def PyVectorcall_Function(callable: BorrowedPtr, /) -> Address | None:
    """Return the address by which an array of arguments is taken; NULL when there is none."""

def PyVectorcall_NARGS(count: CSize, /) -> Py_ssize_t:
    """Return the number of arguments without the flag that may come with it."""

def PyObject_DelAttr(object: BorrowedPtr, name: BorrowedPtr, /) -> Status:
    """Do ``del object.name``."""

def PyObject_DelAttrString(object: BorrowedPtr, name: CString, /) -> Status:
    """Do ``del object.name`` with a text."""

def PyMapping_DelItem(object: BorrowedPtr, key: BorrowedPtr, /) -> Status:
    """Do ``del object[key]``."""

def PyMapping_DelItemString(object: BorrowedPtr, key: CString, /) -> Status:
    """Do ``del object[key]`` with a text."""

def PySequence_Fast_GET_SIZE(sequence: BorrowedPtr[ListOrTuple], /) -> Py_ssize_t:
    """Return the number of items of what ``PySequence_Fast`` made."""

def PySequence_Fast_GET_ITEM(sequence: BorrowedPtr[ListOrTuple], index: Py_ssize_t, /) -> BorrowedPtr:
    """Return an item of what ``PySequence_Fast`` made, borrowed; nothing is checked in C."""

def PySequence_ITEM(sequence: BorrowedPtr, index: Py_ssize_t, /) -> OwnedPtr | None:
    """Return an item; a negative index is handed on as it is."""

if sys.version_info >= (3, 13):
    def PyMapping_HasKeyWithError(object: BorrowedPtr, key: BorrowedPtr, /) -> Found:
        """Whether there is such a key."""

    def PyMapping_HasKeyStringWithError(object: BorrowedPtr, key: CString, /) -> Found:
        """Whether there is such a key."""

    def PyMapping_GetOptionalItem(object: BorrowedPtr, key: BorrowedPtr, result: Slot, /) -> Found:
        """Store the value under ``key`` in ``result``; absent without an exception when there is none."""

    def PyMapping_GetOptionalItemString(object: BorrowedPtr, key: CString, result: Slot, /) -> Found:
        """Store the value under a text in ``result``; absent without an exception when there is none."""

# ---- ptrstate.capi.bltinmodule ----

PyFilter_Type: Final[BorrowedPtr[PyTypeObject]]
PyMap_Type: Final[BorrowedPtr[PyTypeObject]]
PyZip_Type: Final[BorrowedPtr[PyTypeObject]]

# ---- ptrstate.capi.boolobject ----

PyBool_Type: Final[BorrowedPtr[PyTypeObject]]
Py_True: Final[BorrowedPtr[PyObject]]
Py_False: Final[BorrowedPtr[PyObject]]

def PyBool_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is ``True`` or ``False``."""

def PyBool_FromLong(value: CLong, /) -> OwnedPtr:
    """Return ``True`` or ``False``, as ``value`` is nonzero or zero."""

def Py_IsTrue(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is ``True`` itself."""

def Py_IsFalse(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is ``False`` itself."""

# ---- ptrstate.capi.bytearrayobject ----

PyByteArray_Type: Final[BorrowedPtr[PyTypeObject]]
PyByteArrayIter_Type: Final[BorrowedPtr[PyTypeObject]]

def PyByteArray_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a bytearray, or of a type derived from it."""

def PyByteArray_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a bytearray and of no derived type."""

def PyByteArray_FromObject(values: BorrowedPtr, /) -> OwnedPtr[PyByteArrayObject] | None:
    """Make a bytearray as its type does: of a bytes-like object, an iterable of numbers, or so many zeros."""

def PyByteArray_FromStringAndSize(string: CString | None, size: Py_ssize_t, /) -> OwnedPtr[PyByteArrayObject] | None:
    """Copy ``size`` bytes into a new bytearray; without a text they are left to be written."""

def PyByteArray_Concat(first: BorrowedPtr, second: BorrowedPtr, /) -> OwnedPtr[PyByteArrayObject] | None:
    """Make a bytearray of two bytes-like objects; ``TypeError`` when one is none."""

def PyByteArray_Size(bytearray: BorrowedPtr[PyByteArrayObject], /) -> Py_ssize_t:
    """Return the number of bytes."""

def PyByteArray_AsString(bytearray: BorrowedPtr[PyByteArrayObject], /) -> InteriorPtr:
    """Return the address of the bytes, after which there is a NUL; resizing moves them."""

def PyByteArray_Resize(bytearray: BorrowedPtr[PyByteArrayObject], size: Py_ssize_t, /) -> Status:
    """Give a bytearray another length; ``BufferError`` while somebody has a view of it."""

def PyByteArray_GET_SIZE(bytearray: BorrowedPtr[PyByteArrayObject], /) -> Py_ssize_t:
    """Return the number of bytes."""

def PyByteArray_AS_STRING(bytearray: BorrowedPtr[PyByteArrayObject], /) -> InteriorPtr:
    """Return the address of the bytes, after which there is a NUL; resizing moves them."""

# ---- ptrstate.capi.bytesobject ----

PyBytes_Type: Final[BorrowedPtr[PyTypeObject]]
PyBytesIter_Type: Final[BorrowedPtr[PyTypeObject]]

def PyBytes_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``bytes``, or of a type derived from it."""

def PyBytes_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``bytes`` and of no derived type."""

def PyBytes_FromStringAndSize(string: CString | None, size: Py_ssize_t, /) -> OwnedPtr[PyBytesObject] | None:
    """Copy ``size`` bytes into a new object; without a text they are left to be written before the object is used."""

def PyBytes_FromString(text: CString, /) -> OwnedPtr[PyBytesObject] | None:
    """Copy a text that ends with NUL into a new object."""

def PyBytes_FromObject(object: BorrowedPtr, /) -> OwnedPtr[PyBytesObject] | None:
    """Make bytes from a bytes-like object or an iterable of numbers; ``TypeError`` or ``ValueError`` for anything else."""

def PyBytes_FromFormat(format: CString, /, *arguments: Arguments) -> OwnedPtr[PyBytesObject] | None:
    """Make bytes as ``printf`` would; a unit it does not know is copied, with all that follows."""

def PyBytes_FromFormatV(format: CString, /, *arguments: Arguments) -> OwnedPtr[PyBytesObject] | None:
    """Make bytes as ``printf`` would, of the arguments in a ``va_list``, which the binding makes."""

def PyBytes_Size(bytes: BorrowedPtr[PyBytesObject], /) -> Py_ssize_t:
    """Return the number of bytes; ``TypeError`` when it is no such object."""

def PyBytes_AsString(bytes: BorrowedPtr[PyBytesObject], /) -> InteriorPtr | None:
    """Return the address of the bytes, after which there is a NUL; ``TypeError`` when it is no such object."""

def PyBytes_AsStringAndSize(
    bytes: BorrowedPtr[PyBytesObject],
    string: Var[InteriorPtr | None],
    size: SsizeVar | None,
    /,
) -> Status:
    """Store the address of the bytes and their number.  Without ``size``, a NUL inside is a ``ValueError``."""

def PyBytes_Concat(bytes: Slot[PyBytesObject], part: BorrowedPtr | None, /) -> None:
    """Append ``part`` to the bytes in the slot.

    On failure, or when ``part`` is NULL, the slot is emptied; an empty one stays so."""

def PyBytes_ConcatAndDel(bytes: Slot[PyBytesObject], part: OwnedPtr | None, /) -> None:
    """Append ``part`` to the bytes in the slot and release it, whatever happens.  On failure the slot is emptied."""

def PyBytes_Repr(bytes: BorrowedPtr[PyBytesObject], smartquotes: CBool, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return the bytes as a literal, in double quotes where ``smartquotes`` allows them and they save escapes."""

def PyBytes_DecodeEscape(
    string: CString,
    length: Py_ssize_t,
    errors: CString | None,
    unicode: Py_ssize_t,
    recode_encoding: CString | None,
    /,
) -> OwnedPtr[PyBytesObject] | None:
    """Resolve the escapes of a bytes literal; ``ValueError`` for a bad one unless ``errors`` says otherwise.

    The last two are unused."""

def _PyBytes_Resize(bytes: Slot[PyBytesObject], size: Py_ssize_t, /) -> Status:
    """Give the bytes in the slot another length.  On failure, which until 3.12 sharing the object is, the slot is emptied."""

def PyBytes_AS_STRING(bytes: BorrowedPtr[PyBytesObject], /) -> InteriorPtr:
    """Return the address of the bytes, after which there is a NUL."""

def PyBytes_GET_SIZE(bytes: BorrowedPtr[PyBytesObject], /) -> Py_ssize_t:
    """Return the number of bytes."""

# ---- ptrstate.capi.cellobject ----

PyCell_Type: Final[BorrowedPtr[PyTypeObject]]

def PyCell_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a cell."""

def PyCell_New(content: BorrowedPtr | None, /) -> OwnedPtr[PyCellObject] | None:
    """Make a cell, which takes a reference to ``content``; empty when that is NULL."""

def PyCell_Get(cell: BorrowedPtr[PyCellObject], /) -> OwnedPtr | None:
    """Return what is in the cell; NULL, without an exception, when it is empty."""

def PyCell_Set(cell: BorrowedPtr[PyCellObject], content: BorrowedPtr | None, /) -> Status:
    """Put ``content`` into the cell and release what was there."""

def PyCell_GET(cell: BorrowedPtr[PyCellObject], /) -> BorrowedPtr | None:
    """Return what is in the cell, borrowed; NULL when it is empty."""

def PyCell_SET(cell: BorrowedPtr[PyCellObject], content: OwnedPtr | None, /) -> None:
    """Move ``content`` into the cell; what was there is not released."""

# ---- ptrstate.capi.ceval ----

if sys.version_info < (3, 13):
    def PyEval_CallObjectWithKeywords(
        callable: BorrowedPtr,
        arguments: BorrowedPtr[PyTupleObject] | None,
        keywords: BorrowedPtr[PyDictObject] | None,
        /,
    ) -> OwnedPtr | None:
        """Call with a tuple and a dict; ``TypeError`` for anything else."""

    def PyEval_CallObject(callable: BorrowedPtr, arguments: BorrowedPtr[PyTupleObject] | None, /) -> OwnedPtr | None:
        """Call with a tuple; ``TypeError`` for anything else."""

    def PyEval_CallFunction(callable: BorrowedPtr, format: CString, /, *arguments: Arguments) -> OwnedPtr | None:
        """Call with the arguments that ``format`` builds."""

    def PyEval_CallMethod(object: BorrowedPtr, name: CString, format: CString, /, *arguments: Arguments) -> OwnedPtr | None:
        """Call a method with the arguments that ``format`` builds."""

def PyEval_GetBuiltins() -> BorrowedPtr[PyDictObject]:
    """Return the builtins of the running frame, borrowed."""

def PyEval_GetLocals() -> BorrowedPtr | None:
    """Return the locals of the running frame, borrowed."""

def PyEval_EvalCode(
    code: BorrowedPtr[PyCodeObject],
    globals: BorrowedPtr[PyDictObject],
    locals: BorrowedPtr | None,
    /,
) -> OwnedPtr | None:
    """Run a code object with its variables; ``locals`` are the globals when NULL."""

def PyEval_GetGlobals() -> BorrowedPtr[PyDictObject] | None:
    """Return the globals of the running frame, borrowed; NULL when none is running."""

def PyEval_GetFrame() -> BorrowedPtr[PyFrameObject] | None:
    """Return the running frame, borrowed; NULL when none is."""

def PyEval_GetFuncName(function: BorrowedPtr, /) -> CText:
    """Return the name of a callable, or of its type."""

def PyEval_GetFuncDesc(function: BorrowedPtr, /) -> CText:
    """Return what is written behind a callable's name in messages, such as ``()``."""

def PyEval_SetProfile(
    function: Callable[[BorrowedPtr | None, BorrowedPtr[PyFrameObject], int, BorrowedPtr | None], int] | None,
    argument: BorrowedPtr | None,
    /,
) -> None:
    """Have a function called where functions begin and end; ``argument`` is handed to it."""

def PyEval_SetTrace(
    function: Callable[[BorrowedPtr | None, BorrowedPtr[PyFrameObject], int, BorrowedPtr | None], int] | None,
    argument: BorrowedPtr | None,
    /,
) -> None:
    """Have a function called for each line; ``argument`` is handed to it."""

def Py_EnterRecursiveCall(where: CString, /) -> Status:
    """Count one call more; ``RecursionError``, which names ``where``, when they are too many."""

def Py_LeaveRecursiveCall() -> None:
    """Count one call less."""

def Py_GetRecursionLimit() -> CInt:
    """Return how many calls there can be one inside the other."""

def Py_SetRecursionLimit(limit: CInt, /) -> None:
    """Set how many calls there can be one inside the other."""

def Py_MakePendingCalls() -> Status:
    """Do what was asked for between two instructions."""

if sys.version_info >= (3, 12):
    def PyEval_SetProfileAllThreads(
        function: Callable[[BorrowedPtr | None, BorrowedPtr[PyFrameObject], int, BorrowedPtr | None], int] | None,
        argument: BorrowedPtr | None,
        /,
    ) -> None:
        """Have a function called where functions begin and end, in every thread."""

    def PyEval_SetTraceAllThreads(
        function: Callable[[BorrowedPtr | None, BorrowedPtr[PyFrameObject], int, BorrowedPtr | None], int] | None,
        argument: BorrowedPtr | None,
        /,
    ) -> None:
        """Have a function called for each line, in every thread."""

if sys.version_info >= (3, 13):
    def PyEval_GetFrameBuiltins() -> OwnedPtr | None:
        """Return the builtins of the running frame."""

    def PyEval_GetFrameGlobals() -> OwnedPtr | None:
        """Return the globals of the running frame; NULL when none is running."""

    def PyEval_GetFrameLocals() -> OwnedPtr | None:
        """Return the locals of the running frame."""

# ---- ptrstate.capi.classobject ----

PyMethod_Type: Final[BorrowedPtr[PyTypeObject]]
PyInstanceMethod_Type: Final[BorrowedPtr[PyTypeObject]]

def PyMethod_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a bound method."""

def PyMethod_New(function: BorrowedPtr, instance: BorrowedPtr, /) -> OwnedPtr[PyMethodObject] | None:
    """Bind ``function`` to ``instance``."""

def PyMethod_Function(method: BorrowedPtr[PyMethodObject], /) -> BorrowedPtr | None:
    """Return the function of a bound method, borrowed; ``SystemError`` when it is none."""

def PyMethod_Self(method: BorrowedPtr[PyMethodObject], /) -> BorrowedPtr | None:
    """Return the instance of a bound method, borrowed; ``SystemError`` when it is none."""

def PyMethod_GET_FUNCTION(method: BorrowedPtr[PyMethodObject], /) -> BorrowedPtr:
    """Return the function of a bound method, borrowed; nothing is checked in C."""

def PyMethod_GET_SELF(method: BorrowedPtr[PyMethodObject], /) -> BorrowedPtr:
    """Return the instance of a bound method, borrowed; nothing is checked in C."""

def PyInstanceMethod_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is an instance method."""

def PyInstanceMethod_New(function: BorrowedPtr, /) -> OwnedPtr[PyInstanceMethodObject] | None:
    """Wrap a callable so that it binds as functions do."""

def PyInstanceMethod_Function(method: BorrowedPtr[PyInstanceMethodObject], /) -> BorrowedPtr | None:
    """Return the callable of an instance method, borrowed; ``SystemError`` when it is none."""

def PyInstanceMethod_GET_FUNCTION(method: BorrowedPtr[PyInstanceMethodObject], /) -> BorrowedPtr:
    """Return the callable of an instance method, borrowed; nothing is checked in C."""

# ---- ptrstate.capi.code ----

PyCode_Type: Final[BorrowedPtr[PyTypeObject]]

def PyCode_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a code object."""

def PyCode_GetCode(code: BorrowedPtr[PyCodeObject], /) -> OwnedPtr[PyBytesObject] | None:
    """Return the bytecode."""

def PyCode_GetVarnames(code: BorrowedPtr[PyCodeObject], /) -> OwnedPtr[PyTupleObject] | None:
    """Return the names of the local variables."""

def PyCode_GetCellvars(code: BorrowedPtr[PyCodeObject], /) -> OwnedPtr[PyTupleObject] | None:
    """Return the names of the variables that inner functions use."""

def PyCode_GetFreevars(code: BorrowedPtr[PyCodeObject], /) -> OwnedPtr[PyTupleObject] | None:
    """Return the names of the variables of outer functions."""

def PyCode_GetNumFree(code: BorrowedPtr[PyCodeObject], /) -> Py_ssize_t:
    """Return the number of variables of outer functions."""

def PyCode_NewEmpty(filename: CString, name: CString, line: CInt, /) -> OwnedPtr[PyCodeObject] | None:
    """Make a code object that raises when it is run, to show a place in a traceback."""

def PyCode_Addr2Line(code: BorrowedPtr[PyCodeObject], offset: CInt, /) -> CInt:
    """Return the line of an instruction; -1, without an exception, when it has none."""

def PyCode_Addr2Location(
    code: BorrowedPtr[PyCodeObject],
    offset: CInt,
    start_line: IntVar,
    start_column: IntVar,
    end_line: IntVar,
    end_column: IntVar,
    /,
) -> CBool:
    """Store the place of an instruction in the source; whether it has one."""

def PyCode_Optimize(code: BorrowedPtr, constants: BorrowedPtr, names: BorrowedPtr, lines: BorrowedPtr, /) -> OwnedPtr:
    """Return ``code`` itself: this does nothing any more."""

def PyCode_New(
    argcount: CInt,
    kwonlyargcount: CInt,
    nlocals: CInt,
    stacksize: CInt,
    flags: CInt,
    code: BorrowedPtr[PyBytesObject],
    constants: BorrowedPtr[PyTupleObject],
    names: BorrowedPtr[PyTupleObject],
    varnames: BorrowedPtr[PyTupleObject],
    freevars: BorrowedPtr[PyTupleObject],
    cellvars: BorrowedPtr[PyTupleObject],
    filename: BorrowedPtr[PyUnicodeObject],
    name: BorrowedPtr[PyUnicodeObject],
    qualname: BorrowedPtr[PyUnicodeObject],
    firstlineno: CInt,
    linetable: BorrowedPtr[PyBytesObject],
    exceptiontable: BorrowedPtr[PyBytesObject],
    /,
) -> OwnedPtr[PyCodeObject] | None:
    """Make a code object; ``SystemError`` or ``ValueError`` when the parts do not fit together."""

def PyCode_NewWithPosOnlyArgs(
    argcount: CInt,
    posonlyargcount: CInt,
    kwonlyargcount: CInt,
    nlocals: CInt,
    stacksize: CInt,
    flags: CInt,
    code: BorrowedPtr[PyBytesObject],
    constants: BorrowedPtr[PyTupleObject],
    names: BorrowedPtr[PyTupleObject],
    varnames: BorrowedPtr[PyTupleObject],
    freevars: BorrowedPtr[PyTupleObject],
    cellvars: BorrowedPtr[PyTupleObject],
    filename: BorrowedPtr[PyUnicodeObject],
    name: BorrowedPtr[PyUnicodeObject],
    qualname: BorrowedPtr[PyUnicodeObject],
    firstlineno: CInt,
    linetable: BorrowedPtr[PyBytesObject],
    exceptiontable: BorrowedPtr[PyBytesObject],
    /,
) -> OwnedPtr[PyCodeObject] | None:
    """Make a code object; ``SystemError`` or ``ValueError`` when the parts do not fit together."""

if sys.version_info >= (3, 12):
    def PyCode_GetFirstFree(code: BorrowedPtr[PyCodeObject], /) -> CInt:
        """Return the place of the first variable of an outer function."""

    def PyCode_AddWatcher(callback: Callable[[int, BorrowedPtr[PyCodeObject]], int], /) -> CInt:
        """Have ``callback`` called for code objects made and destroyed, and return its number; there can be eight."""

    def PyCode_ClearWatcher(watcher_id: CInt, /) -> Status:
        """Take a watcher away; ``ValueError`` when there is none of that number."""

    def PyUnstable_Code_GetExtra(code: BorrowedPtr[PyCodeObject], index: Py_ssize_t, extra: Var[int], /) -> Status:
        """Store the address that was set for ``index``; ``SystemError`` when it is no code object."""

    def PyUnstable_Code_SetExtra(code: BorrowedPtr[PyCodeObject], index: Py_ssize_t, extra: AnyAddress | None, /) -> Status:
        """Keep an address with a code object, under an index that was asked for; -1 without an exception when there is no memory."""

    def PyUnstable_Code_New(
        argcount: CInt,
        kwonlyargcount: CInt,
        nlocals: CInt,
        stacksize: CInt,
        flags: CInt,
        code: BorrowedPtr[PyBytesObject],
        constants: BorrowedPtr[PyTupleObject],
        names: BorrowedPtr[PyTupleObject],
        varnames: BorrowedPtr[PyTupleObject],
        freevars: BorrowedPtr[PyTupleObject],
        cellvars: BorrowedPtr[PyTupleObject],
        filename: BorrowedPtr[PyUnicodeObject],
        name: BorrowedPtr[PyUnicodeObject],
        qualname: BorrowedPtr[PyUnicodeObject],
        firstlineno: CInt,
        linetable: BorrowedPtr[PyBytesObject],
        exceptiontable: BorrowedPtr[PyBytesObject],
        /,
    ) -> OwnedPtr[PyCodeObject] | None:
        """Make a code object; ``SystemError`` or ``ValueError`` when the parts do not fit together."""

    def PyUnstable_Code_NewWithPosOnlyArgs(
        argcount: CInt,
        posonlyargcount: CInt,
        kwonlyargcount: CInt,
        nlocals: CInt,
        stacksize: CInt,
        flags: CInt,
        code: BorrowedPtr[PyBytesObject],
        constants: BorrowedPtr[PyTupleObject],
        names: BorrowedPtr[PyTupleObject],
        varnames: BorrowedPtr[PyTupleObject],
        freevars: BorrowedPtr[PyTupleObject],
        cellvars: BorrowedPtr[PyTupleObject],
        filename: BorrowedPtr[PyUnicodeObject],
        name: BorrowedPtr[PyUnicodeObject],
        qualname: BorrowedPtr[PyUnicodeObject],
        firstlineno: CInt,
        linetable: BorrowedPtr[PyBytesObject],
        exceptiontable: BorrowedPtr[PyBytesObject],
        /,
    ) -> OwnedPtr[PyCodeObject] | None:
        """Make a code object; ``SystemError`` or ``ValueError`` when the parts do not fit together."""

if sys.version_info >= (3, 13):
    def PyUnstable_Code_GetFirstFree(code: BorrowedPtr[PyCodeObject], /) -> CInt:
        """Return the place of the first variable of an outer function."""

# ---- ptrstate.capi.codecs ----

def PyCodec_Register(search_function: BorrowedPtr, /) -> Status:
    """Add a function that looks codecs up; ``TypeError`` when it cannot be called."""

def PyCodec_Unregister(search_function: BorrowedPtr, /) -> Status:
    """Take a function that looks codecs up away again, and forget what was found; one that was never added is no error."""

def PyCodec_KnownEncoding(encoding: CString, /) -> CBool:
    """Whether there is a codec of that name; an exception raised by the search is dropped."""

def PyCodec_Encode(object: BorrowedPtr, encoding: CString, errors: CString | None, /) -> OwnedPtr | None:
    """Run the encoder of a codec over any object and return what it makes; ``LookupError`` for an unknown codec."""

def PyCodec_Decode(object: BorrowedPtr, encoding: CString, errors: CString | None, /) -> OwnedPtr | None:
    """Run the decoder of a codec over any object and return what it makes; ``LookupError`` for an unknown codec."""

def PyCodec_Encoder(encoding: CString, /) -> OwnedPtr | None:
    """Return the encoder function of a codec; ``LookupError`` for an unknown one."""

def PyCodec_Decoder(encoding: CString, /) -> OwnedPtr | None:
    """Return the decoder function of a codec; ``LookupError`` for an unknown one."""

def PyCodec_IncrementalEncoder(encoding: CString, errors: CString | None, /) -> OwnedPtr | None:
    """Make an incremental encoder of a codec; ``LookupError`` for an unknown one."""

def PyCodec_IncrementalDecoder(encoding: CString, errors: CString | None, /) -> OwnedPtr | None:
    """Make an incremental decoder of a codec; ``LookupError`` for an unknown one."""

def PyCodec_StreamReader(encoding: CString, stream: BorrowedPtr, errors: CString | None, /) -> OwnedPtr | None:
    """Make a reader of a codec around a stream; ``LookupError`` for an unknown one."""

def PyCodec_StreamWriter(encoding: CString, stream: BorrowedPtr, errors: CString | None, /) -> OwnedPtr | None:
    """Make a writer of a codec around a stream; ``LookupError`` for an unknown one."""

def PyCodec_RegisterError(name: CString, error: BorrowedPtr, /) -> Status:
    """Give an error handler a name, in place of any other; ``TypeError`` when it cannot be called."""

def PyCodec_LookupError(name: CString | None, /) -> OwnedPtr | None:
    """Return the error handler of that name, ``strict`` by default; ``LookupError`` when there is none."""

def PyCodec_StrictErrors(exception: BorrowedPtr[PyBaseExceptionObject], /) -> None:
    """Set the indicator to ``exception``, or to ``TypeError`` when it is none; the result is always NULL."""

def PyCodec_IgnoreErrors(exception: BorrowedPtr[PyBaseExceptionObject], /) -> OwnedPtr[PyTupleObject] | None:
    """Return an empty string and where to go on after a ``UnicodeError``; ``TypeError`` for any other object."""

def PyCodec_ReplaceErrors(exception: BorrowedPtr[PyBaseExceptionObject], /) -> OwnedPtr[PyTupleObject] | None:
    """Return ``?`` or U+FFFD and where to go on after a ``UnicodeError``; ``TypeError`` for any other object."""

def PyCodec_XMLCharRefReplaceErrors(exception: BorrowedPtr[PyUnicodeEncodeErrorObject], /) -> OwnedPtr[PyTupleObject] | None:
    """Return character references and where to go on after a ``UnicodeEncodeError``; ``TypeError`` for any other object."""

def PyCodec_BackslashReplaceErrors(exception: BorrowedPtr[PyBaseExceptionObject], /) -> OwnedPtr[PyTupleObject] | None:
    """Return escapes and where to go on after a ``UnicodeError``; ``TypeError`` for any other object."""

def PyCodec_NameReplaceErrors(exception: BorrowedPtr[PyUnicodeEncodeErrorObject], /) -> OwnedPtr[PyTupleObject] | None:
    """Return named escapes and where to go on after a ``UnicodeEncodeError``; ``TypeError`` for any other object."""

# ---- ptrstate.capi.compile ----

def PyCompile_OpcodeStackEffect(opcode: CInt, oparg: CInt, /) -> CInt:
    """Return how much higher the stack is after an instruction; the largest ``int`` when there is no such instruction."""

def PyCompile_OpcodeStackEffectWithJump(opcode: CInt, oparg: CInt, jump: CInt, /) -> CInt:
    """Return the same for an instruction that jumps (1), does not (0), or may (-1)."""

# ---- ptrstate.capi.complexobject ----

PyComplex_Type: Final[BorrowedPtr[PyTypeObject]]

def PyComplex_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a complex, or of a type derived from it."""

def PyComplex_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a complex and of no derived type."""

def PyComplex_FromDoubles(real: CDouble, imaginary: CDouble, /) -> OwnedPtr[PyComplexObject] | None:
    """Make a complex number."""

def PyComplex_FromCComplex(value: CComplex, /) -> OwnedPtr[PyComplexObject] | None:
    """Make a complex number."""

def PyComplex_AsCComplex(object: BorrowedPtr, /) -> CComplex:
    """Return the value, or what ``__complex__``, ``__float__`` or ``__index__`` says; ``TypeError`` without these."""

def PyComplex_RealAsDouble(object: BorrowedPtr, /) -> CDouble:
    """Return the real part; until 3.12 only a ``complex`` has one, and of anything else the value as a float is meant."""

def PyComplex_ImagAsDouble(object: BorrowedPtr, /) -> CDouble:
    """Return the imaginary part, which is 0 for what is no complex number; until 3.12 ``__complex__`` is not asked."""

# ---- ptrstate.capi.context ----

PyContext_Type: Final[BorrowedPtr[PyTypeObject]]
PyContextVar_Type: Final[BorrowedPtr[PyTypeObject]]
PyContextToken_Type: Final[BorrowedPtr[PyTypeObject]]

def PyContext_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a context."""

def PyContextVar_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a context variable."""

def PyContextToken_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a token of a context variable."""

def PyContext_New() -> OwnedPtr[PyContext] | None:
    """Make an empty context."""

def PyContext_Copy(context: BorrowedPtr[PyContext], /) -> OwnedPtr[PyContext] | None:
    """Copy a context; ``TypeError`` when it is none."""

def PyContext_CopyCurrent() -> OwnedPtr[PyContext] | None:
    """Copy the current context."""

def PyContext_Enter(context: BorrowedPtr[PyContext], /) -> Status:
    """Make a context the current one; ``RuntimeError`` when it is entered already."""

def PyContext_Exit(context: BorrowedPtr[PyContext], /) -> Status:
    """Leave the context that is the current one."""

def PyContextVar_New(name: CString, default: BorrowedPtr | None, /) -> OwnedPtr[PyContextVar] | None:
    """Make a context variable."""

def PyContextVar_Get(variable: BorrowedPtr[PyContextVar], default: BorrowedPtr | None, value: Slot, /) -> Status:
    """Store the value in the current context, ``default``, or the variable's own default; NULL when there is neither."""

def PyContextVar_Set(variable: BorrowedPtr[PyContextVar], value: BorrowedPtr, /) -> OwnedPtr[PyContextToken] | None:
    """Give a variable a value in the current context."""

def PyContextVar_Reset(variable: BorrowedPtr[PyContextVar], token: BorrowedPtr[PyContextToken], /) -> Status:
    """Undo what a token came from."""

# ---- ptrstate.capi.datetime ----

PyDateTime_TimeZone_UTC: Final[BorrowedPtr[PyDateTime_TZInfo]]

def PyDate_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``date``, or of a type derived from it."""

def PyDate_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``date`` and of no derived type."""

def PyDateTime_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``datetime``, or of a type derived from it."""

def PyDateTime_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``datetime`` and of no derived type."""

def PyTime_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``time``, or of a type derived from it."""

def PyTime_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``time`` and of no derived type."""

def PyDelta_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``timedelta``, or of a type derived from it."""

def PyDelta_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``timedelta`` and of no derived type."""

def PyTZInfo_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``tzinfo``, or of a type derived from it."""

def PyTZInfo_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``tzinfo`` and of no derived type."""

def PyDateTime_GET_YEAR(date: BorrowedPtr[PyDateTime_Date], /) -> CInt:
    """Return the year."""

def PyDateTime_GET_MONTH(date: BorrowedPtr[PyDateTime_Date], /) -> CInt:
    """Return the month."""

def PyDateTime_GET_DAY(date: BorrowedPtr[PyDateTime_Date], /) -> CInt:
    """Return the day."""

def PyDateTime_DATE_GET_HOUR(datetime: BorrowedPtr[PyDateTime_DateTime], /) -> CInt:
    """Return the hour."""

def PyDateTime_DATE_GET_MINUTE(datetime: BorrowedPtr[PyDateTime_DateTime], /) -> CInt:
    """Return the minute."""

def PyDateTime_DATE_GET_SECOND(datetime: BorrowedPtr[PyDateTime_DateTime], /) -> CInt:
    """Return the second."""

def PyDateTime_DATE_GET_MICROSECOND(datetime: BorrowedPtr[PyDateTime_DateTime], /) -> CInt:
    """Return the microsecond."""

def PyDateTime_DATE_GET_FOLD(datetime: BorrowedPtr[PyDateTime_DateTime], /) -> CInt:
    """Return which of two like times it is, 0 or 1."""

def PyDateTime_DATE_GET_TZINFO(datetime: BorrowedPtr[PyDateTime_DateTime], /) -> BorrowedPtr:
    """Return the time zone, ``None`` when it has none."""

def PyDateTime_TIME_GET_HOUR(time: BorrowedPtr[PyDateTime_Time], /) -> CInt:
    """Return the hour."""

def PyDateTime_TIME_GET_MINUTE(time: BorrowedPtr[PyDateTime_Time], /) -> CInt:
    """Return the minute."""

def PyDateTime_TIME_GET_SECOND(time: BorrowedPtr[PyDateTime_Time], /) -> CInt:
    """Return the second."""

def PyDateTime_TIME_GET_MICROSECOND(time: BorrowedPtr[PyDateTime_Time], /) -> CInt:
    """Return the microsecond."""

def PyDateTime_TIME_GET_FOLD(time: BorrowedPtr[PyDateTime_Time], /) -> CInt:
    """Return which of two like times it is, 0 or 1."""

def PyDateTime_TIME_GET_TZINFO(time: BorrowedPtr[PyDateTime_Time], /) -> BorrowedPtr:
    """Return the time zone, ``None`` when it has none."""

def PyDateTime_DELTA_GET_DAYS(delta: BorrowedPtr[PyDateTime_Delta], /) -> CInt:
    """Return the days."""

def PyDateTime_DELTA_GET_SECONDS(delta: BorrowedPtr[PyDateTime_Delta], /) -> CInt:
    """Return the seconds."""

def PyDateTime_DELTA_GET_MICROSECONDS(delta: BorrowedPtr[PyDateTime_Delta], /) -> CInt:
    """Return the microseconds."""

def PyDate_FromDate(year: CInt, month: CInt, day: CInt, /) -> OwnedPtr[PyDateTime_Date] | None:
    """Make a ``date``; ``ValueError`` when there is no such day."""

def PyDateTime_FromDateAndTime(
    year: CInt,
    month: CInt,
    day: CInt,
    hour: CInt,
    minute: CInt,
    second: CInt,
    microsecond: CInt,
    /,
) -> OwnedPtr[PyDateTime_DateTime] | None:
    """Make a ``datetime``; ``ValueError`` when there is no such time."""

def PyDateTime_FromDateAndTimeAndFold(
    year: CInt,
    month: CInt,
    day: CInt,
    hour: CInt,
    minute: CInt,
    second: CInt,
    microsecond: CInt,
    fold: CInt,
    /,
) -> OwnedPtr[PyDateTime_DateTime] | None:
    """Make a ``datetime``, the first (0) or second (1) of two like ones; ``ValueError`` when there is no such time."""

def PyTime_FromTime(hour: CInt, minute: CInt, second: CInt, microsecond: CInt, /) -> OwnedPtr[PyDateTime_Time] | None:
    """Make a ``time``; ``ValueError`` when there is no such time."""

def PyTime_FromTimeAndFold(
    hour: CInt,
    minute: CInt,
    second: CInt,
    microsecond: CInt,
    fold: CInt,
    /,
) -> OwnedPtr[PyDateTime_Time] | None:
    """Make a ``time``, the first (0) or second (1) of two like ones; ``ValueError`` when there is no such time."""

def PyDelta_FromDSU(days: CInt, seconds: CInt, microseconds: CInt, /) -> OwnedPtr[PyDateTime_Delta] | None:
    """Make a ``timedelta``; ``OverflowError`` when it is too large.  Whole seconds and days are carried over before it is seen."""

def PyTimeZone_FromOffset(offset: BorrowedPtr[PyDateTime_Delta], /) -> OwnedPtr[PyDateTime_TZInfo] | None:
    """Make a time zone without a name; ``ValueError`` when the offset is a day or more."""

def PyTimeZone_FromOffsetAndName(
    offset: BorrowedPtr[PyDateTime_Delta],
    name: BorrowedPtr[PyUnicodeObject] | None,
    /,
) -> OwnedPtr[PyDateTime_TZInfo] | None:
    """Make a time zone with a name; ``ValueError`` when the offset is a day or more."""

def PyDateTime_FromTimestamp(args: BorrowedPtr[PyTupleObject], /) -> OwnedPtr[PyDateTime_DateTime] | None:
    """Make a ``datetime`` of a tuple with a timestamp and maybe a time zone, as ``datetime.fromtimestamp`` does."""

def PyDate_FromTimestamp(args: BorrowedPtr[PyTupleObject], /) -> OwnedPtr[PyDateTime_Date] | None:
    """Make a ``date`` of a tuple with a timestamp, as ``date.fromtimestamp`` does."""

# ---- ptrstate.capi.descrobject ----

PyClassMethodDescr_Type: Final[BorrowedPtr[PyTypeObject]]
PyGetSetDescr_Type: Final[BorrowedPtr[PyTypeObject]]
PyMemberDescr_Type: Final[BorrowedPtr[PyTypeObject]]
PyMethodDescr_Type: Final[BorrowedPtr[PyTypeObject]]
PyWrapperDescr_Type: Final[BorrowedPtr[PyTypeObject]]
PyDictProxy_Type: Final[BorrowedPtr[PyTypeObject]]
PyProperty_Type: Final[BorrowedPtr[PyTypeObject]]

def PyDescr_IsData(descriptor: BorrowedPtr, /) -> CBool:
    """Whether a descriptor can set an attribute."""

def PyDescr_NewMethod(type: BorrowedPtr[PyTypeObject], definition: NonNull[PyMethodDef], /) -> OwnedPtr[PyDescrObject] | None:
    """Make the descriptor of a method of ``type``."""

def PyDescr_NewClassMethod(
    type: BorrowedPtr[PyTypeObject],
    definition: NonNull[PyMethodDef],
    /,
) -> OwnedPtr[PyDescrObject] | None:
    """Make the descriptor of a class method of ``type``."""

def PyDescr_NewGetSet(type: BorrowedPtr[PyTypeObject], definition: NonNull[PyGetSetDef], /) -> OwnedPtr[PyDescrObject] | None:
    """Make the descriptor of an attribute that two functions get and set."""

def PyDescr_NewMember(type: BorrowedPtr[PyTypeObject], definition: NonNull[PyMemberDef], /) -> OwnedPtr[PyDescrObject] | None:
    """Make the descriptor of an attribute that lies in the object."""

def PyDescr_TYPE(descriptor: BorrowedPtr[PyDescrObject], /) -> BorrowedPtr[PyTypeObject]:
    """Return the type that a descriptor is for, borrowed."""

def PyDescr_NAME(descriptor: BorrowedPtr[PyDescrObject], /) -> BorrowedPtr:
    """Return the name of what a descriptor describes, borrowed."""

def PyDictProxy_New(mapping: BorrowedPtr, /) -> OwnedPtr | None:
    """Make a read-only view of a mapping; ``TypeError`` when it is none."""

# ---- ptrstate.capi.dictobject ----

PyDict_Type: Final[BorrowedPtr[PyTypeObject]]
PyDictKeys_Type: Final[BorrowedPtr[PyTypeObject]]
PyDictValues_Type: Final[BorrowedPtr[PyTypeObject]]
PyDictItems_Type: Final[BorrowedPtr[PyTypeObject]]
PyDictIterKey_Type: Final[BorrowedPtr[PyTypeObject]]
PyDictIterValue_Type: Final[BorrowedPtr[PyTypeObject]]
PyDictIterItem_Type: Final[BorrowedPtr[PyTypeObject]]
PyDictRevIterKey_Type: Final[BorrowedPtr[PyTypeObject]]
PyDictRevIterValue_Type: Final[BorrowedPtr[PyTypeObject]]
PyDictRevIterItem_Type: Final[BorrowedPtr[PyTypeObject]]

def PyDict_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a dict, or of a type derived from it."""

def PyDict_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a dict and of no derived type."""

def PyDictKeys_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a view of a dict's keys."""

def PyDictValues_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a view of a dict's values."""

def PyDictItems_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a view of a dict's items."""

def PyDictViewSet_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a view of a dict's keys or of its items."""

def PyDict_New() -> OwnedPtr[PyDictObject] | None:
    """Make an empty dict."""

def PyDict_SetItem(dict: BorrowedPtr[PyDictObject], key: BorrowedPtr, value: BorrowedPtr, /) -> Status:
    """Store ``value`` under ``key``; the dict takes references of its own."""

def PyDict_SetItemString(dict: BorrowedPtr[PyDictObject], key: CString, value: BorrowedPtr, /) -> Status:
    """Store ``value`` under a text."""

def PyDict_DelItem(dict: BorrowedPtr[PyDictObject], key: BorrowedPtr, /) -> Status:
    """Remove ``key`` and its value; ``KeyError`` when there is none."""

def PyDict_DelItemString(dict: BorrowedPtr[PyDictObject], key: CString, /) -> Status:
    """Remove the text ``key`` and its value; ``KeyError`` when there is none."""

def PyDict_GetItem(dict: BorrowedPtr[PyDictObject], key: BorrowedPtr, /) -> BorrowedPtr | None:
    """Return the value under ``key``, borrowed; every error is swallowed."""

def PyDict_GetItemWithError(dict: BorrowedPtr[PyDictObject], key: BorrowedPtr, /) -> BorrowedPtr | None:
    """Return the value under ``key``, borrowed; NULL without an exception when there is none."""

def PyDict_GetItemString(dict: BorrowedPtr[PyDictObject], key: CString, /) -> BorrowedPtr | None:
    """Return the value under the text ``key``, borrowed; every error is swallowed."""

def PyDict_SetDefault(dict: BorrowedPtr[PyDictObject], key: BorrowedPtr, default: BorrowedPtr, /) -> BorrowedPtr | None:
    """Return the value under ``key``, borrowed, after storing ``default`` where there was none."""

def PyDict_Contains(dict: BorrowedPtr[PyDictObject], key: BorrowedPtr, /) -> Found:
    """Whether the dict has ``key``."""

def PyDict_Next(
    dict: BorrowedPtr[PyDictObject],
    position: SsizeVar,
    key: BorrowedSlot | None,
    value: BorrowedSlot | None,
    /,
) -> CBool:
    """Step through the items; false after the last."""

def PyDict_Size(dict: BorrowedPtr[PyDictObject], /) -> Py_ssize_t:
    """Return the number of items."""

def PyDict_GET_SIZE(dict: BorrowedPtr[PyDictObject], /) -> Py_ssize_t:
    """Return the number of items; nothing is checked in C."""

def PyDict_Keys(dict: BorrowedPtr[PyDictObject], /) -> OwnedPtr[PyListObject] | None:
    """Return a list of the keys."""

def PyDict_Values(dict: BorrowedPtr[PyDictObject], /) -> OwnedPtr[PyListObject] | None:
    """Return a list of the values."""

def PyDict_Items(dict: BorrowedPtr[PyDictObject], /) -> OwnedPtr[PyListObject] | None:
    """Return a list of pairs of key and value."""

def PyDict_Copy(dict: BorrowedPtr[PyDictObject], /) -> OwnedPtr[PyDictObject] | None:
    """Return a dict with the same items."""

def PyDict_Clear(dict: BorrowedPtr, /) -> None:
    """Remove all items; what is no dict is left alone."""

def PyDict_Update(dict: BorrowedPtr[PyDictObject], other: BorrowedPtr, /) -> Status:
    """Store the items of ``other``, a mapping with ``keys`` and ``__getitem__``."""

def PyDict_Merge(dict: BorrowedPtr[PyDictObject], other: BorrowedPtr, override: CInt, /) -> Status:
    """Store the items of the mapping ``other``; without ``override`` keys that are there keep their values."""

def PyDict_MergeFromSeq2(dict: BorrowedPtr[PyDictObject], pairs: BorrowedPtr, override: CInt, /) -> Status:
    """Store the pairs of key and value that ``pairs`` yields; without ``override`` keys that are there keep their values."""

def PyObject_GenericGetDict(instance: BorrowedPtr, context: AnyAddress | None, /) -> OwnedPtr | None:
    """Return the dict of an object's attributes, made if need be; ``AttributeError`` when it cannot have one."""

if sys.version_info >= (3, 12):
    def PyDict_AddWatcher(callback: Callable[[int, BorrowedPtr, BorrowedPtr | None, BorrowedPtr | None], int], /) -> CInt:
        """Have ``callback`` called for changes of the dicts that are watched, and return its number; there can be eight."""

    def PyDict_ClearWatcher(watcher_id: CInt, /) -> Status:
        """Take a watcher away; ``ValueError`` when there is none of that number."""

    def PyDict_Watch(watcher_id: CInt, dict: BorrowedPtr[PyDictObject], /) -> Status:
        """Have a watcher told of changes of ``dict``; ``ValueError`` when it is no dict, or there is no such watcher."""

    def PyDict_Unwatch(watcher_id: CInt, dict: BorrowedPtr[PyDictObject], /) -> Status:
        """Have a watcher told no more of changes of ``dict``."""

if sys.version_info >= (3, 13):
    def PyDict_GetItemRef(dict: BorrowedPtr[PyDictObject], key: BorrowedPtr, result: Slot, /) -> Found:
        """Store a strong reference to the value under ``key`` in ``result``."""

    def PyDict_GetItemStringRef(dict: BorrowedPtr[PyDictObject], key: CString, result: Slot, /) -> Found:
        """Store a strong reference to the value under the text ``key`` in ``result``."""

    def PyDict_SetDefaultRef(
        dict: BorrowedPtr[PyDictObject],
        key: BorrowedPtr,
        default: BorrowedPtr,
        result: Slot | None,
        /,
    ) -> Found:
        """Store a strong reference to the value under ``key`` in ``result``; where there was none, that is ``default`` now."""

    def PyDict_Pop(dict: BorrowedPtr[PyDictObject], key: BorrowedPtr, result: Slot | None, /) -> Found:
        """Remove ``key`` and move its value into ``result``, or release it."""

    def PyDict_PopString(dict: BorrowedPtr[PyDictObject], key: CString, result: Slot | None, /) -> Found:
        """Remove the text ``key`` and move its value into ``result``, or release it."""

    def PyDict_ContainsString(dict: BorrowedPtr[PyDictObject], key: CString, /) -> Found:
        """Whether the dict has the text ``key``."""

# ---- ptrstate.capi.enumobject ----

PyEnum_Type: Final[BorrowedPtr[PyTypeObject]]
PyReversed_Type: Final[BorrowedPtr[PyTypeObject]]

# ---- ptrstate.capi.fileobject ----

PyStdPrinter_Type: Final[BorrowedPtr[PyTypeObject]]

def PyFile_FromFd(
    fd: CInt,
    name: CString | None,
    mode: CString,
    buffering: CInt,
    encoding: CString | None,
    errors: CString | None,
    newline: CString | None,
    closefd: CBool,
    /,
) -> OwnedPtr | None:
    """Open a file object over a descriptor; ``name`` is ignored."""

def PyFile_GetLine(file: BorrowedPtr, n: CInt, /) -> OwnedPtr | None:
    """Read a line, of ``n`` characters at most if that is positive.

    If negative, without its newline, and ``EOFError`` at the end."""

def PyFile_WriteObject(object: BorrowedPtr | None, file: BorrowedPtr, flags: CInt, /) -> Status:
    """Write the ``repr`` of an object to a file object, or its ``str`` with flag 1; ``<NULL>`` for NULL."""

def PyFile_WriteString(text: CString, file: BorrowedPtr, /) -> Status:
    """Write a text to a file object; with an exception pending it does nothing and returns -1."""

def PyObject_AsFileDescriptor(object: BorrowedPtr, /) -> CInt:
    """Return the descriptor that an integer is or that ``fileno`` returns; ``TypeError`` when there is none."""

def Py_UniversalNewlineFgets(
    buffer: NonNull[Opaque],
    n: CInt,
    stream: NonNull[FILE],
    object: BorrowedPtr | None,
    /,
) -> NonNull[Opaque] | None:
    """Read a line into ``buffer`` and return it; NULL, without an exception, at the end or when ``object`` is not NULL."""

def PyFile_NewStdPrinter(fd: CInt, /) -> OwnedPtr | None:
    """Make the simple file object of early start-up; NULL, without an exception, for other descriptors than 1 and 2."""

def PyFile_OpenCode(path: CString, /) -> OwnedPtr | None:
    """Open a file whose content is to be run, as ``io.open_code`` does."""

def PyFile_OpenCodeObject(path: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr | None:
    """Open a file whose content is to be run, as ``io.open_code`` does; ``TypeError`` when ``path`` is no string."""

# ---- ptrstate.capi.fileutils ----

def Py_DecodeLocale(text: CString, size: Var[int] | None, /) -> NonNull[Opaque] | None:
    """Decode a text of the locale into new memory, to be freed with ``PyMem_RawFree``; NULL, without an exception, on failure."""

def Py_EncodeLocale(text: str | InteriorPtr, error_pos: Var[int] | None, /) -> NonNull[Opaque] | None:
    """Encode a text for the locale into new memory, to be freed with ``PyMem_Free``; NULL, without an exception, on failure."""

# ---- ptrstate.capi.floatobject ----

PyFloat_Type: Final[BorrowedPtr[PyTypeObject]]

def PyFloat_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a float, or of a type derived from it."""

def PyFloat_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a float and of no derived type."""

def PyFloat_FromDouble(value: CDouble, /) -> OwnedPtr[PyFloatObject] | None:
    """Make a float."""

def PyFloat_FromString(text: BorrowedPtr, /) -> OwnedPtr[PyFloatObject] | None:
    """Read a number from a ``str`` or bytes-like object; ``ValueError`` when it is none, ``TypeError`` when it is no text."""

def PyFloat_AsDouble(object: BorrowedPtr, /) -> CDouble:
    """Return the value of a float, or what ``__float__`` or ``__index__`` says; ``TypeError`` without these."""

def PyFloat_AS_DOUBLE(float: BorrowedPtr[PyFloatObject], /) -> CDouble:
    """Return the value; nothing is checked in C."""

def PyFloat_GetMax() -> CDouble:
    """Return the largest double."""

def PyFloat_GetMin() -> CDouble:
    """Return the smallest positive double of full precision."""

def PyFloat_GetInfo() -> OwnedPtr[PyTupleObject] | None:
    """Return what ``sys.float_info`` is: how doubles are laid out."""

def PyFloat_Pack2(value: CDouble, memory: NonNull[Opaque], little_endian: CInt, /) -> Status:
    """Write a number into 2 bytes; ``OverflowError`` when it is too large for them."""

def PyFloat_Pack4(value: CDouble, memory: NonNull[Opaque], little_endian: CInt, /) -> Status:
    """Write a number into 4 bytes; ``OverflowError`` when it is too large for them."""

def PyFloat_Pack8(value: CDouble, memory: NonNull[Opaque], little_endian: CInt, /) -> Status:
    """Write a number into 8 bytes, the last first if ``little_endian``; never fails."""

def PyFloat_Unpack2(memory: CString, little_endian: CInt, /) -> CDouble:
    """Read a number from 2 bytes; never fails."""

def PyFloat_Unpack4(memory: CString, little_endian: CInt, /) -> CDouble:
    """Read a number from 4 bytes; never fails."""

def PyFloat_Unpack8(memory: CString, little_endian: CInt, /) -> CDouble:
    """Read a number from 8 bytes; never fails."""

# ---- ptrstate.capi.frameobject ----

def PyFrame_New(
    state: NonNull[PyThreadState],
    code: BorrowedPtr[PyCodeObject],
    globals: BorrowedPtr[PyDictObject],
    locals: BorrowedPtr | None,
    /,
) -> OwnedPtr[PyFrameObject] | None:
    """Make a frame that has not run."""

def PyFrame_FastToLocals(frame: BorrowedPtr[PyFrameObject], /) -> None:
    """Copy the variables of a frame into its dict; every error is swallowed."""

def PyFrame_FastToLocalsWithError(frame: BorrowedPtr[PyFrameObject], /) -> Status:
    """Copy the variables of a frame into its dict."""

def PyFrame_LocalsToFast(frame: BorrowedPtr[PyFrameObject], clear: CInt, /) -> None:
    """Copy what is in a frame's dict back into its variables."""

# ---- ptrstate.capi.funcobject ----

PyFunction_Type: Final[BorrowedPtr[PyTypeObject]]
PyClassMethod_Type: Final[BorrowedPtr[PyTypeObject]]
PyStaticMethod_Type: Final[BorrowedPtr[PyTypeObject]]

def PyFunction_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a function written in Python."""

def PyFunction_New(code: BorrowedPtr[PyCodeObject], globals: BorrowedPtr[PyDictObject], /) -> OwnedPtr[PyFunctionObject] | None:
    """Make a function of a code object and its global variables; the cells of outer variables are still to be set."""

def PyFunction_NewWithQualName(
    code: BorrowedPtr[PyCodeObject],
    globals: BorrowedPtr[PyDictObject],
    qualname: BorrowedPtr[PyUnicodeObject] | None,
    /,
) -> OwnedPtr[PyFunctionObject] | None:
    """Make a function of code, global variables and ``__qualname__``; the cells of outer variables are still to be set."""

def PyFunction_GetCode(function: BorrowedPtr[PyFunctionObject], /) -> BorrowedPtr | None:
    """Return the code object, borrowed; ``SystemError`` when it is no function."""

def PyFunction_GetGlobals(function: BorrowedPtr[PyFunctionObject], /) -> BorrowedPtr | None:
    """Return the dict of global variables, borrowed; ``SystemError`` when it is no function."""

def PyFunction_GetModule(function: BorrowedPtr[PyFunctionObject], /) -> BorrowedPtr | None:
    """Return the value of ``__module__``, borrowed; NULL without an exception when there is none."""

def PyFunction_GetDefaults(function: BorrowedPtr[PyFunctionObject], /) -> BorrowedPtr | None:
    """Return the tuple of default values, borrowed; NULL without an exception when there is none."""

def PyFunction_GetKwDefaults(function: BorrowedPtr[PyFunctionObject], /) -> BorrowedPtr | None:
    """Return the dict of default values of keyword arguments, borrowed; NULL without an exception when there is none."""

def PyFunction_GetClosure(function: BorrowedPtr[PyFunctionObject], /) -> BorrowedPtr | None:
    """Return the tuple of cells, borrowed; NULL without an exception when there is none."""

def PyFunction_GetAnnotations(function: BorrowedPtr[PyFunctionObject], /) -> BorrowedPtr | None:
    """Return the annotations as a dict, borrowed; NULL without an exception when there are none."""

def PyFunction_SetDefaults(function: BorrowedPtr[PyFunctionObject], defaults: BorrowedPtr, /) -> Status:
    """Set the tuple of default values, ``None`` for none; ``SystemError`` when it is anything else."""

def PyFunction_SetKwDefaults(function: BorrowedPtr[PyFunctionObject], defaults: BorrowedPtr, /) -> Status:
    """Set the dict of default values of keyword arguments, ``None`` for none; ``SystemError`` when it is anything else."""

def PyFunction_SetClosure(function: BorrowedPtr[PyFunctionObject], closure: BorrowedPtr, /) -> Status:
    """Set the tuple of cells, ``None`` for none; ``SystemError`` when it is anything else."""

def PyFunction_SetAnnotations(function: BorrowedPtr[PyFunctionObject], annotations: BorrowedPtr, /) -> Status:
    """Set the annotations, ``None`` for none; ``SystemError`` when they are no dict."""

def PyFunction_GET_CODE(function: BorrowedPtr[PyFunctionObject], /) -> BorrowedPtr:
    """Return the code object, borrowed; nothing is checked in C."""

def PyFunction_GET_GLOBALS(function: BorrowedPtr[PyFunctionObject], /) -> BorrowedPtr:
    """Return the dict of global variables, borrowed; nothing is checked in C."""

def PyFunction_GET_MODULE(function: BorrowedPtr[PyFunctionObject], /) -> BorrowedPtr | None:
    """Return the value of ``__module__``, borrowed; NULL when there is none."""

def PyFunction_GET_DEFAULTS(function: BorrowedPtr[PyFunctionObject], /) -> BorrowedPtr | None:
    """Return the tuple of default values, borrowed; NULL when there is none."""

def PyFunction_GET_KW_DEFAULTS(function: BorrowedPtr[PyFunctionObject], /) -> BorrowedPtr | None:
    """Return the dict of default values of keyword arguments, borrowed; NULL when there is none."""

def PyFunction_GET_CLOSURE(function: BorrowedPtr[PyFunctionObject], /) -> BorrowedPtr | None:
    """Return the tuple of cells, borrowed; NULL when there is none."""

def PyFunction_GET_ANNOTATIONS(function: BorrowedPtr[PyFunctionObject], /) -> BorrowedPtr | None:
    """Return the annotations, borrowed, as the compiler left them; NULL when there are none."""

def PyClassMethod_New(callable: BorrowedPtr, /) -> OwnedPtr | None:
    """Make a ``classmethod``."""

def PyStaticMethod_New(callable: BorrowedPtr, /) -> OwnedPtr | None:
    """Make a ``staticmethod``."""

if sys.version_info >= (3, 12):
    def PyFunction_AddWatcher(callback: Callable[[int, BorrowedPtr[PyFunctionObject], BorrowedPtr | None], int], /) -> CInt:
        """Have ``callback`` called for functions made, changed and destroyed, and return its number; there can be eight."""

    def PyFunction_ClearWatcher(watcher_id: CInt, /) -> Status:
        """Take a watcher away; ``ValueError`` when there is none of that number."""

# ---- ptrstate.capi.genericaliasobject ----

Py_GenericAliasType: Final[BorrowedPtr[PyTypeObject]]

def Py_GenericAlias(origin: BorrowedPtr, args: BorrowedPtr, /) -> OwnedPtr | None:
    """Make what ``list[int]`` is, of ``list`` and ``int``; ``args`` is a tuple, or the only one."""

# ---- ptrstate.capi.genobject ----

PyGen_Type: Final[BorrowedPtr[PyTypeObject]]
PyCoro_Type: Final[BorrowedPtr[PyTypeObject]]
PyAsyncGen_Type: Final[BorrowedPtr[PyTypeObject]]

def PyGen_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a generator."""

def PyGen_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a generator and of no derived type."""

def PyCoro_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a coroutine."""

def PyAsyncGen_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is an asynchronous generator."""

def PyGen_New(frame: OwnedPtr[PyFrameObject], /) -> OwnedPtr | None:
    """Make a generator of a frame, which is consumed whether or not it succeeds."""

def PyGen_NewWithQualName(
    frame: OwnedPtr[PyFrameObject],
    name: BorrowedPtr | None,
    qualname: BorrowedPtr | None,
    /,
) -> OwnedPtr | None:
    """Make a generator of a frame, which is consumed whether or not it succeeds."""

def PyCoro_New(frame: OwnedPtr[PyFrameObject], name: BorrowedPtr | None, qualname: BorrowedPtr | None, /) -> OwnedPtr | None:
    """Make a coroutine of a frame, which is consumed whether or not it succeeds."""

def PyAsyncGen_New(frame: OwnedPtr[PyFrameObject], name: BorrowedPtr | None, qualname: BorrowedPtr | None, /) -> OwnedPtr | None:
    """Make an asynchronous generator of a frame, which is consumed whether or not it succeeds."""

if sys.version_info >= (3, 12):
    def PyGen_GetCode(generator: BorrowedPtr[PyGenObject], /) -> OwnedPtr[PyCodeObject]:
        """Return the code of a generator."""

# ---- ptrstate.capi.import_ ----

def PyImport_GetMagicNumber() -> CLong:
    """Return the number that the first bytes of a ``.pyc`` file say."""

def PyImport_GetMagicTag() -> CText:
    """Return the tag in the names of ``.pyc`` files, such as ``cpython-313``."""

def PyImport_ExecCodeModule(name: CString, code: BorrowedPtr[PyCodeObject], /) -> OwnedPtr | None:
    """Make or reuse the module of that name, run ``code`` in it and return what is in ``sys.modules`` then."""

def PyImport_ExecCodeModuleEx(name: CString, code: BorrowedPtr[PyCodeObject], pathname: CString | None, /) -> OwnedPtr | None:
    """Make or reuse the module of that name, run ``code`` in it and return what is in ``sys.modules`` then."""

def PyImport_ExecCodeModuleWithPathnames(
    name: CString,
    code: BorrowedPtr[PyCodeObject],
    pathname: CString | None,
    cpathname: CString | None,
    /,
) -> OwnedPtr | None:
    """Make or reuse the module of that name, run ``code`` in it and return what is in ``sys.modules`` then."""

def PyImport_ExecCodeModuleObject(
    name: BorrowedPtr[PyUnicodeObject],
    code: BorrowedPtr[PyCodeObject],
    pathname: BorrowedPtr | None,
    cpathname: BorrowedPtr | None,
    /,
) -> OwnedPtr | None:
    """Make or reuse the module of that name, run ``code`` in it and return what is in ``sys.modules`` then."""

def PyImport_GetModuleDict() -> BorrowedPtr[PyDictObject]:
    """Return the interpreter's dict of modules."""

def PyImport_GetModule(name: BorrowedPtr, /) -> OwnedPtr | None:
    """Return a module that is already imported; NULL, without an exception, when it is not."""

def PyImport_AddModuleObject(name: BorrowedPtr[PyUnicodeObject], /) -> BorrowedPtr | None:
    """Return the module of that name, an empty one made if need be; nothing is imported."""

def PyImport_AddModule(name: CString, /) -> BorrowedPtr | None:
    """Return the module of that name, an empty one made if need be; nothing is imported."""

def PyImport_ImportModule(name: CString, /) -> OwnedPtr | None:
    """Import a module by its full name and return it."""

def PyImport_ImportModuleNoBlock(name: CString, /) -> OwnedPtr | None:
    """Import a module by its full name and return it, from 3.13 on with a ``DeprecationWarning``."""

def PyImport_ImportModuleLevel(
    name: CString,
    globals: BorrowedPtr | None,
    locals: BorrowedPtr | None,
    fromlist: BorrowedPtr | None,
    level: CInt,
    /,
) -> OwnedPtr | None:
    """Import as ``__import__`` does: the top package unless there is a ``fromlist``, relative to ``globals`` from level 1 on."""

def PyImport_ImportModuleLevelObject(
    name: BorrowedPtr[PyUnicodeObject],
    globals: BorrowedPtr | None,
    locals: BorrowedPtr | None,
    fromlist: BorrowedPtr | None,
    level: CInt,
    /,
) -> OwnedPtr | None:
    """Import as ``__import__`` does: the top package unless there is a ``fromlist``, relative to ``globals`` from level 1 on."""

def PyImport_ImportModuleEx(
    name: CString,
    globals: BorrowedPtr | None,
    locals: BorrowedPtr | None,
    fromlist: BorrowedPtr | None,
    /,
) -> OwnedPtr | None:
    """Import as ``__import__`` does with level 0."""

def PyImport_GetImporter(path: BorrowedPtr, /) -> OwnedPtr | None:
    """Return the finder for an entry of ``sys.path``, ``None`` when no hook knows it.

    The first releases of 3.11 return NULL without an exception when there is no memory to look in ``sys``; 3.11.7 does not."""

def PyImport_Import(name: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr | None:
    """Import a module through the running ``__import__`` and return it."""

def PyImport_ReloadModule(module: BorrowedPtr, /) -> OwnedPtr | None:
    """Run a module's code again, as ``importlib.reload`` does, and return the module."""

def PyImport_ImportFrozenModuleObject(name: BorrowedPtr[PyUnicodeObject], /) -> Found:
    """Run a frozen module and put it into ``sys.modules``; 0 when there is none of that name."""

def PyImport_ImportFrozenModule(name: CString, /) -> Found:
    """Run a frozen module and put it into ``sys.modules``; 0 when there is none of that name."""

if sys.version_info >= (3, 13):
    def PyImport_AddModuleRef(name: CString, /) -> OwnedPtr | None:
        """Return the module of that name, an empty one made if need be; nothing is imported."""

# ---- ptrstate.capi.intrcheck ----

def PyOS_InterruptOccurred() -> CBool:
    """Whether ``SIGINT`` arrived since this was last asked, in the main thread."""

# ---- ptrstate.capi.iterobject ----

PySeqIter_Type: Final[BorrowedPtr[PyTypeObject]]
PyCallIter_Type: Final[BorrowedPtr[PyTypeObject]]

def PySeqIter_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is an iterator over a sequence that has no other."""

def PySeqIter_New(sequence: BorrowedPtr, /) -> OwnedPtr | None:
    """Make an iterator that asks a sequence for items 0, 1 and so on; ``SystemError`` when it is no sequence."""

def PyCallIter_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is an iterator over what a callable returns."""

def PyCallIter_New(callable: BorrowedPtr, sentinel: BorrowedPtr, /) -> OwnedPtr | None:
    """Make an iterator that calls ``callable`` until it returns something equal to ``sentinel``; neither is looked at yet."""

# ---- ptrstate.capi.listobject ----

PyList_Type: Final[BorrowedPtr[PyTypeObject]]
PyListIter_Type: Final[BorrowedPtr[PyTypeObject]]
PyListRevIter_Type: Final[BorrowedPtr[PyTypeObject]]

def PyList_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a list, or of a type derived from it."""

def PyList_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a list and of no derived type."""

def PyList_New(length: Py_ssize_t, /) -> OwnedPtr[PyListObject] | None:
    """Make a list of ``length`` unset items, each of which has to be filled before the list is used."""

def PyList_Size(list: BorrowedPtr[PyListObject], /) -> Py_ssize_t:
    """Return the number of items."""

def PyList_GetItem(list: BorrowedPtr[PyListObject], index: Py_ssize_t, /) -> BorrowedPtr | None:
    """Return the item at ``index``, borrowed; ``IndexError`` when there is none."""

def PyList_SetItem(list: BorrowedPtr[PyListObject], index: Py_ssize_t, item: OwnedPtr, /) -> Status:
    """Put ``item`` at ``index``.  Consumes ``item`` whether or not it succeeds."""

def PyList_Insert(list: BorrowedPtr[PyListObject], index: Py_ssize_t, item: BorrowedPtr, /) -> Status:
    """Insert ``item`` before ``index``, moved into the bounds of the list, which takes a reference of its own."""

def PyList_Append(list: BorrowedPtr[PyListObject], item: BorrowedPtr, /) -> Status:
    """Append ``item``; the list takes a reference of its own."""

def PyList_GetSlice(list: BorrowedPtr[PyListObject], low: Py_ssize_t, high: Py_ssize_t, /) -> OwnedPtr[PyListObject] | None:
    """Return a list of the items from ``low`` to before ``high``, both moved into the bounds."""

def PyList_SetSlice(list: BorrowedPtr[PyListObject], low: Py_ssize_t, high: Py_ssize_t, items: BorrowedPtr | None, /) -> Status:
    """Put what ``items`` yields in the place of the items from ``low`` to before ``high``; NULL takes these away."""

def PyList_Sort(list: BorrowedPtr[PyListObject], /) -> Status:
    """Sort the items in place."""

def PyList_Reverse(list: BorrowedPtr[PyListObject], /) -> Status:
    """Reverse the items in place."""

def PyList_AsTuple(list: BorrowedPtr[PyListObject], /) -> OwnedPtr[PyTupleObject] | None:
    """Return a tuple of the items."""

def PyList_GET_SIZE(list: BorrowedPtr[PyListObject], /) -> Py_ssize_t:
    """Return the number of items; nothing is checked in C."""

def PyList_GET_ITEM(list: BorrowedPtr[PyListObject], index: Py_ssize_t, /) -> BorrowedPtr:
    """Return the item at ``index``, borrowed; nothing is checked in C."""

def PyList_SET_ITEM(list: BorrowedPtr[PyListObject], index: Py_ssize_t, item: OwnedPtr, /) -> None:
    """Put ``item`` into a new list; nothing is checked in C, and what was there is not released."""

if sys.version_info >= (3, 13):
    def PyList_GetItemRef(list: BorrowedPtr[PyListObject], index: Py_ssize_t, /) -> OwnedPtr | None:
        """Return the item at ``index``; ``IndexError`` when there is none."""

    def PyList_Extend(list: BorrowedPtr[PyListObject], iterable: BorrowedPtr, /) -> Status:
        """Append what ``iterable`` yields; ``SystemError`` when it is no list that is extended."""

    def PyList_Clear(list: BorrowedPtr[PyListObject], /) -> Status:
        """Remove all items."""

# ---- ptrstate.capi.longobject ----

PyLong_Type: Final[BorrowedPtr[PyTypeObject]]

def PyLong_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is an int, or of a type derived from it."""

def PyLong_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is an int and of no derived type."""

def PyLong_FromLong(value: CLong, /) -> OwnedPtr[PyLongObject] | None:
    """Make an int."""

def PyLong_FromUnsignedLong(value: CUnsignedLong, /) -> OwnedPtr[PyLongObject] | None:
    """Make an int."""

def PyLong_FromLongLong(value: CLongLong, /) -> OwnedPtr[PyLongObject] | None:
    """Make an int."""

def PyLong_FromUnsignedLongLong(value: CUnsignedLongLong, /) -> OwnedPtr[PyLongObject] | None:
    """Make an int."""

def PyLong_FromSsize_t(value: Py_ssize_t, /) -> OwnedPtr[PyLongObject] | None:
    """Make an int."""

def PyLong_FromSize_t(value: CSize, /) -> OwnedPtr[PyLongObject] | None:
    """Make an int."""

def PyLong_FromDouble(value: CDouble, /) -> OwnedPtr[PyLongObject] | None:
    """Make an int of the integer part; ``OverflowError`` for infinity, ``ValueError`` for what is no number."""

def PyLong_FromVoidPtr(address: AnyAddress | None, /) -> OwnedPtr[PyLongObject] | None:
    """Make an int of an address."""

def PyLong_FromString(text: CString, end: Var[InteriorPtr | None] | None, base: CInt, /) -> OwnedPtr[PyLongObject] | None:
    """Read a number; ``ValueError`` when the text is none, or ``base`` is neither 0 nor from 2 to 36."""

def PyLong_FromUnicodeObject(text: BorrowedPtr[PyUnicodeObject], base: CInt, /) -> OwnedPtr[PyLongObject] | None:
    """Read a number, of decimal digits in any script; ``ValueError`` when the text is none."""

def PyLong_AsLong(object: BorrowedPtr, /) -> CLong:
    """Return the value; -1 with an exception when it does not fit or is no integer."""

def PyLong_AS_LONG(object: BorrowedPtr, /) -> CLong:
    """Return the value; another name of ``PyLong_AsLong``, with all its checks."""

def PyLong_AsLongAndOverflow(object: BorrowedPtr, overflow: IntVar, /) -> CLong:
    """Return the value; where it does not fit, -1 with ``overflow`` set to its sign and no exception."""

def PyLong_AsLongLong(object: BorrowedPtr, /) -> CLongLong:
    """Return the value; -1 with an exception when it does not fit or is no integer."""

def PyLong_AsLongLongAndOverflow(object: BorrowedPtr, overflow: IntVar, /) -> CLongLong:
    """Return the value; where it does not fit, -1 with ``overflow`` set to its sign and no exception."""

def PyLong_AsSsize_t(int: BorrowedPtr[PyLongObject], /) -> Py_ssize_t:
    """Return the value; ``OverflowError`` when it is too large, ``TypeError`` when it is no ``int``."""

def PyLong_AsSize_t(int: BorrowedPtr[PyLongObject], /) -> CSize:
    """Return the value; ``OverflowError`` when it is negative or too large, ``TypeError`` when it is no ``int``."""

def PyLong_AsUnsignedLong(int: BorrowedPtr[PyLongObject], /) -> CUnsignedLong:
    """Return the value; ``OverflowError`` when it is negative or too large, ``TypeError`` when it is no ``int``."""

def PyLong_AsUnsignedLongLong(int: BorrowedPtr[PyLongObject], /) -> CUnsignedLongLong:
    """Return the value; ``OverflowError`` when it is negative or too large, ``TypeError`` when it is no ``int``."""

def PyLong_AsUnsignedLongMask(object: BorrowedPtr, /) -> CUnsignedLong:
    """Return the lowest bits of the value, of which any number is taken; ``TypeError`` when it is no integer."""

def PyLong_AsUnsignedLongLongMask(object: BorrowedPtr, /) -> CUnsignedLongLong:
    """Return the lowest bits of the value, of which any number is taken; ``TypeError`` when it is no integer."""

def PyLong_AsDouble(int: BorrowedPtr[PyLongObject], /) -> CDouble:
    """Return the value; ``OverflowError`` when it is too large, ``TypeError`` when it is no ``int``."""

def PyLong_AsVoidPtr(int: BorrowedPtr[PyLongObject], /) -> Address | None:
    """Return the value as an address; NULL with an exception when it does not fit or is no ``int``."""

def PyLong_GetInfo() -> OwnedPtr[PyTupleObject] | None:
    """Return what ``sys.int_info`` is: how ints are laid out."""

def PyOS_strtoul(text: CString, end: Var[InteriorPtr | None] | None, base: CInt, /) -> CUnsignedLong:
    """Read a number; what is too large becomes the largest, with ``errno`` set and no exception."""

def PyOS_strtol(text: CString, end: Var[InteriorPtr | None] | None, base: CInt, /) -> CLong:
    """Read a number; what does not fit becomes the largest or smallest, with ``errno`` set and no exception."""

if sys.version_info >= (3, 12):
    def PyUnstable_Long_IsCompact(int: BorrowedPtr[PyLongObject], /) -> CBool:
        """Whether the value stands in one digit."""

    def PyUnstable_Long_CompactValue(int: BorrowedPtr[PyLongObject], /) -> Py_ssize_t:
        """Return the value of an ``int`` that stands in one digit."""

if sys.version_info >= (3, 13):
    def PyLong_AsInt(object: BorrowedPtr, /) -> CInt:
        """Return the value; -1 with an exception when it does not fit or is no integer."""

    def PyLong_AsNativeBytes(object: BorrowedPtr, buffer: Memory, size: Py_ssize_t, flags: CInt, /) -> Py_ssize_t:
        """Write the value into ``buffer``, as much of it as there is room for, and return how many bytes it takes."""

    def PyLong_FromNativeBytes(buffer: str | bytes | InteriorPtr, size: CSize, flags: CInt, /) -> OwnedPtr[PyLongObject] | None:
        """Make an int of bytes that hold a signed number."""

    def PyLong_FromUnsignedNativeBytes(
        buffer: str | bytes | InteriorPtr,
        size: CSize,
        flags: CInt,
        /,
    ) -> OwnedPtr[PyLongObject] | None:
        """Make an int of bytes that hold an unsigned number."""

# ---- ptrstate.capi.marshal ----

def PyMarshal_ReadObjectFromString(data: CString, length: Py_ssize_t, /) -> OwnedPtr | None:
    """Read an object from memory; ``EOFError``, ``ValueError`` or ``TypeError`` when there is none."""

def PyMarshal_WriteObjectToString(object: BorrowedPtr, version: CInt, /) -> OwnedPtr[PyBytesObject] | None:
    """Write an object into bytes; ``ValueError`` when it holds something that cannot be written."""

def PyMarshal_ReadLongFromFile(file: NonNull[FILE], /) -> CLong:
    """Read four bytes as a number; -1 with ``EOFError`` when they are not there."""

def PyMarshal_ReadShortFromFile(file: NonNull[FILE], /) -> CInt:
    """Read two bytes as a number; -1 with ``EOFError`` when they are not there."""

def PyMarshal_ReadObjectFromFile(file: NonNull[FILE], /) -> OwnedPtr | None:
    """Read one object from a file; ``EOFError``, ``ValueError`` or ``TypeError`` when there is none."""

def PyMarshal_ReadLastObjectFromFile(file: NonNull[FILE], /) -> OwnedPtr | None:
    """Read one object from a file of which nothing else is wanted; the same exceptions when there is none."""

def PyMarshal_WriteLongToFile(value: CLong, file: NonNull[FILE], version: CInt, /) -> None:
    """Write four bytes of a number; an error of the file is not told."""

def PyMarshal_WriteObjectToFile(object: BorrowedPtr, file: NonNull[FILE], version: CInt, /) -> None:
    """Write an object; what cannot be written is told by no exception."""

# ---- ptrstate.capi.memoryobject ----

PyMemoryView_Type: Final[BorrowedPtr[PyTypeObject]]

def PyMemoryView_GetContiguous(object: BorrowedPtr, flags: CInt, order: CChar, /) -> OwnedPtr[PyMemoryViewObject] | None:
    """Make a view of contiguous memory, to read (``PyBUF_READ``, 0x100) or write (``PyBUF_WRITE``, 0x200)."""

def PyMemoryView_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``memoryview``."""

def PyMemoryView_FromObject(object: BorrowedPtr, /) -> OwnedPtr[PyMemoryViewObject] | None:
    """Make a view of an object's memory."""

def PyMemoryView_FromMemory(memory: CString, length: Py_ssize_t, flags: CInt, /) -> OwnedPtr[PyMemoryViewObject] | None:
    """Make a view of bare memory; ``PyBUF_READ`` (0x100) to read, or ``PyBUF_WRITE`` (0x200) to write it."""

def PyMemoryView_FromBuffer(view: Py_buffer, /) -> OwnedPtr[PyMemoryViewObject] | None:
    """Make a view of the memory that ``view`` tells of, which has to stay for as long."""

def PyMemoryView_GET_BASE(view: BorrowedPtr[PyMemoryViewObject], /) -> BorrowedPtr | None:
    """Return the exporter, borrowed; NULL when the view is of bare memory."""

def PyMemoryView_GET_BUFFER(view: BorrowedPtr[PyMemoryViewObject], /) -> NonNull[Opaque]:
    """Return the address of the ``Py_buffer`` in the view."""

# ---- ptrstate.capi.methodobject ----

if sys.version_info < (3, 13):
    def PyCFunction_Call(
        callable: BorrowedPtr,
        arguments: BorrowedPtr[PyTupleObject],
        keywords: BorrowedPtr[PyDictObject] | None,
        /,
    ) -> OwnedPtr | None:
        """Call with a tuple and a dict."""

PyCFunction_Type: Final[BorrowedPtr[PyTypeObject]]
PyCMethod_Type: Final[BorrowedPtr[PyTypeObject]]

def PyCFunction_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a builtin function, or of a type derived from it."""

def PyCFunction_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a builtin function and of no derived type."""

def PyCMethod_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a builtin function that is told its class, or of a type derived from it."""

def PyCMethod_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a builtin function that is told its class and of no derived type."""

def PyCFunction_New(definition: NonNull[PyMethodDef], instance: BorrowedPtr | None, /) -> OwnedPtr[PyCFunctionObject] | None:
    """Make a builtin function; ``SystemError`` when the definition's flags are nonsense."""

def PyCFunction_NewEx(
    definition: NonNull[PyMethodDef],
    instance: BorrowedPtr | None,
    module: BorrowedPtr | None,
    /,
) -> OwnedPtr[PyCFunctionObject] | None:
    """Make a builtin function of a module; ``SystemError`` when the definition's flags are nonsense."""

def PyCMethod_New(
    definition: NonNull[PyMethodDef],
    instance: BorrowedPtr | None,
    module: BorrowedPtr | None,
    type: BorrowedPtr[PyTypeObject] | None,
    /,
) -> OwnedPtr[PyCFunctionObject] | None:
    """Make a builtin function that is told its class, or a plain one when ``type`` is NULL."""

def PyCFunction_GetFunction(function: BorrowedPtr[PyCFunctionObject], /) -> Address | None:
    """Return the address of the C function; ``SystemError`` when it is no builtin function."""

def PyCFunction_GetSelf(function: BorrowedPtr[PyCFunctionObject], /) -> BorrowedPtr | None:
    """Return what the function is bound to, borrowed; NULL without an exception when it is static."""

def PyCFunction_GetFlags(function: BorrowedPtr[PyCFunctionObject], /) -> CInt:
    """Return the flags of the definition."""

def PyCFunction_GET_FUNCTION(function: BorrowedPtr[PyCFunctionObject], /) -> Address:
    """Return the address of the C function; nothing is checked in C."""

def PyCFunction_GET_SELF(function: BorrowedPtr[PyCFunctionObject], /) -> BorrowedPtr | None:
    """Return what the function is bound to, borrowed; NULL when it is static."""

def PyCFunction_GET_FLAGS(function: BorrowedPtr[PyCFunctionObject], /) -> CInt:
    """Return the flags of the definition; nothing is checked in C."""

def PyCFunction_GET_CLASS(function: BorrowedPtr[PyCFunctionObject], /) -> BorrowedPtr[PyTypeObject] | None:
    """Return the class that the function is told, borrowed; NULL when it is told none."""

# ---- ptrstate.capi.modsupport ----

def PyArg_ValidateKeywordArguments(kwargs: BorrowedPtr[PyDictObject], /) -> CInt:
    """Return 1 when all keys are strings, else 0 with ``TypeError``; ``SystemError`` when it is no dict."""

def PyArg_UnpackTuple(
    args: BorrowedPtr[PyTupleObject],
    name: CString | None,
    min: Py_ssize_t,
    max: Py_ssize_t,
    /,
    *slots: BorrowedSlot,
) -> CInt:
    """Store the items of a tuple, of which there are ``min`` to ``max``, and return 1; else 0 with ``TypeError``."""

def PyArg_ParseTuple(
    args: BorrowedPtr[PyTupleObject],
    format: CString,
    /,
    *targets: BorrowedSlot[Any] | Var[Any] | Py_buffer | BorrowedPtr[PyTypeObject],
) -> CInt:
    """Convert the items of a tuple as the format says, store them and return 1; else 0, the first of them stored perhaps."""

def PyArg_VaParse(
    args: BorrowedPtr[PyTupleObject],
    format: CString,
    /,
    *targets: BorrowedSlot[Any] | Var[Any] | Py_buffer | BorrowedPtr[PyTypeObject],
) -> CInt:
    """Convert the items of a tuple into the targets in a ``va_list``, which the binding makes."""

def PyArg_Parse(
    args: BorrowedPtr,
    format: CString,
    /,
    *targets: BorrowedSlot[Any] | Var[Any] | Py_buffer | BorrowedPtr[PyTypeObject],
) -> CInt:
    """Convert one object as the format says, store what comes of it and return 1; else 0."""

def PyArg_ParseTupleAndKeywords(
    args: BorrowedPtr[PyTupleObject],
    kwargs: BorrowedPtr[PyDictObject] | None,
    format: CString,
    names: Sequence[CString],
    /,
    *targets: BorrowedSlot[Any] | Var[Any] | Py_buffer | BorrowedPtr[PyTypeObject],
) -> CInt:
    """Convert the items of a tuple and a dict as the format says, one for each name; an empty name takes no keyword."""

def PyArg_VaParseTupleAndKeywords(
    args: BorrowedPtr[PyTupleObject],
    kwargs: BorrowedPtr[PyDictObject] | None,
    format: CString,
    names: Sequence[CString],
    /,
    *targets: BorrowedSlot[Any] | Var[Any] | Py_buffer | BorrowedPtr[PyTypeObject],
) -> CInt:
    """Convert the items of a tuple and a dict into the targets in a ``va_list``, which the binding makes."""

def Py_BuildValue(format: CString, /, *arguments: Arguments) -> OwnedPtr | None:
    """Build an object as the format says; what stands for ``N`` is consumed even when that fails."""

def Py_VaBuildValue(format: CString, /, *arguments: Arguments) -> OwnedPtr | None:
    """Build an object as the format says, of the arguments in a ``va_list``, which the binding makes."""

def PyModule_AddObjectRef(module: BorrowedPtr[PyModuleObject], name: CString, value: BorrowedPtr, /) -> Status:
    """Set an attribute of a module."""

def PyModule_AddObject(module: BorrowedPtr[PyModuleObject], name: CString, value: OwnedPtr, /) -> Status:
    """Set an attribute of a module.  Consumes ``value`` on success only."""

def PyModule_AddIntConstant(module: BorrowedPtr[PyModuleObject], name: CString, value: CLong, /) -> Status:
    """Set an attribute of a module to a number."""

def PyModule_AddStringConstant(module: BorrowedPtr[PyModuleObject], name: CString, value: CString, /) -> Status:
    """Set an attribute of a module to a text in UTF-8."""

def PyModule_AddType(module: BorrowedPtr[PyModuleObject], type: BorrowedPtr[PyTypeObject], /) -> Status:
    """Finish a type and set the attribute of a module that has the last part of its name."""

def PyModule_SetDocString(module: BorrowedPtr, doc: CString, /) -> Status:
    """Set ``__doc__``."""

def PyModule_AddFunctions(module: BorrowedPtr[PyModuleObject], functions: NonNull[PyMethodDef], /) -> Status:
    """Add functions to a module; their definitions have to stay where they are."""

def PyModule_ExecDef(module: BorrowedPtr[PyModuleObject], definition: NonNull[PyModuleDef], /) -> Status:
    """Allocate a module's state and run what its definition says is to be run."""

def PyModule_Create2(definition: NonNull[PyModuleDef], api_version: CInt, /) -> OwnedPtr[PyModuleObject] | None:
    """Make a module from a definition without slots, which has to stay where it is."""

def PyModule_Create(definition: NonNull[PyModuleDef], /) -> OwnedPtr[PyModuleObject] | None:
    """Make a module from a definition without slots, which has to stay where it is."""

def PyModule_FromDefAndSpec2(definition: NonNull[PyModuleDef], spec: BorrowedPtr, api_version: CInt, /) -> OwnedPtr | None:
    """Make a module, or whatever the slot for it returns, from a definition, which has to stay where it is."""

def PyModule_FromDefAndSpec(definition: NonNull[PyModuleDef], spec: BorrowedPtr, /) -> OwnedPtr | None:
    """Make a module, or whatever the slot for it returns, from a definition, which has to stay where it is."""

if sys.version_info >= (3, 13):
    def PyModule_Add(module: BorrowedPtr[PyModuleObject], name: CString, value: OwnedPtr | None, /) -> Status:
        """Set an attribute of a module.  Consumes ``value`` whether or not it succeeds; NULL is an earlier failure, handed on."""

# ---- ptrstate.capi.moduleobject ----

PyModule_Type: Final[BorrowedPtr[PyTypeObject]]
PyModuleDef_Type: Final[BorrowedPtr[PyTypeObject]]

def PyModule_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a module, or of a type derived from that."""

def PyModule_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a module and of no derived type."""

def PyModule_NewObject(name: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr[PyModuleObject] | None:
    """Make an empty module of that name."""

def PyModule_New(name: CString, /) -> OwnedPtr[PyModuleObject] | None:
    """Make an empty module of that name."""

def PyModule_GetDict(module: BorrowedPtr[PyModuleObject], /) -> BorrowedPtr[PyDictObject] | None:
    """Return the module's dict, which it keeps as long as it lives; ``SystemError`` when it is no module."""

def PyModule_GetNameObject(module: BorrowedPtr[PyModuleObject], /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return ``__name__``; ``SystemError`` when it is no string or there is none, ``TypeError`` when it is no module."""

def PyModule_GetName(module: BorrowedPtr[PyModuleObject], /) -> CText | None:
    """Return ``__name__`` in UTF-8; ``SystemError`` when it is no string or there is none."""

def PyModule_GetFilenameObject(module: BorrowedPtr[PyModuleObject], /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return ``__file__``; ``SystemError`` when it is no string or there is none, ``TypeError`` when it is no module."""

def PyModule_GetFilename(module: BorrowedPtr[PyModuleObject], /) -> CText | None:
    """Return ``__file__`` in UTF-8; ``SystemError`` when it is no string or there is none."""

def PyModule_GetDef(module: BorrowedPtr[PyModuleObject], /) -> NonNull[PyModuleDef] | None:
    """Return the definition that the module was made from, NULL without one; ``TypeError`` when it is no module."""

def PyModule_GetState(module: BorrowedPtr[PyModuleObject], /) -> Memory | None:
    """Return the memory that the module has for its state, NULL without any; ``TypeError`` when it is no module."""

def PyModuleDef_Init(definition: NonNull[PyModuleDef], /) -> BorrowedPtr | None:
    """Make a definition an object of Python's, and return it as one."""

# ---- ptrstate.capi.monitoring ----

if sys.version_info >= (3, 13):
    def PyMonitoring_FireBranchEvent(
        state: NonNull[PyMonitoringState],
        code: BorrowedPtr,
        offset: int,
        target: BorrowedPtr,
        /,
    ) -> Status:
        """Tell the tools that a branch was taken."""

    def PyMonitoring_FireCRaiseEvent(state: NonNull[PyMonitoringState], code: BorrowedPtr, offset: int, /) -> Status:
        """Tell the tools that a C function raised; the exception stays set."""

    def PyMonitoring_FireCReturnEvent(
        state: NonNull[PyMonitoringState],
        code: BorrowedPtr,
        offset: int,
        value: BorrowedPtr,
        /,
    ) -> Status:
        """Tell the tools that a C function returned."""

    def PyMonitoring_FireCallEvent(
        state: NonNull[PyMonitoringState],
        code: BorrowedPtr,
        offset: int,
        callable: BorrowedPtr,
        argument: BorrowedPtr,
        /,
    ) -> Status:
        """Tell the tools that a call begins."""

    def PyMonitoring_FireExceptionHandledEvent(state: NonNull[PyMonitoringState], code: BorrowedPtr, offset: int, /) -> Status:
        """Tell the tools that an exception was caught; the exception stays set."""

    def PyMonitoring_FireJumpEvent(
        state: NonNull[PyMonitoringState],
        code: BorrowedPtr,
        offset: int,
        target: BorrowedPtr,
        /,
    ) -> Status:
        """Tell the tools that a jump was made."""

    def PyMonitoring_FireLineEvent(state: NonNull[PyMonitoringState], code: BorrowedPtr, offset: int, line: CInt, /) -> Status:
        """Tell the tools that a line begins."""

    def PyMonitoring_FirePyResumeEvent(state: NonNull[PyMonitoringState], code: BorrowedPtr, offset: int, /) -> Status:
        """Tell the tools that a generator goes on."""

    def PyMonitoring_FirePyReturnEvent(
        state: NonNull[PyMonitoringState],
        code: BorrowedPtr,
        offset: int,
        value: BorrowedPtr,
        /,
    ) -> Status:
        """Tell the tools that a function returned."""

    def PyMonitoring_FirePyStartEvent(state: NonNull[PyMonitoringState], code: BorrowedPtr, offset: int, /) -> Status:
        """Tell the tools that a function begins."""

    def PyMonitoring_FirePyThrowEvent(state: NonNull[PyMonitoringState], code: BorrowedPtr, offset: int, /) -> Status:
        """Tell the tools that an exception was thrown into a generator; the exception stays set."""

    def PyMonitoring_FirePyUnwindEvent(state: NonNull[PyMonitoringState], code: BorrowedPtr, offset: int, /) -> Status:
        """Tell the tools that a function ends by an exception; the exception stays set."""

    def PyMonitoring_FirePyYieldEvent(
        state: NonNull[PyMonitoringState],
        code: BorrowedPtr,
        offset: int,
        value: BorrowedPtr,
        /,
    ) -> Status:
        """Tell the tools that a generator yielded."""

    def PyMonitoring_FireRaiseEvent(state: NonNull[PyMonitoringState], code: BorrowedPtr, offset: int, /) -> Status:
        """Tell the tools that an exception was raised; the exception stays set."""

    def PyMonitoring_FireReraiseEvent(state: NonNull[PyMonitoringState], code: BorrowedPtr, offset: int, /) -> Status:
        """Tell the tools that an exception was raised again; the exception stays set."""

    def PyMonitoring_FireStopIterationEvent(
        state: NonNull[PyMonitoringState],
        code: BorrowedPtr,
        offset: int,
        value: BorrowedPtr,
        /,
    ) -> Status:
        """Tell the tools that an iteration ended."""

# ---- ptrstate.capi.object ----

Py_None: Final[BorrowedPtr[PyObject]]
PyType_Type: Final[BorrowedPtr[PyTypeObject]]
PyBaseObject_Type: Final[BorrowedPtr[PyTypeObject]]
PySuper_Type: Final[BorrowedPtr[PyTypeObject]]
Py_NotImplemented: Final[BorrowedPtr[PyObject]]

def Py_INCREF(object: BorrowedPtr, /) -> None:
    """Put one reference in flight."""

def Py_DECREF(object: BorrowedPtr, /) -> None:
    """End one reference in flight."""

def Py_NewRef(object: BorrowedPtr, /) -> OwnedPtr:
    """Make a strong reference."""

def Py_REFCNT(object: BorrowedPtr, /) -> Py_ssize_t:
    """Return the number of references."""

def Py_CLEAR(slot: Slot, /) -> None:
    """Release what is in the slot and leave it empty."""

def Py_SETREF(slot: Slot, value: OwnedPtr, /) -> None:
    """Move ``value`` into the slot and release what was there."""

def Py_XSETREF(slot: Slot, value: OwnedPtr | None, /) -> None:
    """Move ``value`` into the slot and release what was there, if anything."""

def PyObject_Repr(object: BorrowedPtr | None, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return what ``repr`` does."""

def PyObject_Str(object: BorrowedPtr | None, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return what ``str`` does."""

def PyObject_IsTrue(object: BorrowedPtr, /) -> Found:
    """Whether the object is true."""

def PyObject_GetAttr(object: BorrowedPtr, name: BorrowedPtr, /) -> OwnedPtr | None:
    """Return an attribute; ``AttributeError`` when there is none."""

def PyObject_GetAttrString(object: BorrowedPtr, name: CString, /) -> OwnedPtr | None:
    """Return an attribute; ``AttributeError`` when there is none."""

def PyObject_SetAttr(object: BorrowedPtr, name: BorrowedPtr, value: BorrowedPtr | None, /) -> Status:
    """Set an attribute, or delete it when ``value`` is NULL."""

def PyCallable_Check(object: BorrowedPtr, /) -> CBool:
    """Whether the object can be called."""

def PyObject_SetAttrString(object: BorrowedPtr, name: CString, value: BorrowedPtr | None, /) -> Status:
    """Set an attribute, or delete it when ``value`` is NULL."""

def Py_XDECREF(object: BorrowedPtr | None, /) -> None:
    """End one reference in flight; NULL is skipped."""

def Py_XINCREF(object: BorrowedPtr | None, /) -> None:
    """Put one reference in flight; NULL is skipped."""

def PyObject_ASCII(object: BorrowedPtr | None, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return what ``ascii`` does."""

def PyObject_Bytes(object: BorrowedPtr | None, /) -> OwnedPtr[PyBytesObject] | None:
    """Return what ``bytes`` does."""

def PyObject_RichCompareBool(left: BorrowedPtr, right: BorrowedPtr, operation: CInt, /) -> Found:
    """Compare two objects; the same object is equal to itself."""

def PyObject_HasAttr(object: BorrowedPtr, name: BorrowedPtr, /) -> CBool:
    """Whether there is such an attribute; every error is swallowed."""

def PyObject_HasAttrString(object: BorrowedPtr, name: CString, /) -> CBool:
    """Whether there is such an attribute; every error is swallowed."""

def PyObject_SelfIter(object: BorrowedPtr, /) -> OwnedPtr:
    """Return the object itself."""

def PyObject_GenericGetAttr(object: BorrowedPtr, name: BorrowedPtr, /) -> OwnedPtr | None:
    """Look an attribute up as ``object`` does."""

def PyObject_GenericSetAttr(object: BorrowedPtr, name: BorrowedPtr, value: BorrowedPtr | None, /) -> Status:
    """Set an attribute as ``object`` does, or delete it when ``value`` is NULL."""

def PyObject_Hash(object: BorrowedPtr, /) -> Py_hash_t:
    """Return the hash."""

def PyObject_HashNotImplemented(object: BorrowedPtr, /) -> Py_hash_t:
    """Raise ``TypeError``: the object has no hash."""

def PyObject_Not(object: BorrowedPtr, /) -> Found:
    """Whether the object is false."""

def PyObject_Dir(object: BorrowedPtr, /) -> OwnedPtr[PyListObject] | None:
    """Return what ``dir`` does."""

def Py_Is(left: BorrowedPtr, right: BorrowedPtr, /) -> CBool:
    """Whether the two are one object."""

def Py_IsNone(object: BorrowedPtr, /) -> CBool:
    """Whether the object is ``None``."""

def Py_TYPE(object: BorrowedPtr, /) -> BorrowedPtr[PyTypeObject]:
    """Return the type, borrowed."""

def Py_IS_TYPE(object: BorrowedPtr, type: BorrowedPtr[PyTypeObject], /) -> CBool:
    """Whether the object is of just that type."""

def Py_XNewRef(object: BorrowedPtr | None, /) -> OwnedPtr | None:
    """Make a strong reference; NULL for NULL."""

def PyObject_TypeCheck(object: BorrowedPtr, type: BorrowedPtr[PyTypeObject], /) -> CBool:
    """Whether the object is of that type or one derived from it."""

def PyType_Check(object: BorrowedPtr, /) -> CBool:
    """Whether the object is a type."""

def PyType_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether the object is just of type ``type``."""

def PyType_IsSubtype(type: BorrowedPtr[PyTypeObject], base: BorrowedPtr[PyTypeObject], /) -> CBool:
    """Whether the first is the second or derived from it."""

def PyType_GetName(type: BorrowedPtr[PyTypeObject], /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return the name."""

def PyType_GetQualName(type: BorrowedPtr[PyTypeObject], /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return the qualified name."""

def PyType_GetFlags(type: BorrowedPtr[PyTypeObject], /) -> CUnsignedLong:
    """Return the flags."""

def PyObject_RichCompare(left: BorrowedPtr, right: BorrowedPtr, operation: CInt, /) -> OwnedPtr | None:
    """Compare two objects and return what the comparison does."""

def PyObject_CallFinalizer(object: BorrowedPtr, /) -> None:
    """Call the finaliser of an object, once for one that the collector knows."""

def PyObject_GenericSetDict(
    object: BorrowedPtr,
    value: BorrowedPtr[PyDictObject] | None,
    context: AnyAddress | None,
    /,
) -> Status:
    """Set ``__dict__``; it cannot be deleted.

    3.13.0 does not see to the attributes that an instance has in itself: they stay in force, and are never released."""

def PyObject_Print(object: BorrowedPtr, file: NonNull[FILE], flags: CInt, /) -> Status:
    """Write the ``repr`` of an object to a stream of C's, or its ``str`` when the lowest flag is set."""

def PyType_ClearCache() -> CUnsignedInt:
    """Forget where attributes were found, and return the last version of a type."""

def PyType_HasFeature(type: BorrowedPtr[PyTypeObject], flag: CUnsignedLong, /) -> CBool:
    """Whether the type has a flag."""

def PyType_FastSubclass(type: BorrowedPtr[PyTypeObject], flag: CUnsignedLong, /) -> CBool:
    """Whether the type has a flag."""

def PyType_FromSpec(spec: NonNull[PyType_Spec], /) -> OwnedPtr[PyTypeObject] | None:
    """Make a type from its definition."""

def PyType_FromSpecWithBases(spec: NonNull[PyType_Spec], bases: BorrowedPtr | None, /) -> OwnedPtr[PyTypeObject] | None:
    """Make a type from its definition and its bases: one, or a tuple."""

def PyType_FromModuleAndSpec(
    module: BorrowedPtr | None,
    spec: NonNull[PyType_Spec],
    bases: BorrowedPtr | None,
    /,
) -> OwnedPtr[PyTypeObject] | None:
    """Make a type of a module from its definition and its bases."""

def PyType_GenericAlloc(type: BorrowedPtr[PyTypeObject], count: Py_ssize_t, /) -> OwnedPtr | None:
    """Make an object whose fields are all zero, with room for ``count`` items."""

def PyType_GenericNew(
    type: BorrowedPtr[PyTypeObject],
    arguments: BorrowedPtr | None,
    keywords: BorrowedPtr | None,
    /,
) -> OwnedPtr | None:
    """Make an object whose fields are all zero; the arguments are not looked at."""

def PyType_GetModule(type: BorrowedPtr[PyTypeObject], /) -> BorrowedPtr | None:
    """Return the module that a type was made with, borrowed; ``TypeError`` when there is none."""

def PyType_GetModuleState(type: BorrowedPtr[PyTypeObject], /) -> Memory | None:
    """Return the state of the module that a type was made with; NULL without an exception when that has none."""

def PyType_GetModuleByDef(type: BorrowedPtr[PyTypeObject], definition: NonNull[PyModuleDef], /) -> BorrowedPtr | None:
    """Return the module of that definition which a type, or one of its bases, was made with, borrowed."""

def PyType_GetSlot(type: BorrowedPtr[PyTypeObject], slot: CInt, /) -> Address | None:
    """Return the function in a slot; NULL without an exception when it is empty."""

def PyType_Modified(type: BorrowedPtr[PyTypeObject], /) -> None:
    """Forget where attributes of a type were found."""

def PyType_Ready(type: BorrowedPtr[PyTypeObject], /) -> Status:
    """Finish a type; nothing for one that is finished."""

def Py_IncRef(object: BorrowedPtr | None, /) -> None:
    """Put one reference in flight; NULL is skipped."""

def Py_DecRef(object: BorrowedPtr | None, /) -> None:
    """End one reference in flight; NULL is skipped."""

def Py_ReprEnter(object: BorrowedPtr, /) -> Found:
    """Take note that the ``repr`` of an object is being made; 1 when it is already."""

def Py_ReprLeave(object: BorrowedPtr, /) -> None:
    """Take note that the ``repr`` of an object is made."""

def PyObject_ClearWeakRefs(object: BorrowedPtr, /) -> None:
    """Raise ``SystemError``: only deallocators may call it, with an object whose count is zero."""

if sys.version_info >= (3, 12):
    def PyType_GetDict(type: BorrowedPtr[PyTypeObject], /) -> OwnedPtr[PyDictObject] | None:
        """Return the dict of the type; NULL for one that is not finished."""

    def PyObject_GetItemData(object: BorrowedPtr, /) -> Memory | None:
        """Return the address of the items of an object whose type has them at its end; ``TypeError`` when it has not."""

    def PyType_AddWatcher(callback: Callable[[BorrowedPtr[PyTypeObject]], int], /) -> CInt:
        """Have ``callback`` called for changes of the types that are watched, and return its number; there can be eight."""

    def PyType_ClearWatcher(watcher_id: CInt, /) -> Status:
        """Take a watcher away; ``ValueError`` when there is none of that number."""

    def PyType_Watch(watcher_id: CInt, type: BorrowedPtr[PyTypeObject], /) -> Status:
        """Have a watcher told of changes of ``type``; ``ValueError`` when it is none, or there is no such watcher."""

    def PyType_Unwatch(watcher_id: CInt, type: BorrowedPtr[PyTypeObject], /) -> Status:
        """Have a watcher told no more of changes of ``type``."""

    def PyType_FromMetaclass(
        metaclass: BorrowedPtr[PyTypeObject] | None,
        module: BorrowedPtr | None,
        spec: NonNull[PyType_Spec],
        bases: BorrowedPtr | None,
        /,
    ) -> OwnedPtr[PyTypeObject] | None:
        """Make a type of a metaclass from its definition and its bases."""

    def PyUnstable_Type_AssignVersionTag(type: BorrowedPtr[PyTypeObject], /) -> CBool:
        """Give a type a version; whether it has one."""

if sys.version_info >= (3, 13):
    def PyObject_GetOptionalAttr(object: BorrowedPtr, name: BorrowedPtr, result: Slot, /) -> Found:
        """Store an attribute in ``result``; absent without an exception when there is none."""

    def PyObject_HasAttrWithError(object: BorrowedPtr, name: BorrowedPtr, /) -> Found:
        """Whether there is such an attribute."""

    def PyObject_HasAttrStringWithError(object: BorrowedPtr, name: CString, /) -> Found:
        """Whether there is such an attribute."""

    def PyObject_GetOptionalAttrString(object: BorrowedPtr, name: CString, result: Slot, /) -> Found:
        """Store an attribute in ``result``; absent without an exception when there is none."""

    def PyType_GetFullyQualifiedName(type: BorrowedPtr[PyTypeObject], /) -> OwnedPtr | None:
        """Return module and qualified name."""

    def PyType_GetModuleName(type: BorrowedPtr[PyTypeObject], /) -> OwnedPtr | None:
        """Return the module's name."""

    def Py_GetConstant(constant: CUnsignedInt, /) -> OwnedPtr | None:
        """Return one of the interpreter's constants by its number; ``SystemError`` when there is none."""

    def Py_GetConstantBorrowed(constant: CUnsignedInt, /) -> BorrowedPtr | None:
        """Return one of the interpreter's constants by its number, borrowed."""

# ---- ptrstate.capi.objimpl ----

def PyObject_Malloc(size: CSize, /) -> Memory | None:
    """Allocate memory; NULL, without an exception, when there is none."""

def PyObject_Calloc(count: CSize, size: CSize, /) -> Memory | None:
    """Allocate zeroed memory; NULL, without an exception, when there is none."""

def PyObject_Free(memory: Memory | None, /) -> None:
    """Free memory."""

def PyGC_Collect() -> Py_ssize_t:
    """Run a full collection and return how many objects it found."""

def PyGC_Enable() -> CBool:
    """Turn the collector on and return whether it was."""

def PyGC_Disable() -> CBool:
    """Turn the collector off and return whether it was on."""

def PyGC_IsEnabled() -> CBool:
    """Whether the collector is on."""

def PyObject_GC_IsTracked(object: BorrowedPtr, /) -> CBool:
    """Whether the collector tracks the object."""

def PyObject_GC_IsFinalized(object: BorrowedPtr, /) -> CBool:
    """Whether the collector has finalised the object."""

def PyObject_IS_GC(object: BorrowedPtr, /) -> CBool:
    """Whether the object's type takes part in collection."""

def PyObject_Realloc(memory: Memory | None, size: CSize, /) -> Memory | None:
    """Move memory to a block of another size; when that is not to be had, NULL, and it stays where it is."""

def PyType_IS_GC(type: BorrowedPtr[PyTypeObject], /) -> CBool:
    """Whether the type takes part in collection."""

def PyType_SUPPORTS_WEAKREFS(type: BorrowedPtr[PyTypeObject], /) -> CBool:
    """Whether objects of the type can have weak references."""

# ---- ptrstate.capi.odictobject ----

PyODict_Type: Final[BorrowedPtr[PyTypeObject]]
PyODictIter_Type: Final[BorrowedPtr[PyTypeObject]]
PyODictKeys_Type: Final[BorrowedPtr[PyTypeObject]]
PyODictValues_Type: Final[BorrowedPtr[PyTypeObject]]
PyODictItems_Type: Final[BorrowedPtr[PyTypeObject]]

def PyODict_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is an ``OrderedDict``, or of a type derived from it."""

def PyODict_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is an ``OrderedDict`` and of no derived type."""

def PyODict_New() -> OwnedPtr[PyODictObject] | None:
    """Make an empty ``OrderedDict``."""

def PyODict_SetItem(dict: BorrowedPtr[PyODictObject], key: BorrowedPtr, value: BorrowedPtr, /) -> Status:
    """Store ``value`` under ``key``; the dict takes references of its own."""

def PyODict_DelItem(dict: BorrowedPtr[PyODictObject], key: BorrowedPtr, /) -> Status:
    """Remove ``key`` and its value; ``KeyError`` when there is none."""

def PyODict_SIZE(dict: BorrowedPtr[PyDictObject], /) -> Py_ssize_t:
    """Return the number of items; nothing is checked in C."""

def PyODict_Size(dict: BorrowedPtr[PyDictObject], /) -> Py_ssize_t:
    """Return the number of items."""

def PyODict_GetItem(dict: BorrowedPtr[PyDictObject], key: BorrowedPtr, /) -> BorrowedPtr | None:
    """Return the value under ``key``, borrowed; every error is swallowed."""

def PyODict_GetItemWithError(dict: BorrowedPtr[PyDictObject], key: BorrowedPtr, /) -> BorrowedPtr | None:
    """Return the value under ``key``, borrowed; NULL without an exception when there is none."""

def PyODict_GetItemString(dict: BorrowedPtr[PyDictObject], key: CString, /) -> BorrowedPtr | None:
    """Return the value under the text ``key``, borrowed; every error is swallowed."""

def PyODict_Contains(dict: BorrowedPtr[PyDictObject], key: BorrowedPtr, /) -> Found:
    """Whether the dict has ``key``."""

# ---- ptrstate.capi.osmodule ----

def PyOS_FSPath(path: BorrowedPtr, /) -> OwnedPtr | None:
    """Return a string or bytes as it is, and what ``__fspath__`` returns of anything else; ``TypeError`` when that is no path."""

# ---- ptrstate.capi.picklebufobject ----

PyPickleBuffer_Type: Final[BorrowedPtr[PyTypeObject]]

def PyPickleBuffer_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``PickleBuffer``, which has no derived types."""

def PyPickleBuffer_FromObject(exporter: BorrowedPtr, /) -> OwnedPtr[PyPickleBufferObject] | None:
    """Make a ``PickleBuffer`` over an exporter of memory; ``TypeError`` when it is none."""

def PyPickleBuffer_GetBuffer(buffer: BorrowedPtr[PyPickleBufferObject], /) -> NonNull[Opaque] | None:
    """Return the address of the view; ``ValueError`` once it was released."""

def PyPickleBuffer_Release(buffer: BorrowedPtr[PyPickleBufferObject], /) -> Status:
    """Release the view; once released, nothing."""

# ---- ptrstate.capi.pybuffer ----

def PyObject_CheckBuffer(object: BorrowedPtr, /) -> CBool:
    """Whether the object exports its memory."""

def PyObject_CopyData(destination: BorrowedPtr, source: BorrowedPtr, /) -> Status:
    """Copy the memory of one exporter into another's."""

def PyBuffer_FillInfo(
    view: Py_buffer,
    exporter: BorrowedPtr | None,
    memory: AnyAddress,
    length: Py_ssize_t,
    readonly: CInt,
    flags: CInt,
    /,
) -> Status:
    """Fill a view of bare memory, which takes a reference to ``exporter``; ``BufferError`` where it cannot be written."""

def PyBuffer_IsContiguous(view: Py_buffer, order: CChar, /) -> CBool:
    """Whether the memory is contiguous in an order: C, F or A for either."""

def PyBuffer_SizeFromFormat(format: CString, /) -> Py_ssize_t:
    """Return the size of what a format describes."""

def PyObject_GetBuffer(exporter: BorrowedPtr, view: Py_buffer, flags: CInt, /) -> Status:
    """Fill ``view`` with the exporter's memory, to be released."""

def PyBuffer_Release(view: Py_buffer, /) -> None:
    """Release the memory and the exporter."""

# ---- ptrstate.capi.pycapsule ----

PyCapsule_Type: Final[BorrowedPtr[PyTypeObject]]

def PyCapsule_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a capsule, which has no derived types."""

def PyCapsule_New(
    pointer: AnyAddress,
    name: CString | None,
    destructor: Callable[[BorrowedPtr], None] | None,
    /,
) -> OwnedPtr[PyCapsuleObject] | None:
    """Make a capsule around an address."""

def PyCapsule_GetPointer(capsule: BorrowedPtr[PyCapsuleObject], name: CString | None, /) -> Address | None:
    """Return the address in a capsule of that name; ``ValueError`` when it has another, or is no capsule."""

def PyCapsule_GetDestructor(capsule: BorrowedPtr[PyCapsuleObject], /) -> Address | None:
    """Return the address of the destructor; NULL without an exception when there is none."""

def PyCapsule_GetName(capsule: BorrowedPtr[PyCapsuleObject], /) -> CText | None:
    """Return the name; NULL without an exception when there is none."""

def PyCapsule_GetContext(capsule: BorrowedPtr[PyCapsuleObject], /) -> Address | None:
    """Return the address of the context; NULL without an exception when there is none."""

def PyCapsule_IsValid(capsule: BorrowedPtr[PyCapsuleObject] | None, name: CString | None, /) -> CBool:
    """Whether it is a capsule of that name with an address in it; never fails."""

def PyCapsule_SetPointer(capsule: BorrowedPtr[PyCapsuleObject], pointer: AnyAddress, /) -> Status:
    """Put another address into a capsule."""

def PyCapsule_SetDestructor(capsule: BorrowedPtr[PyCapsuleObject], destructor: Callable[[BorrowedPtr], None] | None, /) -> Status:
    """Give a capsule another destructor, or none."""

def PyCapsule_SetName(capsule: BorrowedPtr[PyCapsuleObject], name: CString | None, /) -> Status:
    """Give a capsule another name, which has to stay where it is, or none."""

def PyCapsule_SetContext(capsule: BorrowedPtr[PyCapsuleObject], context: AnyAddress | None, /) -> Status:
    """Give a capsule another context, or none."""

def PyCapsule_Import(name: CString, no_block: CInt, /) -> Address | None:
    """Import a module and return the address in a capsule that is one of its attributes, named as it is found."""

# ---- ptrstate.capi.pyerrors ----

PyExc_BaseException: Final[BorrowedPtr[PyTypeObject]]
PyExc_Exception: Final[BorrowedPtr[PyTypeObject]]
PyExc_BaseExceptionGroup: Final[BorrowedPtr[PyTypeObject]]
PyExc_StopAsyncIteration: Final[BorrowedPtr[PyTypeObject]]
PyExc_StopIteration: Final[BorrowedPtr[PyTypeObject]]
PyExc_GeneratorExit: Final[BorrowedPtr[PyTypeObject]]
PyExc_ArithmeticError: Final[BorrowedPtr[PyTypeObject]]
PyExc_LookupError: Final[BorrowedPtr[PyTypeObject]]
PyExc_AssertionError: Final[BorrowedPtr[PyTypeObject]]
PyExc_AttributeError: Final[BorrowedPtr[PyTypeObject]]
PyExc_BufferError: Final[BorrowedPtr[PyTypeObject]]
PyExc_EOFError: Final[BorrowedPtr[PyTypeObject]]
PyExc_FloatingPointError: Final[BorrowedPtr[PyTypeObject]]
PyExc_OSError: Final[BorrowedPtr[PyTypeObject]]
PyExc_ImportError: Final[BorrowedPtr[PyTypeObject]]
PyExc_ModuleNotFoundError: Final[BorrowedPtr[PyTypeObject]]
PyExc_IndexError: Final[BorrowedPtr[PyTypeObject]]
PyExc_KeyError: Final[BorrowedPtr[PyTypeObject]]
PyExc_KeyboardInterrupt: Final[BorrowedPtr[PyTypeObject]]
PyExc_MemoryError: Final[BorrowedPtr[PyTypeObject]]
PyExc_NameError: Final[BorrowedPtr[PyTypeObject]]
PyExc_OverflowError: Final[BorrowedPtr[PyTypeObject]]
PyExc_RuntimeError: Final[BorrowedPtr[PyTypeObject]]
PyExc_RecursionError: Final[BorrowedPtr[PyTypeObject]]
PyExc_NotImplementedError: Final[BorrowedPtr[PyTypeObject]]
PyExc_SyntaxError: Final[BorrowedPtr[PyTypeObject]]
PyExc_IndentationError: Final[BorrowedPtr[PyTypeObject]]
PyExc_TabError: Final[BorrowedPtr[PyTypeObject]]
PyExc_ReferenceError: Final[BorrowedPtr[PyTypeObject]]
PyExc_SystemError: Final[BorrowedPtr[PyTypeObject]]
PyExc_SystemExit: Final[BorrowedPtr[PyTypeObject]]
PyExc_TypeError: Final[BorrowedPtr[PyTypeObject]]
PyExc_UnboundLocalError: Final[BorrowedPtr[PyTypeObject]]
PyExc_UnicodeError: Final[BorrowedPtr[PyTypeObject]]
PyExc_UnicodeEncodeError: Final[BorrowedPtr[PyTypeObject]]
PyExc_UnicodeDecodeError: Final[BorrowedPtr[PyTypeObject]]
PyExc_UnicodeTranslateError: Final[BorrowedPtr[PyTypeObject]]
PyExc_ValueError: Final[BorrowedPtr[PyTypeObject]]
PyExc_ZeroDivisionError: Final[BorrowedPtr[PyTypeObject]]
PyExc_BlockingIOError: Final[BorrowedPtr[PyTypeObject]]
PyExc_BrokenPipeError: Final[BorrowedPtr[PyTypeObject]]
PyExc_ChildProcessError: Final[BorrowedPtr[PyTypeObject]]
PyExc_ConnectionError: Final[BorrowedPtr[PyTypeObject]]
PyExc_ConnectionAbortedError: Final[BorrowedPtr[PyTypeObject]]
PyExc_ConnectionRefusedError: Final[BorrowedPtr[PyTypeObject]]
PyExc_ConnectionResetError: Final[BorrowedPtr[PyTypeObject]]
PyExc_FileExistsError: Final[BorrowedPtr[PyTypeObject]]
PyExc_FileNotFoundError: Final[BorrowedPtr[PyTypeObject]]
PyExc_InterruptedError: Final[BorrowedPtr[PyTypeObject]]
PyExc_IsADirectoryError: Final[BorrowedPtr[PyTypeObject]]
PyExc_NotADirectoryError: Final[BorrowedPtr[PyTypeObject]]
PyExc_PermissionError: Final[BorrowedPtr[PyTypeObject]]
PyExc_ProcessLookupError: Final[BorrowedPtr[PyTypeObject]]
PyExc_TimeoutError: Final[BorrowedPtr[PyTypeObject]]
PyExc_EnvironmentError: Final[BorrowedPtr[PyTypeObject]]
PyExc_IOError: Final[BorrowedPtr[PyTypeObject]]
PyExc_Warning: Final[BorrowedPtr[PyTypeObject]]
PyExc_UserWarning: Final[BorrowedPtr[PyTypeObject]]
PyExc_DeprecationWarning: Final[BorrowedPtr[PyTypeObject]]
PyExc_PendingDeprecationWarning: Final[BorrowedPtr[PyTypeObject]]
PyExc_SyntaxWarning: Final[BorrowedPtr[PyTypeObject]]
PyExc_RuntimeWarning: Final[BorrowedPtr[PyTypeObject]]
PyExc_FutureWarning: Final[BorrowedPtr[PyTypeObject]]
PyExc_ImportWarning: Final[BorrowedPtr[PyTypeObject]]
PyExc_UnicodeWarning: Final[BorrowedPtr[PyTypeObject]]
PyExc_BytesWarning: Final[BorrowedPtr[PyTypeObject]]
PyExc_EncodingWarning: Final[BorrowedPtr[PyTypeObject]]
PyExc_ResourceWarning: Final[BorrowedPtr[PyTypeObject]]

def PyErr_SetNone(exception: BorrowedPtr, /) -> None:
    """Set the indicator to an exception of that type without a value; to ``SystemError`` when it is no exception type."""

def PyErr_SetObject(exception: BorrowedPtr, value: BorrowedPtr | None, /) -> None:
    """Set the indicator to an exception of that type with that value; to ``SystemError`` when it is no exception type."""

def PyErr_SetString(exception: BorrowedPtr, text: CString, /) -> None:
    """Set the indicator to an exception of that type with that text; to ``SystemError`` when it is no exception type."""

def PyErr_Format(exception: BorrowedPtr, format: CString, /, *arguments: Arguments) -> None:
    """Set the indicator to an exception of that type with a text made as ``printf`` would; the result is always NULL."""

def PyErr_FormatV(exception: BorrowedPtr, format: CString, /, *arguments: Arguments) -> None:
    """Set the indicator as ``PyErr_Format`` does, from the arguments in a ``va_list``, which the binding makes."""

def PyErr_Occurred() -> BorrowedPtr[PyTypeObject] | None:
    """Return the type of the pending exception; NULL when none is pending."""

def PyErr_Clear() -> None:
    """Clear the indicator."""

def PyErr_Fetch(type: Slot, value: Slot, traceback: Slot, /) -> None:
    """Take the pending exception out of the indicator, in three parts; each is NULL when there is none."""

def PyErr_Restore(type: OwnedPtr | None, value: OwnedPtr | None, traceback: OwnedPtr | None, /) -> None:
    """Set the indicator from three parts, which are consumed; without a type it is cleared."""

def PyErr_GetHandledException() -> OwnedPtr[PyBaseExceptionObject] | None:
    """Return the exception that an ``except`` clause is handling; NULL when there is none."""

def PyErr_SetHandledException(exception: BorrowedPtr | None, /) -> None:
    """Make an exception the one that is being handled; ``None`` and NULL make it none."""

def PyErr_GetExcInfo(type: Slot, value: Slot, traceback: Slot, /) -> None:
    """Return the exception being handled in three parts; without one they are ``None``, or the value is NULL."""

def PyErr_SetExcInfo(type: OwnedPtr | None, value: OwnedPtr | None, traceback: OwnedPtr | None, /) -> None:
    """Make ``value`` the exception that is being handled, none when it is ``None`` or NULL; all three are consumed."""

def PyErr_GivenExceptionMatches(given: BorrowedPtr | None, exception: BorrowedPtr, /) -> CBool:
    """Whether an exception or its type is of a type, or of one of a tuple of types; NULL is of none."""

def PyErr_ExceptionMatches(exception: BorrowedPtr, /) -> CBool:
    """Whether the pending exception is of a type, or of one of a tuple of types."""

def PyErr_NormalizeException(type: Slot, value: Slot, traceback: Slot, /) -> None:
    """Make the value an instance of the type.  When that fails, the three become the exception that came of it."""

def PyException_SetTraceback(exception: BorrowedPtr[PyBaseExceptionObject], traceback: BorrowedPtr, /) -> Status:
    """Set ``__traceback__``; ``TypeError`` for what is neither a traceback nor ``None``."""

def PyException_GetTraceback(exception: BorrowedPtr[PyBaseExceptionObject], /) -> OwnedPtr | None:
    """Return ``__traceback__``; NULL when it has none, in 3.11 also ``None`` when it was set to that."""

def PyException_GetCause(exception: BorrowedPtr[PyBaseExceptionObject], /) -> OwnedPtr[PyBaseExceptionObject] | None:
    """Return ``__cause__``; NULL when it has none."""

def PyException_SetCause(exception: BorrowedPtr[PyBaseExceptionObject], cause: OwnedPtr | None, /) -> None:
    """Set ``__cause__`` to an exception or ``None``, which is consumed; NULL takes the cause away."""

def PyException_GetContext(exception: BorrowedPtr[PyBaseExceptionObject], /) -> OwnedPtr[PyBaseExceptionObject] | None:
    """Return ``__context__``; NULL when it has none."""

def PyException_SetContext(
    exception: BorrowedPtr[PyBaseExceptionObject],
    context: OwnedPtr[PyBaseExceptionObject] | None,
    /,
) -> None:
    """Set ``__context__`` to an exception, which is consumed; NULL takes the context away."""

def PyExceptionClass_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is an exception type."""

def PyExceptionClass_Name(type: BorrowedPtr[PyTypeObject], /) -> CText:
    """Return the name of an exception type."""

def PyExceptionInstance_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is an exception."""

def PyExceptionInstance_Class(exception: BorrowedPtr, /) -> BorrowedPtr[PyTypeObject]:
    """Return the type of an exception."""

def PyErr_BadArgument() -> CInt:
    """Set the indicator to ``TypeError``; the result is always 0."""

def PyErr_NoMemory() -> None:
    """Set the indicator to ``MemoryError``; the result is always NULL."""

def PyErr_BadInternalCall() -> None:
    """Set the indicator to ``SystemError``."""

def PyErr_SetFromErrno(type: BorrowedPtr, /) -> None:
    """Set the indicator to ``type(errno, its text)``, or to what a signal handler raised; the result is always NULL."""

def PyErr_SetFromErrnoWithFilenameObject(type: BorrowedPtr, filename: BorrowedPtr | None, /) -> None:
    """Set the indicator to ``type(errno, its text, filename)``; the result is always NULL."""

def PyErr_SetFromErrnoWithFilenameObjects(
    type: BorrowedPtr,
    filename: BorrowedPtr | None,
    filename2: BorrowedPtr | None,
    /,
) -> None:
    """Set the indicator to ``type(errno, its text, filename, 0, filename2)``; the result is always NULL."""

def PyErr_SetFromErrnoWithFilename(type: BorrowedPtr, filename: CString | None, /) -> None:
    """Set the indicator to ``type(errno, its text, filename)``; the result is always NULL."""

def PyErr_SetImportErrorSubclass(
    exception: BorrowedPtr,
    message: BorrowedPtr,
    name: BorrowedPtr | None,
    path: BorrowedPtr | None,
    /,
) -> None:
    """Set the indicator to an ``ImportError`` of that type, ``TypeError`` when it is none; the result is always NULL."""

def PyErr_SetImportError(message: BorrowedPtr, name: BorrowedPtr | None, path: BorrowedPtr | None, /) -> None:
    """Set the indicator to an ``ImportError``; the result is always NULL."""

def PyErr_NewException(
    name: CString,
    base: BorrowedPtr | None,
    dict: BorrowedPtr[PyDictObject] | None,
    /,
) -> OwnedPtr[PyTypeObject] | None:
    """Make an exception type, derived from ``Exception`` or from ``base``, a type or a tuple.

    ``SystemError`` when ``name`` has no dot."""

def PyErr_NewExceptionWithDoc(
    name: CString,
    doc: CString | None,
    base: BorrowedPtr | None,
    dict: BorrowedPtr[PyDictObject] | None,
    /,
) -> OwnedPtr[PyTypeObject] | None:
    """Make an exception type with a docstring.  ``SystemError`` when ``name`` has no dot."""

def PyErr_WriteUnraisable(object: BorrowedPtr | None, /) -> None:
    """Hand the pending exception to ``sys.unraisablehook`` with the object where it came up, and clear the indicator."""

def PyErr_CheckSignals() -> Status:
    """Run the handlers of signals that have arrived; -1 when one raises."""

def PyErr_SetInterrupt() -> None:
    """Have the handler of ``SIGINT`` run as if the signal had arrived."""

def PyErr_SetInterruptEx(signum: CInt, /) -> CInt:
    """Have the handler of a signal run as if it had arrived; -1, without an exception, when there is no such signal."""

def PyErr_SyntaxLocation(filename: CString | None, lineno: CInt, /) -> None:
    """Give the pending exception a file, a line and its text, as a ``SyntaxError`` has them."""

def PyErr_SyntaxLocationEx(filename: CString | None, lineno: CInt, col_offset: CInt, /) -> None:
    """Give the pending exception a file, a line with its text, and a column, as a ``SyntaxError`` has them."""

def PyErr_SyntaxLocationObject(filename: BorrowedPtr | None, lineno: CInt, col_offset: CInt, /) -> None:
    """Give the pending exception a file, a line with its text, and a column, as a ``SyntaxError`` has them."""

def PyErr_RangedSyntaxLocationObject(
    filename: BorrowedPtr | None,
    lineno: CInt,
    col_offset: CInt,
    end_lineno: CInt,
    end_col_offset: CInt,
    /,
) -> None:
    """Give the pending exception a file, the text of a line, and where it begins and ends, as a ``SyntaxError`` has them."""

def PyErr_ProgramText(filename: CString, lineno: CInt, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return a line of a file; NULL, without an exception, when it cannot be had."""

def PyErr_ProgramTextObject(filename: BorrowedPtr, lineno: CInt, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return a line of a file; NULL, without an exception, when it cannot be had."""

def PyUnicodeDecodeError_Create(
    encoding: CString,
    object: CString,
    length: Py_ssize_t,
    start: Py_ssize_t,
    end: Py_ssize_t,
    reason: CString,
    /,
) -> OwnedPtr[PyUnicodeDecodeErrorObject] | None:
    """Make a ``UnicodeDecodeError`` about a copy of ``length`` bytes."""

def PyUnicodeEncodeError_GetEncoding(exception: BorrowedPtr[PyUnicodeEncodeErrorObject], /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return ``encoding``; ``TypeError`` when it was never set."""

def PyUnicodeEncodeError_GetObject(exception: BorrowedPtr[PyUnicodeEncodeErrorObject], /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return ``object``; ``TypeError`` when it was never set."""

def PyUnicodeEncodeError_GetReason(exception: BorrowedPtr[PyUnicodeEncodeErrorObject], /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return ``reason``; ``TypeError`` when it was never set."""

def PyUnicodeEncodeError_SetReason(exception: BorrowedPtr[PyUnicodeEncodeErrorObject], reason: CString, /) -> Status:
    """Set ``reason``; ``UnicodeDecodeError`` when it is no UTF-8."""

def PyUnicodeEncodeError_GetStart(exception: BorrowedPtr[PyUnicodeEncodeErrorObject], start: SsizeVar, /) -> Status:
    """Store ``start``, moved into the bounds of ``object``; ``TypeError`` when that was never set."""

def PyUnicodeEncodeError_SetStart(exception: BorrowedPtr[PyUnicodeEncodeErrorObject], start: Py_ssize_t, /) -> Status:
    """Set ``start``; never fails."""

def PyUnicodeEncodeError_GetEnd(exception: BorrowedPtr[PyUnicodeEncodeErrorObject], end: SsizeVar, /) -> Status:
    """Store ``end``, moved into the bounds of ``object``; ``TypeError`` when that was never set."""

def PyUnicodeEncodeError_SetEnd(exception: BorrowedPtr[PyUnicodeEncodeErrorObject], end: Py_ssize_t, /) -> Status:
    """Set ``end``; never fails."""

def PyUnicodeDecodeError_GetEncoding(exception: BorrowedPtr[PyUnicodeDecodeErrorObject], /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return ``encoding``; ``TypeError`` when it was never set."""

def PyUnicodeDecodeError_GetObject(exception: BorrowedPtr[PyUnicodeDecodeErrorObject], /) -> OwnedPtr[PyBytesObject] | None:
    """Return ``object``; ``TypeError`` when it was never set."""

def PyUnicodeDecodeError_GetReason(exception: BorrowedPtr[PyUnicodeDecodeErrorObject], /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return ``reason``; ``TypeError`` when it was never set."""

def PyUnicodeDecodeError_SetReason(exception: BorrowedPtr[PyUnicodeDecodeErrorObject], reason: CString, /) -> Status:
    """Set ``reason``; ``UnicodeDecodeError`` when it is no UTF-8."""

def PyUnicodeDecodeError_GetStart(exception: BorrowedPtr[PyUnicodeDecodeErrorObject], start: SsizeVar, /) -> Status:
    """Store ``start``, moved into the bounds of ``object``; ``TypeError`` when that was never set."""

def PyUnicodeDecodeError_SetStart(exception: BorrowedPtr[PyUnicodeDecodeErrorObject], start: Py_ssize_t, /) -> Status:
    """Set ``start``; never fails."""

def PyUnicodeDecodeError_GetEnd(exception: BorrowedPtr[PyUnicodeDecodeErrorObject], end: SsizeVar, /) -> Status:
    """Store ``end``, moved into the bounds of ``object``; ``TypeError`` when that was never set."""

def PyUnicodeDecodeError_SetEnd(exception: BorrowedPtr[PyUnicodeDecodeErrorObject], end: Py_ssize_t, /) -> Status:
    """Set ``end``; never fails."""

def PyUnicodeTranslateError_GetObject(
    exception: BorrowedPtr[PyUnicodeTranslateErrorObject],
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Return ``object``; ``TypeError`` when it was never set."""

def PyUnicodeTranslateError_GetReason(
    exception: BorrowedPtr[PyUnicodeTranslateErrorObject],
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Return ``reason``; ``TypeError`` when it was never set."""

def PyUnicodeTranslateError_SetReason(exception: BorrowedPtr[PyUnicodeTranslateErrorObject], reason: CString, /) -> Status:
    """Set ``reason``; ``UnicodeDecodeError`` when it is no UTF-8."""

def PyUnicodeTranslateError_GetStart(exception: BorrowedPtr[PyUnicodeTranslateErrorObject], start: SsizeVar, /) -> Status:
    """Store ``start``, moved into the bounds of ``object``; ``TypeError`` when that was never set."""

def PyUnicodeTranslateError_SetStart(exception: BorrowedPtr[PyUnicodeTranslateErrorObject], start: Py_ssize_t, /) -> Status:
    """Set ``start``; never fails."""

def PyUnicodeTranslateError_GetEnd(exception: BorrowedPtr[PyUnicodeTranslateErrorObject], end: SsizeVar, /) -> Status:
    """Store ``end``, moved into the bounds of ``object``; ``TypeError`` when that was never set."""

def PyUnicodeTranslateError_SetEnd(exception: BorrowedPtr[PyUnicodeTranslateErrorObject], end: Py_ssize_t, /) -> Status:
    """Set ``end``; never fails."""

if sys.version_info >= (3, 12):
    def PyErr_GetRaisedException() -> OwnedPtr[PyBaseExceptionObject] | None:
        """Take the pending exception out of the indicator; NULL when none is pending."""

    def PyErr_SetRaisedException(exception: OwnedPtr[PyBaseExceptionObject] | None, /) -> None:
        """Set the indicator to an exception, which is consumed; NULL clears it."""

    def PyException_GetArgs(exception: BorrowedPtr[PyBaseExceptionObject], /) -> OwnedPtr[PyTupleObject]:
        """Return ``args``."""

    def PyException_SetArgs(exception: BorrowedPtr[PyBaseExceptionObject], args: BorrowedPtr[PyTupleObject], /) -> None:
        """Set ``args``."""

    def PyUnstable_Exc_PrepReraiseStar(
        original: BorrowedPtr[PyBaseExceptionObject],
        exceptions: BorrowedPtr[PyListObject],
        /,
    ) -> OwnedPtr | None:
        """Return what an ``except*`` raises, ``None`` or an exception; ``ValueError`` when ``original`` was never raised."""

if sys.version_info >= (3, 13):
    PyExc_PythonFinalizationError: Final[BorrowedPtr[PyTypeObject]]

    def PyErr_FormatUnraisable(format: CString | None, /, *arguments: Arguments) -> None:
        """Hand the pending exception to ``sys.unraisablehook`` with a text, and clear the indicator."""

# ---- ptrstate.capi.pyframe ----

PyFrame_Type: Final[BorrowedPtr[PyTypeObject]]

def PyFrame_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a frame."""

def PyFrame_GetBack(frame: BorrowedPtr[PyFrameObject], /) -> OwnedPtr[PyFrameObject] | None:
    """Return the frame that called this one; NULL without an exception when none did."""

def PyFrame_GetBuiltins(frame: BorrowedPtr[PyFrameObject], /) -> OwnedPtr:
    """Return the builtins of the frame."""

def PyFrame_GetCode(frame: BorrowedPtr[PyFrameObject], /) -> OwnedPtr[PyCodeObject]:
    """Return the code of the frame."""

def PyFrame_GetGenerator(frame: BorrowedPtr[PyFrameObject], /) -> OwnedPtr | None:
    """Return the generator, coroutine or asynchronous generator that the frame is of; NULL when it is of none."""

def PyFrame_GetGlobals(frame: BorrowedPtr[PyFrameObject], /) -> OwnedPtr[PyDictObject]:
    """Return the globals of the frame."""

def PyFrame_GetLasti(frame: BorrowedPtr[PyFrameObject], /) -> CInt:
    """Return the offset of the last instruction; -1 when the frame has not run."""

def PyFrame_GetLineNumber(frame: BorrowedPtr[PyFrameObject], /) -> CInt:
    """Return the line that the frame is at."""

def PyFrame_GetLocals(frame: BorrowedPtr[PyFrameObject], /) -> OwnedPtr | None:
    """Return the locals of the frame: a dict, from 3.13 on a view where the frame is a function's."""

if sys.version_info >= (3, 12):
    def PyFrame_GetVar(frame: BorrowedPtr[PyFrameObject], name: BorrowedPtr, /) -> OwnedPtr | None:
        """Return a variable of the frame; ``NameError`` when there is none of that name."""

    def PyFrame_GetVarString(frame: BorrowedPtr[PyFrameObject], name: CString, /) -> OwnedPtr | None:
        """Return a variable of the frame; ``NameError`` when there is none of that name."""

if sys.version_info >= (3, 13):
    PyFrameLocalsProxy_Type: Final[BorrowedPtr[PyTypeObject]]

    def PyFrameLocalsProxy_Check(object: BorrowedPtr, /) -> CBool:
        """Whether ``object`` is a view of a frame's variables."""

# ---- ptrstate.capi.pyhash ----

if sys.version_info >= (3, 13):
    def PyObject_GenericHash(object: BorrowedPtr, /) -> Py_hash_t:
        """Return the hash of the object's address."""

    def Py_HashPointer(address: AnyAddress | None, /) -> Py_hash_t:
        """Return the hash of an address."""

# ---- ptrstate.capi.pylifecycle ----

def Py_IsInitialized() -> CBool:
    """Whether the interpreter has started."""

def Py_GetVersion() -> CText:
    """Return what ``sys.version`` is."""

def Py_GetPlatform() -> CText:
    """Return what ``sys.platform`` is."""

def Py_GetCopyright() -> CText:
    """Return what ``sys.copyright`` is."""

def Py_GetCompiler() -> CText:
    """Return the compiler that built the interpreter, in brackets."""

def Py_GetBuildInfo() -> CText:
    """Return when and from what the interpreter was built."""

if sys.version_info >= (3, 13):
    def Py_IsFinalizing() -> CBool:
        """Whether the interpreter is ending."""

# ---- ptrstate.capi.pymem ----

def PyMem_Malloc(size: CSize, /) -> Memory | None:
    """Allocate memory; NULL, without an exception, when there is none."""

def PyMem_Free(memory: Memory | None, /) -> None:
    """Free memory."""

def PyMem_RawMalloc(size: CSize, /) -> Memory | None:
    """Allocate memory; NULL, without an exception, when there is none."""

def PyMem_RawFree(memory: Memory | None, /) -> None:
    """Free memory."""

def PyMem_Calloc(count: CSize, size: CSize, /) -> Memory | None:
    """Allocate zeroed memory; NULL, without an exception, when there is none."""

def PyMem_RawCalloc(count: CSize, size: CSize, /) -> Memory | None:
    """Allocate zeroed memory; NULL, without an exception, when there is none."""

def PyMem_Realloc(memory: Memory | None, size: CSize, /) -> Memory | None:
    """Move memory to a block of another size; when that is not to be had, NULL, and it stays where it is."""

def PyMem_RawRealloc(memory: Memory | None, size: CSize, /) -> Memory | None:
    """Move memory to a block of another size; when that is not to be had, NULL, and it stays where it is."""

# ---- ptrstate.capi.pystate ----

def PyInterpreterState_Get() -> NonNull[PyInterpreterState]:
    """Return the running interpreter."""

def PyInterpreterState_GetDict(interp: NonNull[PyInterpreterState], /) -> BorrowedPtr[PyDictObject] | None:
    """Return a dict for what extensions keep with an interpreter, borrowed; NULL when there is none."""

def PyInterpreterState_GetID(interp: NonNull[PyInterpreterState], /) -> int:
    """Return the number of an interpreter."""

def PyThreadState_Get() -> NonNull[PyThreadState]:
    """Return the state of the running thread."""

def PyThreadState_GetDict() -> BorrowedPtr[PyDictObject] | None:
    """Return a dict for what extensions keep with a thread, borrowed; NULL when there is none."""

def PyThreadState_GetFrame(state: NonNull[PyThreadState], /) -> OwnedPtr[PyFrameObject] | None:
    """Return the frame that runs in a thread; NULL when none does."""

def PyThreadState_GetInterpreter(state: NonNull[PyThreadState], /) -> NonNull[PyInterpreterState]:
    """Return the interpreter of a thread."""

def PyThreadState_GetID(state: NonNull[PyThreadState], /) -> int:
    """Return the number of a thread state."""

def PyThreadState_SetAsyncExc(thread: CUnsignedLong, exception: BorrowedPtr | None, /) -> CInt:
    """Have an exception raised in a thread, and return how many threads there are of that number."""

def PyState_FindModule(definition: NonNull[PyModuleDef], /) -> BorrowedPtr[PyModuleObject] | None:
    """Return the module that was made from a definition, borrowed; NULL when there is none."""

if sys.version_info >= (3, 13):
    def PyUnstable_InterpreterState_GetMainModule(interp: NonNull[PyInterpreterState], /) -> OwnedPtr | None:
        """Return ``__main__``; ``RuntimeError`` when there is none."""

# ---- ptrstate.capi.pystrcmp ----

def PyOS_mystrnicmp(left: CString, right: CString, size: Py_ssize_t, /) -> CInt:
    """Compare at most ``size`` bytes of two texts, upper and lower case alike."""

def PyOS_mystricmp(left: CString, right: CString, /) -> CInt:
    """Compare two texts, upper and lower case alike."""

# ---- ptrstate.capi.pystrtod ----

def PyOS_string_to_double(
    string: CString,
    end: Var[InteriorPtr | None] | None,
    overflow_exception: BorrowedPtr | None,
    /,
) -> CDouble:
    """Read a number.  Without ``end`` nothing may follow it; without ``overflow_exception`` what is too large is infinite."""

def PyOS_double_to_string(
    value: CDouble,
    format_code: CChar,
    precision: CInt,
    flags: CInt,
    type: IntVar | None,
    /,
) -> NonNull[Opaque] | None:
    """Write a number into new memory, to be freed with ``PyMem_Free``; ``SystemError`` for an unknown format."""

# ---- ptrstate.capi.pythonrun ----

def PyErr_Print() -> None:
    """Have the pending exception shown by ``sys.excepthook``; ``SystemExit`` ends the process."""

def PyErr_PrintEx(set_last: CInt, /) -> None:
    """Have the pending exception shown by ``sys.excepthook``, and kept in ``sys.last_exc`` if asked for."""

def PyErr_Display(type: BorrowedPtr | None, exception: BorrowedPtr, traceback: BorrowedPtr | None, /) -> None:
    """Write an exception to ``sys.stderr``; every error is swallowed."""

def PyRun_SimpleString(text: CString, /) -> CInt:
    """Run text in ``__main__``; -1, and the exception is shown, when it raises, or still set when there is no ``__main__``."""

def PyRun_SimpleStringFlags(text: CString, flags: NonNull[PyCompilerFlags] | None, /) -> CInt:
    """Run text in ``__main__``; -1, and the exception is shown, when it raises, or still set when there is no ``__main__``."""

def PyRun_String(text: CString, start: CInt, globals: BorrowedPtr[PyDictObject], locals: BorrowedPtr, /) -> OwnedPtr | None:
    """Run text and return its value; ``start`` is 258 for an expression, 257 for statements, 256 for one."""

def PyRun_StringFlags(
    text: CString,
    start: CInt,
    globals: BorrowedPtr[PyDictObject],
    locals: BorrowedPtr,
    flags: NonNull[PyCompilerFlags] | None,
    /,
) -> OwnedPtr | None:
    """Run text and return its value."""

def PyRun_File(
    file: NonNull[FILE],
    filename: CString,
    start: CInt,
    globals: BorrowedPtr[PyDictObject],
    locals: BorrowedPtr,
    /,
) -> OwnedPtr | None:
    """Run what a stream of C's has and return its value."""

def PyRun_FileEx(
    file: NonNull[FILE],
    filename: CString,
    start: CInt,
    globals: BorrowedPtr[PyDictObject],
    locals: BorrowedPtr,
    close: CInt,
    /,
) -> OwnedPtr | None:
    """Run what a stream of C's has, close it if asked for, and return its value."""

def PyRun_FileFlags(
    file: NonNull[FILE],
    filename: CString,
    start: CInt,
    globals: BorrowedPtr[PyDictObject],
    locals: BorrowedPtr,
    flags: NonNull[PyCompilerFlags] | None,
    /,
) -> OwnedPtr | None:
    """Run what a stream of C's has and return its value."""

def PyRun_FileExFlags(
    file: NonNull[FILE],
    filename: CString,
    start: CInt,
    globals: BorrowedPtr[PyDictObject],
    locals: BorrowedPtr,
    close: CInt,
    flags: NonNull[PyCompilerFlags] | None,
    /,
) -> OwnedPtr | None:
    """Run what a stream of C's has, close it if asked for, and return its value."""

def Py_CompileString(text: CString, filename: CString, start: CInt, /) -> OwnedPtr[PyCodeObject] | None:
    """Compile text."""

def Py_CompileStringFlags(
    text: CString,
    filename: CString,
    start: CInt,
    flags: NonNull[PyCompilerFlags] | None,
    /,
) -> OwnedPtr | None:
    """Compile text to a code object, or to a syntax tree where the flags say so."""

def Py_CompileStringExFlags(
    text: CString,
    filename: CString,
    start: CInt,
    flags: NonNull[PyCompilerFlags] | None,
    optimise: CInt,
    /,
) -> OwnedPtr | None:
    """Compile text, at a level of optimisation, to a code object, or to a syntax tree where the flags say so."""

def Py_CompileStringObject(
    text: CString,
    filename: BorrowedPtr[PyUnicodeObject],
    start: CInt,
    flags: NonNull[PyCompilerFlags] | None,
    optimise: CInt,
    /,
) -> OwnedPtr | None:
    """Compile text, at a level of optimisation, to a code object, or to a syntax tree where the flags say so."""

if sys.version_info >= (3, 12):
    def PyErr_DisplayException(exception: BorrowedPtr, /) -> None:
        """Write an exception to ``sys.stderr``; every error is swallowed."""

# ---- ptrstate.capi.pythread ----

def PyThread_GetInfo() -> OwnedPtr[PyTupleObject] | None:
    """Return what ``sys.thread_info`` is: how threads and locks are made.

    From 3.13 on each call makes its type anew and takes one of the few places for types of the interpreter."""

# ---- ptrstate.capi.rangeobject ----

PyRange_Type: Final[BorrowedPtr[PyTypeObject]]
PyRangeIter_Type: Final[BorrowedPtr[PyTypeObject]]
PyLongRangeIter_Type: Final[BorrowedPtr[PyTypeObject]]

def PyRange_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``range``, which has no derived types."""

# ---- ptrstate.capi.setobject ----

PySet_Type: Final[BorrowedPtr[PyTypeObject]]
PyFrozenSet_Type: Final[BorrowedPtr[PyTypeObject]]
PySetIter_Type: Final[BorrowedPtr[PyTypeObject]]

def PySet_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a set, or of a type derived from it."""

def PySet_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a set and of no derived type."""

def PyFrozenSet_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a frozenset, or of a type derived from it."""

def PyFrozenSet_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a frozenset and of no derived type."""

def PyAnySet_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a set or a frozenset, or of a type derived from one."""

def PyAnySet_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a set or a frozenset and of no derived type."""

def PySet_New(iterable: BorrowedPtr | None, /) -> OwnedPtr[PySetObject] | None:
    """Make a set."""

def PyFrozenSet_New(iterable: BorrowedPtr | None, /) -> OwnedPtr[PySetObject] | None:
    """Make a frozenset."""

def PySet_Size(set: BorrowedPtr[PySetObject], /) -> Py_ssize_t:
    """Return the number of elements; ``SystemError`` when it is no set or frozenset."""

def PySet_GET_SIZE(set: BorrowedPtr[PySetObject], /) -> Py_ssize_t:
    """Return the number of elements; nothing is checked in C."""

def PySet_Contains(set: BorrowedPtr[PySetObject], key: BorrowedPtr, /) -> Found:
    """Whether the set or frozenset has ``key``; a set as a key is not hashed as a frozenset, as ``in`` would."""

def PySet_Add(set: BorrowedPtr[PySetObject], key: BorrowedPtr, /) -> Status:
    """Add ``key``; also to a frozenset that nobody else has seen."""

def PySet_Discard(set: BorrowedPtr[PySetObject], key: BorrowedPtr, /) -> Found:
    """Remove ``key`` from a set, and say whether it was there."""

def PySet_Pop(set: BorrowedPtr[PySetObject], /) -> OwnedPtr | None:
    """Remove any element of a set and return it; ``KeyError`` when there is none."""

def PySet_Clear(set: BorrowedPtr[PySetObject], /) -> Status:
    """Remove all elements of a set."""

# ---- ptrstate.capi.sliceobject ----

PySlice_Type: Final[BorrowedPtr[PyTypeObject]]
PyEllipsis_Type: Final[BorrowedPtr[PyTypeObject]]
Py_Ellipsis: Final[BorrowedPtr[PyObject]]

def PySlice_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a slice, which has no derived types."""

def PySlice_New(
    start: BorrowedPtr | None,
    stop: BorrowedPtr | None,
    step: BorrowedPtr | None,
    /,
) -> OwnedPtr[PySliceObject] | None:
    """Make a slice; NULL is ``None``."""

def PySlice_Unpack(slice: BorrowedPtr[PySliceObject], start: SsizeVar, stop: SsizeVar, step: SsizeVar, /) -> Status:
    """Store the three numbers, cut down to what fits; ``ValueError`` when the step is 0, ``TypeError`` for what is no index."""

def PySlice_AdjustIndices(length: Py_ssize_t, start: SsizeVar, stop: SsizeVar, step: Py_ssize_t, /) -> Py_ssize_t:
    """Move ``start`` and ``stop`` into the bounds of a sequence, and return how many items the slice has."""

def PySlice_GetIndicesEx(
    slice: BorrowedPtr[PySliceObject],
    length: Py_ssize_t,
    start: SsizeVar,
    stop: SsizeVar,
    step: SsizeVar,
    slice_length: SsizeVar,
    /,
) -> Status:
    """Store the numbers for a sequence of ``length`` items, moved into its bounds, and how many items the slice has."""

# ---- ptrstate.capi.structseq ----

if sys.version_info < (3, 13):
    def PyStructSequence_GET_ITEM(tuple: BorrowedPtr[PyTupleObject], index: Py_ssize_t, /) -> BorrowedPtr | None:
        """Return a field, borrowed; nothing is checked in C."""

    def PyStructSequence_SET_ITEM(tuple: BorrowedPtr[PyTupleObject], index: Py_ssize_t, item: OwnedPtr, /) -> None:
        """Move ``item`` into a new tuple; nothing is checked in C, and what was there is not released."""

def PyStructSequence_NewType(description: NonNull[PyStructSequence_Desc], /) -> OwnedPtr[PyTypeObject] | None:
    """Make a type of tuples with named fields."""

def PyStructSequence_New(type: BorrowedPtr[PyTypeObject], /) -> OwnedPtr[PyTupleObject] | None:
    """Make a tuple with named fields, each of which has to be filled before it is used."""

def PyStructSequence_GetItem(tuple: BorrowedPtr[PyTupleObject], index: Py_ssize_t, /) -> BorrowedPtr | None:
    """Return a field, borrowed; nothing is checked in C."""

def PyStructSequence_SetItem(tuple: BorrowedPtr[PyTupleObject], index: Py_ssize_t, item: OwnedPtr, /) -> None:
    """Move ``item`` into a new tuple; nothing is checked in C, and what was there is not released."""

# ---- ptrstate.capi.sysmodule ----

if sys.version_info < (3, 13):
    def PySys_AddWarnOptionUnicode(option: BorrowedPtr, /) -> None:
        """Append to ``sys.warnoptions``; a failure is not told."""

    def PySys_HasWarnOptions() -> CBool:
        """Whether there is something in ``sys.warnoptions``."""

def PySys_GetObject(name: CString, /) -> BorrowedPtr | None:
    """Return an attribute of ``sys``; NULL, without an exception, when there is none."""

def PySys_SetObject(name: CString, value: BorrowedPtr | None, /) -> Status:
    """Set an attribute of ``sys``, or delete it when ``value`` is NULL; one that is not there is no error."""

def PySys_FormatStdout(format: CString, /, *arguments: Arguments) -> None:
    """Write a text made as ``printf`` would to ``sys.stdout``, or to C's when that fails; a pending exception stays."""

def PySys_FormatStderr(format: CString, /, *arguments: Arguments) -> None:
    """Write a text made as ``printf`` would to ``sys.stderr``, or to C's when that fails; a pending exception stays."""

def PySys_ResetWarnOptions() -> None:
    """Empty ``sys.warnoptions``."""

def PySys_GetXOptions() -> BorrowedPtr[PyDictObject] | None:
    """Return the dict of the ``-X`` options, an empty one made if need be."""

def PySys_Audit(event: CString, format: CString | None, /, *arguments: Arguments) -> Status:
    """Raise an audit event with a tuple of arguments; -1 when a hook raises.  Without hooks no argument is looked at."""

if sys.version_info >= (3, 13):
    def PySys_AuditTuple(event: CString, args: BorrowedPtr[PyTupleObject] | None, /) -> Status:
        """Raise an audit event with a tuple of arguments; -1 when a hook raises, or with ``TypeError`` when it is no tuple."""

# ---- ptrstate.capi.traceback ----

PyTraceBack_Type: Final[BorrowedPtr[PyTypeObject]]

def PyTraceBack_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a traceback."""

def PyTraceBack_Here(frame: BorrowedPtr[PyFrameObject], /) -> Status:
    """Add a frame to the traceback of the pending exception, which stays pending."""

def PyTraceBack_Print(traceback: BorrowedPtr[PyTracebackObject] | None, file: BorrowedPtr, /) -> Status:
    """Write a traceback to a file object; NULL writes nothing."""

# ---- ptrstate.capi.tupleobject ----

PyTuple_Type: Final[BorrowedPtr[PyTypeObject]]
PyTupleIter_Type: Final[BorrowedPtr[PyTypeObject]]

def PyTuple_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a tuple, or of a type derived from it."""

def PyTuple_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a tuple and of no derived type."""

def PyTuple_New(length: Py_ssize_t, /) -> OwnedPtr[PyTupleObject] | None:
    """Make a tuple of ``length`` unset items, each of which has to be filled before the tuple is used."""

def PyTuple_Size(tuple: BorrowedPtr[PyTupleObject], /) -> Py_ssize_t:
    """Return the number of items."""

def PyTuple_GetItem(tuple: BorrowedPtr[PyTupleObject], index: Py_ssize_t, /) -> BorrowedPtr | None:
    """Return the item at ``index``, borrowed; ``IndexError`` when there is none."""

def PyTuple_SetItem(tuple: BorrowedPtr[PyTupleObject], index: Py_ssize_t, item: OwnedPtr, /) -> Status:
    """Put ``item`` into a tuple that nobody else has seen.  Consumes ``item`` whether or not it succeeds."""

def PyTuple_SET_ITEM(tuple: BorrowedPtr[PyTupleObject], index: Py_ssize_t, item: OwnedPtr, /) -> None:
    """Put ``item`` into a new tuple; nothing is checked in C, and what was there is not released."""

def PyTuple_Pack(count: Py_ssize_t, /, *items: BorrowedPtr) -> OwnedPtr[PyTupleObject] | None:
    """Make a tuple of ``items``, of which it takes references of its own."""

def PyTuple_GET_ITEM(tuple: BorrowedPtr[PyTupleObject], index: Py_ssize_t, /) -> BorrowedPtr:
    """Return the item at ``index``, borrowed; nothing is checked in C."""

def PyTuple_GetSlice(tuple: BorrowedPtr[PyTupleObject], low: Py_ssize_t, high: Py_ssize_t, /) -> OwnedPtr[PyTupleObject] | None:
    """Return a tuple of the items from ``low`` to before ``high``, both moved into the bounds."""

def PyTuple_GET_SIZE(tuple: BorrowedPtr[PyTupleObject], /) -> Py_ssize_t:
    """Return the number of items; nothing is checked in C."""

def _PyTuple_Resize(tuple: Slot[PyTupleObject], size: Py_ssize_t, /) -> Status:
    """Give the tuple in the slot another length, new items being unset.  On failure, which sharing it is, the slot is emptied."""

# ---- ptrstate.capi.unicodeobject ----

if sys.version_info < (3, 12):
    def PyUnicode_GetSize(unicode: BorrowedPtr[PyUnicodeObject], /) -> Py_ssize_t:
        """Return the number of ``wchar_t`` units; ``TypeError`` when ``unicode`` is no string."""

    def PyUnicode_InternImmortal(unicode: Slot[PyUnicodeObject], /) -> None:
        """Intern the string in the slot for as long as the process lives; a ``DeprecationWarning`` goes with it."""

    def PyUnicode_FromUnicode(unicode: str | InteriorPtr, size: Py_ssize_t, /) -> OwnedPtr[PyUnicodeObject] | None:
        """Make a string of ``size`` wide characters."""

    def PyUnicode_AsUnicode(unicode: BorrowedPtr[PyUnicodeObject], /) -> InteriorPtr | None:
        """Return the string in wide characters, which it keeps as long as it lives; ``TypeError`` when it is none."""

    def PyUnicode_AsUnicodeAndSize(unicode: BorrowedPtr[PyUnicodeObject], size: SsizeVar | None, /) -> InteriorPtr | None:
        """Return the string in wide characters, which it keeps as long as it lives, and their number in ``size``."""

    def PyUnicode_WSTR_LENGTH(unicode: BorrowedPtr[PyUnicodeObject], /) -> Py_ssize_t:
        """Return the number of wide characters that the string keeps."""

    def PyUnicode_AS_UNICODE(unicode: BorrowedPtr[PyUnicodeObject], /) -> InteriorPtr | None:
        """Return the string in wide characters, which it keeps as long as it lives."""

    def PyUnicode_AS_DATA(unicode: BorrowedPtr[PyUnicodeObject], /) -> CText | None:
        """Return the bytes of the wide characters, which the string keeps as long as it lives."""

PyUnicode_Type: Final[BorrowedPtr[PyTypeObject]]
PyUnicodeIter_Type: Final[BorrowedPtr[PyTypeObject]]

def PyUnicode_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``str``, or of a type derived from it."""

def PyUnicode_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a ``str`` and of no derived type."""

def PyUnicode_FromStringAndSize(string: CString, size: Py_ssize_t, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode ``size`` bytes of UTF-8.  ``UnicodeDecodeError`` when they are none, ``SystemError`` for a negative size."""

def PyUnicode_FromString(text: CString, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode a text that ends with NUL from UTF-8; ``UnicodeDecodeError`` when it is none."""

def PyUnicode_Substring(
    unicode: BorrowedPtr[PyUnicodeObject],
    start: Py_ssize_t,
    end: Py_ssize_t,
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Return the characters from ``start`` up to ``end``; negative positions are an ``IndexError``."""

def PyUnicode_AsUCS4(
    unicode: BorrowedPtr[PyUnicodeObject],
    buffer: NonNull[Opaque],
    buflen: Py_ssize_t,
    copy_null: CBool,
    /,
) -> NonNull[Opaque] | None:
    """Copy the characters into ``buffer`` and return it; ``SystemError`` when they do not fit."""

def PyUnicode_AsUCS4Copy(unicode: BorrowedPtr[PyUnicodeObject], /) -> NonNull[Opaque] | None:
    """Copy the characters and a final NUL into new memory, to be freed with ``PyMem_Free``."""

def PyUnicode_GetLength(unicode: BorrowedPtr[PyUnicodeObject], /) -> Py_ssize_t:
    """Return the number of characters; ``TypeError`` when ``unicode`` is no string."""

def PyUnicode_ReadChar(unicode: BorrowedPtr[PyUnicodeObject], index: Py_ssize_t, /) -> Py_UCS4:
    """Return the character at ``index``; ``IndexError`` when there is none."""

def PyUnicode_WriteChar(unicode: BorrowedPtr[PyUnicodeObject], index: Py_ssize_t, character: Py_UCS4, /) -> Status:
    """Put a character into a string that nobody else has seen; ``SystemError`` when the string is in use already."""

def PyUnicode_Resize(unicode: Slot[PyUnicodeObject], length: Py_ssize_t, /) -> Status:
    """Give the string in the slot another length, in place or as a new string, whose end is still to be written.

    On failure the slot keeps what it has."""

def PyUnicode_FromEncodedObject(
    object: BorrowedPtr,
    encoding: CString | None,
    errors: CString | None,
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode a bytes-like object; ``TypeError`` when it is a string already or no such object."""

def PyUnicode_FromObject(object: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return a ``str`` as it is, or a copy of an instance of a derived type; ``TypeError`` for anything else."""

def PyUnicode_FromFormat(format: CString, /, *arguments: Arguments) -> OwnedPtr[PyUnicodeObject] | None:
    """Make a string as ``printf`` would; units such as ``%S`` and ``%R`` take an object."""

def PyUnicode_FromFormatV(format: CString, /, *arguments: Arguments) -> OwnedPtr[PyUnicodeObject] | None:
    """Make a string as ``printf`` would, of the arguments in a ``va_list``, which the binding makes."""

def PyUnicode_InternInPlace(unicode: Slot[PyUnicodeObject], /) -> None:
    """Replace the string in the slot by the interned one that is equal to it; what is no exact ``str`` stays as it is."""

def PyUnicode_InternFromString(string: CString, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode a text from UTF-8 and return the interned string that is equal to it."""

def PyUnicode_FromWideChar(wide: str | InteriorPtr, size: Py_ssize_t, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Make a string of ``size`` wide characters, or of those before the NUL for -1; ``ValueError`` for what is no character."""

def PyUnicode_AsWideChar(unicode: BorrowedPtr[PyUnicodeObject], wide: NonNull[Opaque] | None, size: Py_ssize_t, /) -> Py_ssize_t:
    """Copy at most ``size`` wide characters and return how many; without ``wide``, return how many it needs, NUL included."""

def PyUnicode_AsWideCharString(unicode: BorrowedPtr[PyUnicodeObject], size: SsizeVar | None, /) -> NonNull[Opaque] | None:
    """Copy the wide characters into new memory, to be freed with ``PyMem_Free``.

    Without ``size``, a NUL inside is a ``ValueError``."""

def PyUnicode_FromOrdinal(ordinal: CInt, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return the string of one character; ``ValueError`` when ``ordinal`` is none."""

def PyUnicode_GetDefaultEncoding() -> CText:
    """Return the name of the default encoding, ``"utf-8"``."""

def PyUnicode_Decode(
    string: CString,
    size: Py_ssize_t,
    encoding: CString | None,
    errors: CString | None,
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode ``size`` bytes with a codec, UTF-8 by default.

    ``LookupError`` for an unknown one, else whatever the codec raises."""

def PyUnicode_AsDecodedObject(
    unicode: BorrowedPtr[PyUnicodeObject],
    encoding: CString | None,
    errors: CString | None,
    /,
) -> OwnedPtr | None:
    """Run the decoder of a codec over a string and return what it makes, with a ``DeprecationWarning``."""

def PyUnicode_AsDecodedUnicode(
    unicode: BorrowedPtr[PyUnicodeObject],
    encoding: CString | None,
    errors: CString | None,
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Run the decoder of a codec over a string, with a ``DeprecationWarning``; ``TypeError`` when it makes no string."""

def PyUnicode_AsEncodedObject(
    unicode: BorrowedPtr[PyUnicodeObject],
    encoding: CString | None,
    errors: CString | None,
    /,
) -> OwnedPtr | None:
    """Run the encoder of a codec over a string and return what it makes, with a ``DeprecationWarning``."""

def PyUnicode_AsEncodedString(
    unicode: BorrowedPtr[PyUnicodeObject],
    encoding: CString | None,
    errors: CString | None,
    /,
) -> OwnedPtr[PyBytesObject] | None:
    """Encode a string, as UTF-8 by default; ``TypeError`` when the codec makes no bytes, else whatever the codec raises."""

def PyUnicode_AsEncodedUnicode(
    unicode: BorrowedPtr[PyUnicodeObject],
    encoding: CString | None,
    errors: CString | None,
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Run the encoder of a codec over a string, with a ``DeprecationWarning``; ``TypeError`` when it makes no string."""

def PyUnicode_BuildEncodingMap(string: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr | None:
    """Make the map from character to byte that encodes what ``string``, up to 256 characters by their byte, decodes."""

def PyUnicode_DecodeUTF7(string: CString, length: Py_ssize_t, errors: CString | None, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode ``length`` bytes of UTF-7."""

def PyUnicode_DecodeUTF7Stateful(
    string: CString,
    length: Py_ssize_t,
    errors: CString | None,
    consumed: SsizeVar | None,
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode UTF-7, but leave an unfinished end alone and say in ``consumed`` how many bytes were used."""

def PyUnicode_DecodeUTF8(string: CString, length: Py_ssize_t, errors: CString | None, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode ``length`` bytes of UTF-8."""

def PyUnicode_DecodeUTF8Stateful(
    string: CString,
    length: Py_ssize_t,
    errors: CString | None,
    consumed: SsizeVar | None,
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode UTF-8, but leave an unfinished end alone and say in ``consumed`` how many bytes were used."""

def PyUnicode_AsUTF8String(unicode: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr[PyBytesObject] | None:
    """Encode a string as UTF-8; ``UnicodeEncodeError`` for surrogates."""

def PyUnicode_AsUTF8AndSize(unicode: BorrowedPtr[PyUnicodeObject], size: SsizeVar | None, /) -> CText | None:
    """Return the string in UTF-8, which it keeps as long as it lives, and the number of bytes in ``size``."""

def PyUnicode_AsUTF8(unicode: BorrowedPtr[PyUnicodeObject], /) -> CText | None:
    """Return the string in UTF-8, which it keeps as long as it lives; ``UnicodeEncodeError`` for surrogates."""

def PyUnicode_DecodeUTF32(
    string: CString,
    length: Py_ssize_t,
    errors: CString | None,
    byteorder: IntVar | None,
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode UTF-32.

    ``byteorder`` says which (-1, 0, 1) and is set to what was found; without it a byte order mark or the machine's."""

def PyUnicode_DecodeUTF32Stateful(
    string: CString,
    length: Py_ssize_t,
    errors: CString | None,
    byteorder: IntVar | None,
    consumed: SsizeVar | None,
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode UTF-32, but leave an unfinished end alone and say in ``consumed`` how many bytes were used."""

def PyUnicode_AsUTF32String(unicode: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr[PyBytesObject] | None:
    """Encode a string as UTF-32 with a byte order mark; ``UnicodeEncodeError`` for surrogates."""

def PyUnicode_DecodeUTF16(
    string: CString,
    length: Py_ssize_t,
    errors: CString | None,
    byteorder: IntVar | None,
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode UTF-16.

    ``byteorder`` says which (-1, 0, 1) and is set to what was found; without it a byte order mark or the machine's."""

def PyUnicode_DecodeUTF16Stateful(
    string: CString,
    length: Py_ssize_t,
    errors: CString | None,
    byteorder: IntVar | None,
    consumed: SsizeVar | None,
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode UTF-16, but leave an unfinished end alone and say in ``consumed`` how many bytes were used."""

def PyUnicode_AsUTF16String(unicode: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr[PyBytesObject] | None:
    """Encode a string as UTF-16 with a byte order mark; ``UnicodeEncodeError`` for surrogates."""

def PyUnicode_DecodeUnicodeEscape(
    string: CString,
    length: Py_ssize_t,
    errors: CString | None,
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode what stands between the quotes of a string literal; unknown escapes come with a ``DeprecationWarning``."""

def PyUnicode_AsUnicodeEscapeString(unicode: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr[PyBytesObject] | None:
    """Write a string as it would stand in a string literal, in ASCII."""

def PyUnicode_DecodeRawUnicodeEscape(
    string: CString,
    length: Py_ssize_t,
    errors: CString | None,
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode Latin-1 in which escapes of four or eight hexadecimal digits stand for other characters."""

def PyUnicode_AsRawUnicodeEscapeString(unicode: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr[PyBytesObject] | None:
    """Write a string in Latin-1, with escapes of hexadecimal digits for other characters."""

def PyUnicode_DecodeLatin1(string: CString, length: Py_ssize_t, errors: CString | None, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode ``length`` bytes, each of which is a character."""

def PyUnicode_AsLatin1String(unicode: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr[PyBytesObject] | None:
    """Encode a string as Latin-1; ``UnicodeEncodeError`` for characters beyond it."""

def PyUnicode_DecodeASCII(string: CString, length: Py_ssize_t, errors: CString | None, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode ``length`` bytes of ASCII."""

def PyUnicode_AsASCIIString(unicode: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr[PyBytesObject] | None:
    """Encode a string as ASCII; ``UnicodeEncodeError`` for characters beyond it."""

def PyUnicode_DecodeCharmap(
    string: CString,
    length: Py_ssize_t,
    mapping: BorrowedPtr | None,
    errors: CString | None,
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode each byte by what ``mapping`` has for it; without a mapping, as Latin-1."""

def PyUnicode_AsCharmapString(unicode: BorrowedPtr[PyUnicodeObject], mapping: BorrowedPtr, /) -> OwnedPtr[PyBytesObject] | None:
    """Encode each character by what ``mapping`` has for it; ``UnicodeEncodeError`` where it has nothing."""

def PyUnicode_DecodeLocaleAndSize(
    string: CString,
    length: Py_ssize_t,
    errors: CString | None,
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode a text in the encoding of the locale.

    ``errors`` is ``strict`` or ``surrogateescape``; a NUL inside is a ``ValueError``."""

def PyUnicode_DecodeLocale(string: CString, errors: CString | None, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode a text that ends with NUL in the encoding of the locale.  ``errors`` is ``strict`` or ``surrogateescape``."""

def PyUnicode_EncodeLocale(unicode: BorrowedPtr[PyUnicodeObject], errors: CString | None, /) -> OwnedPtr[PyBytesObject] | None:
    """Encode a string in the encoding of the locale.

    ``errors`` is ``strict`` or ``surrogateescape``; a NUL inside is a ``ValueError``."""

def PyUnicode_FSConverter(object: BorrowedPtr, result: Slot[PyBytesObject], /) -> CInt:
    """Put the path that ``object`` is, as bytes, into the slot.  Return 0 when it is none, else a number that is not 0."""

def PyUnicode_FSDecoder(object: BorrowedPtr, result: Slot[PyUnicodeObject], /) -> CInt:
    """Put the path that ``object`` is, as a string, into the slot.  Return 0 when it is none, else a number that is not 0."""

def PyUnicode_DecodeFSDefault(string: CString, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode a text that ends with NUL in the encoding of the file system."""

def PyUnicode_DecodeFSDefaultAndSize(string: CString, size: Py_ssize_t, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Decode ``size`` bytes in the encoding of the file system."""

def PyUnicode_EncodeFSDefault(unicode: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr[PyBytesObject] | None:
    """Encode a string in the encoding of the file system; ``UnicodeEncodeError`` where that cannot be."""

def PyUnicode_Concat(
    left: BorrowedPtr[PyUnicodeObject],
    right: BorrowedPtr[PyUnicodeObject],
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Return the two strings as one; ``TypeError`` when one is none."""

def PyUnicode_Append(left: Slot[PyUnicodeObject], right: BorrowedPtr[PyUnicodeObject] | None, /) -> None:
    """Append ``right`` to the string in the slot.  On failure, or when either is NULL already, the slot is emptied."""

def PyUnicode_AppendAndDel(left: Slot[PyUnicodeObject], right: OwnedPtr[PyUnicodeObject] | None, /) -> None:
    """Append ``right`` to the string in the slot and release it, whatever happens.  On failure the slot is emptied."""

def PyUnicode_Split(
    string: BorrowedPtr[PyUnicodeObject],
    separator: BorrowedPtr[PyUnicodeObject] | None,
    maxsplit: Py_ssize_t,
    /,
) -> OwnedPtr[PyListObject] | None:
    """Split a string, at white space when there is no separator; an empty separator is a ``ValueError``."""

def PyUnicode_RSplit(
    string: BorrowedPtr[PyUnicodeObject],
    separator: BorrowedPtr[PyUnicodeObject] | None,
    maxsplit: Py_ssize_t,
    /,
) -> OwnedPtr[PyListObject] | None:
    """Split a string from its end, at white space when there is no separator; an empty separator is a ``ValueError``."""

def PyUnicode_Splitlines(string: BorrowedPtr[PyUnicodeObject], keepends: CBool, /) -> OwnedPtr[PyListObject] | None:
    """Split a string into its lines, with or without what ends them."""

def PyUnicode_Partition(
    string: BorrowedPtr[PyUnicodeObject],
    separator: BorrowedPtr[PyUnicodeObject],
    /,
) -> OwnedPtr[PyTupleObject] | None:
    """Return what comes before the first ``separator``, it, and what comes after; an empty one is a ``ValueError``."""

def PyUnicode_RPartition(
    string: BorrowedPtr[PyUnicodeObject],
    separator: BorrowedPtr[PyUnicodeObject],
    /,
) -> OwnedPtr[PyTupleObject] | None:
    """Return what comes before the last ``separator``, it, and what comes after; an empty one is a ``ValueError``."""

def PyUnicode_Translate(
    string: BorrowedPtr[PyUnicodeObject],
    table: BorrowedPtr,
    errors: CString | None,
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Replace each character by what ``table`` has for it."""

def PyUnicode_Join(separator: BorrowedPtr[PyUnicodeObject] | None, sequence: BorrowedPtr, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Join the strings of an iterable, by default with a blank between them; ``TypeError`` when one is no string."""

def PyUnicode_Tailmatch(
    string: BorrowedPtr[PyUnicodeObject],
    substring: BorrowedPtr[PyUnicodeObject],
    start: Py_ssize_t,
    end: Py_ssize_t,
    direction: CInt,
    /,
) -> Found:
    """Whether the part of a string between two positions begins (-1) or ends (+1) with ``substring``."""

def PyUnicode_Find(
    string: BorrowedPtr[PyUnicodeObject],
    substring: BorrowedPtr[PyUnicodeObject],
    start: Py_ssize_t,
    end: Py_ssize_t,
    direction: CInt,
    /,
) -> Py_ssize_t:
    """Return where ``substring`` is first (1) or last (-1) found, -1 when it is not, and -2 on failure."""

def PyUnicode_FindChar(
    string: BorrowedPtr[PyUnicodeObject],
    character: Py_UCS4,
    start: Py_ssize_t,
    end: Py_ssize_t,
    direction: CInt,
    /,
) -> Py_ssize_t:
    """Return where ``character`` is first (1) or last (-1) found, -1 when it is not, and -2 on failure."""

def PyUnicode_Count(
    string: BorrowedPtr[PyUnicodeObject],
    substring: BorrowedPtr[PyUnicodeObject],
    start: Py_ssize_t,
    end: Py_ssize_t,
    /,
) -> Py_ssize_t:
    """Count how often ``substring`` is found without overlap."""

def PyUnicode_Replace(
    string: BorrowedPtr[PyUnicodeObject],
    substring: BorrowedPtr[PyUnicodeObject],
    replacement: BorrowedPtr[PyUnicodeObject],
    maxcount: Py_ssize_t,
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Replace ``substring`` at most ``maxcount`` times, or everywhere when that is -1."""

def PyUnicode_Compare(left: BorrowedPtr[PyUnicodeObject], right: BorrowedPtr[PyUnicodeObject], /) -> CInt:
    """Return -1, 0 or 1 as ``left`` comes before ``right`` or not; ``TypeError`` (and -1) when one is no string."""

def PyUnicode_CompareWithASCIIString(left: BorrowedPtr[PyUnicodeObject], right: CString, /) -> CInt:
    """Return a negative number, 0 or a positive one as ``left`` comes before an ASCII text or not."""

def PyUnicode_RichCompare(left: BorrowedPtr, right: BorrowedPtr, op: CInt, /) -> OwnedPtr | None:
    """Return ``True`` or ``False`` for two strings, and ``NotImplemented`` when one is none."""

def PyUnicode_Format(format: BorrowedPtr[PyUnicodeObject], args: BorrowedPtr, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return ``format % args``."""

def PyUnicode_Contains(container: BorrowedPtr[PyUnicodeObject], element: BorrowedPtr[PyUnicodeObject], /) -> Found:
    """Whether ``element`` is in ``container``; ``TypeError`` when one is no string."""

def PyUnicode_IsIdentifier(string: BorrowedPtr[PyUnicodeObject], /) -> CBool:
    """Whether a string could be a name in Python."""

def PyUnicode_CHECK_INTERNED(unicode: BorrowedPtr[PyUnicodeObject], /) -> CUnsignedInt:
    """Return a number that is not 0 when the string is interned."""

def PyUnicode_IS_READY(unicode: BorrowedPtr[PyUnicodeObject], /) -> CBool:
    """Whether a string has its final form, which from 3.12 on every string has."""

def PyUnicode_READY(unicode: BorrowedPtr[PyUnicodeObject], /) -> Status:
    """Give a string its final form, which from 3.12 on every string has."""

def PyUnicode_IS_ASCII(unicode: BorrowedPtr[PyUnicodeObject], /) -> CBool:
    """Whether all characters are ASCII."""

def PyUnicode_IS_COMPACT(unicode: BorrowedPtr[PyUnicodeObject], /) -> CBool:
    """Whether the characters are in one block with the object."""

def PyUnicode_IS_COMPACT_ASCII(unicode: BorrowedPtr[PyUnicodeObject], /) -> CBool:
    """Whether the characters are ASCII, in one block with the object."""

def PyUnicode_KIND(unicode: BorrowedPtr[PyUnicodeObject], /) -> CInt:
    """Return how many bytes a character takes: 1, 2 or 4."""

def PyUnicode_DATA(unicode: BorrowedPtr[PyUnicodeObject], /) -> Memory:
    """Return the address of the characters."""

def PyUnicode_1BYTE_DATA(unicode: BorrowedPtr[PyUnicodeObject], /) -> NonNull[Opaque]:
    """Return the address of the characters as bytes."""

def PyUnicode_2BYTE_DATA(unicode: BorrowedPtr[PyUnicodeObject], /) -> NonNull[Opaque]:
    """Return the address of the characters as units of two bytes."""

def PyUnicode_4BYTE_DATA(unicode: BorrowedPtr[PyUnicodeObject], /) -> NonNull[Opaque]:
    """Return the address of the characters as units of four bytes."""

def PyUnicode_GET_LENGTH(unicode: BorrowedPtr[PyUnicodeObject], /) -> Py_ssize_t:
    """Return the number of characters."""

def PyUnicode_READ_CHAR(unicode: BorrowedPtr[PyUnicodeObject], index: Py_ssize_t, /) -> Py_UCS4:
    """Return the character at ``index``."""

def PyUnicode_MAX_CHAR_VALUE(unicode: BorrowedPtr[PyUnicodeObject], /) -> Py_UCS4:
    """Return a bound for the characters that a string of this form can hold."""

def PyUnicode_New(size: Py_ssize_t, maxchar: Py_UCS4, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Make a string of ``size`` characters up to ``maxchar``, to be written before it is used."""

def PyUnicode_CopyCharacters(
    to: BorrowedPtr[PyUnicodeObject],
    to_start: Py_ssize_t,
    from_: BorrowedPtr[PyUnicodeObject],
    from_start: Py_ssize_t,
    how_many: Py_ssize_t,
    /,
) -> Py_ssize_t:
    """Copy characters into a string that nobody else has seen; ``SystemError`` when they do not fit or it is in use."""

def PyUnicode_Fill(
    unicode: BorrowedPtr[PyUnicodeObject],
    start: Py_ssize_t,
    length: Py_ssize_t,
    fill_char: Py_UCS4,
    /,
) -> Py_ssize_t:
    """Write one character ``length`` times into a string that nobody else has seen, and return how often it was written."""

def PyUnicode_FromKindAndData(
    kind: CInt,
    buffer: str | bytes | InteriorPtr,
    size: Py_ssize_t,
    /,
) -> OwnedPtr[PyUnicodeObject] | None:
    """Make a string of ``size`` characters of ``kind`` bytes (1, 2 or 4) each, read from ``buffer``."""

if sys.version_info >= (3, 13):
    def PyUnicode_EqualToUTF8(unicode: BorrowedPtr[PyUnicodeObject], string: CString, /) -> CBool:
        """Whether a string is what a UTF-8 text that ends with NUL says; never fails."""

    def PyUnicode_EqualToUTF8AndSize(unicode: BorrowedPtr[PyUnicodeObject], string: CString, size: Py_ssize_t, /) -> CBool:
        """Whether a string is what ``size`` bytes of UTF-8 say; never fails."""

# ---- ptrstate.capi.warnings ----

def PyErr_WarnEx(category: BorrowedPtr | None, message: CString, stack_level: Py_ssize_t, /) -> Status:
    """Warn, with a ``RuntimeWarning`` by default; -1 when the warning was made an exception."""

def PyErr_Warn(category: BorrowedPtr | None, message: CString, /) -> Status:
    """Warn for the running function, with a ``RuntimeWarning`` by default; -1 when the warning was made an exception."""

def PyErr_WarnFormat(category: BorrowedPtr | None, stack_level: Py_ssize_t, format: CString, /, *arguments: Arguments) -> Status:
    """Warn with a text made as ``printf`` would; -1 when the warning was made an exception."""

def PyErr_ResourceWarning(
    source: BorrowedPtr | None,
    stack_level: Py_ssize_t,
    format: CString,
    /,
    *arguments: Arguments,
) -> Status:
    """Warn with a ``ResourceWarning`` about ``source``; -1 when the warning was made an exception."""

def PyErr_WarnExplicit(
    category: BorrowedPtr | None,
    message: CString,
    filename: CString,
    lineno: CInt,
    module: CString | None,
    registry: BorrowedPtr | None,
    /,
) -> Status:
    """Warn for a given line of a file; without a module its name comes from the file's, without a registry every call warns."""

def PyErr_WarnExplicitObject(
    category: BorrowedPtr | None,
    message: BorrowedPtr,
    filename: BorrowedPtr,
    lineno: CInt,
    module: BorrowedPtr | None,
    registry: BorrowedPtr | None,
    /,
) -> Status:
    """Warn for a given line of a file; without a module its name comes from the file's, without a registry every call warns."""

def PyErr_WarnExplicitFormat(
    category: BorrowedPtr,
    filename: CString,
    lineno: CInt,
    module: CString | None,
    registry: BorrowedPtr | None,
    format: CString,
    /,
    *arguments: Arguments,
) -> Status:
    """Warn for a given line of a file with a text made as ``printf`` would; -1 when the warning was made an exception."""

# ---- ptrstate.capi.weakrefobject ----

def PyWeakref_Check(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a weak reference or a weak proxy."""

def PyWeakref_CheckRef(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a weak reference, or of a type derived from that."""

def PyWeakref_CheckRefExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a weak reference and of no derived type."""

def PyWeakref_CheckProxy(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a weak proxy."""

def PyWeakref_NewRef(object: BorrowedPtr, callback: BorrowedPtr | None, /) -> OwnedPtr[PyWeakReference] | None:
    """Make a weak reference, or share one; ``TypeError`` when the object cannot have any."""

def PyWeakref_NewProxy(object: BorrowedPtr, callback: BorrowedPtr | None, /) -> OwnedPtr | None:
    """Make a weak proxy, or share one; ``TypeError`` when the object cannot have any."""

def PyWeakref_GetObject(reference: BorrowedPtr[PyWeakReference], /) -> BorrowedPtr | None:
    """Return the object, borrowed from nobody that keeps it alive, or ``None``."""

def PyWeakref_GET_OBJECT(reference: BorrowedPtr[PyWeakReference], /) -> BorrowedPtr:
    """Return the object, borrowed from nobody that keeps it alive, or ``None``; nothing is checked in C."""

if sys.version_info >= (3, 13):
    def PyWeakref_GetRef(reference: BorrowedPtr[PyWeakReference], result: Slot, /) -> Found:
        """Store a strong reference to the object in ``result``, if it still lives; ``TypeError`` when it is no weak reference."""
