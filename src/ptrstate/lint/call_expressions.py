"""From calls, and from functions and comprehensions inside a function, to operations."""

from __future__ import annotations

import ast
import sys
from typing import TYPE_CHECKING

from ptrstate.lint import ir
from ptrstate.lint.expressions import Expressions
from ptrstate.lint.names import function_scope

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ptrstate.contract import Contract
    from ptrstate.lint.ir import Name
    from ptrstate.lint.names import FunctionNode

_TRANSITIONS = {
    f"{module}.{name}": name
    for module in ("ptrstate", "ptrstate.transitions")
    for name in ("own", "borrow", "or_raise", "or_none")
}
_VARIABLES = {
    f"{module}.{name}": kind
    for module in ("ptrstate", "ptrstate.states")
    for name, kind in (("Slot", "slot"), ("BorrowedSlot", "borrowed slot"))
}
_METHODS = frozenset(
    [
        "borrow",
        "clone",
        "move",
        "drop",
        "into_raw",
        "to_python",
        "cast",
        "to_owned",
        "as_raw",
        "assume_owned",
        "assume_borrowed",
        "take",
        "put",
        "replace",
        "clear",
        "get",
        "keep",
        "release",
    ]
)
_LOOKERS = frozenset(
    f"builtins.{name}"
    for name in [
        "print",
        "repr",
        "str",
        "len",
        "hash",
        "bytes",
        "isinstance",
        "type",
        "id",
        "bool",
        "int",
        "float",
        "format",
        "callable",
        "issubclass",
    ]
)

_SILENT = frozenset(f"builtins.{name}" for name in ("print", "isinstance", "issubclass", "type", "id", "callable"))
_NEVER_RETURN = frozenset({"sys.exit", "os._exit", "os.abort", "builtins.exit", "builtins.quit", "pytest.fail", "pytest.skip"})


class CallExpressions(Expressions):
    """Adds calls, lambdas and comprehensions to the other expressions."""

    def _call(self, node: ast.Call) -> Name:
        full_name = self.types.full_name(node.func, self.scope)
        contract = self._contract(node, full_name)
        if contract is not None and not node.keywords and not any(isinstance(arg, ast.Starred) for arg in node.args):
            return self._c_call(node, contract)
        if full_name in _TRANSITIONS and len(node.args) == 1 and not node.keywords:
            argument, target = self.value(node.args[0]), self.temporary()
            self.emit(ir.Transition(self.spans.of(node), target, _TRANSITIONS[full_name], argument))
            return target
        made = self._variable_made(node)
        if made is not None:
            target = self.temporary()
            self.emit(ir.Make(self.spans.of(node), target, made))
            return target
        if isinstance(node.func, ast.Attribute) and node.func.attr in _METHODS:
            return self._method(node, node.func)
        return self._outside(node, full_name)

    def _contract(self, node: ast.Call, full_name: str | None) -> Contract | None:
        contracts = self.types.contracts
        if isinstance(node.func, ast.Name):
            found = self.scope.find(node.func.id)
            if found and isinstance(found[1], ast.FunctionDef):
                declared = contracts.declared(found[1], found[0])
                return declared.contract if declared else None
        return contracts.named(full_name)

    def _c_call(self, node: ast.Call, contract: Contract) -> Name:
        arguments = tuple(self.value(argument) for argument in node.args)
        target = self.temporary()
        spans = tuple(self.spans.of(argument) for argument in node.args)
        self.emit(ir.CCall(self.spans.of(node), target, contract, arguments, spans))
        return target

    def _variable_made(self, node: ast.Call) -> str | None:
        if node.args or node.keywords:
            return None
        kind = node.func.value if isinstance(node.func, ast.Subscript) else node.func
        known = _VARIABLES.get(self.types.full_name(kind, self.scope) or "")
        if known is None and isinstance(kind, ast.Name | ast.Attribute) and self.types.full_name(kind, self.scope):
            shape = self.types.contracts.shape(kind, self.scope)
            return "view" if shape and shape.state == "view" else None
        return known

    def _method(self, node: ast.Call, function: ast.Attribute) -> Name:
        receiver = self.value(function.value)
        arguments = tuple(self.value(argument) for argument in (*node.args, *(word.value for word in node.keywords)))
        target = self.temporary()
        spans = (self.spans.of(function.value), *(self.spans.of(argument) for argument in node.args))
        shape = self.types.shape(node, self.scope)
        self.emit(ir.Method(self.spans.of(node), target, receiver, function.attr, arguments, spans, shape, ast.unparse(function)))
        return target

    def _outside(self, node: ast.Call, full_name: str | None) -> Name:
        arguments = []
        if isinstance(node.func, ast.Attribute):
            receiver = self.value(node.func.value)
            self.emit(ir.Touch(self.spans.of(node.func.value), receiver))
        elif not isinstance(node.func, ast.Name):
            self.value(node.func)
        arguments += [self.value(argument) for argument in (*node.args, *(word.value for word in node.keywords))]
        target = self.temporary()
        looks, text = full_name in _LOOKERS, ast.unparse(node.func)
        shape, ours = self.types.shape(node, self.scope), _is_ours(node.func, full_name)
        self.emit(ir.Outside(self.spans.of(node), target, tuple(arguments), text, shape, looks, ours, full_name not in _SILENT))
        if full_name in _NEVER_RETURN or (shape is not None and shape.state == "never"):
            self.end(ir.Raise(self.spans.of(node), "SystemExit", silent=True))
        return target

    # ---- functions made here, comprehensions ----

    def _lambda(self, node: ast.Lambda) -> Name:
        self.capture(node)
        return self._new(node)

    def capture(self, node: FunctionNode | ast.Lambda) -> None:
        """Emit which variables of this function the function ``node``, made inside it, uses."""
        if not self.scope.assigned and not self.renamed:
            return
        own = function_scope(node, self.scope)
        body: Iterable[ast.AST] = [node.body] if isinstance(node, ast.Lambda) else node.body
        uses: dict[Name, ir.Span] = {}
        for part in body:
            for inner in ast.walk(part):
                if isinstance(inner, ast.Name) and inner.id not in own.assigned and inner.id not in own.imported:
                    variable = self.variable(inner.id)
                    if variable is not None:
                        uses.setdefault(variable, self.spans.of(inner))
        if uses:
            self.emit(ir.Capture(self.spans.of(node), tuple(uses.items())))

    def _comprehension(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> Name:
        names: dict[str, Name] = {}
        self.renamed.append(names)
        iterators = self._generators(node, list(node.generators), names)
        self.renamed.pop()
        self.emit(ir.Forget(self.spans.of(node), (*names.values(), *iterators)))
        return self._new(node)

    _listcomp = _setcomp = _generatorexp = _dictcomp = _comprehension

    def _generators(
        self,
        node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp,
        left: list[ast.comprehension],
        names: dict[str, Name],
    ) -> tuple[Name, ...]:
        if not left:
            for part in [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]:
                self.emit(ir.Escape(self.spans.of(part), self.value(part), "a container"))
            return ()
        generator = left[0]
        iterator = self.temporary("i")
        self.emit(ir.Copy(self.spans.of(generator.iter), iterator, self.value(generator.iter)))
        for inner in ast.walk(generator.target):
            if isinstance(inner, ast.Name):
                names[inner.id] = self.temporary(f"{inner.id}.")
        head, body, after = self.new_block(), self.new_block(), self.new_block()
        self.jump(head)
        item = self.temporary()
        self.end(ir.Advance(iterator, item, None, body, after, self.spans.of(generator.target)), body)
        self.assign(generator.target, item)
        for test in generator.ifs:
            more = self.new_block()
            self.condition(test, more, head)
            self.resume(more)
        others = self._generators(node, left[1:], names)
        self.end(ir.Jump(head), after)
        return (iterator, *others)


def _is_ours(function: ast.expr, full_name: str | None) -> bool:
    """Whether what is called may be part of the program: no method of some object, and nothing of the standard library."""
    if full_name is None:
        return not isinstance(function, ast.Attribute)
    return full_name.partition(".")[0] not in {"builtins", *sys.stdlib_module_names}
