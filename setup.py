"""The two extension modules; everything else about the package is in pyproject.toml."""

import importlib.util
import shutil
import sys
import sysconfig
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext
from setuptools.command.build_py import build_py

NATIVE = Path("src/ptrstate/_native")
VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"


class BuildNative(build_ext):
    """Builds the extension modules, after looking for what they need: a missing package is named, not guessed from an error."""

    def run(self) -> None:
        """Say which package is missing, or build."""
        missing = missing_modules() + missing_tools()
        if missing:
            raise SystemExit("ptrstate compiles against the interpreter it runs on, and needs\n  - " + "\n  - ".join(missing))
        super().run()


def missing_tools() -> list[str]:
    """Return what compiling needs and is not there."""
    missing = []
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    if sys.platform != "win32" and not any(shutil.which(name) for name in (compiler, "cc", "gcc", "clang")):
        missing.append(f"a C compiler ({compiler}); Debian: apt install gcc libc6-dev, Fedora: dnf install gcc")
    include = sysconfig.get_path("include")
    if not Path(include, "Python.h").exists():
        missing.append(
            f"the headers of Python {VERSION} ({include}/Python.h); Debian: apt install python{VERSION}-dev, "
            "Fedora: dnf install python3-devel"
        )
    return missing


def missing_modules() -> list[str]:
    """Return the modules that write the C source and are not there: a build without isolation takes what is installed."""
    packages = {"cffi": "cffi", "typing_extensions": "typing-extensions"}
    return [
        f"the module {module}; Debian and Fedora: python3-{package}, else pip install {package}"
        for module, package in packages.items()
        if importlib.util.find_spec(module) is None
    ]


class BuildPython(build_py):
    """Puts each generated stub of ``stubs/`` beside the module it is for, where every checker looks first.

    An editable installation has them in the source tree, linked, as it has the compiled modules there.
    """

    def run(self) -> None:
        """Build, then add the stubs."""
        super().run()
        for stub in Path("stubs").rglob("*.pyi"):
            path = stub.relative_to("stubs")
            beside = Path("src" if self.editable_mode else self.build_lib, path)
            beside.parent.mkdir(parents=True, exist_ok=True)
            beside.unlink(missing_ok=True)
            if self.editable_mode:
                beside.symlink_to(stub.resolve())
            else:
                shutil.copyfile(stub, beside)


setup(
    cmdclass={"build_ext": BuildNative, "build_py": BuildPython},
    ext_modules=[
        Extension(
            "ptrstate._native.core",
            sources=sorted(str(source) for source in (NATIVE / "core").glob("*.c")),
            depends=sorted(str(header) for header in NATIVE.glob("**/*.h")),
            include_dirs=[str(NATIVE)],
            define_macros=[("PTRSTATE_CORE", "1")],
        ),
    ],
    **({} if missing_modules() else {"cffi_modules": ["src/ptrstate/_native/build.py:ffibuilder"]}),
)
