"""What CPython 3.12 has first, not yet, or no longer.  Checked for 3.12 alone.  Never run."""

from typing_extensions import assert_type

from ptrstate import OwnedPtr, Slot, borrow, capi
from ptrstate.pointees import PyBaseExceptionObject, PyDictObject, PyUnicodeObject

# since 3.13
capi.PyList_GetItemRef(borrow([1]), 0)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
capi.PyDict_GetItemRef(borrow({}), borrow(1), Slot())  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
capi.PyWeakref_GetRef(borrow(1), Slot())  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
capi.PyMapping_HasKeyWithError(borrow({}), borrow(1))  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
capi.PyUnicode_EqualToUTF8(borrow("a"), "a")  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
capi.PySys_AuditTuple("event", None)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]

# until 3.12
capi.PyUnicode_GetSize(borrow("a"))  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
capi.PyUnicode_InternImmortal(Slot[PyUnicodeObject]())  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]

# since 3.12, until 3.13
assert_type(capi.PyErr_GetRaisedException(), OwnedPtr[PyBaseExceptionObject] | None)
assert_type(capi.PyType_GetDict(borrow(int)), OwnedPtr[PyDictObject] | None)
assert_type(capi.PySys_HasWarnOptions(), bool)
