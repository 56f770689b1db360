"""Annotations as a checker is to read them: the type proper, under its name, without the cells that only a contract needs."""

from __future__ import annotations

import ast
import sys
import types
from types import ModuleType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from ptrstate import vocabulary

_ALIASES = {
    hint: name
    for name, hint in vars(vocabulary).items()
    if get_origin(hint) in {Annotated, types.UnionType} and not getattr(hint, "__parameters__", ())
}
"""The names of the vocabulary's types, by what they stand for."""


class Names:
    """The names that the text of a module's stub uses, and the imports that bring them there."""

    def __init__(self, home: ModuleType) -> None:
        self._home = home
        self._plain: set[str] = set()
        self._imports: dict[str, set[str]] = {}

    def use(self, module: str, name: str) -> str:
        """Return ``name``, imported from ``module`` unless it is a builtin or the home has it under the same name.

        Raises ``ValueError`` where the name stands for another thing already.
        """
        thing = vars(sys.modules[module]).get(name)
        if module == "builtins" or (name in vars(self._home) and vars(self._home)[name] is thing):
            return name
        others = [other for other, taken in self._imports.items() if name in taken and other != module]
        if others or name in vars(self._home):
            msg = f"{self._home.__name__}: two things are called {name}, in {(*others, self._home.__name__)[0]} and in {module}"
            raise ValueError(msg)
        self._imports.setdefault(module, set()).add(name)
        return name

    def add(self, statement: ast.Import | ast.ImportFrom) -> None:
        """Have what an import statement brings too."""
        if isinstance(statement, ast.Import):
            self._plain.update(map(ast.unparse, (ast.Import([alias]) for alias in statement.names)))
        else:
            origin = "." * statement.level + (statement.module or "")
            self._imports.setdefault(origin, set()).update(map(ast.unparse, statement.names))

    def lines(self) -> list[str]:
        """Return the import statements: the standard library's first, each kind sorted."""
        plain = [(line.split()[1], line) for line in self._plain]
        named = [(module, _import(module, sorted(names, key=_by_kind))) for module, names in self._imports.items()]
        groups: dict[bool, list[str]] = {True: [], False: []}
        for block in (plain, named):
            for module, line in sorted(block):
                groups[module.partition(".")[0] in sys.stdlib_module_names].append(line)
        between = [""] if all(groups.values()) else []
        return [*groups[True], *between, *groups[False]]


def _by_kind(name: str) -> tuple[bool, bool, str]:
    """Order names as isort does: constants, classes, the rest."""
    return not name.isupper() or len(name) == 1, not name[:1].isupper(), name.lower()


def _import(module: str, names: list[str]) -> str:
    line = f"from {module} import {', '.join(names)}"
    return line if len(line) <= LINE else f"from {module} import (\n" + "".join(f"    {name},\n" for name in names) + ")"


LINE = 130
"""The longest line that is written."""


def spelt(hint: Any, names: Names) -> str:  # noqa: ANN401
    """Return the source text of ``hint``, and see to it that the names it uses are imported.

    ``Annotated`` is looked through: its type proper remains, under the vocabulary's name where there is one.
    """
    origin, args = get_origin(hint), get_args(hint)
    if hint in {None, types.NoneType}:
        return "None"
    if origin is Annotated:
        return _annotated(hint, names)
    if hint in _ALIASES:
        return names.use(vocabulary.__name__, _ALIASES[hint])
    if origin in {Union, types.UnionType}:
        return " | ".join(spelt(arg, names) for arg in args)
    return _generic(origin, args, names) if origin is not None else _name(hint, names)


def _annotated(hint: Any, names: Names) -> str:  # noqa: ANN401
    for marker in hint.__metadata__:
        if (alias := _ALIASES.get(Annotated[hint.__origin__, marker])) is not None:
            return names.use(vocabulary.__name__, alias)
    return spelt(hint.__origin__, names)


def _generic(origin: Any, args: tuple[Any, ...], names: Names) -> str:  # noqa: ANN401
    inner = [repr(arg) if origin is Literal else _argument(arg, names) for arg in args]
    return f"{_name(origin, names)}[{', '.join(inner)}]"


def _argument(arg: Any, names: Names) -> str:  # noqa: ANN401
    if isinstance(arg, list):  # the parameters of a Callable
        return f"[{', '.join(spelt(inner, names) for inner in arg)}]"
    return "..." if arg is ... else spelt(arg, names)


def _name(hint: Any, names: Names) -> str:  # noqa: ANN401
    if hint is Any or hint is Literal:
        return names.use("typing", "Any" if hint is Any else "Literal")
    if isinstance(hint, type | TypeVar) and "." not in getattr(hint, "__qualname__", ""):
        return names.use(hint.__module__, hint.__name__)
    msg = f"{hint!r} has no name that a stub could import"
    raise ValueError(msg)
