"""The functions that the interpreter calls, as contracts: one declaration for each C type, and the slots that are of it.

``self`` and the arguments are borrowed for the length of the call; what is returned is given away.  A parameter whose name
begins with an underscore belongs to C alone: a prototype does not take it.  The build compares each C type with the headers, and
makes of each slot the function whose address the interpreter gets.  No run time is needed here.

Left out: ``tp_alloc``, ``tp_free``, ``tp_is_gc`` and ``tp_del`` (memory is ptrstate's business here).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Annotated, Any

from ptrstate.buffers import Py_buffer
from ptrstate.contract import Contract
from ptrstate.pointees import PyDictObject, PyTupleObject, PyTypeObject, PyUnicodeObject
from ptrstate.reading import read_contract
from ptrstate.states import BorrowedPtr, Found, OwnedPtr, Slot, Status
from ptrstate.vocabulary import (
    Address,
    Array,
    As,
    CallbackOf,
    CInt,
    CSize,
    Flight,
    IfNull,
    KeywordsOf,
    LengthOf,
    Null,
    Py_hash_t,
    Py_ssize_t,
    Sentinel,
)

Keywords = Annotated[BorrowedPtr[PyDictObject] | None, IfNull("default")]
Type = Annotated[BorrowedPtr[PyTypeObject], As("PyTypeObject *")]
Visit = Annotated[Callable[[BorrowedPtr, int], int], CallbackOf("visitproc")]
"""What a ``tp_traverse`` calls for each object it owns: ``visit(pointer, arg)``; anything but 0 is to be returned at once."""


@dataclass(frozen=True)
class Convention:
    """How the interpreter calls one slot: its C type (``typedef``), its contract, and by what its prototype is found."""

    name: str
    typedef: str
    by: str
    contract: Contract

    @property
    def signature(self) -> str:
        """The C type in words, for messages: ``PyObject *(PyObject *, Py_ssize_t)``."""
        return f"{self.contract.result.c_type}({', '.join(parameter.c_type for parameter in self.contract.parameters)})"


CONVENTIONS: dict[str, Convention] = {}
"""Every slot, by its name in C."""


def called_as(typedef: str, *names: str, by: str = "type") -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Declare the slots ``names`` of the C type ``typedef`` by one function with annotations."""

    def declare(function: Callable[..., Any]) -> Callable[..., Any]:
        contract = read_contract(function, {"may_run_python": True, "header": "object.h"})
        for name in names:
            CONVENTIONS[name] = Convention(name, typedef, by, replace(contract, name=name))
        return function

    return declare


# ---- slots of types ----------------------------------------------------------------------------------------------------------


@called_as("reprfunc", "tp_repr", "tp_str")
def reprfunc(self: BorrowedPtr, /) -> OwnedPtr[PyUnicodeObject] | None:
    """Return a text."""
    raise NotImplementedError


@called_as(
    "unaryfunc",
    *("nb_negative", "nb_positive", "nb_absolute", "nb_invert", "nb_int", "nb_float", "nb_index"),
    *("am_await", "am_aiter", "am_anext"),
)
def unaryfunc(self: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what becomes of one object."""
    raise NotImplementedError


@called_as("getiterfunc", "tp_iter")
def getiterfunc(self: BorrowedPtr, /) -> OwnedPtr | None:
    """Return an iterator."""
    raise NotImplementedError


@called_as("iternextfunc", "tp_iternext")
def iternextfunc(self: BorrowedPtr, /) -> Annotated[OwnedPtr | None, Null("ambiguous")]:
    """Return the next item; NULL without an exception when there is none left."""
    raise NotImplementedError


@called_as(
    "binaryfunc",
    *("nb_add", "nb_subtract", "nb_multiply", "nb_remainder", "nb_divmod", "nb_lshift", "nb_rshift", "nb_and", "nb_xor", "nb_or"),
    *("nb_floor_divide", "nb_true_divide", "nb_matrix_multiply"),
    by="either",
)
def binaryfunc(left: BorrowedPtr, right: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what becomes of two objects, either of which may be of the type; ``NotImplemented`` leaves it to the other."""
    raise NotImplementedError


@called_as(
    "binaryfunc",
    *("nb_inplace_add", "nb_inplace_subtract", "nb_inplace_multiply", "nb_inplace_remainder", "nb_inplace_lshift"),
    *("nb_inplace_rshift", "nb_inplace_and", "nb_inplace_xor", "nb_inplace_or", "nb_inplace_floor_divide"),
    *("nb_inplace_true_divide", "nb_inplace_matrix_multiply", "sq_concat", "sq_inplace_concat", "mp_subscript"),
)
def binaryfunc_of_self(self: BorrowedPtr, other: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what becomes of the object and another."""
    raise NotImplementedError


@called_as("ternaryfunc", "nb_power", by="either")
def powerfunc(base: BorrowedPtr, exponent: BorrowedPtr, modulus: BorrowedPtr, /) -> OwnedPtr | None:
    """Return a power; the modulus is ``None`` when there is none."""
    raise NotImplementedError


@called_as("ternaryfunc", "nb_inplace_power")
def inplace_powerfunc(self: BorrowedPtr, exponent: BorrowedPtr, modulus: BorrowedPtr, /) -> OwnedPtr | None:
    """Return a power; the modulus is ``None`` when there is none."""
    raise NotImplementedError


@called_as("ternaryfunc", "tp_call")
def callfunc(self: BorrowedPtr, args: BorrowedPtr[PyTupleObject], kwargs: Keywords, /) -> OwnedPtr | None:
    """Return what a call returns."""
    raise NotImplementedError


@called_as("vectorcallfunc", "tp_vectorcall", by="class")
def vectorcallfunc(
    type: Annotated[BorrowedPtr[PyTypeObject], As("PyObject *")],
    args: Array[BorrowedPtr],
    nargsf: Annotated[CSize, LengthOf("args")],
    names: Annotated[BorrowedPtr[PyTupleObject] | None, IfNull("default"), KeywordsOf("args")],
    /,
) -> OwnedPtr | None:
    """Return what a call of ``type`` itself returns, instead of ``tp_new`` and ``tp_init``; a subtype does not inherit it.

    ``nargsf`` may have a flag in it: ``PyVectorcall_NARGS`` takes it out.
    """
    raise NotImplementedError


@called_as("sendfunc", "am_send")
def sendfunc(self: BorrowedPtr, value: BorrowedPtr, result: Slot, /) -> Annotated[int, As("PySendResult"), Sentinel(-1)]:
    """Put into ``result`` what is yielded (1) or at last returned (0) for ``value``."""
    raise NotImplementedError


@called_as("getbufferproc", "bf_getbuffer")
def getbufferproc(self: BorrowedPtr, view: Annotated[Py_buffer, Flight(1)], flags: CInt, /) -> Status:
    """Fill a view, which takes a reference to its exporter; on failure it stays empty, and the exception is a ``BufferError``."""
    raise NotImplementedError


@called_as("releasebufferproc", "bf_releasebuffer")
def releasebufferproc(self: BorrowedPtr, view: Py_buffer, /) -> None:
    """See to the end of a view, perhaps with an exception pending; the reference in it is released afterwards, by C."""
    raise NotImplementedError


@called_as("richcmpfunc", "tp_richcompare")
def richcmpfunc(self: BorrowedPtr, other: BorrowedPtr, operation: CInt, /) -> OwnedPtr | None:
    """Return a comparison; ``operation`` is 0 to 5 for <, <=, ==, !=, >, >=."""
    raise NotImplementedError


@called_as("hashfunc", "tp_hash")
def hashfunc(self: BorrowedPtr, /) -> Annotated[Py_hash_t, Sentinel(-1)]:
    """Return a hash that is not -1."""
    raise NotImplementedError


@called_as("lenfunc", "sq_length", "mp_length")
def lenfunc(self: BorrowedPtr, /) -> Annotated[Py_ssize_t, Sentinel(-1)]:
    """Return how many items there are."""
    raise NotImplementedError


@called_as("inquiry", "nb_bool")
def truthfunc(self: BorrowedPtr, /) -> Found:
    """Return whether the object is true."""
    raise NotImplementedError


@called_as("ssizeargfunc", "sq_item", "sq_repeat", "sq_inplace_repeat")
def ssizeargfunc(self: BorrowedPtr, number: Py_ssize_t, /) -> OwnedPtr | None:
    """Return an item, or a repetition."""
    raise NotImplementedError


@called_as("ssizeobjargproc", "sq_ass_item")
def ssizeobjargproc(self: BorrowedPtr, index: Py_ssize_t, item: Annotated[BorrowedPtr | None, IfNull("delete")], /) -> Status:
    """Put an item at an index, or delete it."""
    raise NotImplementedError


@called_as("objobjproc", "sq_contains")
def objobjproc(self: BorrowedPtr, item: BorrowedPtr, /) -> Found:
    """Return whether the item is in it."""
    raise NotImplementedError


@called_as("objobjargproc", "mp_ass_subscript")
def objobjargproc(self: BorrowedPtr, key: BorrowedPtr, value: Annotated[BorrowedPtr | None, IfNull("delete")], /) -> Status:
    """Set the value of a key, or delete it."""
    raise NotImplementedError


@called_as("getattrofunc", "tp_getattro")
def getattrofunc(self: BorrowedPtr, name: BorrowedPtr[PyUnicodeObject], /) -> OwnedPtr | None:
    """Return an attribute."""
    raise NotImplementedError


@called_as("setattrofunc", "tp_setattro")
def setattrofunc(
    self: BorrowedPtr, name: BorrowedPtr[PyUnicodeObject], value: Annotated[BorrowedPtr | None, IfNull("delete")], /
) -> Status:
    """Set an attribute, or delete it."""
    raise NotImplementedError


@called_as("descrgetfunc", "tp_descr_get")
def descrgetfunc(
    self: BorrowedPtr,
    instance: Annotated[BorrowedPtr | None, IfNull("default")],
    owner: Annotated[BorrowedPtr | None, IfNull("default")],
    /,
) -> OwnedPtr | None:
    """Return what an attribute of an instance, or of a type, is."""
    raise NotImplementedError


@called_as("descrsetfunc", "tp_descr_set")
def descrsetfunc(self: BorrowedPtr, instance: BorrowedPtr, value: Annotated[BorrowedPtr | None, IfNull("delete")], /) -> Status:
    """Set, or delete, what an attribute of an instance is."""
    raise NotImplementedError


@called_as("newfunc", "tp_new", by="class")
def newfunc(type: Type, args: BorrowedPtr[PyTupleObject], kwargs: Keywords, /) -> OwnedPtr | None:
    """Return a new instance of ``type``, which may be a subtype."""
    raise NotImplementedError


@called_as("initproc", "tp_init")
def initproc(self: BorrowedPtr, args: BorrowedPtr[PyTupleObject], kwargs: Keywords, /) -> Status:
    """Fill a new instance; it may be called again for an old one."""
    raise NotImplementedError


@called_as("destructor", "tp_dealloc", "tp_finalize")
def destructor(self: BorrowedPtr, /) -> None:
    """See to the end of an instance, perhaps with an exception pending.  ``tp_dealloc`` has to leave no field set."""
    raise NotImplementedError


@called_as("traverseproc", "tp_traverse")
def traverseproc(self: BorrowedPtr, visit: Visit, arg: Address, /) -> CInt:
    """Visit what the instance owns."""
    raise NotImplementedError


@called_as("inquiry", "tp_clear")
def clearfunc(self: BorrowedPtr, /) -> Annotated[None, As("int")]:
    """Let go of what the instance owns, to break a cycle."""
    raise NotImplementedError


# ---- attributes, builtins, destructors -----------------------------------------------------------------------------------------


@called_as("getter", "getter", by="closure")
def getter(self: BorrowedPtr, _closure: Address, /) -> OwnedPtr | None:
    """Return an attribute."""
    raise NotImplementedError


@called_as("setter", "setter", by="closure")
def setter(self: BorrowedPtr, value: Annotated[BorrowedPtr | None, IfNull("delete")], _closure: Address, /) -> Status:
    """Set an attribute, or delete it."""
    raise NotImplementedError


@called_as("PyCFunction", "METH_NOARGS", by="holder")
def no_arguments(self: BorrowedPtr, _nothing: Annotated[BorrowedPtr | None, IfNull("skip")], /) -> OwnedPtr | None:
    """Return what a call without arguments returns."""
    raise NotImplementedError


@called_as("PyCFunction", "METH_O", by="holder")
def one_argument(self: BorrowedPtr, argument: BorrowedPtr, /) -> OwnedPtr | None:
    """Return what a call with one argument returns."""
    raise NotImplementedError


@called_as("PyCFunction", "METH_VARARGS", by="holder")
def arguments_in_a_tuple(self: BorrowedPtr, args: BorrowedPtr[PyTupleObject], /) -> OwnedPtr | None:
    """Return what a call with a tuple of arguments returns."""
    raise NotImplementedError


@called_as("PyCFunctionWithKeywords", "METH_VARARGS|METH_KEYWORDS", by="holder")
def arguments_and_keywords(self: BorrowedPtr, args: BorrowedPtr[PyTupleObject], kwargs: Keywords, /) -> OwnedPtr | None:
    """Return what a call with a tuple and a dict returns."""
    raise NotImplementedError


@called_as("_PyCFunctionFast", "METH_FASTCALL", by="holder")
def arguments_in_an_array(
    self: BorrowedPtr, args: Array[BorrowedPtr], count: Annotated[Py_ssize_t, LengthOf("args")], /
) -> OwnedPtr | None:
    """Return what a call with an array of arguments returns."""
    raise NotImplementedError


@called_as("_PyCFunctionFastWithKeywords", "METH_FASTCALL|METH_KEYWORDS", by="holder")
def array_and_keywords(
    self: BorrowedPtr,
    args: Array[BorrowedPtr],
    count: Annotated[Py_ssize_t, LengthOf("args")],
    names: Annotated[BorrowedPtr[PyTupleObject] | None, IfNull("default"), KeywordsOf("args")],
    /,
) -> OwnedPtr | None:
    """Return what a call with an array returns, whose last items belong to the keyword names."""
    raise NotImplementedError


@called_as("PyCapsule_Destructor", "PyCapsule_Destructor", by="pool")
def capsule_destructor(capsule: BorrowedPtr, /) -> None:
    """See to the end of a capsule, perhaps with an exception pending."""
    raise NotImplementedError


