"""Definitions of modules, methods, attributes and types, laid out as C lays them out, and open files; they live as long as the process."""

from __future__ import annotations

import ctypes
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


_alive: list[Any] = []
_VARARGS = 1


def _address(made: Any) -> int:  # noqa: ANN401
    _alive.append(made)
    return ctypes.addressof(made)


def method_definitions(ffi: Any, lib: Any) -> Any:  # noqa: ANN401
    """Return an array of one method definition and the end mark."""
    function = ctypes.cast(ctypes.pythonapi.PyObject_Repr, ctypes.c_void_p).value
    return ffi.cast("PyMethodDef *", _address((_MethodDef * 2)(_MethodDef(b"specimen", function, _VARARGS, b"a method"))))


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
