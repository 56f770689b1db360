"""What a declaration says, as the documentation of an item."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ptrstate.contract import Contract, Parameter

_WIDTH = 96
_ERROR_SET = {"refused": "no exception is pending", "required": "an exception is pending"}
_UNCHECKED = {
    "type": "`{name}` is of the type that its pointer says",
    "exact type": "`{name}` is of just the type that its pointer says",
    "unshared": "nobody else has a reference to `{name}`",
    "nonempty": "`{name}` is not empty",
    "sequence": "the type of `{name}` has `sq_item`",
    "unstarted": "`{name}` is a frame that has not run",
    "closed": "`{name}` is code without variables of outer functions",
    "texts": "`{name}` is a tuple of nothing but `str`",
    "iterator": "`{name}` is an iterator",
    "exception class": "`{name}` is an exception class",
    "characters": "there are characters and nothing else in `{name}`",
    "handled": "`{name}` is an exception or `None`",
    "preceded": "`{name}` is null where the first argument that may be null is",
    "compact": "`{name}` is an `int` of one digit",
    "nonzero": "`{name}` is not zero",
    "instance": "`{name}` is no type",
    "zeroed": "an object of the type `{name}` is whole when all its fields are zero",
    "ordered": "`{name}` is no less than the argument before it",
    "above depth": "`{name}` is greater than the number of the calls that are running",
    "utf-8": "`{name}` is UTF-8",
    "cells": "`{name}` has a cell for each variable of outer functions that the function before it has",
}
_IF_NULL = {
    "default": "leaves the choice to C",
    "delete": "deletes",
    "clear": "clears",
    "empty": "means an empty or unset value",
    "error": "is answered with an exception",
    "propagate": "hands on an earlier failure",
    "skip": "is skipped",
}


def markdown(text: str) -> str:
    """Return a docstring's text for rustdoc: code in single backticks, nothing else read as a link or as code."""
    text = text.replace("``", "`")
    text = re.sub(r":\w+:`~?([^`]*)`", r"`\1`", text)
    pieces = re.split(r"(`[^`]*`)", text)
    return "".join(piece if piece.startswith("`") else re.sub(r"([\[\]<>*_])", r"\\\1", piece) for piece in pieces)


def paragraphs(text: str) -> list[str]:
    """Return the lines of a docstring, wrapped, with empty lines between its paragraphs."""
    lines: list[str] = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        lines += [
            "",
            *textwrap.wrap(markdown(" ".join(paragraph.split())), _WIDTH, break_long_words=False, break_on_hyphens=False),
        ]
    return lines[1:]


def comment(lines: list[str], indent: str = "") -> list[str]:
    """Return ``lines`` as the documentation of what follows."""
    return [f"{indent}/// {line}".rstrip() for line in lines]


def document(contract: Contract) -> list[str]:
    """Return the lines of documentation of a function: what it does, how C writes it, and what its caller sees to."""
    lines = paragraphs(contract.doc) if contract.doc else [f"`{contract.name}`."]
    nulls = [f"NULL for `{p.name}` {_IF_NULL[p.if_null]}" for p in contract.parameters if p.if_null]
    if nulls:
        lines += ["", *_sentence("; ".join(nulls))]
    lines += ["", f"C: `{_prototype(contract)}`", "", "# Safety", ""]
    return lines + _sentence(", ".join(_duties(contract)))


def _sentence(text: str) -> list[str]:
    return textwrap.wrap(f"{text}.", _WIDTH, break_long_words=False, break_on_hyphens=False)


def _prototype(contract: Contract) -> str:
    shown = [_declarator(p.c_type, p.name) for p in contract.parameters if not p.variadic]
    if len(shown) < len(contract.parameters):
        shown.append("...")
    return f"{_declarator(contract.result.c_type, contract.name)}({', '.join(shown) or 'void'})"


def _declarator(c_type: str, name: str) -> str:
    return f"{c_type}{name}" if c_type.endswith("*") else f"{c_type} {name}"


def _duties(contract: Contract) -> Iterator[str]:
    yield "The thread is attached for `'py`" if contract.threads != "any" else "Any thread may call it"
    if contract.error_set in _ERROR_SET:
        yield _ERROR_SET[contract.error_set]
    if contract.once:
        yield "nobody has called it before in this process"
    if contract.undone_by:
        yield f"`{contract.undone_by}` is called after each call that returns 0"
    if contract.undoes:
        yield f"`{contract.undoes}` was called before, and not undone yet"
    for parameter in contract.parameters:
        yield from _duties_about(parameter)
    if contract.result.unfilled:
        yield "the items of the result are set before it is used"
    if contract.result.allocates:
        yield f"the memory is freed in the domain `{contract.result.allocates}`"


def _duties_about(p: Parameter) -> Iterator[str]:
    for requirement in sorted(p.unchecked):
        yield _UNCHECKED.get(requirement, f"`{{name}}` is {requirement}").format(name=p.name)
    if p.index_of:
        yield f"`{p.name}` is an index of `{p.index_of}`"
    if p.length_of:
        yield f"`{p.name}` is no more than `{p.length_of}` has"
    if p.frees:
        yield f"`{p.name}` was allocated in the domain `{p.frees}` and is not used afterwards"
    if p.flight:
        yield f"a reference to `{p.name}` is {'taken up by somebody' if p.flight > 0 else 'the caller to give'}"
    if p.slot == "out_owned":
        yield f"`{p.name}` is empty"
    if p.variadic:
        yield "the variadic arguments are as many, and pointers of the kind, that C expects"
