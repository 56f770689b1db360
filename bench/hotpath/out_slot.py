"""The call with an out-slot as ptrstate binds it: a C function of one's own, since CPython's came with 3.13."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any

import ptrstate
from cffi import FFI
from ptrstate import BorrowedPtr, Found, Slot
from ptrstate.binding import Library

import native_build

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MODULE = "hotpath_own"


def build(directory: Path) -> None:
    """Compile a module of ptrstate's kind into ``directory``."""
    ffi = FFI()
    ffi.cdef("typedef struct _object PyObject; int optional_attr(PyObject *, PyObject *, PyObject **); int ptrstate_attached(void);")
    ffi.set_source(
        MODULE, native_build.OPTIONAL_ATTR + '#include "ptrstate.h"\n', include_dirs=[ptrstate.get_include()],
        define_macros=[("_CFFI_NO_LIMITED_API", "1")], py_limited_api=False,
    )  # fmt: skip
    ffi.compile(tmpdir=str(directory))


def load(directory: Path) -> Callable[..., Any]:
    """Return the function, declared and bound."""
    sys.path.insert(0, str(directory))
    module: Any = importlib.import_module(MODULE)

    @ptrstate.c_function(library=Library(module.ffi, module.lib), may_run_python=True)
    def optional_attr(object: BorrowedPtr, name: BorrowedPtr, result: Slot, /) -> Found:
        raise NotImplementedError

    return optional_attr
