"""Declarations as stubs for type checkers: what a checker cannot see of a module, version by version.

The stub of a module stands beside it and takes its place, so it has everything that the module offers: its declared functions
and prototypes with the signatures of their contracts, each only for the versions that have it, and the rest as the source has it.
The stub of a package also has, flat, what its modules declare, as ``ptrstate.capi`` does.
"""

from __future__ import annotations

import ast
import importlib.util
import pkgutil
import textwrap
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, get_type_hints

from ptrstate._native import core
from ptrstate.contract import Contract, Version, parse_version
from ptrstate.declaration import DataDeclaration, Declaration
from ptrstate.emit.annotations import LINE, Names, spelt
from ptrstate.emit.skeleton import Skeleton
from ptrstate.prototype import Prototype
from ptrstate.states import BorrowedPtr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import ModuleType

    from ptrstate.emit import Files

OLDEST: Version = (3, 11)
"""The oldest Python that a stub is for; what came before has been there always."""

_NOTE = "# Generated from the declarations by `ptrstate emit stubs`; do not edit."

Bounds = tuple[Version | None, Version | None]


def files(modules: Sequence[ModuleType]) -> Files:
    """Return the stub of each module, at the path it is imported by.  ``ValueError`` for one that declares nothing."""
    return dict(map(_stub, modules))


def _stub(module: ModuleType) -> tuple[PurePosixPath, str]:
    file = getattr(module, "__file__", None) or ""
    if not file.endswith(".py"):
        msg = f"{module.__name__} has no source to make a stub from"
        raise ValueError(msg)
    names = Names(module)
    source = importlib.util.decode_source(Path(file).read_bytes())
    own = Skeleton(source, lambda name: _declared_text(module, name, names), _Types(module, names).of)
    sections = [section for inner in _inner(module) if (section := _section(inner, names))]
    if not sections and not any(_declared(value) for value in vars(module).values()):
        msg = f"{module.__name__} declares no C function, prototype or data"
        raise ValueError(msg)
    for statement in own.imports(sections):
        names.add(statement)
    doc = [f'"""{own.doc}"""'] if own.doc else []
    text = "\n\n".join(["\n".join([_NOTE, *doc]), "\n".join(names.lines()), *filter(None, own.parts), *sections])
    path = PurePosixPath(*module.__name__.split("."))
    return path / "__init__.pyi" if hasattr(module, "__path__") else path.with_suffix(".pyi"), text + "\n"


# ---- what is declared ----


@dataclass(frozen=True)
class _Item:
    """One declared thing: its text and the versions that have it."""

    text: str
    bounds: Bounds


def _declared(value: object) -> Contract | DataDeclaration | None:
    """Return what a module's variable declares, None when it declares nothing."""
    if isinstance(value, Declaration):
        return value.contract()
    if isinstance(value, Prototype | core.Function):
        return value.contract
    return value if isinstance(value, DataDeclaration) else None


def _inner(module: ModuleType) -> list[ModuleType]:
    paths = getattr(module, "__path__", ())
    return [
        importlib.import_module(f"{module.__name__}.{info.name}")
        for info in sorted(pkgutil.iter_modules(paths), key=lambda info: info.name)
        if not info.ispkg
    ]


def _section(module: ModuleType, names: Names) -> str:
    """Return what one module of a package declares, what is in every version first."""
    declared = {name: found for name, value in vars(module).items() if (found := _declared(value)) is not None}
    items = [_item(name, found, names) for name, found in declared.items() if _at_home(found, module)]
    items = [item for item in items if item.text]
    groups = dict.fromkeys(sorted((item.bounds for item in items), key=_order))
    texts = [_bounded(_together(item.text for item in items if item.bounds == bounds), bounds) for bounds in groups]
    return "\n\n".join([f"# ---- {module.__name__} ----", *texts]) if texts else ""


def _together(texts: Iterable[str]) -> str:
    """Return functions with a line between them, and variables without."""
    return "\n".join(f"\n{text}" if text.startswith("def ") else text for text in texts).strip("\n")


def _at_home(found: Contract | DataDeclaration, module: ModuleType) -> bool:
    """Whether a module declares a thing itself, and does not import it."""
    return isinstance(found, DataDeclaration) or (found.declared is not None and found.declared.__module__ == module.__name__)


def _order(bounds: Bounds) -> tuple[Version, Version]:
    since, until = bounds
    return since or (0, 0), until or (99, 0)


def _declared_text(module: ModuleType, name: str, names: Names) -> str | None:
    declared = _declared(getattr(module, name, None))
    if declared is None:
        return None
    item = _item(name, declared, names)
    return _bounded(item.text, item.bounds)


def _bounded(text: str, bounds: Bounds) -> str:
    """Return ``text`` for a checker that is told one of the versions alone."""
    for sign, version in zip((">=", "<"), bounds, strict=True):
        if version is not None:
            text = f"if sys.version_info {sign} {version}:\n" + textwrap.indent(text, "    ")
    return text


def _item(name: str, declared: Contract | DataDeclaration, names: Names) -> _Item:
    since = parse_version(declared.since) if declared.since else None
    until = parse_version(declared.until) if declared.until else None
    if until is not None and until <= OLDEST:
        return _Item("", (None, None))
    bounds = (since if since is not None and since > OLDEST else None), until
    if bounds != (None, None):
        names.add(ast.Import([ast.alias("sys")]))
    if isinstance(declared, DataDeclaration):
        pointee = spelt(declared.pointee, names)
        return _Item(f"{name}: {names.use('typing', 'Final')}[{spelt(BorrowedPtr, names)}[{pointee}]]", bounds)
    return _Item(_function(declared, names), bounds)


def _function(contract: Contract, names: Names) -> str:
    """Return the signature that ``contract`` has in Python, positional as in C, with its docstring."""
    assert contract.declared is not None
    hints = get_type_hints(contract.declared, include_extras=True)
    parameters = [f"{'*' * p.variadic}{p.name}: {spelt(hints[p.name], names)}" for p in contract.parameters]
    fixed = sum(not parameter.variadic for parameter in contract.parameters)
    if fixed:
        parameters.insert(fixed, "/")
    result = spelt(hints["return"], names)
    head = f"def {contract.name}({', '.join(parameters)}) -> {result}:"
    if len(head) > LINE:
        head = f"def {contract.name}(\n" + "".join(f"    {parameter},\n" for parameter in parameters) + f") -> {result}:"
    return head + (f'\n    """{textwrap.indent(contract.doc, "    ").strip()}"""' if contract.doc else " ...")


class _Types:
    """The types of a module's variables, as what they hold shows."""

    def __init__(self, module: ModuleType, names: Names) -> None:
        self._module = module
        self._names = names

    def of(self, name: str) -> str:
        """Return the spelling of the type of the variable ``name``."""
        return self._spelt(getattr(self._module, name))

    def _spelt(self, value: Any) -> str:  # noqa: ANN401
        if isinstance(value, dict):
            return self._generic(dict, value, value.values())
        if isinstance(value, list | set | frozenset):
            return self._generic(type(value), value)
        if isinstance(value, tuple):
            return f"tuple[{', '.join(map(self._spelt, value)) or '()'}]"
        return "None" if value is None else spelt(type(value), self._names)

    def _generic(self, kind: type, *contents: Iterable[Any]) -> str:
        members = [" | ".join(sorted(set(map(self._spelt, content)))) or "object" for content in contents]
        return f"{spelt(kind, self._names)}[{', '.join(members)}]"
