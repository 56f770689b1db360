"""The declarations of ``Include/descrobject.h`` and ``Include/cpython/descrobject.h``."""

from __future__ import annotations

from typing import Annotated, Final

from ptrstate.declaration import c_data, c_function
from ptrstate.pointees import PyDescrObject, PyGetSetDef, PyMemberDef, PyMethodDef, PyTypeObject
from ptrstate.states import BorrowedPtr, NonNull, OwnedPtr
from ptrstate.vocabulary import CBool, From, Retained, Unchecked

_LEFT_OUT = {
    "PyDescr_NewWrapper": "takes the table of slots that the interpreter has for itself",
    "PyWrapper_New": "makes a method that, called, takes any object for one of the descriptor's type",
    "PyMember_GetOne": "reads memory wherever the definition says",
    "PyMember_SetOne": "writes memory wherever the definition says",
}
PyClassMethodDescr_Type: Final = c_data("PyClassMethodDescr_Type", PyTypeObject, "&PyClassMethodDescr_Type")
PyGetSetDescr_Type: Final = c_data("PyGetSetDescr_Type", PyTypeObject, "&PyGetSetDescr_Type")
PyMemberDescr_Type: Final = c_data("PyMemberDescr_Type", PyTypeObject, "&PyMemberDescr_Type")
PyMethodDescr_Type: Final = c_data("PyMethodDescr_Type", PyTypeObject, "&PyMethodDescr_Type")
PyWrapperDescr_Type: Final = c_data("PyWrapperDescr_Type", PyTypeObject, "&PyWrapperDescr_Type")
PyDictProxy_Type: Final = c_data("PyDictProxy_Type", PyTypeObject, "&PyDictProxy_Type")
PyProperty_Type: Final = c_data("PyProperty_Type", PyTypeObject, "&PyProperty_Type")


@c_function
def PyDescr_IsData(descriptor: BorrowedPtr, /) -> CBool:
    """Whether a descriptor can set an attribute."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyDescr_NewMethod(
    type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")],
    definition: Annotated[NonNull[PyMethodDef], Retained("result")],
    /,
) -> OwnedPtr[PyDescrObject] | None:
    """Make the descriptor of a method of ``type``."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyDescr_NewClassMethod(
    type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")],
    definition: Annotated[NonNull[PyMethodDef], Retained("result")],
    /,
) -> OwnedPtr[PyDescrObject] | None:
    """Make the descriptor of a class method of ``type``."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyDescr_NewGetSet(
    type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")],
    definition: Annotated[NonNull[PyGetSetDef], Retained("result")],
    /,
) -> OwnedPtr[PyDescrObject] | None:
    """Make the descriptor of an attribute that two functions get and set."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyDescr_NewMember(
    type: Annotated[BorrowedPtr[PyTypeObject], Unchecked("type")],
    definition: Annotated[NonNull[PyMemberDef], Retained("result")],
    /,
) -> OwnedPtr[PyDescrObject] | None:
    """Make the descriptor of an attribute that lies in the object."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDescr_TYPE(
    descriptor: Annotated[BorrowedPtr[PyDescrObject], Unchecked("type")], /
) -> Annotated[BorrowedPtr[PyTypeObject], From("descriptor")]:
    """Return the type that a descriptor is for, borrowed."""
    raise NotImplementedError


@c_function(kind="macro")
def PyDescr_NAME(
    descriptor: Annotated[BorrowedPtr[PyDescrObject], Unchecked("type")], /
) -> Annotated[BorrowedPtr, From("descriptor")]:
    """Return the name of what a descriptor describes, borrowed."""
    raise NotImplementedError


@c_function(limited_api="3.2")
def PyDictProxy_New(mapping: BorrowedPtr, /) -> OwnedPtr | None:
    """Make a read-only view of a mapping; ``TypeError`` when it is none."""
    raise NotImplementedError
