"""What lint says: a finding, the places it shows, and what Rust would say of the same mistake."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ptrstate.errors import CODES

if TYPE_CHECKING:
    from ptrstate.lint.ir import Span

UNUSED_IGNORE = "unused-ignore"

RUST = {
    "PS001": ("E0382", "use of moved value (`drop` takes it)"),
    "PS002": ("E0382", "use of moved value (`drop` takes it)"),
    "PS003": ("E0382", "use of moved value"),
    "PS004": ("E0505", "cannot move out of a value while it is borrowed"),
    "PS005": ("E0499", "cannot borrow the owner as mutable more than once at a time"),
    "PS007": ("E0308", "mismatched types: an Option where a pointer is taken"),
    "PS011": ("unused_must_use", "unused result that must be used"),
    "PS012": ("E0308", "mismatched types"),
    "PS015": ("E0505", "cannot move out of a value while it is borrowed"),
    "PS018": ("E0308", "mismatched types"),
}
"""What rustc says of the same mistake, where it says something; where a code is missing it sees nothing or drops by itself."""

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
