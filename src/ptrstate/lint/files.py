"""From the paths of a command line to reports: which files, what they are called, one run of the type checker over all."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ptrstate.lint.check import analyse
from ptrstate.lint.contracts import Contracts
from ptrstate.lint.names import module_scope
from ptrstate.lint.typed import Module, MypyTypes, run_mypy
from ptrstate.lint.types import SourceTypes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ptrstate.contract import Version
    from ptrstate.lint.findings import Report
    from ptrstate.lint.names import Scope


_NOT_TO_BE_HIDDEN = frozenset({"ptrstate", *sys.stdlib_module_names})
"""Modules that every file imports by these names, whatever else is called so."""


class UnreadableFileError(Exception):
    """A path that is not there, or a file that is no Python; ``hint`` helps on."""

    def __init__(self, wrong: str, hint: str = "name Python files, or folders with *.py in them") -> None:
        super().__init__(wrong)
        self.hint = hint


def python_files(paths: Iterable[str]) -> list[Path]:
    """Return the files, and the Python files of the folders but for hidden ones.  Raises :class:`UnreadableFileError`."""
    found: list[Path] = []
    for text in paths:
        path = Path(text)
        if path.is_dir():
            inside = (
                file
                for file in path.rglob("*.py")
                if not any(part.startswith((".", "__pycache__")) for part in file.parts[len(path.parts) :])
            )
            found += sorted(inside)
        elif path.is_file():
            found.append(path)
        else:
            msg = f"there is no {text!r}"
            raise UnreadableFileError(msg)
    return list(dict.fromkeys(found))


def read(files: Iterable[Path]) -> list[Module]:
    """Read the files, each under a name that no other has."""
    modules: list[Module] = []
    taken: set[str] = set()
    for path in files:
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            msg = f"{path}: {error}"
            raise UnreadableFileError(msg) from error
        plain, root = _placed(path)
        name = plain
        number = 1
        while name in taken or (name in _NOT_TO_BE_HIDDEN and path.stem != "__init__"):
            number += 1
            name = f"{plain}__{number}"
        taken.add(name)
        modules.append(Module(name, path, text, root))
    return modules


def _placed(path: Path) -> tuple[str, Path]:
    """Return the name that a file is imported by, and the folder that its imports begin in."""
    parts = [] if path.stem == "__init__" else [path.stem]
    folder = path.resolve().parent
    while (folder / "__init__.py").exists():
        parts.insert(0, folder.name)
        folder = folder.parent
    return ".".join(parts) or path.resolve().parent.name, folder


def look_at(
    modules: list[Module], version: Version, *, mypy: bool = True, cache: str | None = None, config: str | None = None
) -> Iterator[Report]:
    """Yield the report of each file, after one run of mypy over all of them (or none, where ``mypy`` is false).

    Raises :class:`UnreadableFileError` for what is no Python, and ``TypeCheckError`` when mypy stops at something.
    """
    trees = {module.name: _parsed(module) for module in modules}
    result = run_mypy(modules, cache, config) if mypy else None
    contracts = Contracts(version, _loader(result.graph) if result is not None else None)
    scopes: dict[str, Scope] = {name: module_scope(tree, name) for name, tree in trees.items()}
    for scope in scopes.values():
        contracts.add(scope)
    for module in modules:
        typed = result.files.get(module.name) if result is not None else None
        types = MypyTypes(contracts, typed, result.types) if result is not None and typed is not None else SourceTypes(contracts)
        yield analyse(trees[module.name], module.text, str(module.path), scopes[module.name], types)


def _parsed(module: Module) -> ast.Module:
    try:
        return ast.parse(module.text, str(module.path))
    except (SyntaxError, ValueError) as error:
        line = f":{error.lineno}" if isinstance(error, SyntaxError) and error.lineno else ""
        msg = f"{module.path}{line}: {error.msg if isinstance(error, SyntaxError) else error}"
        raise UnreadableFileError(msg, "every file has to be Python that compiles; name the others alone") from error


def _loader(graph: object) -> Callable[[str], Scope | None]:
    """Return what reads the source of a module that a file imports, where mypy has found it."""

    def load(name: str) -> Scope | None:
        state = graph.get(name) if isinstance(graph, dict) else None
        path = getattr(state, "path", None)
        if not path:
            return None
        try:
            return module_scope(ast.parse(Path(path).read_text(encoding="utf-8")), name)
        except (OSError, SyntaxError, ValueError):
            return None

    return load
