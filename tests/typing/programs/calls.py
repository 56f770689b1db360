"""Names, arity, integers and texts in a call.  Never run."""

from typing_extensions import assert_type

from ptrstate import BorrowedPtr, Found, OwnedPtr, Status, borrow, capi, or_raise, own
from ptrstate.pointees import PyFloatObject, PyObject, PyTypeObject, PyUnicodeObject

items = borrow([1])

# what is not declared
capi.PyList_NoSuchFunction(items)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
capi.PyLits_New(1)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
capi.PyList_new(1)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
capi.OwnedPtr  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
capi.PyExc_NoSuchError  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]

# too few, too many, by name
capi.PyList_New()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
capi.PyList_Size(items, 1)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
capi.PyList_GetItem(items)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
capi.PyDict_New(1)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
capi.PyList_GetItem(list=items, index=0)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
capi.PyList_New(length=1)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
capi.PyErr_Clear(None)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
capi.PyObject_CallNoArgs(borrow(int), borrow(1))  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]

# integers and floats
capi.PyList_GetItem(items, "0")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyList_GetItem(items, 0.0)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyList_GetItem(items, None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyLong_FromLong(own(1))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyLong_FromLong("1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyFloat_FromDouble("1.0")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyObject_RichCompare(items, items, "<")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
length: str = capi.PyList_Size(items)  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]

# texts
capi.PyUnicode_FromString(1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyUnicode_FromString(borrow("a"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyImport_ImportModule(None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyDict_GetItemString(borrow({}), borrow("a"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyErr_SetString(capi.PyExc_ValueError, ["text"])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capi.PyErr_SetString(ValueError, "text")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

# results
status: bytes = capi.PyList_Append(items, borrow(2))  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
capi.PyErr_Clear().real  # type: ignore[attr-defined, func-returns-value]  # pyright: ignore[reportAttributeAccessIssue]
capi.PyList_Size(items).drop()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
found: OwnedPtr = capi.PyDict_Contains(borrow({}), borrow(1))  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]

assert_type(capi.PyList_Size(items), int)
assert_type(capi.PyList_GetItem(items, True), BorrowedPtr[PyObject] | None)
assert_type(capi.PyList_Check(items), bool)
assert_type(capi.PyFloat_FromDouble(1), OwnedPtr[PyFloatObject] | None)
assert_type(capi.PyFloat_AsDouble(borrow(1.5)), float)
assert_type(capi.PyUnicode_FromString("a"), OwnedPtr[PyUnicodeObject] | None)
assert_type(capi.PyUnicode_FromString(b"a"), OwnedPtr[PyUnicodeObject] | None)
assert_type(capi.PyUnicode_FromString(or_raise(capi.PyUnicode_AsUTF8(borrow("a")))), OwnedPtr[PyUnicodeObject] | None)
assert_type(capi.PyErr_Clear(), None)
assert_type(capi.PyErr_SetString(capi.PyExc_ValueError, "text"), None)
assert_type(capi.PyExc_ValueError, BorrowedPtr[PyTypeObject])
assert_type(capi.Py_None, BorrowedPtr[PyObject])
assert_type(capi.PyList_Append(items, borrow(2)), Status)
assert_type(or_raise(capi.PyList_Append(items, borrow(2))), Status)
assert_type(capi.PyDict_Contains(borrow({}), borrow(1)), Found)
assert_type(or_raise(capi.PyDict_Contains(borrow({}), borrow(1))), Found)
assert_type(capi.PyObject_IsTrue(items) is Found.PRESENT, bool)
assert_type(capi.PyObject_CallMethod(items, "append", "O", borrow(2)), OwnedPtr[PyObject] | None)
assert_type(capi.PyTuple_Size(borrow((1,))) + 1, int)
