"""Prototypes as skeletons: each a function with its C symbol and states, and a body that is left to be written."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ptrstate.contract import VERSIONS
from ptrstate.emit.rust.documentation import comment, document
from ptrstate.emit.rust.items import arrow, header
from ptrstate.emit.rust.signatures import Signature, generics, signature
from ptrstate.emit.rust.spelling import Unspoken
from ptrstate.prototype import Prototype
from ptrstate.reading import read_contract

if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any

    from ptrstate.pointees import Pointee

_CALL_WIDTH = 60
_LINE = 100
_INTRODUCTION = """\
//! The prototypes of the Python module `{name}`, to be filled in.
//!
//! Copy the file into a crate of your own, or change it here and build it with `cargo build --example {file}`; the symbols are
//! `ptrstate_NAME`, so that no function of the interpreter is in their place.

#![allow(non_snake_case)] // the names are C's
#![allow(unused_imports)] // a body needs some of them

use core::ffi::*;
use core::mem::ManuallyDrop;

use ptrstate_capi::data::*;
use ptrstate_capi::ffi::*;
use ptrstate_capi::pointees::*;
use ptrstate_capi::structs::*;
use ptrstate_capi::*;"""


@dataclass(frozen=True)
class Skeletons:
    """The prototypes of one module: the text of its file, and the pointees that they name."""

    name: str
    lines: list[str]
    pointees: frozenset[type[Pointee]]


def skeletons(module: ModuleType) -> Skeletons:
    """Return the prototypes of ``module`` as a file.  Raises ``ValueError`` when it has none, or Rust has no type for one."""
    found = {name: value for name, value in vars(module).items() if isinstance(value, Prototype)}
    if not found:
        msg = f"the module {module.__name__!r} has no prototype"
        raise ValueError(msg)
    name = module.__name__.rpartition(".")[2]
    lines = _INTRODUCTION.format(name=module.__name__, file=name).splitlines()
    pointees: set[type[Pointee]] = set()
    for prototype in found.values():
        contract = read_contract(prototype.function, prototype.facts, VERSIONS[-1])
        try:
            made = signature(contract)
        except Unspoken as reason:
            msg = f"{module.__name__}.{contract.name}: {reason}"
            raise ValueError(msg) from reason
        lines += ["", *_shell(made), "", *_body(made, prototype)]
        named = [p.pointee for p in contract.parameters] + [contract.result.pointee]
        pointees |= {pointee for pointee in named if pointee is not None}
    return Skeletons(name, lines, frozenset(pointees))


def _taken(made: Signature) -> list[tuple[str, str]]:
    """Return name and type of each parameter as the function itself has it: it carries no token, and may give one back."""
    return [
        (p.name, f"ManuallyDrop<{p.bare}>" if made.back is not None and p.name == made.back.name else p.bare)
        for p in made.parameters
    ]


def _shell(made: Signature) -> list[str]:
    """Return the function that C calls."""
    name, parameters = made.contract.name, _taken(made)
    result = made.result.typed
    shown = [f"{parameter}: {typed}" for parameter, typed in parameters]
    lifetimes = generics(result, *(typed for _, typed in parameters))
    end = "" if _handed_back(made) == result else ".returned()"
    return [
        *comment(document(made.contract)),
        f'#[unsafe(export_name = "ptrstate_{name}")]',
        *header(f'pub unsafe extern "C" fn {name}{lifetimes}', shown, f"{arrow(result)} {{", ""),
        "    // SAFETY: whoever calls a function of the C API is attached.",
        "    let py = unsafe { Attached::assume() };",
        *_call(f"{name}_body", ["py", *(parameter for parameter, _ in parameters)], end),
        "}",
    ]


def _call(callee: str, arguments: list[str], end: str) -> list[str]:
    line = f"    {callee}({', '.join(arguments)}){end}"
    if len(line) <= _LINE and len(", ".join(arguments)) <= _CALL_WIDTH:
        return [line]
    return [f"    {callee}(", *(f"        {argument}," for argument in arguments), f"    ){end}"]


def _body(made: Signature, prototype: Prototype[..., Any]) -> list[str]:
    """Return the function that is left to be written, documented by the one in Python."""
    name, parameters = made.contract.name, _taken(made)
    result = _handed_back(made)
    lent = "'a " if "'a" in result else ""
    shown = [f"py: &{lent}mut Attached<'py>", *(f"{parameter}: {typed}" for parameter, typed in parameters)]
    lifetimes = generics(result, *shown)
    kept = made.back and f"/// `{made.back.name}` stays the caller's unless the function succeeds: take it out as the last step."
    return [
        f"/// The body of [`{name}`], which in Python is",
        "///",
        "/// ```python",
        *comment(_source(prototype.function)),
        "/// ```",
        *(["///", kept] if kept else []),
        "#[allow(unused_variables)]",
        *header(f"fn {name}_body{lifetimes}", shown, f"{arrow(result)} {{", ""),
        f'    todo!("{name}")',
        "}",
    ]


def _handed_back(made: Signature) -> str:
    """Return what the body returns: the value or the exception, where the C result has room for both."""
    typed = made.result.typed
    if typed.startswith("Always<"):
        return "Raised<'py>"
    for pattern, value in (
        (r"Ambiguous<(Option<.*>)>", None),
        (r"(?:OrError|Ambiguous)<([^,<>]+)(?:, -?\d+)?>", None),
        (r"Status(?:<.*>)?", "()"),
        (r"Found(?:<.*>)?", "bool"),
    ):
        if match := re.fullmatch(pattern, typed):
            return f"Result<{value or match[1]}, Raised<'py>>"
    if made.contract.result.null == "error" and typed.startswith("Option<"):
        return f"Result<{typed.removeprefix('Option<').removesuffix('>')}, Raised<'py>>"
    return typed


def _source(function: Any) -> list[str]:  # noqa: ANN401
    """Return the statements of a function without its docstring."""
    source = textwrap.dedent(inspect.getsource(function))
    definition = ast.parse(source).body[0]
    if not isinstance(definition, ast.FunctionDef):
        return source.splitlines()
    statements = definition.body
    if ast.get_docstring(definition) is not None and len(statements) > 1:
        statements = statements[1:]
    lines = source.splitlines()
    first = min(statements[0].lineno, _first_comment(lines, statements[0].lineno))
    return textwrap.dedent("\n".join(lines[first - 1 :])).splitlines()


def _first_comment(lines: list[str], line: int) -> int:
    """Return the first of the comment lines that stand right above ``line``."""
    while lines[line - 2].lstrip().startswith("#"):
        line -= 1
    return line
