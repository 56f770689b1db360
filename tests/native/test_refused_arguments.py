"""Arguments that C takes without a look and that would break the interpreter: each is refused, by a text that names the parameter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

PROGRAM = """
import sys
from ptrstate import BorrowedSlot, Slot, Var, borrow, capi, own
from ptrstate.buffers import Py_buffer
from ptrstate.errors import OwnershipError

class Wicked:
    def __getattribute__(self, name):
        raise ZeroDivisionError(name)

class Index:
    def __index__(self):
        raise ZeroDivisionError

class Standing:  # stands for a number, and counts how often it is asked
    def __init__(self, number):
        self.number, self.asked = number, 0

    def __index__(self):
        self.asked += 1
        return self.number

class Liar(int):  # multiplies and compares as if it were another number
    __mul__ = __rmul__ = __and__ = lambda self, other: 0
    __lt__ = __le__ = __gt__ = __ge__ = lambda self, other: True

class Text(str):
    def encode(self): return b"\\xff"
    def __len__(self): return 5000

class Bytes(bytes):
    def __len__(self): return 5000
    def __contains__(self, byte): return False

owner = own(b"O")
lent = capi.PyBytes_AsString(owner.borrow())

class Dropping:  # a number, or a sequence of one item, that ends what was lent before
    def __index__(self):
        owner.drop()
        return 0
    def __iter__(self):
        owner.drop()
        return iter(("name",))
    __int__, __len__ = __index__, lambda self: 1

def borrowed_from_dropped(obj):
    owner = own(obj)
    lent = owner.borrow()
    owner.drop()
    return lent

def rest_of(text):
    end = Var(None)
    capi.PyOS_strtol(text, end, 10)
    return end.value

def interior(text):
    return capi.PyBytes_AsString(borrow(text))

def code(function, variables=("a",), cells=()):
    parts = map(borrow, (b"ab", (), (), variables, (), cells, "f", "n", "q"))
    return function(0, 0, len(variables), 1, 0, *parts, 1, borrow(b""), borrow(b""))

def closing(variable):
    return lambda: variable

def outcome(function):
    try:
        function()
    except OwnershipError as error:
        return f"{error.code} {error.report.used.c_function}(): parameter `{error.report.used.parameter}`"
    except Exception as error:
        return "\\n".join((type(error).__name__, str(error), *getattr(error, "__notes__", ())))
    return "accepted"
"""

REFUSED = [
    *(
        call
        for number in ("Standing(5000)", "Liar(5000)")
        for call in (
            (f"capi.PyBytes_FromStringAndSize('abc', {number})", "PyBytes_FromStringAndSize", "size"),
            (f"capi.PyUnicode_FromKindAndData(1, b'abc', {number})", "PyUnicode_FromKindAndData", "size"),
            (f"capi.PyUnicode_FromWideChar('abc', {number})", "PyUnicode_FromWideChar", "size"),
            (f"capi.PyObject_Vectorcall(borrow(len), [borrow([])], {number}, None)", "PyObject_Vectorcall", "count"),
            (f"capi.PyTuple_Pack({number}, borrow(1))", "PyTuple_Pack", "count"),
            (f"capi.PyTuple_GET_ITEM(borrow(()), {number})", "PyTuple_GET_ITEM", "index"),
        )
    ),
    ("capi.PyTuple_Pack('x', borrow(1))", "PyTuple_Pack", "count"),
    ("capi.PyBytes_FromStringAndSize(Bytes(b'abc'), 5000)", "PyBytes_FromStringAndSize", "size"),
    ("capi.PyBytes_FromStringAndSize(Text('abc'), 5000)", "PyBytes_FromStringAndSize", "size"),
    ("capi.PyBytes_FromString(Bytes(b'a\\0b'))", "PyBytes_FromString", "text"),
    ("capi.PyUnicode_DecodeUTF8Stateful(lent, 1, None, Var(Dropping()))", "PyUnicode_DecodeUTF8Stateful", "consumed"),
    ("capi.PyBytes_FromStringAndSize(lent, Dropping())", "PyBytes_FromStringAndSize", "string"),
    ("capi.PyArg_ParseTupleAndKeywords(borrow((1,)), None, lent, Dropping(), Slot())", "PyArg_ParseTupleAndKeywords", "format"),
    ("capi.PyUnicode_FromKindAndData(Standing(2), b'abc', 2)", "PyUnicode_FromKindAndData", "size"),
    ("capi.PyType_GenericAlloc(borrow(type), 0)", "PyType_GenericAlloc", "type"),
    ("capi.PyType_GenericAlloc(borrow(int), 2)", "PyType_GenericAlloc", "type"),
    ("capi.PyType_GenericAlloc(borrow(type('C', (dict,), {})), 0)", "PyType_GenericAlloc", "type"),
    ("capi.PyType_GenericNew(borrow(type), None, None)", "PyType_GenericNew", "type"),
    ("capi.PyObject_GenericSetDict(borrow(type('C', (), {})), borrow({}), None)", "PyObject_GenericSetDict", "object"),
    ("capi.PyObject_GenericGetDict(borrow(list), None)", "PyObject_GenericGetDict", "instance"),
    ("capi.PyDelta_FromDSU(-(1 << 31), -1, 1)", "PyDelta_FromDSU", "days"),
    ("capi.PyDelta_FromDSU(0, (1 << 31) - 1, 1_000_000)", "PyDelta_FromDSU", "seconds"),
    ("capi.PySlice_AdjustIndices(1, Var(0), Var(1), -(1 << 63))", "PySlice_AdjustIndices", "step"),
    ("capi.PySlice_AdjustIndices(1, Var(0), Var(1), 0)", "PySlice_AdjustIndices", "step"),
    ("capi.PyArg_UnpackTuple(borrow(()), 'f', 2, 1, BorrowedSlot(), BorrowedSlot())", "PyArg_UnpackTuple", "max"),
    ("capi.PyUnicode_RichCompare(borrow('a'), borrow('a'), 6)", "PyUnicode_RichCompare", "op"),
    ("capi.Py_SetRecursionLimit(1)", "Py_SetRecursionLimit", "limit"),
    ("code(capi.PyCode_New, variables=('a', 1), cells=('a',))", "PyCode_New", "varnames"),
    ("code(capi.PyCode_New, cells=(1,))", "PyCode_New", "cellvars"),
    ("capi.PyObject_Vectorcall(borrow(len), [borrow(1)], 1, borrowed_from_dropped(('a',)))", "PyObject_Vectorcall", "names"),
    ("capi.PyObject_Vectorcall(borrow(len), list, 0, None)", "PyObject_Vectorcall", "arguments"),
    ("capi.PyObject_Vectorcall(borrow(len), Wicked(), 0, None)", "PyObject_Vectorcall", "arguments"),
    ("capi.PyBytes_FromString(Wicked())", "PyBytes_FromString", "text"),
    ("capi.PyFloat_FromDouble(Wicked())", "PyFloat_FromDouble", "value"),
    ("capi.PyUnicode_DecodeLatin1(interior(b'abc'), -1, None)", "PyUnicode_DecodeLatin1", "length"),
    ("capi.PyUnicode_DecodeLatin1(interior(b'abc'), 1 << 62, None)", "PyUnicode_DecodeLatin1", "length"),
    ("capi.PyUnicode_FromKindAndData(4, b'abcdefgh', 8)", "PyUnicode_FromKindAndData", "size"),
    ("capi.PyUnicode_FromKindAndData(4, b'abcdefgh', 2)", "PyUnicode_FromKindAndData", "buffer"),
    ("capi.PyUnicode_FromKindAndData(4, interior(b'abcdefgh'), 2)", "PyUnicode_FromKindAndData", "buffer"),
    ("capi.PyUnicode_FromKindAndData(2, interior(b'ab'), 2)", "PyUnicode_FromKindAndData", "size"),
    ("capi.PyUnicode_FromWideChar('abc', 4)", "PyUnicode_FromWideChar", "size"),
    ("capi.PyUnicode_FromWideChar('abc', -2)", "PyUnicode_FromWideChar", "size"),
    ("capi.PyBuffer_FillInfo(Py_buffer(), None, interior(b'abc'), 4, 1, 0)", "PyBuffer_FillInfo", "length"),
    ("capi.PyBytes_FromStringAndSize(rest_of('12 rest'), 6)", "PyBytes_FromStringAndSize", "size"),
    ("capi.PyBytes_FromStringAndSize(rest_of(interior(b'12 rest')), 6)", "PyBytes_FromStringAndSize", "size"),
    ("capi.PyErr_SetHandledException(borrow(1))", "PyErr_SetHandledException", "exception"),
    ("capi.PyErr_SetExcInfo(None, own(1), None)", "PyErr_SetExcInfo", "value"),
    ("capi.PyList_New(Index())", "PyList_New", "length"),
    ("capi.PyObject_GenericSetAttr(borrow(int), borrow('x'), borrow(1))", "PyObject_GenericSetAttr", "object"),
    ("capi.PyFunction_SetClosure(borrow(closing(1)), borrow(None))", "PyFunction_SetClosure", "closure"),
    ("capi.PyFunction_SetClosure(borrow(closing(1)), borrow(()))", "PyFunction_SetClosure", "closure"),
    ("capi.PyFunction_SetClosure(borrow(closing(1)), borrow((1,)))", "PyFunction_SetClosure", "closure"),
    ("capi.PyFunction_NewWithQualName(borrow(closing.__code__), borrow({}), borrow(1))", "PyFunction_NewWithQualName", "qualname"),
    ("capi.PySequence_Fast(borrow(1), b'\\xff')", "PySequence_Fast", "message"),
    ("capi.PySequence_Fast(borrow(1), interior(b'\\xff'))", "PySequence_Fast", "message"),
]
"""(call, function, parameter that is to blame)."""


def outcome(child: Callable[..., str], call: str) -> str:
    return child(f"{PROGRAM}\nprint(outcome(lambda: {call}))")


@pytest.mark.parametrize(("call", "function", "parameter"), REFUSED)
def test_it_is_refused_by_name(child: Callable[..., str], call: str, function: str, parameter: str) -> None:
    assert f"{function}(): parameter `{parameter}`" in outcome(child, call)


TAKEN = [
    "capi.PyBytes_FromStringAndSize('abc', Standing(3))",
    "capi.PyBytes_FromStringAndSize(Text('abc'), 3)",
    "capi.PyFloat_FromDouble(Standing(3))",
    "capi.PyFloat_AsDouble(borrow(Liar(3)))",
    "capi.PyUnicode_FromKindAndData(Standing(1), b'abc', Liar(3))",
    "capi.Py_SetRecursionLimit(Standing(100))",
    "capi.PyType_GenericAlloc(borrow(type('C', (), {})), 0)",
    "capi.PyType_GenericAlloc(borrow(type('C', (), {'__new__': lambda cls: None})), 0)",
    "capi.PyType_GenericNew(borrow(list), None, None)",
    "capi.PySlice_AdjustIndices(1, Var(0), Var(1), -(1 << 63) + 1)",
    "capi.PyArg_UnpackTuple(borrow(()), 'f', 0, 1, BorrowedSlot())",
    "capi.Py_SetRecursionLimit(100)",
    "capi.PyUnicode_DecodeLatin1(interior(b'a\\0c'), 3, None)",
    "capi.PyUnicode_FromKindAndData(4, 'ab'.encode('utf-32-le'), 2)",
    "capi.PyUnicode_FromKindAndData(1, interior(b'ab'), 2)",
    "capi.PyUnicode_FromWideChar('a\\0c', 3)",
    "capi.PyUnicode_FromWideChar('abc', -1)",
    "capi.PyBytes_FromStringAndSize(capi.PyByteArray_AsString(borrow(bytearray(b'a\\0c'))), 3)",
    "capi.PyBytes_FromStringAndSize(rest_of('12 rest'), 5)",
    "capi.PyErr_SetHandledException(borrow(None))",
    "capi.PyErr_SetExcInfo(own(None), own(None), own(None))",
    "code(capi.PyCode_New)",
    "capi.PyObject_GenericSetDict(borrow(type('C', (), {})()), borrow({}), None)",
    "capi.PyObject_GenericSetAttr(borrow(type('C', (), {})()), borrow('x'), borrow(1))",
    "capi.PyFunction_SetClosure(borrow(closing(1)), borrow(closing(2).__closure__))",
    "capi.PyFunction_SetClosure(borrow(outcome), borrow(None))",
    "capi.PySequence_Fast(borrow([]), 'caf\u00e9')",
]
"""What lies on the right side of those bounds."""


@pytest.mark.parametrize("call", TAKEN)
def test_its_neighbour_is_taken(child: Callable[..., str], call: str) -> None:
    assert outcome(child, call).splitlines()[-1] == "accepted"


def test_an_earlier_failure_is_handed_on_and_nothing_else_is_done_with_it(child: Callable[..., str]) -> None:
    preparation = """
full, empty = Slot(), Slot()
full.put(own(b"a"))
capi.PyErr_SetString(borrow(LookupError), "earlier")
print(outcome(lambda: capi.PyBytes_Concat(full, borrow(b"b"))))
print(outcome(lambda: capi.PyBytes_Concat(empty, borrow(b"b"))))
print(outcome(lambda: capi.PyBytes_Concat(full, None)))
print(full.borrow(), capi.PyErr_ExceptionMatches(borrow(LookupError)))
capi.PyErr_Clear()
"""
    assert child(PROGRAM + preparation).split("\n")[:4] == [
        "PS008 PyBytes_Concat(): parameter `None`", "accepted", "accepted", "None True",
    ]  # fmt: skip


def test_what_stands_for_a_number_is_asked_once(child: Callable[..., str]) -> None:
    program = """
size = Standing(3)
text = capi.PyBytes_FromStringAndSize("abc", size)
assert text.to_python() == b"abc"
text.drop()
print(size.asked)
"""
    assert child(f"{PROGRAM}\n{program}").strip() == "1"
