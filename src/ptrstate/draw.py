"""A picture of one run: the lives of its pointers over time, owners above their borrows, moves as arrows, violations marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from ptrstate.errors import Violation
from ptrstate.violations.report import Site

_STEP, _LANE, _LEFT, _TOP = 34, 32, 220, 38
_ENDS = frozenset({"dropped", "moved", "raw", "dangling"})
_STYLE = """
.paper { fill: #ffffff } .name, .step { font: 12px ui-monospace, monospace; fill: #1f2328 } .step { fill: #59636e; font-size: 10px }
.owned { stroke: #0969da; stroke-width: 5 } .borrowed { stroke: #8250df; stroke-width: 3; stroke-dasharray: 7 4 }
.lent { stroke: #8c959f; stroke-width: 1 } .moved { stroke: #1a7f37; stroke-width: 1.6; fill: none } .tip { fill: #1a7f37 }
.end { stroke: #1f2328; stroke-width: 2 } .wrong { stroke: #cf222e; stroke-width: 3; fill: none } .code { fill: #cf222e;
font: bold 12px ui-monospace, monospace }
@media (prefers-color-scheme: dark) {
.paper { fill: #0d1117 } .name { fill: #e6edf3 } .step { fill: #9198a1 } .owned { stroke: #4493f8 } .borrowed { stroke: #ab7df8 }
.lent { stroke: #656c76 } .moved { stroke: #3fb950 } .tip { fill: #3fb950 } .end { stroke: #e6edf3 } .wrong { stroke: #f85149 }
.code { fill: #f85149 } }
"""


@dataclass
class _Life:
    """One pointer's life: the steps at which it begins and ends, where, and from whom it borrows."""

    id: int
    borrows: bool
    pointee: str
    address: int
    begins: int
    where: Site | None
    owner: int = 0
    ends: int | None = None
    how: str = ""
    ended: Site | None = None
    moved_to: int | None = None
    wrong: list[Violation] = field(default_factory=list)


def _lives(events: Sequence[tuple[Any, ...]]) -> dict[int, _Life]:
    lives: dict[int, _Life] = {}
    moving: _Life | None = None
    for step, (what, number, other, where, pointee, address) in enumerate(events):
        if what in {"created", "borrowed"}:
            life = _Life(number, what == "borrowed", pointee.__name__, address, step, Site.of(where), other)
            lives[number] = life
            if moving is not None and not life.borrows and moving.address == address:
                moving.moved_to = number
            moving = None
        elif what in _ENDS and number in lives:
            life = lives[number]
            life.ends, life.how, life.ended = step, what, Site.of(where)
            moving = life if what == "moved" else None
    for life in lives.values():
        owner = lives.get(life.owner)
        if life.ends is None and owner is not None and owner.ends is not None:
            life.ends, life.how, life.ended = owner.ends, "ended with its owner", owner.ended
    return lives


def _in_order(lives: dict[int, _Life]) -> list[_Life]:
    """Return the lives with each owner above its borrows."""
    below: dict[int, list[_Life]] = {}
    for life in lives.values():
        below.setdefault(life.owner if life.owner in lives else 0, []).append(life)
    ordered: list[_Life] = []
    waiting = list(reversed(below.get(0, [])))
    while waiting:
        life = waiting.pop()
        ordered.append(life)
        waiting.extend(reversed(below.get(life.id, [])))
    return ordered


def _site(site: Site | None) -> str:
    return f"{site.where}  {site.text}" if site and site.code else ""


def svg(events: Sequence[tuple[Any, ...]], violations: Iterable[Violation]) -> str:
    """Return the picture of ``events``, the steps that a ledger opened with ``draw=True`` kept, as an SVG document."""
    lives = _lives(events)
    for violation in violations:
        pointer = violation.report.pointer
        if pointer is not None and pointer.id in lives:
            lives[pointer.id].wrong.append(violation)
    ordered = _in_order(lives)
    lane = {life.id: _TOP + _LANE * n for n, life in enumerate(ordered)}
    width = _LEFT + _STEP * (len(events) + 2)
    height = _TOP + _LANE * max(1, len(ordered)) + 10
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">',
        f"<title>The lives of {len(ordered)} pointers</title><style>{_STYLE}</style>",
        f'<rect class="paper" width="{width}" height="{height}"/>',
    ]
    for life in ordered:
        parts += _drawn(life, lane, len(events))
    return "\n".join([*parts, "</svg>", ""])


def _x(step: float) -> float:
    return _LEFT + _STEP * (step + 0.5)


def _drawn(life: _Life, lane: dict[int, int], steps: int) -> list[str]:
    y, start, end = lane[life.id], _x(life.begins), _x(life.ends if life.ends is not None else steps)
    kind = "borrowed" if life.borrows else "owned"
    tip = f"#{life.id} {kind} {life.pointee}\nbegan {_site(life.where)}" + (
        f"\n{life.how} {_site(life.ended)}" if life.how else ""
    )
    name = f"#{life.id} {life.pointee}"
    begun = life.where.c_function if life.where and life.where.c_function else ""
    parts = [
        f"<g><title>{escape(tip)}</title>",
        f'<text class="name" x="8" y="{y + 4}">{escape(name)}</text>',
        f'<line class="{kind}" x1="{start}" y1="{y}" x2="{end}" y2="{y}"/>',
        f'<text class="step" x="{start + 3}" y="{y - 6}">{escape(begun)}</text>' if begun else "",
    ]
    if life.owner in lane:
        parts.append(f'<line class="lent" x1="{start}" y1="{lane[life.owner]}" x2="{start}" y2="{y}"/>')
    if life.how:
        parts.append(f'<line class="end" x1="{end}" y1="{y - 6}" x2="{end}" y2="{y + 6}"><title>{quoteattr(life.how)[1:-1]}</title></line>')
    if life.moved_to in lane:
        target = lane[life.moved_to]
        parts.append(f'<path class="moved" d="M {end} {y} C {end + 14} {y}, {end + 6} {target}, {end + 26} {target}"/>')
        parts.append(f'<path class="tip" d="M {end + 28} {target} l -8 -4 l 0 8 z"/>')
    for number, violation in enumerate(life.wrong):
        at = end + 14 + 58 * number
        parts.append(f'<path class="wrong" d="M {at - 6} {y - 6} l 12 12 m -12 0 l 12 -12"/>')
        parts.append(f'<text class="code" x="{at + 9}" y="{y + 4}">{violation.code}</text>')
    return [part for part in (*parts, "</g>") if part]
