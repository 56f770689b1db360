"""The declarations of ``Include/pycapsule.h``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyCapsuleObject, PyTypeObject
from ptrstate.states import BorrowedPtr, OwnedPtr, Status
from ptrstate.vocabulary import Address, AnyAddress, As, CallbackOf, CBool, CInt, CString, CText, From, IfNull, Null, Retained

_LEFT_OUT: dict[str, str] = {}

PyCapsule_Type: Final = c_data("PyCapsule_Type", PyTypeObject, "&PyCapsule_Type")


@c_function(kind="macro")
def PyCapsule_CheckExact(object: BorrowedPtr, /) -> CBool:
    """Whether ``object`` is a capsule, which has no derived types."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyCapsule_New(
    pointer: AnyAddress,
    name: Annotated[CString | None, Retained("result"), IfNull("empty")],
    destructor: Annotated[
        Callable[[BorrowedPtr], None] | None, CallbackOf("PyCapsule_Destructor"), IfNull("default"), Retained("result")
    ],
    /,
) -> OwnedPtr[PyCapsuleObject] | None:
    """Make a capsule around an address."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyCapsule_GetPointer(
    capsule: BorrowedPtr[PyCapsuleObject], name: Annotated[CString | None, IfNull("empty")], /
) -> Annotated[Address | None, Null("error")]:
    """Return the address in a capsule of that name; ``ValueError`` when it has another, or is no capsule."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyCapsule_GetDestructor(
    capsule: BorrowedPtr[PyCapsuleObject], /
) -> Annotated[Address | None, As("PyCapsule_Destructor"), Null("ambiguous")]:
    """Return the address of the destructor; NULL without an exception when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyCapsule_GetName(
    capsule: BorrowedPtr[PyCapsuleObject], /
) -> Annotated[CText | None, From("capsule", "mutable"), Null("ambiguous")]:
    """Return the name; NULL without an exception when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyCapsule_GetContext(capsule: BorrowedPtr[PyCapsuleObject], /) -> Annotated[Address | None, Null("ambiguous")]:
    """Return the address of the context; NULL without an exception when there is none."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyCapsule_IsValid(
    capsule: Annotated[BorrowedPtr[PyCapsuleObject] | None, IfNull("default")],
    name: Annotated[CString | None, IfNull("empty")],
    /,
) -> CBool:
    """Whether it is a capsule of that name with an address in it; never fails."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyCapsule_SetPointer(capsule: BorrowedPtr[PyCapsuleObject], pointer: AnyAddress, /) -> Status:
    """Put another address into a capsule."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyCapsule_SetDestructor(
    capsule: BorrowedPtr[PyCapsuleObject],
    destructor: Annotated[
        Callable[[BorrowedPtr], None] | None, CallbackOf("PyCapsule_Destructor"), IfNull("clear"), Retained("capsule")
    ],
    /,
) -> Status:
    """Give a capsule another destructor, or none."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyCapsule_SetName(
    capsule: BorrowedPtr[PyCapsuleObject], name: Annotated[CString | None, Retained("capsule"), IfNull("clear")], /
) -> Status:
    """Give a capsule another name, which has to stay where it is, or none."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyCapsule_SetContext(capsule: BorrowedPtr[PyCapsuleObject], context: Annotated[AnyAddress | None, IfNull("clear")], /) -> Status:
    """Give a capsule another context, or none."""
    raise NotImplementedError


@c_function(limited_api="3.2", may_run_python=True)
def PyCapsule_Import(name: CString, no_block: CInt, /) -> Annotated[Address | None, Null("error")]:
    """Import a module and return the address in a capsule that is one of its attributes, named as it is found."""
    raise NotImplementedError
