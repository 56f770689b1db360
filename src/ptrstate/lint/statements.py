"""From the statements of a function to its control-flow graph."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from ptrstate.lint import ir
from ptrstate.lint.call_expressions import CallExpressions
from ptrstate.lint.graph import CleanUp, Loop

if TYPE_CHECKING:
    from collections.abc import Callable

    from ptrstate.lint.ir import Name

_SUPPRESSORS = {"contextlib.suppress"}
_EXPECTING = {f"{module}.raises" for module in ("pytest", "_pytest.raises", "_pytest.python_api")}
_REGIONS = {f"{module}.{name}": name for name in ("scope", "ledger") for module in ("ptrstate", f"ptrstate.{name}")}
_BROAD = {"BaseException", "Exception", "MemoryError"}


class Statements(CallExpressions):
    """Turns statements into blocks."""

    def body(self, statements: list[ast.stmt]) -> None:
        """Emit one statement after the other."""
        for node in statements:
            before = self._temporaries
            getattr(self, f"_s_{type(node).__name__.lower()}", self._s_other)(node)
            self._forget_since(before, node)
            if self.forks():
                self.fresh_block()

    def _forget_since(self, before: int, node: ast.stmt | ast.expr) -> None:
        names = tuple(f"%{number}" for number in range(before + 1, self._temporaries + 1))
        if names:
            self.emit(ir.Forget(self.spans.of(node), names))

    def _branch_bodies(self, before: int, test: ast.expr, parts: list[tuple[int, list[ast.stmt]]], after: int) -> None:
        for block, statements in parts:
            self.resume(block)
            self._forget_since(before, test)
            self.body(statements)
            self.end(ir.Jump(after), after)

    # ---- simple statements ----

    def _s_other(self, node: ast.stmt) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                self.value(child)

    def _s_expr(self, node: ast.Expr) -> None:
        self.value(node.value)

    def _s_assign(self, node: ast.Assign) -> None:
        source = self.value(node.value)
        for target in node.targets:
            self.assign(target, source)

    def _s_annassign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.assign(node.target, self.value(node.value))

    def _s_augassign(self, node: ast.AugAssign) -> None:
        value = self.value(node.value)
        self.emit(ir.Escape(self.spans.of(node.value), value, f"`{ast.unparse(node.target)}`"))
        self.assign(node.target, self._new(node.value))

    def _s_delete(self, node: ast.Delete) -> None:
        for target in node.targets:
            variable = self.variable(target.id) if isinstance(target, ast.Name) else None
            if variable:
                self.emit(ir.Forget(self.spans.of(node), (variable,)))
            elif not isinstance(target, ast.Name):
                self._other(target)

    def _s_functiondef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        for decorator in node.decorator_list:
            self.value(decorator)
        self.capture(node)

    _s_asyncfunctiondef = _s_functiondef

    def _s_classdef(self, node: ast.ClassDef) -> None:
        for inner in ast.walk(node):
            if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                self.capture(inner)

    def _s_pass(self, node: ast.stmt) -> None:
        """Do nothing."""

    _s_import = _s_importfrom = _s_global = _s_nonlocal = _s_pass

    def _s_return(self, node: ast.Return) -> None:
        source = self.temporary("r")
        if node.value is None:
            self.emit(ir.Constant(self.spans.of(node), source, None))
        else:
            before = self._temporaries
            value = self.value(node.value)
            self.emit(ir.Copy(self.spans.of(node), source, value))
            self._forget_since(before, node)
        self.unwind(None)
        self.end(ir.Return(source, self.spans.of(node), implicit=node.value is None))

    def _s_raise(self, node: ast.Raise) -> None:
        kind = None
        if node.exc is not None:
            called = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
            kind = self._exception_name(called)
            self.value(node.exc)
        self.end(ir.Raise(self.spans.of(node), kind))

    def _s_assert(self, node: ast.Assert) -> None:
        yes, no = self.new_block(), self.new_block()
        self.condition(node.test, yes, no)
        self.resume(no)
        self.end(ir.Raise(self.spans.of(node), "AssertionError", silent=True), yes)

    def _s_break(self, _node: ast.Break) -> None:
        loop = self.innermost_loop()
        if loop is not None:
            self.unwind(loop)
            self.end(ir.Jump(loop.after))

    def _s_continue(self, _node: ast.Continue) -> None:
        loop = self.innermost_loop()
        if loop is not None:
            self.unwind(loop)
            self.end(ir.Jump(loop.again))

    # ---- branches and loops ----

    def _s_if(self, node: ast.If) -> None:
        before = self._temporaries
        yes, no, after = self.new_block(), self.new_block(), self.new_block()
        self.condition(node.test, yes, no)
        self._branch_bodies(before, node.test, [(yes, node.body), (no, node.orelse)], after)
        self.resume(after)

    def _s_while(self, node: ast.While) -> None:
        before = self._temporaries
        head, inside, otherwise, after = (self.new_block() for _ in range(4))
        self.jump(head)
        self.condition(node.test, inside, otherwise)
        with self.frame(Loop(after, head)):
            self._branch_bodies(before, node.test, [(inside, node.body)], head)
        self._branch_bodies(before, node.test, [(otherwise, node.orelse)], after)
        self.resume(after)

    def _s_for(self, node: ast.For | ast.AsyncFor) -> None:
        iterator, item = self.temporary("i"), self.temporary()
        self.emit(ir.Copy(self.spans.of(node.iter), iterator, self.value(node.iter)))
        before = self._temporaries
        head, inside, otherwise, after = (self.new_block() for _ in range(4))
        self.jump(head)
        self.end(ir.Advance(iterator, item, None, inside, otherwise, self.spans.of(node.target)), inside)
        with self.frame(Loop(after, head)):
            self.assign(node.target, item)
            self.emit(ir.Forget(self.spans.of(node.target), (item,)))
            self._forget_since(before, node.target)
            self.body(node.body)
            self.end(ir.Jump(head), otherwise)
        self.body(node.orelse)
        self.end(ir.Jump(after), after)
        self.emit(ir.Forget(self.spans.of(node.iter), (iterator,)))

    _s_asyncfor = _s_for

    # ---- match ----

    def _s_match(self, node: ast.Match) -> None:
        subject = self.temporary("m")
        self.emit(ir.Copy(self.spans.of(node.subject), subject, self.value(node.subject)))
        after = self.new_block()
        for case in node.cases:
            inside, following = self.new_block(), self.new_block()
            self._pattern(case.pattern, subject, inside, following)
            self.resume(inside)
            if case.guard is not None:
                guarded = self.new_block()
                self.condition(case.guard, guarded, following)
                self.resume(guarded)
            self.body(case.body)
            self.end(ir.Jump(after), following)
        self.jump(after)
        self.emit(ir.Forget(self.spans.of(node.subject), (subject,)))

    def _pattern(self, pattern: ast.pattern, subject: Name, yes: int, no: int) -> None:
        test: ir.Test | None = None
        if isinstance(pattern, ast.MatchAs):
            if pattern.pattern is not None:
                inner = self.new_block()
                self._pattern(pattern.pattern, subject, inner, no)
                self.resume(inner)
            if pattern.name is not None and (variable := self.variable(pattern.name)):
                self.emit(ir.Copy(self.spans.of(pattern), variable, subject))
            self.end(ir.Jump(yes))
            return
        if isinstance(pattern, ast.MatchOr):
            for part in pattern.patterns:
                more = self.new_block()
                self._pattern(part, subject, yes, more)
                self.resume(more)
            self.end(ir.Jump(no))
            return
        if isinstance(pattern, ast.MatchSingleton) and pattern.value is None:
            test = ir.Test("null", subject)
        elif isinstance(pattern, ast.MatchValue) and (number := self._number(pattern.value)) is not None:
            test = ir.Test("==", subject, number)
        else:
            self._bind_unknown(pattern)
        self.end(ir.Branch(test, yes, no))

    def _bind_unknown(self, pattern: ast.pattern) -> None:
        for inner in ast.walk(pattern):
            name = inner.name if isinstance(inner, ast.MatchAs | ast.MatchStar) else None
            if name and (variable := self.variable(name)):
                self.emit(ir.Unknown(self.spans.of(pattern), variable))

    # ---- with ----

    def _s_with(self, node: ast.With | ast.AsyncWith) -> None:
        self._with_items(list(node.items), node)

    _s_asyncwith = _s_with

    def _with_items(self, items: list[ast.withitem], node: ast.With | ast.AsyncWith) -> None:
        if not items:
            self.body(node.body)
            return
        item, before = items[0], self._temporaries
        called = self.types.full_name(item.context_expr.func, self.scope) if isinstance(item.context_expr, ast.Call) else None
        if called in _EXPECTING:
            self._expecting(items, node)
            return
        if called in _SUPPRESSORS:
            assert isinstance(item.context_expr, ast.Call)
            self._suppressing(item.context_expr, items, node)
            return
        kind = _REGIONS.get(called or "", "handle")
        held = self.temporary("w")
        if kind == "handle":
            self.emit(ir.Copy(self.spans.of(item.context_expr), held, self.value(item.context_expr)))
        else:
            self.emit(ir.Enter(self.spans.of(item.context_expr), kind, held))
        if item.optional_vars is not None:
            self.assign(item.optional_vars, held)
        self._forget_since(before + 1, item.context_expr)
        last = self.spans.of(item.context_expr)

        def leave(*, raising: bool = False) -> None:
            self.emit(ir.Leave(last, kind, held, raising))
            self.emit(ir.Forget(last, (held,)))

        self._protected(last, lambda: self._with_items(items[1:], node), leave)

    def _protected(self, span: ir.Span, inside: Callable[[], None], leave: Callable[..., None]) -> None:
        """Emit ``inside`` so that ``leave`` is done on every way out of it."""
        outer, raised, after = self.handler, self.new_block(), self.new_block()
        with self.frame(CleanUp(leave, outer)), self.handling(raised):
            inside()
        leave()
        self.end(ir.Jump(after), raised)
        shelved = self.temporary("e")
        self.emit(ir.Shelve(span, shelved))
        leave(raising=True)
        self.end(ir.Reraise(shelved, outer), after)

    def _suppressing(self, call: ast.Call, items: list[ast.withitem], node: ast.With | ast.AsyncWith) -> None:
        names = tuple(self._exception_name(argument) or "?" for argument in call.args)
        if items[0].optional_vars is not None:
            self.assign(items[0].optional_vars, self._new(call))
        outer, raised, caught, after = self.handler, self.new_block(), self.new_block(), self.new_block()
        with self.handling(raised):
            self._with_items(items[1:], node)
        self.end(ir.Jump(after), raised)
        self.end(ir.Dispatch(((names, caught),), outer), caught)
        self.emit(ir.Caught(self.spans.of(call), not _BROAD & set(names)))
        self.end(ir.Jump(after), after)

    def _expecting(self, items: list[ast.withitem], node: ast.With | ast.AsyncWith) -> None:
        """Leave alone what a test expects to go wrong: where in the block it does is not known."""
        span = self.spans.of(items[0].context_expr)
        inside = [inner for part in (*items[1:], *node.body) for inner in ast.walk(part) if isinstance(inner, ast.Name)]
        inside += [inner for inner in ast.walk(items[0]) if isinstance(inner, ast.Name)]
        for name in dict.fromkeys(inner.id for inner in inside if isinstance(inner.ctx, ast.Load)):
            if (variable := self.variable(name)) is not None:
                self.emit(ir.Escape(span, variable, "what is expected to raise"))
        for name in dict.fromkeys(inner.id for inner in inside if isinstance(inner.ctx, ast.Store)):
            if (variable := self.variable(name)) is not None:
                self.emit(ir.Unknown(span, variable))
        self.emit(ir.Outside(span, self.temporary(), (), "what is expected to raise", None, looks=False, ours=True, raises=False))

    def _exception_name(self, node: ast.expr) -> str | None:
        full_name = self.types.full_name(node, self.scope)
        return full_name.removeprefix("builtins.") if full_name else None

    # ---- try ----

    def _s_try(self, node: ast.Try) -> None:
        if node.finalbody:
            self._protected(self.spans.of(node), lambda: self._try_except(node), lambda **_: self.body(node.finalbody))
        else:
            self._try_except(node)

    _s_trystar = _s_try

    def _try_except(self, node: ast.Try) -> None:
        if not node.handlers:
            self.body(node.body)
            self.body(node.orelse)
            return
        outer, raised, after = self.handler, self.new_block(), self.new_block()
        with self.handling(raised):
            self.body(node.body)
        self.body(node.orelse)
        self.end(ir.Jump(after), raised)
        clauses = [(self._clause(handler), self.new_block()) for handler in node.handlers]
        self.end(ir.Dispatch(tuple(clauses), outer))
        for handler, (names, block) in zip(node.handlers, clauses, strict=True):
            self.resume(block)
            self.emit(ir.Caught(self.spans.of(handler), names is not None and not _BROAD & set(names)))
            if handler.name and (variable := self.variable(handler.name)):
                self.emit(ir.Unknown(self.spans.of(handler), variable))
            self.body(handler.body)
            self.end(ir.Jump(after))
        self.resume(after)

    def _clause(self, handler: ast.ExceptHandler) -> tuple[str, ...] | None:
        if handler.type is None:
            return None
        kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
        return tuple(self._exception_name(kind) or "?" for kind in kinds)
