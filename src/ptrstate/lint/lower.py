"""From a parsed file to the functions that are to be looked at."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from ptrstate.lint import ir
from ptrstate.lint.expressions import parameters_of
from ptrstate.lint.graph import Spans
from ptrstate.lint.names import class_scope, function_scope
from ptrstate.lint.statements import Statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ptrstate.lint.names import FunctionNode, Scope
    from ptrstate.lint.types import SourceTypes


def functions(tree: ast.Module, text: str, scope: Scope, types: SourceTypes) -> Iterator[ir.Function]:
    """Yield every function of a module, those inside others too, and the module's own statements."""
    spans = Spans(text)
    yield _module(tree, spans, scope, types)
    yield from _inside(tree.body, spans, scope, types, "")


def _inside(body: list[ast.stmt], spans: Spans, scope: Scope, types: SourceTypes, prefix: str) -> Iterator[ir.Function]:
    waiting: list[ast.AST] = list(reversed(body))
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            own = function_scope(node, scope)
            yield from _function(node, spans, scope, own, types, prefix)
            yield from _inside(node.body, spans, own, types, f"{prefix}{node.name}.")
        elif isinstance(node, ast.ClassDef):
            yield from _inside(node.body, spans, class_scope(node, scope), types, f"{prefix}{node.name}.")
        elif not isinstance(node, ast.expr):
            waiting.extend(reversed(list(ast.iter_child_nodes(node))))


def _module(tree: ast.Module, spans: Spans, scope: Scope, types: SourceTypes) -> ir.Function:
    work = Statements(spans, scope, types)
    work.body(tree.body)
    span = ir.Span(1, 0, 1, 0)
    return _finished(work, ir.Function("<module>", span, "module", None, (), work.blocks), span)


def _function(
    node: FunctionNode, spans: Spans, outer: Scope, scope: Scope, types: SourceTypes, prefix: str
) -> Iterator[ir.Function]:
    declared = types.contracts.declared(node, outer)
    if declared is not None and declared.kind == "c_function":
        return
    work = Statements(spans, scope, types)
    formals = tuple(
        ir.Formal(argument.arg, spans.of(argument), types.contracts.shape(argument.annotation, outer))
        for argument in parameters_of(node)
    )
    if declared is not None and declared.contract is None:
        work.undecided.append((spans.of(node), declared.reason))
    work.body(node.body)
    contract = declared.contract if declared else None
    style = "plain" if contract is None else "raii" if declared and declared.raii else "c"
    span = spans.of(node)
    last = spans.of(node.body[-1])
    function = ir.Function(f"{prefix}{node.name}", span, style, contract, formals, work.blocks)
    shape = types.contracts.shape(node.returns, outer)
    function.returns_nothing = shape is not None and shape.state == "void"
    function.generator = isinstance(node, ast.AsyncFunctionDef) or any(
        isinstance(inner, ast.Yield | ast.YieldFrom) for inner in ast.walk(node)
    )
    yield _finished(work, function, last)


def _finished(work: Statements, function: ir.Function, last: ir.Span) -> ir.Function:
    source = work.temporary("r")
    work.emit(ir.Constant(last, source, None))
    work.end(ir.Return(source, last, implicit=True))
    for block in work.blocks:
        if block.end is None:  # nothing leads to it
            block.end = ir.Raise(last, None, silent=True)
    function.undecided = work.undecided
    return function
