"""Look at source: at one text for an editor, which needs no type checker, or at files with what a type checker knows of them."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

from ptrstate.contract import RUNNING
from ptrstate.lint.contracts import Contracts
from ptrstate.lint.findings import Report
from ptrstate.lint.flow import Flow
from ptrstate.lint.ignores import without_ignored
from ptrstate.lint.lower import functions
from ptrstate.lint.names import module_scope
from ptrstate.lint.types import SourceTypes

if TYPE_CHECKING:
    from ptrstate.contract import Version
    from ptrstate.lint.findings import Finding, Undecided
    from ptrstate.lint.names import Scope


def check_source(text: str, path: str = "<text>", *, version: Version = RUNNING) -> list[Finding]:
    """Return what is wrong with a source text, by its imports and annotations alone; ``SyntaxError`` when it is no Python."""
    return list(report_source(text, path, version=version).findings)


def report_source(text: str, path: str = "<text>", *, version: Version = RUNNING) -> Report:
    """Return what is wrong with a source text, and what was left undecided."""
    tree = ast.parse(text, path)
    scope = module_scope(tree, Path(path).stem)
    contracts = Contracts(version)
    contracts.add(scope)
    return analyse(tree, text, path, scope, SourceTypes(contracts))


def analyse(tree: ast.Module, text: str, path: str, scope: Scope, types: SourceTypes) -> Report:
    """Look at every function of a parsed file."""
    findings: list[Finding] = []
    undecided: list[Undecided] = []
    for function in functions(tree, text, scope, types):
        book = Flow(path, function).run()
        findings += book.findings_on_every_way()
        undecided += book.undecided.values()
    undecided.sort(key=lambda left: left.span)
    return Report(path, text, tuple(without_ignored(findings, text, path)), tuple(undecided))
