"""Where prototypes come from: ``MODULE``, ``MODULE:PROTOTYPE``, ``path/to/file.py`` or ``path/to/file.py:PROTOTYPE``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ptrstate._native import core
from ptrstate.loading import NotLoadedError, load
from ptrstate.prototype import Prototype

if TYPE_CHECKING:
    from types import ModuleType


class TargetError(NotLoadedError):
    """What was named is not written like a target, or its module has no such prototype."""

    def __init__(self, wrong: str, hint: str = "MODULE:PROTOTYPE") -> None:
        super().__init__(wrong, hint)


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
        """Import the module, from the working folder too.  Raises :class:`NotLoadedError` when it is not there or fails."""
        return load(self.module)

    def names(self) -> list[str]:
        """Return the names of the prototypes that are meant, in the order of the file.

        Raises :class:`NotLoadedError` like :meth:`load`, and :class:`TargetError` when there are none, or the one named is no
        prototype and no bound C function.
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
