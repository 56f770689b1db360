"""What CPython 3.11 does not have yet, or has still.  Checked for 3.11 alone.  Never run."""

from typing_extensions import assert_type

from ptrstate import BorrowedPtr, OwnedPtr, Slot, borrow, capi, own
from ptrstate.pointees import PyListObject, PyObject, PyUnicodeObject

# since 3.12
capi.PyErr_GetRaisedException()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
capi.PyErr_SetRaisedException(own(ValueError()))  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
capi.PyType_GetDict(borrow(int))  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]

# since 3.13
capi.PyList_GetItemRef(borrow([1]), 0)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
capi.PyDict_GetItemRef(borrow({}), borrow(1), Slot())  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
capi.PyObject_GetOptionalAttr(borrow(1), borrow("a"), Slot())  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
capi.PyModule_Add(borrow(__builtins__), "x", own(1))  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
capi.PyImport_AddModuleRef("m")  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
capi.PyLong_AsInt(borrow(1))  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
capi.PyExc_PythonFinalizationError  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]

# until 3.12 and 3.13
assert_type(capi.PyUnicode_GetSize(borrow("a")), int)
assert_type(capi.PyUnicode_InternImmortal(Slot[PyUnicodeObject]()), None)
assert_type(capi.PySys_HasWarnOptions(), bool)
assert_type(capi.PyList_GetItem(borrow([1]), 0), BorrowedPtr[PyObject] | None)
assert_type(capi.PyList_New(1), OwnedPtr[PyListObject] | None)
