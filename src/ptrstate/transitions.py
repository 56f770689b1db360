"""From Python objects to pointers, and from results to values: own, borrow, or_raise, or_none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

from ptrstate._native import core

if TYPE_CHECKING:
    from types import ModuleType

    from ptrstate.pointees import (
        PyByteArrayObject,
        PyBytesObject,
        PyDictObject,
        PyListObject,
        PyLongObject,
        PyMemoryViewObject,
        PyModuleObject,
        PyObject,
        PySetObject,
        PySliceObject,
        PyTupleObject,
        PyTypeObject,
        PyUnicodeObject,
    )
    from ptrstate.states import BorrowedPtr, OwnedPtr

    Value = TypeVar("Value")
    AnyList = TypeVar("AnyList", bound=list[Any])
    AnyTuple = TypeVar("AnyTuple", bound=tuple[Any, ...])
    AnyDict = TypeVar("AnyDict", bound=dict[Any, Any])
    AnySet = TypeVar("AnySet", bound=set[Any] | frozenset[Any])

    # With a variable beside the type, a dict[str, Any] is a dict to pyright too; without the type, {} would not be.
    # One overload per pointee that BY_TYPE gives, but for float and complex: an int is one of these to a checker.  A subclass of a
    # builtin type gets PyObject at run time, and cast() narrows it.
    @overload
    def own(obj: list[Any] | AnyList, /) -> OwnedPtr[PyListObject]: ...
    @overload
    def own(obj: tuple[Any, ...] | AnyTuple, /) -> OwnedPtr[PyTupleObject]: ...
    @overload
    def own(obj: dict[Any, Any] | AnyDict, /) -> OwnedPtr[PyDictObject]: ...
    @overload
    def own(obj: set[Any] | frozenset[Any] | AnySet, /) -> OwnedPtr[PySetObject]: ...
    @overload
    def own(obj: int, /) -> OwnedPtr[PyLongObject]: ...
    @overload
    def own(obj: str, /) -> OwnedPtr[PyUnicodeObject]: ...
    @overload
    def own(obj: bytes, /) -> OwnedPtr[PyBytesObject]: ...
    @overload
    def own(obj: bytearray, /) -> OwnedPtr[PyByteArrayObject]: ...
    @overload
    def own(obj: memoryview, /) -> OwnedPtr[PyMemoryViewObject]: ...
    @overload
    def own(obj: slice, /) -> OwnedPtr[PySliceObject]: ...
    @overload
    def own(obj: ModuleType, /) -> OwnedPtr[PyModuleObject]: ...
    @overload
    def own(obj: type, /) -> OwnedPtr[PyTypeObject]: ...
    @overload
    def own(obj: object, /) -> OwnedPtr[PyObject]: ...
    def own(obj: object, /) -> OwnedPtr[Any]:
        """Return a strong reference of its own to ``obj``, as a new handle.  ``TypeError`` when ``obj`` is a pointer already."""
        raise NotImplementedError

    @overload
    def borrow(obj: list[Any] | AnyList, /) -> BorrowedPtr[PyListObject]: ...
    @overload
    def borrow(obj: tuple[Any, ...] | AnyTuple, /) -> BorrowedPtr[PyTupleObject]: ...
    @overload
    def borrow(obj: dict[Any, Any] | AnyDict, /) -> BorrowedPtr[PyDictObject]: ...
    @overload
    def borrow(obj: set[Any] | frozenset[Any] | AnySet, /) -> BorrowedPtr[PySetObject]: ...
    @overload
    def borrow(obj: int, /) -> BorrowedPtr[PyLongObject]: ...
    @overload
    def borrow(obj: str, /) -> BorrowedPtr[PyUnicodeObject]: ...
    @overload
    def borrow(obj: bytes, /) -> BorrowedPtr[PyBytesObject]: ...
    @overload
    def borrow(obj: bytearray, /) -> BorrowedPtr[PyByteArrayObject]: ...
    @overload
    def borrow(obj: memoryview, /) -> BorrowedPtr[PyMemoryViewObject]: ...
    @overload
    def borrow(obj: slice, /) -> BorrowedPtr[PySliceObject]: ...
    @overload
    def borrow(obj: ModuleType, /) -> BorrowedPtr[PyModuleObject]: ...
    @overload
    def borrow(obj: type, /) -> BorrowedPtr[PyTypeObject]: ...
    @overload
    def borrow(obj: object, /) -> BorrowedPtr[PyObject]: ...
    def borrow(obj: object, /) -> BorrowedPtr[Any]:
        """Return a borrowed pointer to ``obj``, which it keeps alive.  ``TypeError`` when ``obj`` is a pointer already."""
        raise NotImplementedError

    def or_raise(value: Value | None, /) -> Value:
        """Raise the pending exception; else return ``value``, which is then not NULL.

        NULL, ``Status.FAILED`` or ``Found.FAILED`` with no exception pending is PS009.
        """
        raise NotImplementedError

    def or_none(value: Value, /) -> Value:
        """Raise the pending exception; else return ``value``, where None means that there is nothing."""
        raise NotImplementedError
else:
    own, borrow, or_raise, or_none = core.own, core.borrow, core.or_raise, core.or_none
