"""What a name in a source file stands for, as far as its imports and definitions tell."""

from __future__ import annotations

import ast
import builtins
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


@dataclass(eq=False)
class Scope:
    """The names of a module or of one function: where each comes from, if from an import or a definition."""

    name: str
    outer: Scope | None = None
    imported: dict[str, str] = field(default_factory=dict)
    defined: dict[str, ast.stmt] = field(default_factory=dict)
    assigned: set[str] = field(default_factory=set)
    aliases: dict[str, ast.expr] = field(default_factory=dict)

    @property
    def is_module(self) -> bool:
        """Whether it is the outermost one."""
        return self.outer is None

    def full_name(self, node: ast.expr) -> str | None:
        """Return the dotted name that ``node`` stands for, or None where that is not known."""
        if isinstance(node, ast.Name):
            return self._name(node.id)
        if isinstance(node, ast.Attribute):
            before = self.full_name(node.value)
            return None if before is None else f"{before}.{node.attr}"
        return None

    def _name(self, name: str) -> str | None:
        scope: Scope | None = self
        while scope is not None:
            if name in scope.imported:
                return scope.imported[name]
            if name in scope.defined:
                return f"{scope.name}.{name}"
            if name in scope.assigned:
                return f"{scope.name}.{name}" if scope.is_module else None
            scope = scope.outer
        return f"builtins.{name}" if hasattr(builtins, name) else None

    def find(self, name: str) -> tuple[Scope, ast.stmt] | None:
        """Return the definition that ``name`` stands for here, with its scope."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.defined:
                return scope, scope.defined[name]
            if name in scope.assigned or name in scope.imported:
                return None
            scope = scope.outer
        return None


def module_scope(tree: ast.Module, module: str) -> Scope:
    """Return the scope of a module."""
    return _fill(Scope(module), tree.body)


def function_scope(node: FunctionNode | ast.Lambda, outer: Scope) -> Scope:
    """Return the scope of a function inside ``outer``."""
    scope = Scope(f"{outer.name}.{getattr(node, 'name', '<lambda>')}.<locals>", outer)
    scope.assigned.update(argument.arg for argument in arguments_of(node))
    return scope if isinstance(node, ast.Lambda) else _fill(scope, node.body)


def class_scope(node: ast.ClassDef, outer: Scope) -> Scope:
    """Return the scope of a class body."""
    return _fill(Scope(f"{outer.name}.{node.name}", outer), node.body)


def arguments_of(node: FunctionNode | ast.Lambda) -> list[ast.arg]:
    """Return every parameter of a function."""
    a = node.args
    return [*a.posonlyargs, *a.args, *([a.vararg] if a.vararg else []), *a.kwonlyargs, *([a.kwarg] if a.kwarg else [])]


def _fill(scope: Scope, body: list[ast.stmt]) -> Scope:
    outside: set[str] = set()
    for node in _inside(body):
        if isinstance(node, ast.Import | ast.ImportFrom):
            scope.imported.update(_imported(scope, node))
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            scope.defined[node.name] = node
        elif isinstance(node, ast.Global | ast.Nonlocal):
            outside.update(node.names)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store | ast.Del):
            scope.assigned.add(node.id)
        elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
            scope.assigned.add(node.name)
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            scope.aliases[node.targets[0].id] = node.value
    scope.assigned -= outside
    return scope


def _imported(scope: Scope, node: ast.Import | ast.ImportFrom) -> Iterator[tuple[str, str]]:
    """Yield each name that an import makes, and what it stands for."""
    if isinstance(node, ast.ImportFrom):
        base = _absolute(scope, node)
        yield from ((alias.asname or alias.name, f"{base}.{alias.name}") for alias in node.names)
        return
    for alias in node.names:
        first = alias.name.partition(".")[0]
        yield (alias.asname, alias.name) if alias.asname else (first, first)


def _absolute(scope: Scope, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    module = scope
    while module.outer is not None:
        module = module.outer
    package = module.name.split(".")[: -node.level]
    return ".".join([*package, *([node.module] if node.module else [])])


def _inside(body: list[ast.stmt]) -> list[ast.AST]:
    """Return the nodes of a body that belong to its own scope, in the order of the source."""
    found: list[ast.AST] = []
    waiting: list[ast.AST] = list(reversed(body))
    while waiting:
        node = waiting.pop()
        found.append(node)
        if not isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
            waiting.extend(reversed(list(ast.iter_child_nodes(node))))
    return found
