"""Builds ``ptrstate._native.capi``: the declarations of ``ptrstate.capi``, compiled by cffi against the running Python's headers.

setuptools runs this file before the package can be imported, so it imports the declarations under a bare module ``ptrstate``.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
import types
from pathlib import Path

from cffi import FFI  # type: ignore[import-untyped, unused-ignore]

NATIVE = Path(__file__).resolve().parent
PACKAGE = NATIVE.parent

SOURCE = """
#include <Python.h>
#include <datetime.h>
#include <frameobject.h>
#include <marshal.h>
#include <structmember.h>
#include <stdio.h>
#include "ptrstate.h"
#include "shims.h"
"""

# A wrong C type must not build: gcc and clang compare each prototype with the header's, other compilers at least warn.
SAME_TYPE = """
#if defined(__GNUC__)
_Static_assert(__builtin_types_compatible_p(__typeof__(&{name}), {pointer}), "{name}: the declaration differs from the header");
#endif
"""

GETTER = """
static PyObject *ptrstate_data_{name}(void) {{ return (PyObject *)({expression}); }}
"""


def bare_package() -> None:
    """Make the declarations importable without the ``__init__`` files beside them, which want the compiled module."""
    for name in ("ptrstate", "ptrstate.capi", "ptrstate.install", "ptrstate._native"):
        path = PACKAGE.joinpath(*name.split(".")[1:])
        if name not in sys.modules:
            module = types.ModuleType(name)
            module.__path__ = [str(path)]
            sys.modules[name] = module


def builder(package: str = "ptrstate.capi") -> FFI:
    """Return cffi's builder for every function declared in ``package`` that the running Python has."""
    from ptrstate._native import trampolines  # noqa: PLC0415
    from ptrstate.contract import RUNNING, Contract  # noqa: PLC0415
    from ptrstate.declaration import DataDeclaration, Declaration  # noqa: PLC0415
    from ptrstate.install.slots import CONVENTIONS  # noqa: PLC0415

    contracts: dict[str, Contract] = {}
    data: dict[str, DataDeclaration] = {}
    path = sys.modules[package].__path__
    for info in sorted(pkgutil.iter_modules(path), key=lambda info: info.name):
        module = importlib.import_module(f"{package}.{info.name}")
        for value in vars(module).values():
            if isinstance(value, Declaration) and value.__module__ == module.__name__:
                contract = value.contract()
                if contract.available(RUNNING):
                    contracts[contract.name] = contract
            elif isinstance(value, DataDeclaration) and value.available():
                data[value.name] = value
    ffi = FFI()
    ffi.cdef((NATIVE / "types.cdef").read_text(encoding="utf-8"))
    ffi.cdef("int ptrstate_attached(void);")
    ffi.cdef("\n".join(contract.c_declaration() for contract in contracts.values()))
    ffi.cdef("\n".join(f"PyObject *ptrstate_data_{name}(void);" for name in data))
    ffi.cdef(trampolines.cdef(CONVENTIONS))
    getters = [GETTER.format(name=name, expression=value.expression) for name, value in data.items()]
    checks = [
        SAME_TYPE.format(name=contract.c_name, pointer=contract.c_declaration().replace(contract.c_name + "(", "(*)(", 1)[:-1])
        for contract in contracts.values()
        if contract.kind == "function"
    ]
    ffi.set_source(
        "ptrstate._native.capi",
        SOURCE + "".join(checks + getters) + trampolines.source(CONVENTIONS),
        include_dirs=[str(NATIVE)],
        extra_compile_args=_strict(),
        define_macros=[("_CFFI_NO_LIMITED_API", "1"), ("PY_SSIZE_T_CLEAN", "1")],
        py_limited_api=False,
    )
    return ffi


def _strict() -> list[str]:
    if sys.platform == "win32":
        return []
    errors = ("implicit-function-declaration", "incompatible-pointer-types", "int-conversion", "discarded-qualifiers")
    return [f"-Werror={name}" for name in errors] + ["-Wno-deprecated-declarations", "-Wno-unused-function", "-Wno-format-security"]


bare_package()
ffibuilder = builder()
