"""The classic leak, in C's style and in RAII style: what was made before the failure, and who releases it.

``ptrstate check examples/classic_leak.py`` finds the first and has nothing to say of the second.  ``ptrstate lint`` finds it
too, without running it; the comment there keeps it quiet.
"""

from __future__ import annotations

from ptrstate import BorrowedPtr, OwnedPtr, capi, or_raise, prototype
from ptrstate.pointees import PyTupleObject


@prototype(raii=False)
def PyTuple_OfReprs(first: BorrowedPtr, second: BorrowedPtr, /) -> OwnedPtr[PyTupleObject] | None:
    """Return the texts of two objects.  When the second has none, the first one's is never released."""
    one = capi.PyObject_Repr(first)  # ptrstate: ignore[PS006]
    if one is None:
        return None
    two = capi.PyObject_Repr(second)
    if two is None:
        return None
    pair = capi.PyTuple_Pack(2, one.borrow(), two.borrow())
    one.drop()
    two.drop()
    return pair


@prototype
def PyTuple_OfReprsRaii(first: BorrowedPtr, second: BorrowedPtr, /) -> OwnedPtr[PyTupleObject] | None:
    """Return the texts of two objects.  What is not returned is released, on every path."""
    one = or_raise(capi.PyObject_Repr(first))
    two = or_raise(capi.PyObject_Repr(second))
    return or_raise(capi.PyTuple_Pack(2, one.borrow(), two.borrow()))
