"""A module of the user's, as a command line names it: ``draft``, or the path of its file, ``drafts/draft.py``."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


class NotLoadedError(ValueError):
    """A module that is not there, or fails when it is imported: a line on what is wrong.

    ``hint`` helps on, and goes on from the name of the command: "imports it; ...".
    """

    def __init__(self, wrong: str, hint: str) -> None:
        super().__init__(wrong)
        self.hint = hint

    def __reduce__(self) -> tuple[type[NotLoadedError], tuple[str, str]]:
        return type(self), (str(self), self.hint)


def load(named: str) -> ModuleType:
    """Import the module, by its name (from the working folder too) or from the file that ends in ``.py``.

    Raises :class:`NotLoadedError`, with the type of what the module raised, its first line, and where; an interrupt comes through.
    """
    try:
        return _from_file(Path(named)) if named.endswith(".py") else _by_name(named)
    except (NotLoadedError, KeyboardInterrupt, GeneratorExit):
        raise
    except SystemExit as error:
        wrong = f"{named} cannot be imported: it ended the process with sys.exit({error.code!r})"
        raise NotLoadedError(wrong, _hint(error, named)) from error
    except BaseException as error:
        message, _, _ = (error.msg if isinstance(error, SyntaxError) else str(error)).partition("\n")
        what = ": ".join(filter(None, (type(error).__name__ + _place(error, named), message)))
        wrong = f"{named} cannot be imported: {what}"
        raise NotLoadedError(wrong, _hint(error, named)) from error


def _by_name(name: str) -> ModuleType:
    if "" not in sys.path:
        sys.path.insert(0, "")
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name is None or not (name == error.name or name.startswith(f"{error.name}.")):
            raise
        wrong = f"there is no module {name}"
        raise NotLoadedError(wrong, f"takes a file by its path and .py: {name.replace('.', '/')}.py") from error


def _from_file(path: Path) -> ModuleType:
    if not path.is_file():
        wrong = f"there is no file {path}"
        raise NotLoadedError(wrong, f"takes a module, of this folder or installed, by its name: {path.stem}")
    folder = str(path.parent.resolve())
    if folder not in sys.path:
        sys.path.insert(0, folder)
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules.setdefault(path.stem, module)
    spec.loader.exec_module(module)
    return module


def _lines(error: BaseException, named: str) -> list[traceback.FrameSummary]:
    """Return where the module itself was when it failed, the innermost last."""
    name = Path(named).stem if named.endswith(".py") else named
    frames = traceback.walk_tb(error.__traceback__)
    inside = [(frame, line) for frame, line in frames if frame.f_globals.get("__name__") == name]
    return [traceback.FrameSummary(frame.f_code.co_filename, line, frame.f_code.co_name) for frame, line in inside]


def _place(error: BaseException, named: str) -> str:
    if isinstance(error, SyntaxError):
        return f" at {Path(error.filename).name}:{error.lineno}" if error.filename else ""
    inside = _lines(error, named)
    return f" at {Path(inside[-1].filename).name}:{inside[-1].lineno}" if inside else ""


def _hint(error: BaseException, named: str) -> str:
    """Return how to go on: for something the module *does* when it is imported, how not to do it then."""
    inside = _lines(error, named)
    if not isinstance(error, SyntaxError) and inside and _does(inside[0]):
        return 'imports it: what only a script should do goes below `if __name__ == "__main__":`'
    run = named if named.endswith(".py") else f"-m {named}"
    return f"imports it: `python {run}` shows the whole traceback"


def _does(place: traceback.FrameSummary) -> bool:
    """Whether the statement of the module at ``place`` is none that defines or imports, but one that does something."""
    try:
        body = ast.parse(Path(place.filename).read_text(encoding="utf-8")).body
    except (OSError, ValueError, SyntaxError):
        return False
    defining = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)
    line = place.lineno or 0
    return any(one.lineno <= line <= (one.end_lineno or 0) and not isinstance(one, defining) for one in body)
