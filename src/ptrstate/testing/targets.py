"""Where prototypes come from: ``MODULE``, ``MODULE:PROTOTYPE``, ``path/to/file.py`` or ``path/to/file.py:PROTOTYPE``."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ptrstate._native import core
from ptrstate.prototype import Prototype

if TYPE_CHECKING:
    from types import ModuleType


class TargetError(Exception):
    """What was named is not there, or cannot be imported; the message says which."""


@dataclass(frozen=True)
class Target:
    """A module, or a file, and the name of one prototype in it; without a name, all that are defined there."""

    module: str
    name: str | None = None

    @classmethod
    def parse(cls, text: str) -> Target:
        """Read ``MODULE[:PROTOTYPE]``.  Raises :class:`TargetError` when there is nothing before or behind the colon."""
        module, colon, name = text.rpartition(":") if ":" in text else (text, "", "")
        if not module or (colon and not name):
            msg = f"{text!r} is not written like MODULE:PROTOTYPE"
            raise TargetError(msg)
        return cls(module, name or None)

    def __str__(self) -> str:
        return f"{self.module}:{self.name}" if self.name else self.module

    @property
    def is_file(self) -> bool:
        """Whether the module is named by the path of its file."""
        return self.module.endswith(".py")

    def load(self) -> ModuleType:
        """Import the module, from the working folder too.  Raises :class:`TargetError` when it is not there or fails."""
        try:
            return self._from_file() if self.is_file else self._by_name()
        except TargetError:
            raise
        except (KeyboardInterrupt, GeneratorExit):
            raise
        except SystemExit as error:
            msg = f"{self.module} cannot be imported: it ended the process with sys.exit({error.code!r})"
            raise TargetError(msg) from error
        except BaseException as error:
            msg = f"{self.module} cannot be imported: {type(error).__name__}: {error}"
            raise TargetError(msg) from error

    def _by_name(self) -> ModuleType:
        if "" not in sys.path:
            sys.path.insert(0, "")
        try:
            return importlib.import_module(self.module)
        except ModuleNotFoundError as error:
            if error.name is None or not (self.module == error.name or self.module.startswith(f"{error.name}.")):
                raise
            msg = f"there is no module {self.module}; a file is named with its path and .py"
            raise TargetError(msg) from error

    def _from_file(self) -> ModuleType:
        path = Path(self.module)
        if not path.is_file():
            msg = f"there is no file {self.module}"
            raise TargetError(msg)
        if str(path.parent.resolve()) not in sys.path:
            sys.path.insert(0, str(path.parent.resolve()))
        spec = importlib.util.spec_from_file_location(path.stem, path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules.setdefault(path.stem, module)
        spec.loader.exec_module(module)
        return module

    def names(self) -> list[str]:
        """Return the names of the prototypes that are meant, in the order of the file.

        Raises :class:`TargetError` when there are none, or the one named is no prototype and no bound C function.
        """
        module = self.load()
        if self.name is not None:
            self.find()
            return [self.name]
        found = [
            name for name, value in vars(module).items() if isinstance(value, Prototype) and value.__module__ == module.__name__
        ]
        if not found:
            msg = f"{self.module} defines no prototypes"
            raise TargetError(msg)
        return found

    def find(self) -> Any:  # noqa: ANN401
        """Return the prototype itself."""
        module = self.load()
        value = getattr(module, self.name or "", None)
        if not isinstance(value, (Prototype, core.Function)):
            known = ", ".join(name for name, other in vars(module).items() if isinstance(other, Prototype)) or "none"
            msg = f"{self.module} has no prototype {self.name}; it has: {known}"
            raise TargetError(msg)
        return value
