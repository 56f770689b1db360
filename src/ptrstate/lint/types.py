"""What the analysis asks a type checker: what a name stands for, and what state a value's type is.  Here from source alone."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ptrstate.lint.contracts import Contracts
    from ptrstate.lint.ir import Shape
    from ptrstate.lint.names import Scope


class SourceTypes:
    """What imports, definitions and annotations tell, without a type checker."""

    def __init__(self, contracts: Contracts) -> None:
        self.contracts = contracts

    def full_name(self, node: ast.expr, scope: Scope) -> str | None:
        """Return the full name of what ``node`` stands for in ``scope``, or None."""
        return scope.full_name(node)

    def shape(self, node: ast.expr, scope: Scope) -> Shape | None:
        """Return the state of the value of ``node``, or None where it is not known, or no pointer."""
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            found = scope.find(node.func.id)
            if found and isinstance(found[1], ast.FunctionDef):
                return self.contracts.shape(found[1].returns, found[0])
        return None
