"""Definitions of modules, methods, attributes and types, laid out as C lays them out, and open files; they live as long as the process."""

from __future__ import annotations

import ctypes
import functools
from typing import Any


class _MethodDef(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("function", ctypes.c_void_p),
        ("flags", ctypes.c_int),
        ("doc", ctypes.c_char_p),
    )


class _ModuleDef(ctypes.Structure):
    _fields_ = (
        ("count", ctypes.c_ssize_t),
        ("type", ctypes.c_void_p),
        ("init", ctypes.c_void_p),
        ("index", ctypes.c_ssize_t),
        ("copy", ctypes.c_void_p),
        ("name", ctypes.c_char_p),
        ("doc", ctypes.c_char_p),
        ("size", ctypes.c_ssize_t),
        ("methods", ctypes.c_void_p),
        ("slots", ctypes.c_void_p),
        ("traverse", ctypes.c_void_p),
        ("clear", ctypes.c_void_p),
        ("free", ctypes.c_void_p),
    )


class _GetSetDef(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("get", ctypes.c_void_p),
        ("set", ctypes.c_void_p),
        ("doc", ctypes.c_char_p),
        ("closure", ctypes.c_void_p),
    )


class _MemberDef(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("type", ctypes.c_int),
        ("offset", ctypes.c_ssize_t),
        ("flags", ctypes.c_int),
        ("doc", ctypes.c_char_p),
    )


class _TypeSlot(ctypes.Structure):
    _fields_ = (("slot", ctypes.c_int), ("value", ctypes.c_void_p))


class _TypeSpec(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("size", ctypes.c_int),
        ("item_size", ctypes.c_int),
        ("flags", ctypes.c_uint),
        ("slots", ctypes.c_void_p),
    )


class _Field(ctypes.Structure):
    _fields_ = (("name", ctypes.c_char_p), ("doc", ctypes.c_char_p))


class _StructSequence(ctypes.Structure):
    _fields_ = (("name", ctypes.c_char_p), ("doc", ctypes.c_char_p), ("fields", ctypes.c_void_p), ("count", ctypes.c_int))


_alive: list[Any] = []


def _address(made: Any) -> int:  # noqa: ANN401
    _alive.append(made)
    return ctypes.addressof(made)


def method_definitions(ffi: Any, lib: Any, *, flags: int = 1) -> Any:  # noqa: ANN401
    """Return an array of one method definition and the end mark; its function takes a tuple unless ``flags`` say otherwise."""
    return ffi.cast("PyMethodDef *", method_definitions_at(flags))


def method_definitions_at(flags: int) -> int:
    """Return the address of an array of one method definition and the end mark."""
    function = ctypes.cast(ctypes.pythonapi.PyObject_Repr, ctypes.c_void_p).value
    return _address((_MethodDef * 2)(_MethodDef(b"specimen", function, flags, b"a method")))


def class_method_definitions(ffi: Any, lib: Any) -> Any:  # noqa: ANN401
    """Return the definition of a method that is told its class."""
    return method_definitions(ffi, lib, flags=0x200 | 0x80 | 0x2)


def nonsense_definitions(ffi: Any, lib: Any) -> Any:  # noqa: ANN401
    """Return the definition of a method whose flags contradict each other."""
    return method_definitions(ffi, lib, flags=0x1 | 0x4 | 0x8)


def module_definition(ffi: Any, lib: Any, *, slots: bool = False) -> Any:  # noqa: ANN401
    """Return the definition of a module, for single-phase initialisation or, with ``slots``, for multi-phase."""
    made = _ModuleDef(count=1, name=b"specimen", doc=b"a module", size=0 if slots else 8)
    if slots:
        made.slots = _address((ctypes.c_void_p * 2)())
    return ffi.cast("PyModuleDef *", _address(made))


def multi_phase_definition(ffi: Any, lib: Any) -> Any:  # noqa: ANN401
    """Return the definition of a module with (no) slots."""
    return module_definition(ffi, lib, slots=True)


def attribute_definition(ffi: Any, lib: Any) -> Any:  # noqa: ANN401
    """Return the definition of an attribute that a function gets."""
    function = ctypes.cast(ctypes.pythonapi.PyObject_Repr, ctypes.c_void_p).value
    return ffi.cast("PyGetSetDef *", _address((_GetSetDef * 2)(_GetSetDef(b"specimen", function, None, b"an attribute"))))


def member_definition(ffi: Any, lib: Any, *, relative: bool = False) -> Any:  # noqa: ANN401
    """Return the definition of an attribute that lies in the object, ``relative`` to where those of its type begin."""
    made = _MemberDef(b"specimen", _OBJECT_MEMBER, object.__basicsize__, _READONLY | (_RELATIVE if relative else 0), b"a member")
    return ffi.cast("PyMemberDef *", _address((_MemberDef * 2)(made)))


def relative_member_definition(ffi: Any, lib: Any) -> Any:  # noqa: ANN401
    """Return the definition of a member whose place is relative, which wants a type made from a specification."""
    return member_definition(ffi, lib, relative=True)


_OBJECT_MEMBER, _READONLY, _RELATIVE = 6, 1, 8


def file_with(ffi: Any, content: bytes) -> Any:  # noqa: ANN401
    """Return a ``FILE *`` from which ``content`` is to be read."""
    library = ctypes.CDLL(None)
    library.tmpfile.restype = ctypes.c_void_p
    file = ctypes.c_void_p(library.tmpfile())
    library.fwrite(content, ctypes.c_size_t(1), ctypes.c_size_t(len(content)), file)
    library.rewind(file)
    return ffi.cast("FILE *", file.value)


def type_definition(ffi: Any, lib: Any, *, slot: int = 0) -> Any:  # noqa: ANN401
    """Return the specification of a type, with a slot of that number if there is to be one."""
    slots = (_TypeSlot * 3)(_TypeSlot(_DOC, ctypes.cast(_TEXT, ctypes.c_void_p)), _TypeSlot(slot, None))
    made = _TypeSpec(b"specimen.Specified", 0, 0, _HEAP_DEFAULT | _BASE, _address(slots))
    return ffi.cast("PyType_Spec *", _address(made))


@functools.cache
def _foreign_lending_type() -> Any:  # noqa: ANN401
    lends = _GET_BUFFER(_lend)
    slots = (_TypeSlot * 2)(_TypeSlot(_LENDS, ctypes.cast(lends, ctypes.c_void_p)))
    _alive.append(lends)
    make = ctypes.pythonapi.PyType_FromSpec
    make.restype = ctypes.py_object
    return make(ctypes.c_void_p(_address(_TypeSpec(b"specimen.ForeignLender", 0, 0, _HEAP_DEFAULT, _address(slots)))))


def foreign_lender() -> Any:  # noqa: ANN401
    """Return an object of an extension type that lends a buffer by a C function which runs Python code, on any version."""
    return _foreign_lending_type()()


def _lend(exporter: object, view: int, flags: int) -> int:
    fill = ctypes.pythonapi.PyBuffer_FillInfo
    arguments = ctypes.c_void_p(view), ctypes.py_object(exporter), ctypes.c_void_p(_LENT), ctypes.c_ssize_t(8), 0, flags
    return int(fill(*arguments))


_LENT = _address(ctypes.create_string_buffer(b"specimen"))
_LENDS = 1
_GET_BUFFER = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.py_object, ctypes.c_void_p, ctypes.c_int)


def wrong_type_definition(ffi: Any, lib: Any) -> Any:  # noqa: ANN401
    """Return the specification of a type with a slot that there is not."""
    return type_definition(ffi, lib, slot=999)


def sequence_description(ffi: Any, lib: Any) -> Any:  # noqa: ANN401
    """Return the description of a tuple with two named fields."""
    return ffi.cast("PyStructSequence_Desc *", sequence_description_at())


def sequence_description_at() -> int:
    """Return the address of the description of a tuple with two named fields."""
    fields = (_Field * 3)(_Field(b"first", b"one field"), _Field(b"second", b"another"))
    return _address(_StructSequence(b"specimen.Named", b"named fields", _address(fields), 2))


_TEXT = ctypes.c_char_p(b"a type")
_DOC, _HEAP_DEFAULT, _BASE = 56, 1 << 18, 1 << 10
