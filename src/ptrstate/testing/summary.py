"""What a check tried: examples, runs, faults, paths, and how often each C call was made and failed."""

from __future__ import annotations

import dis
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ptrstate._native import core
from ptrstate.violations.report import Site

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType

    from ptrstate.faults import Call
    from ptrstate.testing.runs import Run


@dataclass
class Summary:
    """The tally of one check.

    ``examples``: argument lists that were tried; ``runs``: calls of the function; ``faults``: failures that were injected;
    ``paths``: different sequences of C calls and endings; ``calls``: (C function, file:line) of each fallible call, with how
    often it was made and how often it was made to fail; ``unreached``: those in the body that no run came to.
    """

    name: str
    examples: int = 0
    runs: int = 0
    faults: int = 0
    made: Counter[tuple[str, str]] = field(default_factory=Counter)
    failed: Counter[tuple[str, str]] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    unreached: tuple[tuple[str, str], ...] = ()
    _paths: set[Any] = field(default_factory=set)

    @property
    def paths(self) -> int:
        """How many different paths were taken."""
        return len(self._paths)

    @property
    def calls(self) -> list[tuple[str, str, int, int]]:
        """Each fallible call: C function, file:line, times made, times failed."""
        ordered = sorted(self.made, key=lambda place: place[1])
        return [(*place, self.made[place], self.failed[place]) for place in ordered]

    def is_new(self, made: Run) -> bool:
        """Whether no run before took the path of this one."""
        return self._path(made) not in self._paths

    @staticmethod
    def _path(made: Run) -> Any:  # noqa: ANN401
        return made.path, tuple(call.failed for call in made.made), made.outcome.split(" with ")[0]

    def add(self, made: Run) -> None:
        """Count one run."""
        self.runs += 1
        self.faults += len(made.failed)
        self.outcomes[made.outcome] += 1
        self._paths.add(self._path(made))
        for call in made.made:
            place = place_of(call)
            self.made[place] += 1
            self.failed[place] += call.failed

    def __str__(self) -> str:
        return (
            f"{self.name}: {self.paths} paths, {self.faults} faults, {self.examples} examples, {self.runs} runs; "
            f"{sum(1 for place in self.made if self.failed[place])} of {len(self.made) + len(self.unreached)} fallible calls failed"
        )

    def to_json(self) -> dict[str, Any]:
        """Return the tally as plain data."""
        return {
            "name": self.name,
            "examples": self.examples,
            "runs": self.runs,
            "faults": self.faults,
            "paths": self.paths,
            "calls": [list(call) for call in self.calls],
            "unreached": [list(place) for place in self.unreached],
            "outcomes": dict(self.outcomes),
        }


def place_of(call: Call) -> tuple[str, str]:
    """Return the C function of a call and the file and line at which it was made."""
    site = Site.of(call.site)
    return call.function, site.where if site else "?"


def unreached(function: Callable[..., Any], summary: Summary) -> tuple[tuple[str, str], ...]:
    """Return the fallible C calls that stand in the body of ``function`` and that no run came to."""
    from ptrstate.capi import declarations  # noqa: PLC0415
    from ptrstate.declaration import Declaration  # noqa: PLC0415

    known = declarations()
    body = getattr(function, "function", function)
    code = getattr(body, "__code__", None)
    found = []
    if code is None:
        return ()
    for name, line in _named_in(code, body.__globals__):
        declaration = known.get(name)
        if isinstance(declaration, Declaration):
            result = declaration.contract().result
            place = name, f"{_basename(code)}:{line}"
            if result.fallible and result.null != "always" and place not in summary.made:
                found.append(place)
    return tuple(dict.fromkeys(found))


def _basename(code: CodeType) -> str:
    return code.co_filename.replace("\\", "/").rpartition("/")[2]


def _named_in(code: CodeType, names: dict[str, Any]) -> list[tuple[str, int]]:
    """Return the attributes that the code reads, and the bound C functions among its global names, each with its line."""
    line = code.co_firstlineno
    found = []
    for instruction in dis.get_instructions(code):
        line = instruction.positions.lineno or line if instruction.positions else line
        name = str(instruction.argval)
        attribute = instruction.opname.startswith(("LOAD_ATTR", "LOAD_METHOD"))
        if attribute or (instruction.opname == "LOAD_GLOBAL" and isinstance(names.get(name), core.Function)):
            found.append((name, line))
    return found
