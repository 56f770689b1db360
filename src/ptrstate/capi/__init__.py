"""The C functions by their own names, flat: ``capi.PyList_New(3)``.  Each is bound when it is first asked for."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from typing import Any

from ptrstate._native import core
from ptrstate.contract import RUNNING, version_text
from ptrstate.declaration import DataDeclaration, Declaration

core.hide_file((lambda: None).__code__)


@functools.cache
def declarations() -> dict[str, Declaration[..., Any] | DataDeclaration]:
    """Return every declaration of every header, whatever version has it, by name."""
    found: dict[str, Declaration[..., Any] | DataDeclaration] = {}
    for info in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{info.name}")
        found |= {
            name: value
            for name, value in vars(module).items()
            if isinstance(value, DataDeclaration) or (isinstance(value, Declaration) and value.__module__ == module.__name__)
        }
    return found


def _bounds(declared: Any) -> str:  # noqa: ANN401
    since = f"it came with {declared.since}" if declared.since else ""
    until = f"it went with {declared.until}" if declared.until else ""
    return " and ".join(filter(None, (since, until)))


def __dir__() -> list[str]:
    return sorted(
        name
        for name, value in declarations().items()
        if (value.available() if isinstance(value, DataDeclaration) else value.contract().available(RUNNING))
    )


def __getattr__(name: str) -> Any:  # noqa: ANN401
    declared = declarations().get(name)
    if declared is None:
        msg = f"ptrstate.capi declares no {name}"
        raise AttributeError(msg)
    from ptrstate.interpreter import library  # noqa: PLC0415

    version = version_text(RUNNING)
    if isinstance(declared, DataDeclaration):
        if not declared.available():
            msg = f"{name} is not in CPython {version}: {_bounds(declared)}"
            raise AttributeError(msg)
        value: Any = library.data(declared)
    else:
        contract = declared.contract()
        if not contract.available(RUNNING):
            msg = f"{name} is not in CPython {version}: {_bounds(contract)}"
            raise AttributeError(msg)
        value = library.bind(declared)
        globals()[name] = value
    return value
