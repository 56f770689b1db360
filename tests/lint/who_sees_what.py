"""What each tool sees of the same mistakes, the pairs of ``tests/bugs``: print the table of ``docs/lint.md``.

    python tests/lint/who_sees_what.py

mypy: it reports an error in the buggy function, or in a prototype that only it uses.  lint: it names the code, or (in brackets)
only the weaker PS101.  run: the violation comes out of a plain run.  faults: it comes out of a run with one call failed.
rustc: its error for the same mistake in the emitted Rust, from the programs of ``tests/rust/refusals.toml``, each of which is
compiled by a test; "in part" where there are also ways to write it that compile.
"""

from __future__ import annotations

import ast
import contextlib
import importlib.util
import io
import re
import sys
import tempfile
import tomllib
import warnings
from collections import defaultdict
from pathlib import Path
from typing import Any

from ptrstate import ledger, testing
from ptrstate.errors import CODES, OwnershipWarning, Violation
from ptrstate.lint import check_source

HERE = Path(__file__).parent
BUGS = sorted((HERE.parent / "bugs").glob("*/*.py"))
REFUSALS = HERE.parent / "rust" / "refusals.toml"
COLUMNS = ("mypy", "lint", "run", "faults")


def reached(tree: ast.Module, name: str) -> set[str]:
    """Return the functions of a module that ``name`` uses, itself among them."""
    defined = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    found: set[str] = set()
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one in defined and one not in found:
            found.add(one)
            waiting += [node.id for node in ast.walk(defined[one]) if isinstance(node, ast.Name)]
    return found


def buggy_lines(tree: ast.Module) -> set[int]:
    """Return the lines of what only the buggy function uses."""
    names = reached(tree, "buggy") - reached(tree, "fixed")
    return {
        line
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name in names
        for line in range(node.lineno, (node.end_lineno or 0) + 1)
    }


def mypy_errors() -> dict[str, set[int]]:
    """Return the lines that mypy complains of, by file name."""
    from mypy import api

    with tempfile.TemporaryDirectory() as cache:
        text, _, _ = api.run(["--check-untyped-defs", "--no-error-summary", "--cache-dir", cache, *map(str, BUGS)])
    found: dict[str, set[int]] = defaultdict(set)
    for path, line in re.findall(r"^(.*?):(\d+): error:", text, re.MULTILINE):
        found[Path(path).name].add(int(line))
    return found


def load(path: Path) -> Any:
    """Import a pair."""
    spec = importlib.util.spec_from_file_location(f"bug_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def codes_of(problems: list[BaseException]) -> set[str]:
    """Return the codes of the violations among ``problems``."""
    return {problem.code for problem in problems if isinstance(problem, Violation)}


def seen_by_run(module: Any) -> bool:
    """Whether a plain run ends in the violation."""
    problems: list[BaseException] = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            with ledger():
                module.buggy()
        except Exception as error:
            problems.append(error)
    problems += [item.message for item in caught if isinstance(item.message, OwnershipWarning)]
    return module.CODE in codes_of(problems)


def seen_by_faults(module: Any) -> bool:
    """Whether a run with a call failed ends in the violation."""
    problems: list[BaseException] = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        with contextlib.suppress(RuntimeError):
            problems += [report.problem for report in testing.faults(module.buggy) if report.failed and report.problem]
    problems += [item.message for item in caught if isinstance(item.message, OwnershipWarning)]
    return module.CODE in codes_of(problems)


def main() -> None:
    """Print the table."""
    complaints = mypy_errors()
    pairs: dict[str, int] = defaultdict(int)
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for path in BUGS:
        text = path.read_text(encoding="utf-8")
        tree, module = ast.parse(text), load(path)
        code = module.CODE
        names = reached(tree, "buggy") - reached(tree, "fixed")
        found = {finding.code for finding in check_source(text, str(path)) if finding.function.split(".")[0] in names}
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            run, faults = seen_by_run(module), seen_by_faults(module)
        pairs[code] += 1
        counts[code]["mypy"] += bool(complaints[path.name] & buggy_lines(tree))
        counts[code]["lint"] += code in found
        counts[code]["weaker"] += code not in found and "PS101" in found
        counts[code]["run"] += run
        counts[code]["faults"] += faults
    print("| code | mistake | pairs |", " | ".join(COLUMNS), "| rustc |")
    print("|---|---|" + "--:|" * (len(COLUMNS) + 1) + "---|")
    for code in sorted(pairs):
        print(f"| {code} | {CODES[code].title} | {pairs[code]} |", _cells(counts[code]), f"| {rustc(code)} |")
    total: dict[str, int] = defaultdict(int)
    for each in counts.values():
        for name, count in each.items():
            total[name] += count
    print(f"| | all | {sum(pairs.values())} |", _cells(total), "| |")


def rustc(code: str) -> str:
    """Return what rustc says of a mistake."""
    data = tomllib.loads(REFUSALS.read_text(encoding="utf-8"))
    if any(entry["code"] == code for entry in data["impossible"]):
        return "cannot be written"
    errors = sorted({f"`{entry['rustc']}`" for entry in data["refused"] if entry["code"] == code})
    part = ", in part" if errors and any(entry["code"] == code for entry in data["runtime"]) else ""
    return ", ".join(errors) + part if errors else "–"


def _cells(counts: dict[str, int]) -> str:
    def cell(name: str) -> str:
        weaker = f" (+{counts['weaker']})" if name == "lint" and counts["weaker"] else ""
        return f"{counts[name]}{weaker}"

    return " | ".join(cell(name) for name in COLUMNS)


if __name__ == "__main__":
    sys.exit(main())
