"""The contract of a C function: the frozen value that a declaration becomes, and from which everything else is read."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from ptrstate.pointees import Pointee

if TYPE_CHECKING:
    from collections.abc import Callable

Version = tuple[int, int]

RUNNING: Version = sys.version_info[:2]
"""The version of the interpreter that runs this."""

VERSIONS: tuple[Version, ...] = ((3, 11), (3, 12), (3, 13))
"""The versions on which every declaration was tried."""


def parse_version(text: str) -> Version:
    """Return ``"3.13"`` or ``"3.13.0"`` as ``(3, 13)``; ``ValueError`` for anything else."""
    parts = text.split(".")
    if len(parts) < 2 or not all(part.isdigit() for part in parts[:2]):  # noqa: PLR2004
        msg = f"a version is written like 3.13, not {text!r}"
        raise ValueError(msg)
    return int(parts[0]), int(parts[1])


def version_text(version: tuple[int, ...] = sys.version_info[:3]) -> str:
    """Return ``(3, 13)`` as ``"3.13"``; without an argument the version of the interpreter that runs this, as ``"3.13.0"``."""
    return ".".join(map(str, version))


@dataclass(frozen=True)
class Parameter:
    """One parameter of a C function, in C order.  ``c_type`` is its spelling in C; the rest are cells of the contract."""

    name: str
    c_type: str
    state: str
    pointee: type[Pointee] | None = None
    nullable: bool = False
    if_null: str | None = None
    consumed: str = "never"
    retained: str | None = None
    slot: str | None = None
    after: tuple[str, str, str] | None = None
    may_be_empty: bool = False
    borrows_from: str | None = None
    owner: str | None = None
    unchecked: frozenset[str] = frozenset()
    unshared: bool = False
    index_of: str | None = None
    between: tuple[int, int] | None = None
    among: tuple[int, ...] | None = None
    length_of: str | None = None
    length_unit: str | None = None
    length_ended: bool = False
    extent: int | None = None
    keywords_of: str | None = None
    unfilled: bool = False
    flight: int = 0
    frees: str | None = None
    format: str | None = None
    element: Parameter | None = None
    null_terminated: bool = False
    variadic: bool = False


@dataclass(frozen=True)
class Result:
    """The result of a C function.  ``null`` says what NULL, or ``sentinel``, means."""

    c_type: str
    state: str
    pointee: type[Pointee] | None = None
    null: str = "never"
    sentinel: int | float | None = None
    borrows_from: str | None = None
    borrows_from_kind: str | None = None
    owner: str | None = None
    unfilled: bool = False
    allocates: str | None = None
    truth: bool = False

    @property
    def fallible(self) -> bool:
        """Whether the function can fail with an exception."""
        return self.null in {"error", "ambiguous", "always"}


@dataclass(frozen=True)
class Contract:
    """What one C function promises on one version of CPython."""

    name: str
    header: str
    parameters: tuple[Parameter, ...]
    result: Result
    kind: str = "function"
    since: str | None = None
    until: str | None = None
    limited_api: str | None = None
    may_run_python: bool = False
    error_set: str = "refused"
    indicator: str | None = None
    threads: str = "attached"
    once: bool = False
    undone_by: str | None = None
    undoes: str | None = None
    source: str = ""
    doc: str = field(default="", compare=False)
    declared: Callable[..., Any] | None = field(default=None, compare=False, repr=False)
    """The Python function whose annotations it was read from; the call is bound elsewhere."""

    @property
    def c_name(self) -> str:
        """The symbol the binding calls: a shim stands for what has no address or no fixed parameters."""
        return f"ptrstate_{self.name}" if self.kind == "shim" else self.name

    def available(self, version: Version) -> bool:
        """Whether the function exists in ``version``; ``until`` is exclusive."""
        return (self.since is None or version >= parse_version(self.since)) and (
            self.until is None or version < parse_version(self.until)
        )

    def parameter(self, name: str) -> Parameter:
        """Return the parameter called ``name``; ``KeyError`` when there is none."""
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        raise KeyError(name)

    def c_declaration(self) -> str:
        """Return the C prototype that the binding is compiled with."""
        types = ["void *const *" if p.variadic else p.c_type for p in self.parameters]
        if self.parameters and self.parameters[-1].variadic:
            types.insert(-1, "Py_ssize_t")
        return f"{self.result.c_type} {self.c_name}({', '.join(types) or 'void'});"

    def to_json(self) -> dict[str, Any]:
        """Return the contract as the data that ``ptrstate contracts --json`` prints."""
        return {
            "header": self.header,
            "kind": self.kind,
            "since": self.since,
            "until": self.until,
            "limited_api": self.limited_api,
            "may_run_python": self.may_run_python,
            "error_set": self.error_set,
            "indicator": self.indicator,
            "threads": self.threads,
            **({"once": True} if self.once else {}),
            **({"undone_by": self.undone_by} if self.undone_by else {}),
            **({"undoes": self.undoes} if self.undoes else {}),
            "source": self.source,
            "parameters": [_parameter_json(parameter) for parameter in self.parameters],
            "result": _result_json(self.result),
        }


_ALWAYS_SHOWN = {"name", "c_type", "state", "pointee", "nullable", "if_null", "consumed", "retained", "slot", "borrows_from"}


def _parameter_json(parameter: Parameter) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for spec in fields(Parameter):
        value = getattr(parameter, spec.name)
        if spec.name not in _ALWAYS_SHOWN and value == spec.default:
            continue
        if isinstance(value, type):
            value = value.__name__
        elif isinstance(value, Parameter):
            value = _parameter_json(value)
        elif isinstance(value, frozenset):
            value = sorted(value)
        elif spec.name == "after" and value is not None:
            value = dict(zip(("success", "failure", "absent"), value, strict=True))
        data[spec.name] = value
    return data


def _result_json(result: Result) -> dict[str, Any]:
    owner: dict[str, str] | None = None
    if result.borrows_from is not None:
        owner = {"parameter": result.borrows_from}
    elif result.borrows_from_kind is not None:
        owner = {"kind": result.borrows_from_kind}
    data: dict[str, Any] = {
        "c_type": result.c_type,
        "state": result.state,
        "pointee": result.pointee.__name__ if result.pointee else None,
        "null": result.null,
        "sentinel": result.sentinel,
        "borrows_from": owner,
        "owner": result.owner,
    }
    if result.unfilled:
        data["unfilled"] = True
    if result.truth:
        data["truth"] = True
    if result.allocates:
        data["allocates"] = result.allocates
    return data
