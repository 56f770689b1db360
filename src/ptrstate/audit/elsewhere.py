"""``ptrstate audit --python EXE``: the audit of another interpreter, such as one that was just built.

Where ptrstate is installed for it, that one is run.  Otherwise this one's own source is compiled against that interpreter's
headers, in a folder of the user's cache, and what it needs there besides is brought along: pure Python packages from here, cffi
from here where the binary interface is the same, else by pip.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.metadata
import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ptrstate.contract import version_text
from ptrstate.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PACKAGE = Path(__file__).resolve().parents[1]
LEAST = (3, 11)
PURE = ("typing_extensions", "rich", "markdown_it", "mdurl", "pygments", "pycparser")
"""What the audit needs at run time and for its build, and is the same file for every interpreter."""

_ASK = """
import importlib.util as util, json, os, sys, sysconfig
get = sysconfig.get_config_var
def there(name):
    try:
        return util.find_spec(name) is not None
    except ModuleNotFoundError:
        return False
folders = [sysconfig.get_path("include"), sysconfig.get_path("platinclude"), os.path.dirname(sysconfig.get_config_h_filename())]
if sysconfig.is_python_build():
    folders.append(os.path.join(get("srcdir"), "Include"))
print(json.dumps({
    "name": sys.implementation.name, "version": sys.version_info[:3], "build": sys.version, "suffix": get("EXT_SUFFIX"),
    "debug": bool(get("Py_DEBUG")), "trace_refs": bool(get("Py_TRACE_REFS")), "free_threaded": bool(get("Py_GIL_DISABLED")),
    "folders": list(dict.fromkeys(f for f in folders if f)),
    "compiler": get("CC") or "cc", "linker": get("LDSHARED") or "cc -shared",
    "position_independent": get("CCSHARED") or "-fPIC",
    "there": [n for n in ("ptrstate._native.capi", "cffi", "_cffi_backend", "pip", *sys.argv[1:]) if there(n)],
}))
"""


_HINT = "ptrstate audit --python takes the path of an interpreter"


class CannotAuditError(Exception):
    """The other interpreter cannot be audited: why, and ``hint``, what to do."""

    def __init__(self, why: str, hint: str) -> None:
        super().__init__(why)
        self.hint = hint


@dataclass(frozen=True)
class Other:
    """What another interpreter says of itself."""

    exe: str
    facts: dict[str, Any]

    @property
    def version(self) -> tuple[int, ...]:
        """Its version, as three numbers."""
        return tuple(self.facts["version"])

    @property
    def shown(self) -> str:
        """How it is called in messages."""
        flavour = " (debug)" if self.facts["debug"] else ""
        return f"{self.exe}, CPython {version_text(self.version)}{flavour}"

    def has(self, name: str) -> bool:
        """Whether it can import a module."""
        return name in self.facts["there"]


def run(exe: str, arguments: Sequence[str], say: Callable[[str], None]) -> int:
    """Run ``ptrstate audit`` in another interpreter and return its exit status; ``say`` gets what is being done.

    Raises :class:`CannotAuditError` with the reason when that cannot be done.
    """
    other = ask(exe)
    path = "" if other.has("ptrstate._native.capi") else str(prepared(other, say))
    environment = dict(os.environ)
    if path:
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, (path, environment.get("PYTHONPATH"))))
    return subprocess.run([exe, "-m", "ptrstate", "audit", *arguments], env=environment, check=False).returncode  # noqa: S603


def ask(exe: str) -> Other:
    """Ask an interpreter what it is and what it has."""
    try:
        answer = subprocess.run([exe, "-c", _ASK, *PURE], capture_output=True, text=True, check=False)  # noqa: S603
    except OSError as error:
        msg = f"cannot run {exe!r}: {error.strerror}"
        raise CannotAuditError(msg, _HINT) from None
    try:
        other = Other(exe, json.loads(answer.stdout))
    except ValueError:
        said = (answer.stderr.strip() or answer.stdout.strip() or "nothing").splitlines()[-1]
        msg = f"{exe!r} does not answer like a Python interpreter: {said}"
        raise CannotAuditError(msg, _HINT) from None
    if other.facts["name"] != "cpython":
        msg = f"{exe} is {other.facts['name']}, not CPython"
        raise CannotAuditError(msg, "ptrstate audits CPython's own C API")
    if other.version < LEAST:
        msg = f"{other.shown}: ptrstate needs {version_text(LEAST)} or later"
        raise CannotAuditError(msg, _HINT)
    return other


def prepared(other: Other, say: Callable[[str], None]) -> Path:
    """Return a folder from which the other interpreter can import ptrstate and what it needs, built if it is not there yet."""
    folder = _cache() / _key(other)
    if (folder / "complete").exists():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    making = Path(tempfile.mkdtemp(prefix="building-", dir=folder.parent))
    try:
        _check(other)
        shutil.copytree(PACKAGE, making / "ptrstate", ignore=shutil.ignore_patterns("*.so", "*.pyd", "__pycache__"))
        _bring_along(other, making, say)
        say(f"compiling for {other.shown}")
        _build(other, making)
        (making / "complete").touch()
        with contextlib.suppress(OSError):  # another process was faster
            making.rename(folder)
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return folder


def _cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    cache = Path(base) / "ptrstate"
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.gettempdir()) / f"ptrstate-{os.getuid()}"
    return cache


def _key(other: Other) -> str:
    """Return a name that changes with the interpreter, which may have been built again, and with the source of ptrstate."""
    executable = Path(shutil.which(other.exe) or other.exe).resolve()
    parts = [str(executable), str(executable.stat().st_mtime_ns), other.facts["build"], __version__]
    sources = (p for p in PACKAGE.rglob("*") if p.suffix in {".py", ".c", ".h", ".cdef"} and "__pycache__" not in p.parts)
    parts += [f"{p} {p.stat().st_mtime_ns}" for p in sorted(sources)]
    return "-".join((version_text(other.version), hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]))


def _check(other: Other) -> None:
    if not any(Path(folder, "Python.h").exists() for folder in other.facts["folders"]):
        version = version_text(other.version[:2])
        why = f"{other.shown} has no headers: there is no Python.h in {other.facts['folders'][0]}"
        raise CannotAuditError(why, f"make inclinstall puts them there; on Debian, apt install python{version}-dev")
    compiler = shlex.split(other.facts["compiler"])[0]
    if shutil.which(compiler) is None:
        msg = f"{other.shown} was built with {compiler}, which is not found"
        raise CannotAuditError(msg, "Debian: apt install gcc libc6-dev")


def _bring_along(other: Other, folder: Path, say: Callable[[str], None]) -> None:
    for name in PURE:
        if not other.has(name):
            _copy_package(name, folder)
    if other.has("cffi") and other.has("_cffi_backend"):
        return
    if _same_interface(other):
        _copy_package("cffi", folder)
        _copy_backend(folder)
        return
    say(f"installing cffi for {other.shown}")
    pip = [other.exe, "-m", "pip"] if other.has("pip") else [sys.executable, "-m", "pip", "--python", other.exe]
    command = [*pip, "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--target", str(folder), "cffi"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        last = (done.stderr.strip() or "pip failed").splitlines()[-1]
        msg = f"{other.shown} has no cffi, and pip could not get it: {last}"
        raise CannotAuditError(msg, f"{other.exe} -m pip install cffi")


def _same_interface(other: Other) -> bool:
    """Whether extension modules that were compiled for this interpreter run in the other one: a debug build is no other."""
    alike = other.version[:2] == sys.version_info[:2] and not other.facts["trace_refs"] and not other.facts["free_threaded"]
    return alike and sys.implementation.name == "cpython" and not getattr(sys, "getobjects", None)


def _copy_package(name: str, folder: Path) -> None:
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        if name in {"mdurl", "markdown_it", "pygments"}:
            return  # rich of another version may do without
        msg = f"{name} is not installed here either"
        raise CannotAuditError(msg, f"{sys.executable} -m pip install {name}")
    origin = Path(spec.origin)
    if origin.name == "__init__.py":
        shutil.copytree(origin.parent, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    else:
        shutil.copy(origin, folder)


def _copy_backend(folder: Path) -> None:
    spec = importlib.util.find_spec("_cffi_backend")
    assert spec is not None
    assert spec.origin is not None
    shutil.copy(spec.origin, folder / "_cffi_backend.so")  # the one suffix that every build looks for
    with contextlib.suppress(importlib.metadata.PackageNotFoundError):
        libraries = [f for f in importlib.metadata.files("cffi") or () if "cffi.libs/" in str(f)]
        for library in libraries:
            (folder / "cffi.libs").mkdir(exist_ok=True)
            shutil.copy(str(library.locate()), folder / "cffi.libs")


_EMIT = "import runpy, sys; runpy.run_path(sys.argv[1])['ffibuilder'].emit_c_code(sys.argv[2])"


def _build(other: Other, folder: Path) -> None:
    native = folder / "ptrstate" / "_native"
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    emit = [other.exe, "-c", _EMIT, str(native / "build.py"), str(native / "capi.c")]
    _succeed(emit, environment, f"the declarations cannot be read by {other.shown}")
    includes = [f"-I{path}" for path in (native, *other.facts["folders"])]
    compiler = shlex.split(other.facts["compiler"])
    linker = shlex.split(other.facts["linker"])
    flags = ["-O1", "-w", *shlex.split(other.facts["position_independent"]), *includes]
    modules = {
        "capi": ([native / "capi.c"], ["-D_CFFI_NO_LIMITED_API=1", "-DPY_SSIZE_T_CLEAN=1", *_STRICT]),
        "core": (sorted((native / "core").glob("*.c")), ["-DPTRSTATE_CORE=1"]),
    }
    for name, (sources, more) in modules.items():
        objects = []
        for source in sources:
            made = source.with_suffix(".o")
            command = [*compiler, *flags, *more, "-c", str(source), "-o", str(made)]
            _succeed(command, None, f"the declarations do not compile against the headers of {other.shown}")
            objects.append(str(made))
        target = str(native / f"{name}{other.facts['suffix']}")
        _succeed([*linker, *objects, "-o", target], None, f"the module for {other.shown} cannot be linked")
        for path in objects:
            Path(path).unlink()


_STRICT = [f"-Werror={name}" for name in ("implicit-function-declaration", "incompatible-pointer-types", "int-conversion")]
_MOST_LINES = 12


def _succeed(command: list[str], environment: dict[str, str] | None, otherwise: str) -> None:
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if "error" in line.lower()] or done.stderr.splitlines()
        shown = "\n".join(f"  {line}" for line in lines[:_MOST_LINES])
        msg = f"{otherwise}:\n{shown}"
        raise CannotAuditError(msg, "what came, went or changed has to be declared so: since, until, changes")
