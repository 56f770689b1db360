"""What is said of each mistake, and the places that are shown with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ptrstate.errors import CODES
from ptrstate.lint.findings import RETURNED_BORROW, RUST, SHORT_LIVED, Finding, Place, Undecided

if TYPE_CHECKING:
    from ptrstate.lint.ir import Function, Span
    from ptrstate.lint.worlds import Indicator, Null, Thing, World

_ENDED = {"dropped": "dropped", "moved": "moved", "raw": "made raw", "blurred": "ended"}


class Book:
    """The findings of one function, each once, and what was left undecided."""

    def __init__(self, path: str, function: Function) -> None:
        self.path = path
        self.function = function
        self.findings: dict[tuple[str, Span], Finding] = {}
        self.in_doubt: set[tuple[str, Span]] = set()
        self.undecided: dict[tuple[Span, str], Undecided] = {}
        for span, reason in function.undecided:
            self.leave(span, reason)

    def say(
        self,
        code: str,
        span: Span,
        label: str,
        *others: tuple[Span | None, str],
        message: str = "",
        help: str = "",
        rust: tuple[str, str] | None = None,
        unwritable: bool = False,
    ) -> None:
        """Note a finding: at ``span``, with ``label`` on it, and what else is to be shown; ``unwritable``: in Rust."""
        places = tuple(Place(at, text) for at, text in others if at is not None and at != span)
        title = CODES[code].title
        message = f"{title}: {message}" if message else title
        self.findings.setdefault(
            (code, span),
            Finding(
                code,
                self.path,
                self.function.name,
                message,
                Place(span, label),
                tuple(sorted(places, key=lambda place: place.span)),
                help or CODES[code].help,
                None if unwritable else rust or RUST.get(code),
            ),
        )

    def leave(self, span: Span, reason: str) -> None:
        """Note something that is left alone."""
        self.undecided.setdefault((span, reason), Undecided(self.path, self.function.name, span, reason))

    def fine(self, code: str, span: Span) -> None:
        """Note that one way that a run may go has nothing wrong here, where only what is wrong on every way counts."""
        self.in_doubt.add((code, span))

    def findings_on_every_way(self) -> list[Finding]:
        """Return the findings, without those that hold on some ways only where they had to hold on every one."""
        return [finding for key, finding in self.findings.items() if key not in self.in_doubt]

    # ---- one method per mistake ----

    def ended(self, span: Span, thing: Thing, verb: str) -> None:
        """Say that an owned pointer was used after its end."""
        code = "PS003" if thing.state in {"moved", "raw"} else "PS002" if verb == "drop" else "PS001"
        how = _ENDED[thing.state]
        by = f" by {thing.ended_by}" if thing.ended_by else ""
        verb = {"PS002": "dropped again"}.get(code, "dropped here" if verb == "drop" else f"{verb} here")
        label = f"{verb}, after it was {how}"
        self.say(code, span, label, (thing.made, origin(thing)), (thing.ended, f"{how} here{by}"))

    def outlived(self, span: Span, borrow: Thing, owner: Thing, *, returned: bool = False) -> None:
        """Say that a borrow, or an interior pointer, was used after its owner's end."""
        code = "PS015" if borrow.kind == "buffer" else "PS004"
        how = _ENDED.get(owner.state, "changed")
        by = f" by {owner.ended_by}" if owner.ended_by else ""
        label = f"{'returned' if returned else 'used'} here, after its owner was {how}"
        places = (
            (owner.made, f"the owner, {origin(owner)}"),
            (borrow.made, origin(borrow)),
            (owner.ended, f"the owner is {how} here{by}"),
        )
        by_block = owner.ended_by.startswith("the end of") and code == "PS004"
        self.say(code, span, label, *places, rust=SHORT_LIVED if by_block else None)

    def returned_borrow(self, span: Span, borrow: Thing, owner: Thing) -> None:
        """Say that a borrow from a pointer that the function owns was returned."""
        self.say(
            "PS004",
            span,
            "returned here, while its owner ends with the function",
            (owner.made, f"the owner, {origin(owner)}"),
            (borrow.made, origin(borrow)),
            rust=RETURNED_BORROW,
        )

    def stale(self, span: Span, borrow: Thing) -> None:
        """Say that a borrow from an owner that can change was used after a call that may have changed it."""
        assert borrow.stale is not None
        kind, at, text = borrow.stale
        code, what = ("PS005", "puts something else into the owner") if kind == "owner" else ("PS101", "may run Python code")
        self.say(code, span, "used again here", (borrow.made, origin(borrow)), (at, f"{text} {what}"))

    def leak(self, thing: Thing, at: Span, how: str) -> None:
        """Say that a pointer never ended."""
        what = {"slot": "owned by the slot from here on", "view": "held from here on"}.get(thing.kind, origin(thing))
        self.say("PS006", thing.made, what, (at, how))

    def null(self, span: Span, null: Null, where: str) -> None:
        """Say that NULL was passed, or may have been, where none is taken."""
        self.say(
            "PS007", span, f"may be NULL here; {where} takes none", (null.span, _ORIGINS[null.why].format(null.text or "this"))
        )

    def state(self, span: Span, thing: Thing, expected: str, where: str) -> None:
        """Say that a pointer of the wrong state was passed."""
        self.say(
            "PS012",
            span,
            f"{_WORDS.get(thing.kind, thing.kind)}; {where} takes {expected}",
            (thing.made, origin(thing)),
        )

    def error_set(self, span: Span, indicator: Indicator, name: str) -> None:
        """Say that a call was made with an exception pending."""
        self.say(
            "PS008", span, f"{name} must not be called with an exception pending", (indicator.span, f"{indicator.text} sets it")
        )

    def released(self, span: Span, thing: Thing) -> None:
        """Say that a reference was released, or taken up, that is not there."""
        self.say("PS013", span, "no reference is there to end or to take up", (thing.made, origin(thing)))

    def unset(self, span: Span, thing: Thing, name: str) -> None:
        """Say that an object with unset items was passed on."""
        self.say("PS020", span, f"{name} gets it with unset items", (thing.made, f"{origin(thing)}, unfilled"))


_ORIGINS = {"error": "NULL where {} fails", "absent": "NULL where {} finds nothing", "": "{} may be NULL"}
_WORDS = {
    "owned": "an owned pointer",
    "borrowed": "a borrowed pointer",
    "raw": "a raw pointer",
    "memory": "a raw pointer",
    "slot": "a slot",
    "borrowed slot": "a borrowed slot",
    "view": "a buffer",
    "buffer": "an interior pointer",
}


def origin(thing: Thing) -> str:
    """Return how a thing came about."""
    if thing.text.startswith("the argument"):
        return thing.text
    return f"{'borrowed' if thing.kind == 'borrowed' else 'made'} here by {thing.text}"


def fragile(world: World, id_: tuple[int, str]) -> bool:
    """Whether a borrow hangs, somewhere up its chain, on an owner that can let go of its object."""
    return any(thing.hold in {"mutable", "weak"} for _, thing in world.chain(id_))
