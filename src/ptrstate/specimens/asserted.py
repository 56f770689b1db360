"""Calls that end a process whose interpreter was built with assertions, while a release build makes them.

Each is an assertion about what a caller cannot know or keep; what a caller can keep is a cell of the contract instead.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ptrstate.contract import Contract, Parameter
    from ptrstate.specimens.given import Specimen

DEBUG = hasattr(sys, "gettotalrefcount")
"""Whether the running interpreter has its assertions compiled in."""


@dataclass(frozen=True)
class Assertion:
    """The functions that make it, what it says, and the labels of the specimens with which it fails (without any: always)."""

    functions: tuple[str, ...]
    why: str
    given: Mapping[str, str] = field(default_factory=dict)

    def fails(self, contract: Contract, labels: Mapping[str, str]) -> bool:
        """Whether a call fails it whose arguments have these labels, by parameter; those left out may be anything."""
        return contract.name in self.functions and all(labels.get(name) == label for name, label in self.given.items())


ASSERTIONS: tuple[Assertion, ...] = (
    Assertion(
        ("PyGen_New", "PyGen_NewWithQualName", "PyCoro_New", "PyAsyncGen_New"),
        "asserts that the interpreter's part of the frame knows its frame object, which it does not in one that PyFrame_New made; "
        "CPython tests none of the four (python/cpython#99485)",
    ),
    Assertion(
        ("PyCode_Addr2Line", "PyCode_Addr2Location"),
        "asserts that the offset lies in the bytecode; without assertions, one behind it has no line",
        {"offset": "1048576"},
    ),
    Assertion(
        ("PyRun_File", "PyRun_FileEx", "PyRun_FileFlags", "PyRun_FileExFlags"),
        "asserts of a syntax error in a file that the file was read to its end (python/cpython#153304)",
        {"start": "258"},
    ),
)

NEVER_CALLED: dict[str, str] = {name: a.why for a in ASSERTIONS if DEBUG and not a.given for name in a.functions}
"""Functions that no call in this process can survive, with the reason."""


def asserted(contract: Contract, arguments: tuple[Specimen, ...]) -> bool:
    """Whether the running interpreter has an assertion that fails in such a call."""
    labels = {p.name: s.label for p, s in zip(contract.parameters, arguments, strict=True)}
    return DEBUG and any(a.fails(contract, labels) for a in ASSERTIONS)


def asserted_of(contract: Contract, parameter: Parameter, specimen: Specimen) -> bool:
    """Whether the running interpreter has an assertion that fails with this argument, whatever the others are."""
    return DEBUG and any(a.given and a.fails(contract, {parameter.name: specimen.label}) for a in ASSERTIONS)
