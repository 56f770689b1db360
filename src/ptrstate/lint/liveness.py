"""Which names may still be read, block by block: what is known of the others need not keep two worlds apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ptrstate.lint import ir

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ptrstate.lint.ir import Block, Function, Name, Op, Terminator


def live_names(function: Function) -> list[frozenset[Name]]:
    """Return the names that are live at the beginning of each block."""
    blocks = function.blocks
    before: list[frozenset[Name]] = [frozenset() for _ in blocks]
    uses = [_uses(block) for block in blocks]
    changed = True
    while changed:
        changed = False
        for number in range(len(blocks) - 1, -1, -1):
            read, written = uses[number]
            after = frozenset().union(*(before[next_] for next_ in _successors(blocks[number])))
            handler = blocks[number].handler  # an exception may come before anything here is written
            live = read | (after - written) | (before[handler] if handler != ir.OUT else frozenset())
            if live != before[number]:
                before[number], changed = live, True
    return before


def _uses(block: Block) -> tuple[frozenset[Name], frozenset[Name]]:
    read: set[Name] = set()
    written: set[Name] = set()
    for op in block.ops:
        read.update(name for name in _read(op) if name not in written)
        written.update(_written(op))
    read.update(name for name in _read_at_end(block.end) if name not in written)
    return frozenset(read), frozenset(written)


def _successors(block: Block) -> Iterable[int]:
    end = block.end
    found: list[int] = []
    if isinstance(end, ir.Jump):
        found.append(end.block)
    elif isinstance(end, ir.Branch):
        found += [end.yes, end.no]
    elif isinstance(end, ir.Advance):
        found += [end.body, end.after]
    elif isinstance(end, ir.Dispatch):
        found += [block_ for _, block_ in end.clauses] + ([end.otherwise] if end.otherwise != ir.OUT else [])
    elif isinstance(end, ir.Reraise) and end.handler != ir.OUT:
        found.append(end.handler)
    return found


def _read(op: Op) -> Iterable[Name]:
    if isinstance(op, ir.Copy | ir.Unpack | ir.Item | ir.Touch | ir.Escape | ir.Leave):
        return (op.source,)
    if isinstance(op, ir.Pack):
        return op.items
    if isinstance(op, ir.CCall | ir.Outside):
        return op.arguments
    if isinstance(op, ir.Method):
        return (op.receiver, *op.arguments)
    if isinstance(op, ir.Transition):
        return (op.argument,)
    if isinstance(op, ir.Capture):
        return (name for name, _ in op.uses)
    return ()


def _written(op: Op) -> Iterable[Name]:
    if isinstance(op, ir.Unpack):
        return op.targets
    if isinstance(op, ir.Forget):
        return op.names
    target = getattr(op, "target", None)
    return (target,) if target is not None else ()


def _read_at_end(end: Terminator | None) -> Iterable[Name]:
    if isinstance(end, ir.Branch) and end.test is not None:
        return (end.test.name,)
    if isinstance(end, ir.Advance):
        return (end.iterator,)
    return (end.source,) if isinstance(end, ir.Return | ir.Reraise) else ()
