"""The ``repr`` of a proxy copied the mapping first. Where that failed it returned without ``Py_ReprLeave``, and from then on the
mapping showed itself as ``{...}``.

Reported: python/cpython#118615
"""

from contextlib import suppress

from ptrstate import BorrowedPtr, OwnedPtr, borrow, capi, or_raise, prototype

CODE = "PS006"


@prototype(raii=False)
def proxy_repr(mapping: BorrowedPtr, /) -> OwnedPtr | None:
    status = capi.Py_ReprEnter(mapping)  # created
    if status != 0:
        return capi.PyUnicode_FromString("{...}") if status > 0 else None
    copy = capi.PyDict_New()
    if copy is None:
        capi.Py_ReprLeave(mapping)
        return None
    if capi.PyDict_Update(copy.borrow(), mapping) < 0:
        copy.drop()
        return None
    text = capi.PyObject_Repr(copy.borrow())
    copy.drop()
    capi.Py_ReprLeave(mapping)
    return text


@prototype(raii=False)
def proxy_repr_left(mapping: BorrowedPtr, /) -> OwnedPtr | None:
    status = capi.Py_ReprEnter(mapping)
    if status != 0:
        return capi.PyUnicode_FromString("{...}") if status > 0 else None
    copy = capi.PyDict_New()
    if copy is None:
        capi.Py_ReprLeave(mapping)
        return None
    if capi.PyDict_Update(copy.borrow(), mapping) < 0:
        copy.drop()
        capi.Py_ReprLeave(mapping)
        return None
    text = capi.PyObject_Repr(copy.borrow())
    copy.drop()
    capi.Py_ReprLeave(mapping)
    return text


def buggy() -> None:
    with suppress(AttributeError):
        or_raise(proxy_repr(borrow(3))).drop()


def fixed() -> None:
    with suppress(AttributeError):
        or_raise(proxy_repr_left(borrow(3))).drop()
