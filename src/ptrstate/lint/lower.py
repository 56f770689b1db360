"""From a parsed file to the functions that are to be looked at."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from ptrstate.lint import ir
from ptrstate.lint.graph import Spans
from ptrstate.lint.names import arguments_of, class_scope, function_scope
from ptrstate.lint.statements import Statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ptrstate.lint.names import FunctionNode, Scope
    from ptrstate.lint.types import SourceTypes


def functions(tree: ast.Module, text: str, scope: Scope, types: SourceTypes) -> Iterator[ir.Function]:
    """Yield every function of a module, those inside others too, and the module's own statements."""
    yield from _Lowering(Spans(text), types).module(tree, scope)


class _Lowering:
    """The functions of one file."""

    def __init__(self, spans: Spans, types: SourceTypes) -> None:
        self.spans = spans
        self.types = types

    def module(self, tree: ast.Module, scope: Scope) -> Iterator[ir.Function]:
        work = Statements(self.spans, scope, self.types)
        work.body(tree.body)
        span = ir.Span(1, 0, 1, 0)
        yield _finished(work, ir.Function("<module>", span, "module", None, (), work.blocks), span)
        yield from self._inside(tree.body, scope, "")

    def _inside(self, body: list[ast.stmt], scope: Scope, prefix: str) -> Iterator[ir.Function]:
        waiting: list[ast.AST] = list(reversed(body))
        while waiting:
            node = waiting.pop()
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                own = function_scope(node, scope)
                yield from self._function(node, scope, own, prefix)
                yield from self._inside(node.body, own, f"{prefix}{node.name}.")
            elif isinstance(node, ast.ClassDef):
                yield from self._inside(node.body, class_scope(node, scope), f"{prefix}{node.name}.")
            elif not isinstance(node, ast.expr):
                waiting.extend(reversed(list(ast.iter_child_nodes(node))))

    def _function(self, node: FunctionNode, outer: Scope, scope: Scope, prefix: str) -> Iterator[ir.Function]:
        contracts, spans = self.types.contracts, self.spans
        declared = contracts.declared(node, outer)
        if declared is not None and (declared.kind == "c_function" or _is_stub(node)):
            return
        work = Statements(spans, scope, self.types)
        if declared is not None and declared.contract is None:
            work.undecided.append((spans.of(node), declared.reason))
        work.body(node.body)
        contract = declared.contract if declared else None
        style = "plain" if contract is None else "raii" if declared and declared.raii else "c"
        formals = tuple(
            ir.Formal(argument.arg, spans.of(argument), contracts.shape(argument.annotation, outer))
            for argument in arguments_of(node)
        )
        function = ir.Function(f"{prefix}{node.name}", spans.of(node), style, contract, formals, work.blocks)
        shape = contracts.shape(node.returns, outer)
        function.returns_nothing = shape is not None and shape.state == "void"
        function.generator = isinstance(node, ast.AsyncFunctionDef) or any(
            isinstance(inner, ast.Yield | ast.YieldFrom) for inner in ast.walk(node)
        )
        yield _finished(work, function, spans.of(node.body[-1]))


def _is_stub(node: FunctionNode) -> bool:
    """Whether the body has nothing in it but a docstring, ``...`` or ``pass``."""
    return all(
        isinstance(part, ast.Pass) or (isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant)) for part in node.body
    )


def _finished(work: Statements, function: ir.Function, last: ir.Span) -> ir.Function:
    source = work.temporary("r")
    work.emit(ir.Constant(last, source, None))
    work.end(ir.Return(source, last, implicit=True))
    for block in work.blocks:
        if block.end is None:  # nothing leads to it
            block.end = ir.Raise(last, None, silent=True)
    function.undecided = work.undecided
    return function
