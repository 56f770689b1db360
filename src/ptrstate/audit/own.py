"""The functions of a library of one's own, as the audit needs them: what a module declares with ``c_function(library=...)``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ptrstate.binding import Library
from ptrstate.loading import NotLoadedError, load
from ptrstate.pointees import PyObject

if TYPE_CHECKING:
    from ptrstate.contract import Contract, Parameter, Result


def functions(module: str) -> dict[str, tuple[Contract, Library]]:
    """Return contract and library of each function that ``module`` declares; a name to import, or the path of a file.

    Raises :class:`~ptrstate.loading.NotLoadedError` for a module that cannot be imported, or that declares no function of a library.
    """
    found = {
        name: (function.contract, library)
        for library in vars(load(module)).values()
        if isinstance(library, Library)
        for name, function in library.functions.items()
    }
    if not found:
        wrong = f"{module} has no Library to which functions are bound"
        raise NotLoadedError(wrong, "reads what c_function(library=...) declares")
    return found


def can_be_tried(contract: Contract) -> bool:
    """Whether there are arguments to call it with: of a library's own structs the audit has none."""
    return not _foreign(contract.result) and not any(map(_foreign, contract.parameters))


def _foreign(part: Parameter | Result) -> bool:
    return part.pointee is not None and not issubclass(part.pointee, PyObject)
