"""An argument that comes back from a failed call, dropped without a look at the failure."""

from ptrstate import BorrowedPtr, OwnedPtr, Status, capi, prototype
from ptrstate.pointees import PyListObject, PyModuleObject


@prototype(raii=False)
def forgetful(module: BorrowedPtr[PyModuleObject], item: OwnedPtr, /) -> Status:
    return capi.PyModule_AddObject(module, "name", item)


@prototype(raii=False)
def careful(module: BorrowedPtr[PyModuleObject], item: OwnedPtr, /) -> Status:
    status = capi.PyModule_AddObject(module, "name", item)
    if status == Status.FAILED:
        item.drop()
    return status


def refused(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    return forgetful(list.borrow(), item)


def fixed(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    careful(list.borrow(), item)
    assert capi.PyErr_ExceptionMatches(capi.PyExc_TypeError)
    capi.PyErr_Clear()
    return None
