"""What mypy knows of the same files: one run of it, with its cache, and its typed trees read by position."""

from __future__ import annotations

import ast
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ptrstate.lint.ir import Shape
from ptrstate.lint.types import SourceTypes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mypy.build import BuildResult
    from mypy.nodes import Expression, MypyFile
    from mypy.types import Type

    from ptrstate.lint.contracts import Contracts
    from ptrstate.lint.names import Scope

Position = tuple[str, int, int, int, int]

_STATES = {
    "ptrstate.states.OwnedPtr": "owned",
    "ptrstate.states.BorrowedPtr": "borrowed",
    "ptrstate.states.NonNull": "raw",
    "ptrstate.states.InteriorPtr": "buffer",
    "ptrstate.states.Slot": "slot",
    "ptrstate.states.BorrowedSlot": "borrowed slot",
    "ptrstate.states.Status": "status",
    "ptrstate.states.Found": "found",
}
_KINDS = {"NameExpr": "Name", "MemberExpr": "Attribute", "CallExpr": "Call"}
_NOT_CHILDREN = frozenset({"node", "info", "type", "analyzed", "unanalyzed_type", "var", "def_var", "original_def"})


class TypeCheckError(Exception):
    """Mypy could not read the files."""


@dataclass(frozen=True)
class Module:
    """One file that is to be looked at."""

    name: str
    path: Path
    text: str
    root: Path
    """The folder that its imports begin in."""


def run_mypy(modules: list[Module], cache: str | None, config: str | None) -> BuildResult:
    """Run mypy once over the modules.  Raises :class:`TypeCheckError` when it stops at something.

    Type errors are none of lint's business; what they concern has types all the same.
    """
    import sys  # noqa: PLC0415

    from mypy import build  # noqa: PLC0415
    from mypy.config_parser import parse_config_file  # noqa: PLC0415
    from mypy.errors import CompileError  # noqa: PLC0415
    from mypy.modulefinder import BuildSource  # noqa: PLC0415
    from mypy.options import Options  # noqa: PLC0415

    options = Options()
    parse_config_file(options, lambda: None, config, open(os.devnull, "w", encoding="utf-8"), sys.stderr)  # noqa: PTH123, SIM115
    options.python_executable = sys.executable
    options.export_types = options.preserve_asts = options.check_untyped_defs = options.incremental = True
    options.ignore_missing_imports = True
    options.show_traceback = False
    if hasattr(options, "native_parser"):
        options.native_parser = False  # its trees have no positions of their own for what is inside a string
    options.cache_dir = cache or os.path.join(options.cache_dir, "ptrstate-lint")  # noqa: PTH118
    hides = {module.root for module in modules if (module.root / "ptrstate.py").exists()}
    sources = [
        BuildSource(str(module.path), module.name, module.text, None if module.root in hides else str(module.root))
        for module in modules
    ]
    try:
        return build.build(sources, options)
    except CompileError as error:
        raise TypeCheckError("\n".join(error.messages)) from error


class MypyTypes(SourceTypes):
    """What mypy's typed tree of one file tells; where it is silent, what the source does."""

    def __init__(self, contracts: Contracts, tree: MypyFile, types: dict[Expression, Type]) -> None:
        super().__init__(contracts)
        self._types = types
        self._expressions: dict[Position, Any] = {}
        for node in _nodes(tree):
            kind = _KINDS.get(type(node).__name__)
            if kind is not None:
                self._expressions[kind, node.line, node.column, node.end_line, node.end_column] = node

    def _typed(self, node: ast.expr) -> Any:  # noqa: ANN401
        end, end_column = node.end_lineno or 0, node.end_col_offset or 0
        return self._expressions.get((type(node).__name__, node.lineno, node.col_offset, end, end_column))

    def full_name(self, node: ast.expr, scope: Scope) -> str | None:
        """Return the full name that mypy gives it, or else what the source tells."""
        typed = self._typed(node) if isinstance(node, ast.Name | ast.Attribute) else None
        full_name = getattr(typed, "fullname", None)
        return full_name if full_name and "." in full_name else super().full_name(node, scope)

    def shape(self, node: ast.expr, scope: Scope) -> Shape | None:
        """Return the state that the value's type has for mypy, or else what the source tells."""
        typed = self._typed(node)
        found = self._types.get(typed) if typed is not None else None
        if found is None:
            return super().shape(node, scope)
        shape = shape_of_type(found)
        return shape if shape is not None and (shape.state == "never" or _hands_over(typed)) else None


def _hands_over(call: Any) -> bool:  # noqa: ANN401
    """Whether what a call returns is made by a function of its own: not by a method, nor one that returns what it is given."""
    from mypy.nodes import Decorator, FuncDef, RefExpr  # noqa: PLC0415
    from mypy.types import CallableType  # noqa: PLC0415

    function = call.callee.node if isinstance(getattr(call, "callee", None), RefExpr) else None
    kind = function.type if isinstance(function, FuncDef) else function.var.type if isinstance(function, Decorator) else None
    return isinstance(kind, CallableType) and not kind.variables and not getattr(kind.definition, "info", None)


def shape_of_type(kind: Type) -> Shape | None:
    """Return the pointer state that a type of mypy's stands for, or None."""
    from mypy.types import Instance, NoneType, UninhabitedType, UnionType, get_proper_type  # noqa: PLC0415

    proper = get_proper_type(kind)
    if isinstance(proper, NoneType):
        return Shape("void")
    if isinstance(proper, UninhabitedType):
        return Shape("never")
    if isinstance(proper, Instance):
        states = (_STATES.get(base.fullname) for base in proper.type.mro)
        state = next(filter(None, states), None)
        return Shape(state) if state else None
    if isinstance(proper, UnionType):
        members = [get_proper_type(item) for item in proper.items]
        others = [member for member in members if not isinstance(member, NoneType)]
        inner = shape_of_type(others[0]) if len(others) == 1 else None
        return Shape(inner.state, inner.nullable or len(others) < len(members)) if inner else None
    return None


def _nodes(tree: MypyFile) -> Iterator[Any]:
    """Yield the nodes of a tree: the attributes that are nodes, or lists of them, but for links to what is elsewhere."""
    from mypy.nodes import Node, TypeInfo  # noqa: PLC0415

    seen: set[int] = set()
    waiting: list[Any] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list | tuple):
            waiting.extend(node)
        elif isinstance(node, Node) and not isinstance(node, TypeInfo) and id(node) not in seen:
            seen.add(id(node))
            yield node
            waiting.extend(getattr(node, name, None) for name in _attributes(type(node)))


_ATTRIBUTES: dict[type, tuple[str, ...]] = {}


def _attributes(kind: type) -> tuple[str, ...]:
    if kind not in _ATTRIBUTES:
        names = {
            name for base in kind.__mro__ for name in (getattr(base, "__mypyc_attrs__", ()) or getattr(base, "__slots__", ()))
        }
        _ATTRIBUTES[kind] = tuple(sorted(names - _NOT_CHILDREN))
    return _ATTRIBUTES[kind]
