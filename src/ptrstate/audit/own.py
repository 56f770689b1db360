"""The functions of a library of one's own, as the audit needs them: what a module declares with ``c_function(library=...)``."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ptrstate.binding import Library
from ptrstate.pointees import PyObject

if TYPE_CHECKING:
    from ptrstate.contract import Contract, Parameter, Result


class OwnFunctionsError(ValueError):
    """A module that cannot be imported, or that declares no function of a library; the message says which."""


def functions(module: str) -> dict[str, tuple[Contract, Library]]:
    """Return contract and library of each function that ``module`` declares; a name to import, or the path of a file.

    Raises :class:`OwnFunctionsError`.
    """
    found = {
        name: (function.contract, library)
        for library in vars(_imported(module)).values()
        if isinstance(library, Library)
        for name, function in library.functions.items()
    }
    if not found:
        msg = f"{module} has no Library to which functions are bound; declare them with c_function(library=...)"
        raise OwnFunctionsError(msg)
    return found


def _imported(module: str) -> Any:  # noqa: ANN401
    try:
        if not module.endswith(".py"):
            return importlib.import_module(module)
        path = Path(module).resolve()
        spec = importlib.util.spec_from_file_location(path.stem, path)
        assert spec is not None
        assert spec.loader is not None
        made = importlib.util.module_from_spec(spec)
        sys.modules[path.stem] = made
        sys.path.insert(0, str(path.parent))
        spec.loader.exec_module(made)
    except (ImportError, OSError) as error:
        msg = f"{module} cannot be imported: {error}"
        raise OwnFunctionsError(msg) from error
    return made


def can_be_tried(contract: Contract) -> bool:
    """Whether there are arguments to call it with: of a library's own structs the audit has none."""
    return not _foreign(contract.result) and not any(map(_foreign, contract.parameters))


def _foreign(part: Parameter | Result) -> bool:
    return part.pointee is not None and not issubclass(part.pointee, PyObject)
