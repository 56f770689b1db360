"""What a pointer points to: one class per C struct, a phantom that is never instantiated.

A pointee carries two facts.  ``spelling`` is how C writes a pointer to it where the function does not say otherwise: most of
the API takes and returns ``PyObject *`` whatever the object is.  ``python_type`` is the Python type every such object is an
instance of (a tuple where there are several), and what ``cast`` and the checks of unchecked functions look at.  Subclass
:class:`Pointee` for the structs of another library::

    class sqlite3(Pointee):
        spelling = "sqlite3 *"
"""

from __future__ import annotations

import collections
import contextvars
import ctypes
import datetime
import pickle
import types
import weakref
from typing import Any, ClassVar, TypeAlias

PythonType: TypeAlias = type[Any] | tuple[type[Any], ...] | None
"""What ``isinstance`` takes, or None where any object will do."""


def _type_of_instance_methods() -> type[Any]:
    new = ctypes.PyDLL(None).PyInstanceMethod_New
    new.restype, new.argtypes = ctypes.py_object, (ctypes.py_object,)
    return type(new(None))


class Pointee:
    """The base of every pointee.  ``spelling`` is the C type of a pointer to it, such as ``"sqlite3 *"``."""

    spelling: ClassVar[str] = "void *"
    python_type: ClassVar[PythonType] = None

    def __init__(self) -> None:
        msg = f"{type(self).__name__} stands for a C struct; it has no instances in Python"
        raise TypeError(msg)

    @classmethod
    def release(cls, address: int, /) -> None:
        """End what a dropped ``OwnedPtr`` of a library's own struct owned; objects are released by their counts instead.

        A function declared with ``drops=True`` takes its place.  Without one nothing can be dropped: PS006.
        """
        from ptrstate._native import core  # noqa: PLC0415

        core.refuse("PS006", None, "a function that ends it, declared with drops=True", f"nothing that ends a {cls.__name__}")


class Opaque(Pointee):
    """Memory of no particular type (``void``)."""


class PyObject(Pointee):
    """Any Python object."""

    spelling = "PyObject *"
    python_type: ClassVar[PythonType] = object


class PyTypeObject(PyObject):
    """A type."""

    spelling = "PyTypeObject *"
    python_type: ClassVar[PythonType] = type


class PyLongObject(PyObject):
    """An ``int``."""

    python_type: ClassVar[PythonType] = int


class PyFloatObject(PyObject):
    """A ``float``."""

    python_type: ClassVar[PythonType] = float


class PyComplexObject(PyObject):
    """A ``complex``."""

    python_type: ClassVar[PythonType] = complex


class PyUnicodeObject(PyObject):
    """A ``str``."""

    python_type: ClassVar[PythonType] = str


class PyBytesObject(PyObject):
    """A ``bytes``."""

    python_type: ClassVar[PythonType] = bytes


class PyByteArrayObject(PyObject):
    """A ``bytearray``."""

    python_type: ClassVar[PythonType] = bytearray


class PyMemoryViewObject(PyObject):
    """A ``memoryview``."""

    python_type: ClassVar[PythonType] = memoryview


class PyTupleObject(PyObject):
    """A ``tuple``."""

    python_type: ClassVar[PythonType] = tuple


class PyListObject(PyObject):
    """A ``list``."""

    python_type: ClassVar[PythonType] = list


class PyDictObject(PyObject):
    """A ``dict``."""

    python_type: ClassVar[PythonType] = dict


class PyODictObject(PyDictObject):
    """An ``OrderedDict``."""

    python_type: ClassVar[PythonType] = collections.OrderedDict


class PyPickleBufferObject(PyObject):
    """A ``PickleBuffer``."""

    python_type: ClassVar[PythonType] = pickle.PickleBuffer


class PySetObject(PyObject):
    """A ``set`` or ``frozenset``; both have this struct."""

    python_type: ClassVar[PythonType] = (set, frozenset)


class PySliceObject(PyObject):
    """A ``slice``."""

    python_type: ClassVar[PythonType] = slice


class PyModuleObject(PyObject):
    """A module."""

    python_type: ClassVar[PythonType] = types.ModuleType


class PyFunctionObject(PyObject):
    """A function written in Python."""

    python_type: ClassVar[PythonType] = types.FunctionType


class PyCFunctionObject(PyObject):
    """A builtin function."""

    python_type: ClassVar[PythonType] = types.BuiltinFunctionType


class PyMethodObject(PyObject):
    """A bound method."""

    python_type: ClassVar[PythonType] = types.MethodType


class PyCellObject(PyObject):
    """A closure's cell."""

    python_type: ClassVar[PythonType] = types.CellType


class PyGenObject(PyObject):
    """A generator."""

    spelling = "PyGenObject *"
    python_type: ClassVar[PythonType] = types.GeneratorType


class PyCodeObject(PyObject):
    """A code object."""

    spelling = "PyCodeObject *"
    python_type: ClassVar[PythonType] = types.CodeType


class PyFrameObject(PyObject):
    """A frame."""

    spelling = "PyFrameObject *"
    python_type: ClassVar[PythonType] = types.FrameType


class PyTracebackObject(PyObject):
    """A traceback."""

    python_type: ClassVar[PythonType] = types.TracebackType


class PyBaseExceptionObject(PyObject):
    """An exception instance."""

    python_type: ClassVar[PythonType] = BaseException


class PyCapsuleObject(PyObject):
    """A capsule; its type has no name in Python before 3.13, but there is one in a module that C code imports."""

    python_type: ClassVar[PythonType] = type(datetime.datetime_CAPI)


class PyWeakReference(PyObject):
    """A weak reference, or a weak proxy."""

    python_type: ClassVar[PythonType] = (weakref.ref, weakref.ProxyType, weakref.CallableProxyType)


class PyThreadState(Pointee):
    """The state of a thread."""

    spelling = "PyThreadState *"


class PyInterpreterState(Pointee):
    """The state of an interpreter."""

    spelling = "PyInterpreterState *"


class PyUnicodeEncodeErrorObject(PyBaseExceptionObject):
    """A ``UnicodeEncodeError`` (C writes ``PyUnicodeErrorObject`` for this and the next two)."""

    python_type: ClassVar[PythonType] = UnicodeEncodeError


class PyUnicodeDecodeErrorObject(PyBaseExceptionObject):
    """A ``UnicodeDecodeError``."""

    python_type: ClassVar[PythonType] = UnicodeDecodeError


class PyUnicodeTranslateErrorObject(PyBaseExceptionObject):
    """A ``UnicodeTranslateError``."""

    python_type: ClassVar[PythonType] = UnicodeTranslateError


class PyDateTime_Date(PyObject):
    """A ``datetime.date``."""

    python_type: ClassVar[PythonType] = datetime.date


class PyDateTime_DateTime(PyDateTime_Date):
    """A ``datetime.datetime``."""

    python_type: ClassVar[PythonType] = datetime.datetime


class PyDateTime_Time(PyObject):
    """A ``datetime.time``."""

    python_type: ClassVar[PythonType] = datetime.time


class PyDateTime_Delta(PyObject):
    """A ``datetime.timedelta``."""

    python_type: ClassVar[PythonType] = datetime.timedelta


class PyDateTime_TZInfo(PyObject):
    """A ``datetime.tzinfo``."""

    python_type: ClassVar[PythonType] = datetime.tzinfo


class PyInstanceMethodObject(PyObject):
    """An instance method.  Its type has no name in Python, but C makes one of any object."""

    python_type: ClassVar[PythonType] = _type_of_instance_methods()


class PyDescrObject(PyObject):
    """A descriptor of a type that is written in C: a method, a member, a wrapped slot."""

    python_type: ClassVar[PythonType] = (
        types.WrapperDescriptorType,
        types.MethodDescriptorType,
        types.GetSetDescriptorType,
        types.MemberDescriptorType,
        types.ClassMethodDescriptorType,
    )


class PyContext(PyObject):
    """A ``contextvars.Context``."""

    python_type: ClassVar[PythonType] = contextvars.Context


class PyContextVar(PyObject):
    """A ``contextvars.ContextVar``."""

    python_type: ClassVar[PythonType] = contextvars.ContextVar


class PyContextToken(PyObject):
    """A ``contextvars.Token``."""

    python_type: ClassVar[PythonType] = contextvars.Token


class ListOrTuple(PyObject):
    """What ``PySequence_Fast`` makes: a list or a tuple."""

    python_type: ClassVar[PythonType] = (list, tuple)


class PyModuleDef(PyObject):
    """The definition of a module, static in the library that has it."""

    spelling = "PyModuleDef *"


class PyMethodDef(Pointee):
    """An array of definitions of functions, ended by an empty one."""

    spelling = "PyMethodDef *"


class PyGetSetDef(Pointee):
    """The definition of an attribute by two functions."""

    spelling = "PyGetSetDef *"


class PyMemberDef(Pointee):
    """The definition of an attribute by its place in the object."""

    spelling = "PyMemberDef *"


class PyType_Spec(Pointee):
    """The definition of a type."""

    spelling = "PyType_Spec *"


class PyStructSequence_Desc(Pointee):
    """The definition of a tuple with named fields."""

    spelling = "PyStructSequence_Desc *"


class PyCompilerFlags(Pointee):
    """What a compilation is told and tells of future features."""

    spelling = "PyCompilerFlags *"


class PyMonitoringState(Pointee):
    """Whether an event of a piece of code is monitored."""

    spelling = "PyMonitoringState *"


class PyCriticalSection(Pointee):
    """A critical section on one object."""

    spelling = "PyCriticalSection *"


class PyCriticalSection2(Pointee):
    """A critical section on two objects."""

    spelling = "PyCriticalSection2 *"


class FILE(Pointee):
    """A stream of the C library."""

    spelling = "FILE *"


BY_TYPE: dict[type, type[PyObject]] = {
    list: PyListObject,
    tuple: PyTupleObject,
    dict: PyDictObject,
    set: PySetObject,
    frozenset: PySetObject,
    str: PyUnicodeObject,
    bytes: PyBytesObject,
    bytearray: PyByteArrayObject,
    int: PyLongObject,
    float: PyFloatObject,
    complex: PyComplexObject,
    type: PyTypeObject,
    slice: PySliceObject,
    memoryview: PyMemoryViewObject,
    types.ModuleType: PyModuleObject,
}
"""The pointee that :func:`ptrstate.own` and :func:`ptrstate.borrow` give an object of exactly this type."""
