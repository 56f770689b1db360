"""The rest of a module as a stub: what it holds beside declarations, without bodies and values, read from its source."""

from __future__ import annotations

import ast
import re
import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_MAKERS = {"TypeVar", "ParamSpec", "NewType", "namedtuple"}
_ELLIPSIS = ast.Expr(ast.Constant(...))


class Skeleton:
    """Turns the source of a module into the parts of its stub.

    ``declared`` gives the text that stands for a declared name, None for any other; ``type_of`` the type of a variable that the
    source does not annotate.
    """

    def __init__(self, source: str, declared: Callable[[str], str | None], type_of: Callable[[str], str]) -> None:
        self._declared = declared
        self._type_of = type_of
        self._imports: list[ast.Import | ast.ImportFrom] = []
        tree = ast.parse(source)
        self.doc: str | None = ast.get_docstring(tree)
        self.parts: list[str] = list(self._block(tree.body))
        """The text of each statement that stays, in the order of the source."""

    def imports(self, others: Iterable[str]) -> list[ast.Import | ast.ImportFrom]:
        """Return the import statements without what neither these parts nor ``others``, texts beside them, use."""
        used = _names("\n".join([*self.parts, *others]))
        return [kept for statement in self._imports if (kept := _pruned(statement, used)).names]

    def _block(self, statements: Iterable[ast.stmt]) -> Iterator[str]:
        for statement in statements:
            yield from self._statement(statement)

    def _statement(self, statement: ast.stmt) -> Iterable[str]:
        match statement:
            case ast.Import() | ast.ImportFrom():
                if getattr(statement, "module", None) != "__future__":
                    self._imports.append(statement)
            case ast.If(test=ast.Name(id="TYPE_CHECKING") | ast.Attribute(attr="TYPE_CHECKING")) | ast.Try():
                return self._block(statement.body)
            case ast.If():
                return self._choice(statement)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef() if statement.name.startswith("_"):
                pass
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                return [self._declared_or(statement.name, lambda: ast.unparse(_signature(statement)))]
            case ast.ClassDef():
                return [ast.unparse(_class(statement))]
            case ast.AnnAssign(target=ast.Name(id=name)) if not name.startswith("_"):
                return [self._declared_or(name, lambda: ast.unparse(_annotated(statement)))]
            case ast.Assign(targets=[ast.Name(id=name)]) if not name.startswith("_") or name == "__all__":
                return [self._declared_or(name, lambda: self._assigned(statement, name))]
        return []

    def _declared_or(self, name: str, otherwise: Callable[[], str]) -> str:
        declared = self._declared(name)
        return otherwise() if declared is None else declared

    def _choice(self, statement: ast.If) -> Iterator[str]:
        body, otherwise = ("\n".join(self._block(block)) for block in (statement.body, statement.orelse))
        if body or otherwise:
            text = f"if {ast.unparse(statement.test)}:\n" + textwrap.indent(body or "pass", "    ")
            yield text + ("\nelse:\n" + textwrap.indent(otherwise, "    ") if otherwise else "")

    def _assigned(self, statement: ast.Assign, name: str) -> str:
        """Return an alias, a type variable or ``__all__`` as it is, a variable with its type."""
        value = statement.value
        maker = value.func if isinstance(value, ast.Call) else None
        made = getattr(maker, "id", getattr(maker, "attr", None)) in _MAKERS
        if made or name == "__all__" or isinstance(value, ast.Subscript | ast.Name | ast.Attribute | ast.BinOp):
            return ast.unparse(statement)
        return f"{name}: {self._type_of(name)}"


def _class(statement: ast.ClassDef) -> ast.ClassDef:
    body: list[ast.stmt] = []
    for inner in statement.body:
        match inner:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                body.append(_signature(inner))
            case ast.AnnAssign():
                body.append(_annotated(inner))
            case ast.Assign() if _is_plain(inner.value):
                body.append(inner)
            case ast.ClassDef():
                body.append(_class(inner))
            case ast.Expr(value=ast.Constant(value=str())) if not body:
                body.append(inner)
    statement.body = body or [_ELLIPSIS]
    return statement


def _signature(statement: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.stmt:
    """Leave of a function its docstring, and an ellipsis for each default that is no constant."""
    arguments = statement.args
    arguments.defaults = [value if _is_plain(value) else ast.Constant(...) for value in arguments.defaults]
    arguments.kw_defaults = [value if value is None or _is_plain(value) else ast.Constant(...) for value in arguments.kw_defaults]
    statement.body = statement.body[:1] if ast.get_docstring(statement) is not None else [_ELLIPSIS]
    return statement


def _annotated(statement: ast.AnnAssign) -> ast.AnnAssign:
    statement.value = None
    return statement


def _is_plain(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant | ast.Name | ast.Attribute) or (
        isinstance(value, ast.UnaryOp) and isinstance(value.operand, ast.Constant)
    )


def _names(source: str) -> set[str]:
    """Return the names that ``source`` uses, also in texts: annotations may be texts, and ``__all__`` is made of them."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and "\n" not in node.value and " " not in node.value:
            found.update(re.findall(r"\w+", node.value))
    return found


def _pruned(statement: ast.Import | ast.ImportFrom, used: set[str]) -> ast.Import | ast.ImportFrom:
    """Leave of an import what is used, or re-exported by an ``as`` of the same name."""
    statement.names = [
        alias
        for alias in statement.names
        if alias.name in {"*", alias.asname} or (alias.asname or alias.name).partition(".")[0] in used
    ]
    return statement
