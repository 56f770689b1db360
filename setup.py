"""The two extension modules; everything else about the package is in pyproject.toml."""

from pathlib import Path

from setuptools import Extension, setup

NATIVE = Path("src/ptrstate/_native")

setup(
    ext_modules=[
        Extension(
            "ptrstate._native.core",
            sources=sorted(str(source) for source in (NATIVE / "core").glob("*.c")),
            depends=sorted(str(header) for header in NATIVE.glob("**/*.h")),
            include_dirs=[str(NATIVE)],
            define_macros=[("PTRSTATE_CORE", "1")],
        ),
    ],
    cffi_modules=["src/ptrstate/_native/build.py:ffibuilder"],
)
