"""Whether a handle is good to use, and what is said when it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ptrstate.lint.worlds import UNSURE, Ref

if TYPE_CHECKING:
    from ptrstate.lint.ir import Span
    from ptrstate.lint.rules import Book
    from ptrstate.lint.worlds import Id, Value, World


def usable(book: Book, world: World, value: Value, span: Span, verb: str = "used", *, returned: bool = False) -> bool:
    """Look whether the handle that ``value`` refers to is good; say what is wrong, once, and return whether all is well."""
    if not isinstance(value, Ref) or value.id not in world.things:
        return True
    thing = world.things[value.id]
    if thing.state == "blurred":
        return True
    if thing.kind == "owned" and thing.state != "live":
        book.ended(span, thing, verb)
        return _blur(world, value.id)
    if thing.kind == "view" and thing.state == "released":
        book.say("PS015", span, "used here, after its release", (thing.ended, "released here"))
        return _blur(world, value.id)
    if thing.kind in {"borrowed", "buffer"}:
        return _borrow_usable(book, world, value.id, span, returned=returned)
    return True


def _borrow_usable(book: Book, world: World, id_: Id, span: Span, *, returned: bool) -> bool:
    borrow = world.things[id_]
    for link, owner in world.chain(id_):
        if owner.state == "blurred" and link != id_:
            return True
        if owner.ended is not None and owner.kind in {"owned", "borrowed", "slot", "memory"} and owner.state != "live":
            book.outlived(span, borrow, owner, returned=returned)
            return _blur(world, id_)
    if borrow.stale is not None and borrow.stale[0] != "said":
        book.stale(span, borrow)
        world.change(id_, stale=("said", *borrow.stale[1:]))
        return borrow.stale[0] != "owner"
    return True


def _blur(world: World, id_: Id) -> bool:
    world.change(id_, state="blurred", foreign=True)
    return False


def filled(book: Book, world: World, value: Value, span: Span, name: str) -> bool:
    """Look whether the object behind a handle has all its items; say so when on no way it has."""
    if not isinstance(value, Ref) or value.id not in world.things:
        return True
    owner = world.owner_of_object(value.id)
    if owner is None or (unset := world.things[owner].unset) is None:
        return True
    if not unset or unset == UNSURE:
        book.fine("PS020", span)
        return True
    book.unset(span, world.things[owner], name)
    world.change(owner, unset=UNSURE)
    return False
