"""What CPython 3.13 has first, or no longer.  Checked for 3.13 alone.  Never run."""

from typing_extensions import assert_type

from ptrstate import BorrowedPtr, Found, OwnedPtr, Slot, Status, borrow, capi, or_raise, own
from ptrstate.pointees import PyObject, PyTypeObject, PyUnicodeObject

# until 3.12 and 3.13
capi.PyUnicode_GetSize(borrow("a"))  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
capi.PyUnicode_InternImmortal(Slot[PyUnicodeObject]())  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
capi.PySys_HasWarnOptions()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
capi.PySys_AddWarnOptionUnicode(borrow("a"))  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]

# since 3.13, and still typed
assert_type(capi.PyList_GetItemRef(borrow([1]), 0), OwnedPtr[PyObject] | None)
assert_type(capi.PyDict_GetItemRef(borrow({}), borrow(1), Slot()), Found)
assert_type(capi.PyObject_GetOptionalAttr(borrow(1), borrow("a"), Slot()), Found)
assert_type(capi.PyLong_AsInt(borrow(1)), int)
assert_type(capi.PyExc_PythonFinalizationError, BorrowedPtr[PyTypeObject])
assert_type(capi.PyModule_Add(or_raise(capi.PyModule_New("m")).borrow(), "x", own(1)), Status)
assert_type(capi.PyModule_Add(or_raise(capi.PyModule_New("m")).borrow(), "x", capi.PyLong_FromLong(1)), Status)
capi.PyList_GetItemRef(borrow([1]), 0).drop()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
capi.PyList_GetItemRef(own([1]), 0)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyDict_GetItemRef(borrow({}), borrow(1), None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
