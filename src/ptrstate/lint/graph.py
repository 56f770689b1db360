"""Blocks under construction: where operations go, what a return or a break has to clean up on its way."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ptrstate.lint import ir

if TYPE_CHECKING:
    import ast
    from collections.abc import Callable, Iterator

    from ptrstate.lint.ir import Name, Op, Span, Terminator


@dataclass(eq=False)
class Loop:
    """Where ``break`` and ``continue`` of a loop go."""

    after: int
    again: int


@dataclass(eq=False)
class CleanUp:
    """What a ``with`` or a ``finally`` does on the way out; ``handler`` is where an exception in it goes."""

    emit: Callable[[], None]
    handler: int


class Spans:
    """Turn the positions of syntax trees, which count bytes, into spans, which count characters."""

    def __init__(self, text: str) -> None:
        self.lines: list[str] = text.splitlines()
        self.ascii: bool = text.isascii()

    def of(self, node: ast.expr | ast.stmt | ast.arg | ast.pattern | ast.excepthandler) -> Span:
        """Return the span of a node."""
        line, column = node.lineno, node.col_offset
        end, end_column = node.end_lineno or line, node.end_col_offset or column
        if not self.ascii:
            column, end_column = self._characters(line, column), self._characters(end, end_column)
        return ir.Span(line, column, end, end_column)

    def _characters(self, line: int, column: int) -> int:
        return len(self.lines[line - 1].encode()[:column].decode(errors="replace")) if line <= len(self.lines) else column


class Graph:
    """The blocks of one function under construction, and the one that operations go to."""

    def __init__(self, spans: Spans) -> None:
        self.spans = spans
        self.blocks: list[ir.Block] = []
        self.frames: list[Loop | CleanUp] = []
        self.handler: int = ir.OUT
        self.undecided: list[tuple[Span, str]] = []
        self._temporaries = 0
        self._numbers = 0
        self.current: int = self.new_block()

    def new_block(self) -> int:
        """Make an empty block, whose exceptions go to the present handler."""
        self.blocks.append(ir.Block(handler=self.handler))
        return len(self.blocks) - 1

    def number(self) -> int:
        """Return a number that no other operation of the function has."""
        self._numbers += 1
        return self._numbers

    def emit(self, op: Op) -> None:
        """Add an operation to the present block."""
        op.number = self.number()
        self.blocks[self.current].ops.append(op)

    def end(self, terminator: Terminator, go_on: int | None = None) -> None:
        """End the present block, unless it has ended, and go on in ``go_on``, or in a block that nothing leads to."""
        block = self.blocks[self.current]
        if block.end is None:
            if isinstance(terminator, ir.Advance):
                terminator.number = self.number()
            block.end = terminator
        self.current = self.new_block() if go_on is None else go_on

    def resume(self, block: int) -> None:
        """Go on in ``block``, which is there already."""
        self.current = block

    def jump(self, block: int) -> None:
        """Go on in ``block``."""
        self.end(ir.Jump(block), block)

    def fresh_block(self) -> None:
        """Begin a new block right here, for instance because the handler has changed."""
        self.jump(self.new_block())

    def temporary(self, purpose: str = "") -> Name:
        """Return a name that no variable has."""
        self._temporaries += 1
        return f"%{purpose}{self._temporaries}"

    def forks(self) -> bool:
        """Whether something in the present block can go more than one way: what follows is better looked at for all of them."""
        return any(isinstance(op, ir.CCall | ir.Method | ir.Outside) for op in self.blocks[self.current].ops)

    @contextmanager
    def handling(self, handler: int) -> Iterator[None]:
        """Let exceptions go to ``handler`` meanwhile, in a block of its own."""
        before, self.handler = self.handler, handler
        self.fresh_block()
        yield
        self.handler = before
        self.fresh_block()

    @contextmanager
    def frame(self, frame: Loop | CleanUp) -> Iterator[None]:
        """Let returns, breaks and continues meet ``frame`` meanwhile."""
        self.frames.append(frame)
        yield
        self.frames.pop()

    def unwind(self, to: Loop | None) -> None:
        """Do what stands between here and ``to`` (the whole function, when None) has to do on the way out."""
        frames, handler = self.frames, self.handler
        while self.frames and self.frames[-1] is not to:
            frame = self.frames[-1]
            self.frames = self.frames[:-1]
            if isinstance(frame, CleanUp):
                self.handler = frame.handler
                self.fresh_block()
                frame.emit()
        self.frames, self.handler = frames, handler

    def innermost_loop(self) -> Loop | None:
        """Return the loop that a ``break`` here leaves."""
        return next((frame for frame in reversed(self.frames) if isinstance(frame, Loop)), None)
