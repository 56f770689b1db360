"""What lint says: a finding, the places it shows, and what Rust would say of the same mistake."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ptrstate.errors import CODES

if TYPE_CHECKING:
    from ptrstate.lint.ir import Span

UNUSED_IGNORE = "unused-ignore"

_MOVED = ("E0382", "use of moved value")
_MISMATCHED = ("E0308", "mismatched types")
_BORROWED = ("E0505", "cannot move out of a value while it is borrowed")
_CHANGED = ("E0502", "cannot borrow as mutable because it is also borrowed as immutable")

RUST: dict[str, tuple[str, str]] = {
    "PS001": _MOVED,
    "PS002": _MOVED,
    "PS003": _MOVED,
    "PS004": _BORROWED,
    "PS005": _CHANGED,
    "PS007": _MISMATCHED,
    "PS009": ("E0599", "no method `or_raise`: what is absent is no error"),
    "PS011": ("unused_must_use", "unused result that must be used"),
    "PS012": _MISMATCHED,
    "PS015": _BORROWED,
    "PS018": _MISMATCHED,
    "PS101": _CHANGED,
}
"""What rustc says of the same mistake in the emitted Rust, where it says something.

A pointer that leaks here is dropped there, and an error value without its exception (or the other way round) cannot be written.
"""

SHORT_LIVED = ("E0597", "borrowed value does not live long enough")
RETURNED_BORROW = ("E0515", "cannot return a value that refers to a local variable")


@dataclass(frozen=True)
class Place:
    """A stretch of source with a word on it."""

    span: Span
    label: str


@dataclass(frozen=True)
class Finding:
    """One mistake: its code, where it is, the places that explain it (made here, ended there), and help."""

    code: str
    path: str
    function: str
    message: str
    place: Place
    others: tuple[Place, ...] = ()
    help: str = ""
    rust: tuple[str, str] | None = None

    @property
    def line(self) -> int:
        """The line of the mistake."""
        return self.place.span.line

    @property
    def title(self) -> str:
        """What the code stands for."""
        return CODES[self.code].title if self.code in CODES else "an ignore that ignores nothing"

    @property
    def level(self) -> str:
        """``error``, or ``warning`` for the habits that are not wrong by themselves."""
        return "warning" if self.code.startswith("PS1") or self.code not in CODES else "error"

    def to_json(self) -> dict[str, Any]:
        """Return the finding as plain data."""
        return {
            "code": self.code,
            "level": self.level,
            "path": self.path,
            "function": self.function,
            "message": self.message,
            "place": _place(self.place),
            "others": [_place(place) for place in self.others],
            "help": self.help,
            "rust": {"code": self.rust[0], "message": self.rust[1]} if self.rust else None,
        }


def _place(place: Place) -> dict[str, Any]:
    span = place.span
    return {
        "line": span.line,
        "column": span.column + 1,
        "end_line": span.end_line,
        "end_column": span.end_column + 1,
        "label": place.label,
    }


@dataclass(frozen=True)
class Undecided:
    """Something that lint leaves alone, and why."""

    path: str
    function: str
    span: Span
    reason: str

    def to_json(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {"path": self.path, "function": self.function, "line": self.span.line, "reason": self.reason}


@dataclass(frozen=True)
class Report:
    """What was found in one file."""

    path: str
    text: str
    findings: tuple[Finding, ...]
    undecided: tuple[Undecided, ...]
