"""The contract of whatever a program calls: of ``capi`` from its declarations, of anything else from the source that declares it.

A declaration in a source file is read without running the file: its annotations are put together from the vocabulary, and then
read as any declaration is.
"""

from __future__ import annotations

import ast
import collections.abc
import importlib
import inspect
import types
import typing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Union

import typing_extensions

from ptrstate import vocabulary
from ptrstate.declaration import DataDeclaration, Declaration
from ptrstate.lint.ir import Shape
from ptrstate.lint.names import class_scope
from ptrstate.pointees import Pointee
from ptrstate.reading import DeclarationError, read_contract
from ptrstate.states import BorrowedPtr, BorrowedSlot, Found, InteriorPtr, NonNull, OwnedPtr, Slot, Status, Struct

if TYPE_CHECKING:
    from collections.abc import Callable

    from ptrstate.contract import Contract, Version
    from ptrstate.lint.names import FunctionNode, Scope

_DECORATORS = {
    "ptrstate.prototype": "prototype",
    "ptrstate.prototype.prototype": "prototype",
    "ptrstate.c_function": "c_function",
    "ptrstate.declaration.c_function": "c_function",
}
_READABLE = {
    "typing": typing,
    "typing_extensions": typing_extensions,
    "collections.abc": collections.abc,
}
_VOCABULARY = frozenset(
    {"ptrstate", *(f"ptrstate.{name}" for name in ("states", "pointees", "vocabulary", "buffers", "callbacks"))}
)
"""The modules that annotations take their names from."""

_BUILTINS = {"int": int, "str": str, "bytes": bytes, "bool": bool, "float": float, "object": object, "None": None, "type": type}
_SHAPES: dict[type, str] = {
    OwnedPtr: "owned",
    BorrowedPtr: "borrowed",
    NonNull: "raw",
    InteriorPtr: "buffer",
    Slot: "slot",
    BorrowedSlot: "borrowed slot",
    Status: "status",
    Found: "found",
}


def _nothing() -> None:
    """Do what the body of a declaration does."""


class UnreadableError(Exception):
    """An annotation, or a fact beside it, that only running the file could tell."""


@dataclass(frozen=True)
class Declared:
    """A function that a source file declares: how, and what its contract says, or why that cannot be read."""

    kind: str
    raii: bool
    contract: Contract | None
    reason: str = ""


class Contracts:
    """Every contract that is known, by the full name of its function, in one version of CPython."""

    def __init__(self, version: Version, load: Callable[[str], Scope | None] | None = None) -> None:
        from ptrstate.capi import declarations  # noqa: PLC0415

        self.version = version
        self._capi = declarations()
        self._declared: dict[str, Declared] = {}
        self._scopes: dict[str, Scope | None] = {}
        self._load = load
        self._reading: set[str] = set()
        self._shapes: dict[ast.expr, Shape | None] = {}

    def add(self, scope: Scope) -> None:
        """Let the declarations of a module be found."""
        self._scopes[scope.name] = scope

    def _scope(self, module: str) -> Scope | None:
        if module not in self._scopes:
            ours = module.partition(".")[0] in {"ptrstate", "builtins", "typing"}
            self._scopes[module] = self._load(module) if self._load is not None and not ours else None
        return self._scopes[module]

    def named(self, full_name: str | None) -> Contract | None:
        """Return the contract of a C function or prototype by its full name."""
        if full_name is None:
            return None
        if full_name.startswith("ptrstate.capi."):
            declared = self._capi.get(full_name.rpartition(".")[2])
            return declared.contract(self.version) if isinstance(declared, Declaration) else None
        found = self.declaration(full_name)
        return found.contract if found else None

    def is_static(self, full_name: str | None) -> bool:
        """Whether the name is one of an object that the interpreter owns for good."""
        return bool(full_name and full_name.startswith("ptrstate.capi.")) and isinstance(
            self._capi.get((full_name or "").rpartition(".")[2]), DataDeclaration
        )

    def declaration(self, full_name: str) -> Declared | None:
        """Return what a module declares under a full name."""
        module, _, name = full_name.rpartition(".")
        scope = self._scope(module)
        node = scope.defined.get(name) if scope else None
        if scope is None or not isinstance(node, ast.FunctionDef):
            return None
        return self.declared(node, scope)

    def declared(self, node: FunctionNode, scope: Scope) -> Declared | None:
        """Read the declaration that ``node`` in ``scope`` is; None when it is a function like any other."""
        key = f"{scope.name}.{node.name}:{node.lineno}"
        if key not in self._declared:
            found = self._read(node, scope)
            if found is None:
                return None
            self._declared[key] = found
        return self._declared[key]

    def _read(self, node: FunctionNode, scope: Scope) -> Declared | None:
        for decorator in node.decorator_list:
            call = decorator if isinstance(decorator, ast.Call) else None
            kind = _DECORATORS.get(scope.full_name(call.func if call else decorator) or "")
            if kind is None:
                continue
            raii = kind == "prototype"
            try:
                facts = (
                    {word.arg or "": ast.literal_eval(word.value) for word in call.keywords if word.arg != "library"}
                    if call
                    else {}
                )
                raii = bool(facts.pop("raii", raii))
                if kind == "prototype":
                    facts = {"may_run_python": True, **facts}
                return Declared(kind, raii, read_contract(self._stand_in(node, scope), facts, self.version))
            except (UnreadableError, DeclarationError, ValueError, TypeError) as error:
                return Declared(kind, raii, None, f"its contract cannot be read: {error}")
        return None

    def _stand_in(self, node: FunctionNode, scope: Scope) -> Callable[..., Any]:
        """Return a function with the same signature, whose annotations are what the source says and whose body does nothing."""
        a = node.args
        parameters = [
            *((argument, inspect.Parameter.POSITIONAL_ONLY) for argument in a.posonlyargs),
            *((argument, inspect.Parameter.POSITIONAL_OR_KEYWORD) for argument in a.args),
            *((argument, inspect.Parameter.VAR_POSITIONAL) for argument in [a.vararg] if argument),
            *((argument, inspect.Parameter.KEYWORD_ONLY) for argument in a.kwonlyargs),
            *((argument, inspect.Parameter.VAR_KEYWORD) for argument in [a.kwarg] if argument),
        ]
        annotated = [*((argument.arg, argument.annotation) for argument, _ in parameters), ("return", node.returns)]
        function = types.FunctionType(_nothing.__code__, {"__name__": scope.name}, node.name)
        function.__annotations__ = {
            name: type(None) if (value := self.value(annotation, scope)) is None else value
            for name, annotation in annotated
            if annotation is not None
        }
        function.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
            [inspect.Parameter(argument.arg, kind) for argument, kind in parameters]
        )
        function.__module__ = scope.name
        function.__doc__ = ast.get_docstring(node)
        return function

    # ---- annotations ----

    def shape(self, annotation: ast.expr | None, scope: Scope) -> Shape | None:
        """Return the pointer state that an annotation stands for; None when it stands for none, or cannot be read."""
        if annotation is None:
            return None
        if annotation not in self._shapes:
            try:
                self._shapes[annotation] = shape_of(self.value(annotation, scope))
            except (UnreadableError, TypeError, SyntaxError):
                self._shapes[annotation] = None
        return self._shapes[annotation]

    def value(self, node: ast.expr, scope: Scope) -> Any:  # noqa: ANN401
        """Return what an annotation means, put together without running anything of the file."""
        if isinstance(node, ast.Constant):
            return self.value(ast.parse(node.value, mode="eval").body, scope) if isinstance(node.value, str) else node.value
        if isinstance(node, ast.Name | ast.Attribute):
            return self._named(node, scope)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            return Union[self.value(node.left, scope), self.value(node.right, scope)]  # noqa: UP007
        if isinstance(node, ast.Subscript):
            return self._subscript(node, scope)
        if isinstance(node, ast.Tuple | ast.List):
            return tuple(self.value(item, scope) for item in node.elts)
        if isinstance(node, ast.Call):
            return self._marker(node, scope)
        raise UnreadableError(ast.unparse(node))

    def _subscript(self, node: ast.Subscript, scope: Scope) -> Any:  # noqa: ANN401
        base = self.value(node.value, scope)
        if base is typing.Literal:
            return typing.Literal[ast.literal_eval(node.slice)]
        inside = self.value(node.slice, scope)
        try:
            return base[inside]
        except TypeError as error:
            raise UnreadableError(ast.unparse(node)) from error

    def _marker(self, node: ast.Call, scope: Scope) -> Any:  # noqa: ANN401
        kind = self.value(node.func, scope)
        if not (isinstance(kind, type) and issubclass(kind, vocabulary.Marker)):
            raise UnreadableError(ast.unparse(node))
        given = [self._argument(argument, scope) for argument in node.args]
        return kind(*given, **{word.arg or "": self._argument(word.value, scope) for word in node.keywords})

    def _argument(self, node: ast.expr, scope: Scope) -> Any:  # noqa: ANN401
        return self._marker(node, scope) if isinstance(node, ast.Call) else ast.literal_eval(node)

    def _named(self, node: ast.Name | ast.Attribute, scope: Scope) -> Any:  # noqa: ANN401
        full_name = scope.full_name(node)
        if full_name is None:
            raise UnreadableError(ast.unparse(node))
        module, _, name = full_name.rpartition(".")
        if module == "builtins" and name in _BUILTINS:
            return _BUILTINS[name]
        if module in _READABLE:
            return getattr(_READABLE[module], name)
        if module in _VOCABULARY:
            try:
                return getattr(importlib.import_module(module), name)
            except AttributeError as error:
                raise UnreadableError(full_name) from error
        return self._of_the_file(module, name, full_name)

    def _of_the_file(self, module: str, name: str, full_name: str) -> Any:  # noqa: ANN401
        scope = self._scope(module)
        if scope is None:
            raise UnreadableError(full_name)
        if name in scope.imported and scope.imported[name] != full_name:
            return self._named(ast.parse(name, mode="eval").body, scope)  # type: ignore[arg-type]
        definition = scope.defined.get(name)
        if isinstance(definition, ast.ClassDef):
            return self._class(definition, scope)
        if name in scope.aliases and full_name not in self._reading:
            self._reading.add(full_name)
            try:
                return self.value(scope.aliases[name], scope)
            finally:
                self._reading.discard(full_name)
        raise UnreadableError(full_name)

    def _class(self, node: ast.ClassDef, scope: Scope) -> type:
        bases = tuple(self.value(base, scope) for base in node.bases)
        if not bases or not all(inspect.isclass(base) and issubclass(base, Pointee | Struct) for base in bases):
            return types.new_class(node.name)  # a class of another kind: no pointer, whatever it is
        inside = class_scope(node, scope).aliases
        constants = {name: value.value for name, value in inside.items() if isinstance(value, ast.Constant)}
        return types.new_class(node.name, bases, exec_body=lambda space: space.update(constants))


def shape_of(annotation: Any) -> Shape | None:  # noqa: ANN401
    """Return the pointer state of an annotation that has been read."""
    nullable = False
    if typing.get_origin(annotation) is typing.Annotated:
        annotation = typing.get_args(annotation)[0]
    if typing.get_origin(annotation) in {Union, types.UnionType}:
        members = [member for member in typing.get_args(annotation) if member is not type(None)]
        nullable = len(members) < len(typing.get_args(annotation))
        if len(members) != 1:
            return None
        inner = shape_of(members[0])
        return Shape(inner.state, nullable or inner.nullable) if inner else None
    if annotation is None or annotation is type(None):
        return Shape("void")
    if annotation is typing.NoReturn or annotation is typing.Never:
        return Shape("never")
    kind = typing.get_origin(annotation) or annotation
    if isinstance(kind, type):
        if issubclass(kind, Struct):
            return Shape("view")
        for base, state in _SHAPES.items():
            if issubclass(kind, base):
                return Shape(state, nullable)
    return None
