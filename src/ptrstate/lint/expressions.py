"""From an expression of the program to operations."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from ptrstate.lint import ir
from ptrstate.lint.graph import Graph
from ptrstate.states import Found, Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from ptrstate.lint.graph import Spans
    from ptrstate.lint.ir import Name, Shape
    from ptrstate.lint.names import Scope
    from ptrstate.lint.types import SourceTypes

_MEMBERS = {
    f"{module}.{kind.__name__}.{name}": int(member)
    for module in ("ptrstate", "ptrstate.states")
    for kind in (Status, Found)
    for name, member in kind.__members__.items()
}
_COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Is: "==", ast.IsNot: "!=",
}  # fmt: skip
_MIRRORED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


class Expressions(Graph):
    """Turns expressions into operations; the value of each is a name."""

    def __init__(self, spans: Spans, scope: Scope, types: SourceTypes) -> None:
        super().__init__(spans)
        self.scope = scope
        self.types = types
        self.renamed: list[dict[str, Name]] = []

    # ---- names ----

    def variable(self, name: str) -> Name | None:
        """Return the name of a local variable, or None where ``name`` is somebody else's."""
        for names in reversed(self.renamed):
            if name in names:
                return names[name]
        return name if name in self.scope.assigned else None

    def value(self, node: ast.expr) -> Name:
        """Emit what evaluates ``node`` and return the name of its value."""
        return getattr(self, f"_{type(node).__name__.lower()}", self._other)(node)

    def _new(self, node: ast.expr, shape: Shape | None = None) -> Name:
        target = self.temporary()
        self.emit(ir.Unknown(self.spans.of(node), target, shape))
        return target

    def _constant_value(self, node: ast.expr, value: object) -> Name:
        target = self.temporary()
        self.emit(ir.Constant(self.spans.of(node), target, value))
        return target

    def _name(self, node: ast.Name) -> Name:
        variable = self.variable(node.id)
        if variable is not None:
            return variable
        if self.types.contracts.is_static(self.types.full_name(node, self.scope)):
            return self._static(node)
        return self._new(node)

    def _constant(self, node: ast.Constant) -> Name:
        return self._constant_value(node, node.value)

    def _static(self, node: ast.expr) -> Name:
        target = self.temporary()
        self.emit(ir.Static(self.spans.of(node), target, ast.unparse(node)))
        return target

    def _attribute(self, node: ast.Attribute) -> Name:
        full_name = self.types.full_name(node, self.scope)
        if full_name in _MEMBERS:
            return self._constant_value(node, _MEMBERS[full_name])
        if self.types.contracts.is_static(full_name):
            return self._static(node)
        source = self.value(node.value)
        self.emit(ir.Touch(self.spans.of(node.value), source))
        return self._new(node)

    def _other(self, node: ast.expr) -> Name:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                self.value(child)
        return self._new(node)

    def _unaryop(self, node: ast.UnaryOp) -> Name:
        if isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant) and isinstance(node.operand.value, int):
            return self._constant_value(node, -node.operand.value)
        if isinstance(node.op, ast.Not):
            return self._chosen(node, lambda yes, no: self.condition(node, yes, no), None, None)
        return self._other(node)

    def _namedexpr(self, node: ast.NamedExpr) -> Name:
        source = self.value(node.value)
        variable = self.variable(node.target.id) or node.target.id
        self.emit(ir.Copy(self.spans.of(node), variable, source))
        return variable

    def _tuple(self, node: ast.Tuple | ast.List) -> Name:
        if any(isinstance(item, ast.Starred) for item in node.elts):
            return self._other(node)
        items = tuple(self.value(item) for item in node.elts)
        target = self.temporary()
        self.emit(ir.Pack(self.spans.of(node), target, items))
        return target

    _list = _tuple

    def _escaping(self, node: ast.expr) -> Name:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                self.emit(ir.Escape(self.spans.of(child), self.value(child), "a container"))
        return self._new(node)

    _dict = _set = _yield = _yieldfrom = _await = _escaping

    def _starred(self, node: ast.Starred) -> Name:
        return self.value(node.value)

    def _subscript(self, node: ast.Subscript) -> Name:
        source = self.value(node.value)
        index = node.slice.value if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, int) else None
        if index is None:
            self.value(node.slice)
        target = self.temporary()
        self.emit(ir.Item(self.spans.of(node), target, source, index))
        return target

    def _compare(self, node: ast.Compare) -> Name:
        if len(node.ops) == 1 and isinstance(node.ops[0], ast.Is | ast.IsNot):
            return self._chosen(node, lambda yes, no: self.condition(node, yes, no), None, None)
        return self._other(node)

    def _ifexp(self, node: ast.IfExp) -> Name:
        return self._chosen(node, lambda yes, no: self.condition(node.test, yes, no), node.body, node.orelse)

    def _boolop(self, node: ast.BoolOp) -> Name:
        target, after = self.temporary(), self.new_block()
        for index, part in enumerate(node.values):
            value = self.value(part)
            self.emit(ir.Copy(self.spans.of(part), target, value))
            if index == len(node.values) - 1:
                break
            more = self.new_block()
            stop_when_true = isinstance(node.op, ast.Or)
            self.end(ir.Branch(ir.Test("true", target), *((after, more) if stop_when_true else (more, after))), more)
        self.jump(after)
        return target

    def _chosen(
        self, node: ast.expr, choose: Callable[[int, int], None], first: ast.expr | None, second: ast.expr | None
    ) -> Name:
        """Emit both ways of a choice; where no value is given, they are True and False."""
        target, yes, no, after = self.temporary(), self.new_block(), self.new_block(), self.new_block()
        choose(yes, no)
        for block, part, default in ((yes, first, True), (no, second, False)):
            self.resume(block)
            value = self.value(part) if part is not None else self._constant_value(node, default)
            self.emit(ir.Copy(self.spans.of(part or node), target, value))
            self.end(ir.Jump(after), after)
        return target

    # ---- conditions ----

    def condition(self, node: ast.expr, yes: int, no: int) -> None:
        """Emit what goes to ``yes`` when ``node`` is true and to ``no`` when it is not."""
        if isinstance(node, ast.BoolOp):
            for part in node.values[:-1]:
                more = self.new_block()
                self.condition(part, *((more, no) if isinstance(node.op, ast.And) else (yes, more)))
                self.resume(more)
            self.condition(node.values[-1], yes, no)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            self.condition(node.operand, no, yes)
        elif isinstance(node, ast.Compare) and len(node.ops) == 1:
            self._comparison(node, yes, no)
        elif isinstance(node, ast.Call) and node.args and self.types.full_name(node.func, self.scope) == "builtins.isinstance":
            self.end(ir.Branch(ir.Test("instance", self.value(node.args[0])), yes, no))
        else:
            self.end(ir.Branch(ir.Test("true", self.value(node)), yes, no))

    def _comparison(self, node: ast.Compare, yes: int, no: int) -> None:
        left, op, right = node.left, node.ops[0], node.comparators[0]
        symbol = _COMPARISONS.get(type(op))
        if isinstance(left, ast.Constant) or self._number(left) is not None:
            left, right, symbol = right, left, _MIRRORED.get(symbol or "")
        if isinstance(right, ast.Constant) and right.value is None and symbol in {"==", "!="}:
            test: ir.Test | None = ir.Test("null", self.value(left))
            yes, no = (yes, no) if symbol == "==" else (no, yes)
        else:
            number, name = self._number(right), self.value(left)
            if number is None:
                self.value(right)
            test = ir.Test(symbol, name, number) if symbol and number is not None else None
        self.end(ir.Branch(test, yes, no))

    def _number(self, node: ast.expr) -> float | None:
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
            return node.value
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            inner = self._number(node.operand)
            return None if inner is None else -inner
        return _MEMBERS.get(self.types.full_name(node, self.scope) or "") if isinstance(node, ast.Attribute) else None

    # ---- assignment ----

    def assign(self, target: ast.expr, source: Name) -> None:
        """Emit the assignment of ``source`` to ``target``."""
        span = self.spans.of(target)
        if isinstance(target, ast.Name):
            variable = self.variable(target.id)
            self.emit(ir.Copy(span, variable, source) if variable else ir.Escape(span, source, f"`{target.id}`"))
        elif isinstance(target, ast.Tuple | ast.List):
            starred = any(isinstance(item, ast.Starred) for item in target.elts)
            names = tuple(self.temporary() for _ in target.elts)
            self.emit(ir.Unpack(span, names, source, starred))
            for item, name in zip(target.elts, names, strict=True):
                self.assign(item, name)
        elif isinstance(target, ast.Starred):
            self.assign(target.value, source)
        else:
            for child in ast.iter_child_nodes(target):
                if isinstance(child, ast.expr):
                    self.value(child)
            self.emit(ir.Escape(span, source, f"`{ast.unparse(target)}`"))
