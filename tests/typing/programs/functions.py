"""Prototypes, declared functions and blocks: signatures are kept, results held to them.  Never run."""

from collections.abc import Callable
from typing import Annotated

from typing_extensions import assert_type

from ptrstate import BorrowedPtr, Found, OwnedPtr, Slot, Status, borrow, c_function, capi, ledger, or_raise, own, prototype, scope
from ptrstate.pointees import PyDictObject, PyListObject, PyObject
from ptrstate.vocabulary import CInt, Null, Py_ssize_t

items = own([1])


@prototype
def get_item_ref(list: BorrowedPtr[PyListObject], index: Py_ssize_t, /) -> OwnedPtr | None:
    item = capi.PyList_GetItem(list, index)
    return None if item is None else item.to_owned()


@prototype(raii=False, may_run_python=True)
def set_item_ref(list: BorrowedPtr[PyListObject], index: Py_ssize_t, item: OwnedPtr, /) -> Status:
    return capi.PyList_SetItem(list, index, item)


@c_function
def counter_next(counter: BorrowedPtr[PyDictObject], /) -> Annotated[CInt, Null("never")]:
    raise NotImplementedError


assert_type(get_item_ref(items.borrow(), 0), OwnedPtr[PyObject] | None)
assert_type(set_item_ref(items.borrow(), 0, own(1)), Status)
assert_type(or_raise(get_item_ref(items.borrow(), 0)), OwnedPtr[PyObject])
assert_type(counter_next(borrow({})), int)
as_function: Callable[[BorrowedPtr[PyListObject], int], OwnedPtr | None] = get_item_ref

# calls
get_item_ref(items, 0)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
get_item_ref(items.borrow())  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
get_item_ref(items.borrow(), "0")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
get_item_ref(borrow({}), 0)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
get_item_ref(list=items.borrow(), index=0)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
get_item_ref(items.borrow(), 0).drop()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
set_item_ref(items.borrow(), 0, borrow(1))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
set_item_ref(items.borrow(), 0, get_item_ref(items.borrow(), 0))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
counter_next(borrow([1]))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
wrong_shape: Callable[[BorrowedPtr[PyDictObject]], Status] = get_item_ref  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]


# results of the wrong state
@prototype
def returns_borrowed(list: BorrowedPtr[PyListObject], /) -> OwnedPtr | None:
    return capi.PyList_GetItem(list, 0)  # type: ignore[return-value]  # pyright: ignore[reportReturnType]


@prototype
def returns_constant(list: BorrowedPtr[PyListObject], /) -> OwnedPtr:
    return capi.Py_None  # type: ignore[return-value]  # pyright: ignore[reportReturnType]


@prototype
def returns_owned(list: OwnedPtr[PyListObject], /) -> BorrowedPtr | None:
    return list  # type: ignore[return-value]  # pyright: ignore[reportReturnType]


@prototype
def returns_raw(list: BorrowedPtr[PyListObject], /) -> OwnedPtr | None:
    return list.as_raw()  # type: ignore[return-value]  # pyright: ignore[reportReturnType]


@prototype
def returns_object(list: BorrowedPtr[PyListObject], /) -> OwnedPtr | None:
    return [list]  # type: ignore[return-value]  # pyright: ignore[reportReturnType]


@prototype
def returns_unchecked(list: BorrowedPtr[PyListObject], /) -> OwnedPtr:
    return capi.PyList_GetSlice(list, 0, 1)  # type: ignore[return-value]  # pyright: ignore[reportReturnType]


@prototype
def returns_nothing(list: BorrowedPtr[PyListObject], /) -> Status:
    return None  # type: ignore[return-value]  # pyright: ignore[reportReturnType]


@prototype
def returns_number(list: BorrowedPtr[PyListObject], /) -> Status:
    return -1  # type: ignore[return-value]  # pyright: ignore[reportReturnType]


@prototype
def returns_other_pointee(list: BorrowedPtr[PyListObject], /) -> OwnedPtr[PyDictObject] | None:
    return list.to_owned()  # type: ignore[return-value]  # pyright: ignore[reportReturnType]


@prototype
def forgets_to_return(list: BorrowedPtr[PyListObject], /) -> Status:  # type: ignore[return]  # pyright: ignore[reportReturnType]
    capi.PyList_Size(list)


@prototype
def returns_found(dict: BorrowedPtr[PyDictObject], result: Slot, /) -> Found:
    found = capi.PyDict_GetItemWithError(dict, borrow("x"))
    if found is None:
        return Found.FAILED if capi.PyErr_Occurred() is not None else Found.ABSENT
    result.put(found.to_owned())
    return Found.PRESENT


assert_type(returns_found(borrow({}), Slot()), Found)


# blocks do not swallow exceptions: what follows a return inside is not reached, and no return is missing
def in_with() -> OwnedPtr[PyListObject]:
    with own([1]) as inside:
        return inside.clone()


def in_scope() -> OwnedPtr[PyListObject]:
    with scope() as s:
        assert_type(s.keep(own([2])), OwnedPtr[PyListObject])
        return s.keep(own([2]))


def in_ledger() -> BorrowedPtr[PyListObject]:
    with ledger():
        return borrow([1])


def kept_borrow() -> None:
    with scope() as s:
        s.keep(borrow([1]))  # type: ignore[type-var]  # pyright: ignore[reportArgumentType]


# decorated with nonsense
prototype(1)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
prototype("f")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
c_function(kind=1)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
