"""Definitions of modules and methods, laid out as C lays them out; they live for as long as the process."""

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
