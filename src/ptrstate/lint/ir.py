"""The small language that the analysis runs over: operations on named values, in blocks that form a control-flow graph.

Whatever can produce it (mypy's trees, Python's own ``ast``) is a front end; nothing behind it looks at source text again but to
show it.  A name is a local variable as the program spells it, or a temporary, which begins with ``%``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ptrstate.contract import Contract

Name = str


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of source: lines count from 1, columns from 0, in characters."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Shape:
    """What is known of a value's type: its pointer state, and whether it may be NULL."""

    state: str
    """``owned``, ``borrowed``, ``raw``, ``buffer``, ``slot``, ``borrowed slot``, ``view``, ``status``, ``found``,
    ``void``, ``never`` (of a call that does not return)."""
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class Formal:
    """A parameter of the function under analysis."""

    name: Name
    span: Span
    shape: Shape | None


@dataclass(slots=True, eq=False)
class Op:
    """One operation.  ``number`` is its place in the function, and the identity of what it makes."""

    span: Span
    number: int = field(default=0, init=False)


@dataclass(slots=True, eq=False)
class Constant(Op):
    """``target = value``, where the value is NULL (None), a number, or something else that is known to be no pointer."""

    target: Name
    value: object


@dataclass(slots=True, eq=False)
class Unknown(Op):
    """``target`` becomes something of which nothing is known but perhaps its shape."""

    target: Name
    shape: Shape | None = None


@dataclass(slots=True, eq=False)
class Copy(Op):
    """``target = source``: a second name for the same handle."""

    target: Name
    source: Name


@dataclass(slots=True, eq=False)
class Pack(Op):
    """``target`` becomes a tuple of the items."""

    target: Name
    items: tuple[Name, ...]


@dataclass(slots=True, eq=False)
class Unpack(Op):
    """The targets become the items of ``source``; a starred one gets something unknown."""

    targets: tuple[Name, ...]
    source: Name
    starred: bool = False


@dataclass(slots=True, eq=False)
class Item(Op):
    """``target = source[index]``."""

    target: Name
    source: Name
    index: int | None


@dataclass(slots=True, eq=False)
class CCall(Op):
    """``target = function(arguments)``, where a contract says what the function does."""

    target: Name
    contract: Contract
    arguments: tuple[Name, ...]
    spans: tuple[Span, ...]


@dataclass(slots=True, eq=False)
class Static(Op):
    """``target`` becomes a borrow of an object that the interpreter owns for good."""

    target: Name
    text: str


@dataclass(slots=True, eq=False)
class Transition(Op):
    """``own``, ``borrow``, ``or_raise`` or ``or_none``."""

    target: Name
    kind: str
    argument: Name


@dataclass(slots=True, eq=False)
class Method(Op):
    """``target = receiver.method(arguments)``, where the receiver may be a handle."""

    target: Name
    receiver: Name
    method: str
    arguments: tuple[Name, ...]
    spans: tuple[Span, ...]
    shape: Shape | None
    text: str


@dataclass(slots=True, eq=False)
class Make(Op):
    """``target`` becomes a new variable with an address: ``slot``, ``borrowed slot``, or ``view`` (a struct to be filled)."""

    target: Name
    kind: str


@dataclass(slots=True, eq=False)
class Outside(Op):
    """A call of something that no contract describes.

    ``looks``: it only looks at its arguments (``print``, ``bytes`` …).  ``ours``: it is a function of the program, which may call
    C functions itself and leave an exception set.  ``raises``: an exception may come out of it.
    """

    target: Name
    arguments: tuple[Name, ...]
    text: str
    shape: Shape | None
    looks: bool
    ours: bool
    raises: bool


@dataclass(slots=True, eq=False)
class Touch(Op):
    """A field of ``source`` is read, or it is looked at in some other way that ends nothing."""

    source: Name


@dataclass(slots=True, eq=False)
class Escape(Op):
    """``source`` is stored where the analysis does not follow it."""

    source: Name
    text: str


@dataclass(slots=True, eq=False)
class Capture(Op):
    """A function made here uses variables of this one, each at a place of its own."""

    uses: tuple[tuple[Name, Span], ...]


@dataclass(slots=True, eq=False)
class Enter(Op):
    """A region begins: ``scope`` or ``ledger``; ``target`` is what stands behind ``as``."""

    kind: str
    target: Name


@dataclass(slots=True, eq=False)
class Leave(Op):
    """The innermost region ends, or the ``with`` block of a handle (``kind`` is ``handle``, ``source`` the handle)."""

    kind: str
    source: Name
    raising: bool


@dataclass(slots=True, eq=False)
class Forget(Op):
    """The names are gone: temporaries at the end of their statement, or variables that were deleted."""

    names: tuple[Name, ...]


@dataclass(slots=True, eq=False)
class Shelve(Op):
    """Put the exception on its way into ``target`` while a clean-up is done; ``Reraise`` takes it up again."""

    target: Name


@dataclass(slots=True, eq=False)
class Caught(Op):
    """A handler has taken the exception."""

    narrow: bool


# ---- where a block goes on ----


@dataclass(slots=True, eq=False)
class Jump:
    """Go on in one block."""

    block: int


@dataclass(frozen=True, slots=True)
class Test:
    """A condition on one name: ``null``, ``true``, ``instance`` of some class, or a comparison with a constant (``==`` …)."""

    kind: str
    name: Name
    value: float = 0


@dataclass(slots=True, eq=False)
class Branch:
    """Go on in one of two blocks; ``test`` is None where nothing is known of the condition."""

    test: Test | None
    yes: int
    no: int


@dataclass(slots=True, eq=False)
class Advance:
    """Take the next item of ``iterator`` (a tuple whose items are known, or anything else) into ``target``, or go on behind."""

    iterator: Name
    target: Name
    shape: Shape | None
    body: int
    after: int
    span: Span
    number: int = field(default=0, init=False)


@dataclass(slots=True, eq=False)
class Return:
    """Return ``source``."""

    source: Name
    span: Span
    implicit: bool = False


@dataclass(slots=True, eq=False)
class Raise:
    """Raise an exception of a type called ``kind`` where that is known; the block's handler takes it."""

    span: Span
    kind: str | None
    silent: bool = False
    """An assertion: nobody counts on the clean-up behind it."""


@dataclass(slots=True, eq=False)
class Dispatch:
    """Choose the ``except`` clause for the exception on its way; ``otherwise`` when none takes it."""

    clauses: tuple[tuple[tuple[str, ...] | None, int], ...]
    otherwise: int


@dataclass(slots=True, eq=False)
class Reraise:
    """Let the exception that was put into ``source`` go on to ``handler``."""

    source: Name
    handler: int


Terminator = Jump | Branch | Advance | Return | Raise | Dispatch | Reraise

OUT = -1
"""The handler of what nobody in the function catches."""


@dataclass(slots=True, eq=False)
class Block:
    """A straight line of operations.  ``handler`` is the block to which an exception goes."""

    ops: list[Op] = field(default_factory=list)
    handler: int = OUT
    end: Terminator | None = None


@dataclass(slots=True, eq=False)
class Function:
    """One function to look at.

    ``style``: ``raii`` (a prototype that drops for you), ``c`` (one that does not), ``plain`` (any other function),
    ``module`` (the statements of a module).
    """

    name: str
    span: Span
    style: str
    contract: Contract | None
    formals: tuple[Formal, ...]
    blocks: list[Block]
    returns_nothing: bool = False
    generator: bool = False
    undecided: list[tuple[Span, str]] = field(default_factory=list)
