"""``python -m ptrstate.audit.headers``: what the public headers of an interpreter have, and how much of it is declared.

Functions and data are read by pycparser from what the preprocessor makes of the headers, macros are read from the preprocessor
itself.  A folder of another interpreter's headers can be named, since declarations are read for any version.
"""

from __future__ import annotations

import argparse
import fnmatch
import importlib
import pkgutil
import re
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pycparser import CParser, c_ast, c_generator  # type: ignore[import-untyped, unused-ignore]
from rich.console import Console
from rich.table import Table

from ptrstate.declaration import Declaration

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ptrstate.contract import Version

PUBLIC = re.compile(r"Py[A-Z_]?\w*")
OBJECT = re.compile(r"\bPy\w*Object\b|\bPyModuleDef\b")
CONSTANT = re.compile(r"&\s*_Py\w*(Struct|Object)\b|Py_GetConstantBorrowed")
DIALECT = (
    "-D__attribute__(x)=", "-D__extension__=", "-D__asm__(x)=", "-D__restrict=", "-D__inline=inline", "-D__inline__=inline",
    "-D__int128=int", "-D__signed__=signed", "-D__volatile__=", "-D__const=const", "-D__builtin_va_list=int", "-D__typeof__(x)=int",
    "-D__builtin_offsetof(a,b)=0", "-D__alignof__(x)=8", "-D_Alignas(x)=", "-D_Noreturn=", "-D_Float128=double",
)  # fmt: skip
"""What makes gcc's C the plain C that pycparser reads; no signature changes by it."""
WITHOUT_OBJECTS = {
    "exports": "how symbols are exported",
    "lock": "locks of C, no object in them",
    "py_curses": "the table of functions that the module curses keeps in a capsule",
    "pyctype": "about characters",
    "pydebug": "flags of the interpreter, all numbers",
    "pydtrace": "probes for DTrace",
    "pyfpe": "does nothing",
    "pymacro": "for the compiler",
    "pymath": "about numbers of C",
    "pyport": "for the compiler",
    "pytime": "clocks, all numbers",
    "token": "about the tokens of the grammar, all numbers",
    "tracemalloc": "addresses of memory, no object in it",
}
"""The headers that have no file of declarations, and what they have instead of objects."""


@dataclass(frozen=True)
class Symbol:
    """One public name of a header.  ``objects`` says that its text names an object's struct; of a macro's it often does not."""

    name: str
    kind: str
    header: str
    text: str
    objects: bool


class NoCompilerError(RuntimeError):
    """There is no gcc, or it cannot preprocess the headers."""


class Headers:
    """The public headers in one include folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = (folder / "Python.h").resolve().parent  # a debug build's folder may hold links to another's headers
        self.compiler: str | None = next(filter(None, map(shutil.which, ("gcc", "clang", "cc"))), None)
        self.unread: list[str] = []
        if self.compiler is None:
            msg = "a C compiler is needed to read the headers"
            raise NoCompilerError(msg)
        if not (folder / "Python.h").exists():
            msg = f"{folder} has no Python.h"
            raise NoCompilerError(msg)

    @property
    def version(self) -> Version:
        """The version of CPython that the headers are of."""
        text = (self.folder / "patchlevel.h").read_text(encoding="utf-8")
        major, minor = (int(re.findall(rf"#define PY_{part}_VERSION\s+(\d+)", text)[0]) for part in ("MAJOR", "MINOR"))
        return major, minor

    def symbols(self) -> list[Symbol]:
        """Return every public function, function-like macro and datum, each once: what is both is a function."""
        found: dict[str, Symbol] = {}
        source = self._source()
        for symbol in (*self._declared(source), *self._macros(source)):
            found.setdefault(symbol.name, symbol)
        return list(found.values())

    def limited(self, version: Version) -> set[str]:
        """Return the functions that the limited API of ``version`` shows."""
        major, minor = version
        text = self._preprocess("#include <Python.h>\n", f"-DPy_LIMITED_API=0x{major:02x}{minor:02x}0000")
        return set(re.findall(r"\b(Py[A-Z_]\w*)\s*\(", text))

    def _preprocess(self, source: str, *options: str) -> str:
        return self._compile(source, "-E", *options)

    def _compile(self, source: str, *options: str) -> str:
        assert self.compiler is not None
        command = [self.compiler, *options, f"-I{self.folder}", "-x", "c", "-"]
        done = subprocess.run(command, input=source, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode:
            raise NoCompilerError(done.stderr)
        return done.stdout

    def _source(self) -> str:
        """Return a source that includes every header that can be included; the others need what is not installed."""
        source = "#define PY_SSIZE_T_CLEAN\n#include <Python.h>\n"
        reached = set(re.findall(r'# \d+ "([^"]+)"', self._preprocess(source)))
        self.unread = []
        for header in sorted(self.folder.glob("*.h")):
            if str(header) in reached:
                continue
            more = f"{source}#include <{header.name}>\n"
            try:
                self._compile(more, "-fsyntax-only")
            except NoCompilerError:
                self.unread.append(header.name)
            else:
                source = more
        return source

    def _header(self, path: str) -> str | None:
        try:
            inside = Path(path).resolve().relative_to(self.home)
        except ValueError:
            return None
        return None if inside.parts[0] == "internal" else inside.stem

    def _declared(self, source: str) -> Iterator[Symbol]:
        text = self._preprocess(source, *DIALECT)
        text = re.sub(r"\b_Static_assert\s*\([^;]*;", "", re.sub(r"\b_Float(32|64)x?\b", "double", text))
        spell = c_generator.CGenerator().visit
        for node in CParser().parse(text).ext:
            declared = node.decl if isinstance(node, c_ast.FuncDef) else node
            if not isinstance(declared, c_ast.Decl) or not PUBLIC.fullmatch(declared.name or ""):
                continue
            header = self._header(declared.coord.file)
            spelt = spell(c_ast.Decl(declared.name, [], [], [], [], declared.type, None, None))
            if header is not None:
                kind = "function" if isinstance(declared.type, c_ast.FuncDecl) else "data"
                yield Symbol(declared.name, kind, header, spelt, bool(OBJECT.search(spelt)))

    def _macros(self, source: str) -> Iterator[Symbol]:
        header: str | None = None
        defined: dict[str, Symbol] = {}
        for line in self._preprocess(source, "-dD").splitlines():
            if place := re.match(r'# \d+ "([^"]+)"', line):
                header = self._header(place[1])
            elif gone := re.match(r"#undef (\w+)", line):
                defined.pop(gone[1], None)
            elif header is not None and (macro := re.match(r"#define (\w+)(\([^)]*\))?(.*)", line)):
                name, parameters, text = macro.groups()
                constant = parameters is None and CONSTANT.search(text)
                if PUBLIC.fullmatch(name) and (parameters or constant):
                    kind = "data" if constant else "macro"
                    defined[name] = Symbol(name, kind, header, line, bool(OBJECT.search(text) or constant))
        yield from defined.values()


def declared_for(version: Version) -> dict[str, str]:
    """Return what is declared for ``version``, with the header that each declaration names."""
    from ptrstate.capi import declarations  # noqa: PLC0415

    found = {}
    for name, value in declarations().items():
        if isinstance(value, Declaration):
            contract = value.contract(version)
            if contract.available(version):
                found[name] = contract.header.removesuffix(".h")
        elif value.available(version):
            found[name] = ""
    return found


def left_out() -> dict[str, dict[str, str]]:
    """Return by header what its file of declarations leaves out, a name or a pattern for many, with the reason."""
    from ptrstate import capi  # noqa: PLC0415

    found = {header: {"*": why} for header, why in WITHOUT_OBJECTS.items()}
    for info in pkgutil.iter_modules(capi.__path__):
        names = getattr(importlib.import_module(f"{capi.__name__}.{info.name}"), "_LEFT_OUT", None)
        if names is not None:
            found[info.name.rstrip("_")] = names
    return found


def reason(symbol: Symbol, names: dict[str, dict[str, str]]) -> str | None:
    """Return why ``symbol`` is left out, if it is.

    A name counts in whatever file it stands; a pattern only for its own header, and only for what has nothing to do with objects.
    """
    for here in names.values():
        if symbol.name in here:
            return here[symbol.name]
    if symbol.objects:
        return None
    here = names.get(symbol.header, {})
    return next((why for name, why in here.items() if "*" in name and fnmatch.fnmatchcase(symbol.name, name)), None)


def coverage(symbols: Iterable[Symbol], version: Version) -> dict[str, list[Symbol]]:
    """Return the symbols sorted by what became of them: ``"declared"``, ``"left out"`` or ``"missing"``."""
    declared, names = declared_for(version), left_out()
    found: dict[str, list[Symbol]] = {"declared": [], "left out": [], "missing": []}
    for symbol in symbols:
        fate = "declared" if symbol.name in declared else "left out" if reason(symbol, names) is not None else "missing"
        found[fate].append(symbol)
    return found


_ROWS: dict[str, Callable[[Symbol], bool]] = {
    "functions with an object": lambda s: s.kind == "function" and s.objects,
    "functions without": lambda s: s.kind == "function" and not s.objects,
    "function-like macros": lambda s: s.kind == "macro",
    "data, objects": lambda s: s.kind == "data" and s.objects,
    "data, others": lambda s: s.kind == "data" and not s.objects,
}


def table(found: dict[str, list[Symbol]], version: Version) -> Table:
    """Return the figures as a table, of functions over objects first."""
    shown = Table(title=f"public names of CPython {version[0]}.{version[1]}")
    for column in ("", "all", "declared", "left out", "missing", "declared, %"):
        shown.add_column(column, justify="right" if column else "left", no_wrap=True)
    for label, chosen in _ROWS.items():
        counts = [sum(map(chosen, found[fate])) for fate in ("declared", "left out", "missing")]
        share = f"{100 * counts[0] / sum(counts):.1f}" if sum(counts) else "-"
        shown.add_row(label, str(sum(counts)), *map(str, counts), share)
    return shown


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; return 1 when something public is neither declared nor left out."""
    parser = argparse.ArgumentParser(prog="python -m ptrstate.audit.headers", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--include", type=Path, default=Path(sysconfig.get_path("include")), help="the folder that has Python.h")
    parser.add_argument("--missing", action="store_true", help="list what is neither declared nor left out")
    parser.add_argument("--left-out", action="store_true", help="list what is left out, with the reason")
    chosen = parser.parse_args(arguments)
    console = Console()
    try:
        headers = Headers(chosen.include)
        found = coverage(headers.symbols(), headers.version)
    except NoCompilerError as error:
        console.print(str(error), markup=False)
        return 2
    console.print(table(found, headers.version))
    if headers.unread:
        console.print(f"not read, for want of what they include: {', '.join(headers.unread)}")
    if chosen.missing:
        for symbol in sorted(found["missing"], key=lambda s: (s.header, s.name)):
            console.print(f"{symbol.header}.h: {symbol.text}", markup=False, highlight=False, soft_wrap=True)
    if chosen.left_out:
        names = left_out()
        for symbol in sorted(found["left out"], key=lambda s: (s.header, s.name)):
            console.print(f"{symbol.header}.h: {symbol.name}: {reason(symbol, names)}", markup=False, highlight=False, soft_wrap=True)
    return 1 if found["missing"] else 0


if __name__ == "__main__":
    sys.exit(main())
