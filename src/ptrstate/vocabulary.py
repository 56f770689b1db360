"""What plain types cannot say: the markers that stand in ``Annotated`` and the C spellings of values.

A marker states one cell of a contract, once, in the declaration of the function::

    def PyModule_AddObject(
        module: BorrowedPtr[PyModuleObject], name: CString, value: Annotated[OwnedPtr | None, Consumed("success")], /
    ) -> Status: ...

``Since`` and ``Until`` bound any marker to versions, so that a function that changed has one declaration.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from typing_extensions import TypeVar

from ptrstate.buffers import Py_buffer
from ptrstate.pointees import Opaque, PyTypeObject
from ptrstate.states import BorrowedPtr, BorrowedSlot, InteriorPtr, NonNull, OwnedPtr, Var

X = TypeVar("X")


class Marker:
    """The base of everything that may stand in ``Annotated`` beside a type."""

    __slots__ = ()


@dataclass(frozen=True)
class As(Marker):
    """The C type, where the annotation alone does not give it: ``As("PyTypeObject *")``."""

    c_type: str


@dataclass(frozen=True)
class Consumed(Marker):
    """When an owned argument is consumed.  Without it: always.

    ``"reached"``: once the call gets as far as looking at it (``PyObject_CallMethod`` with ``N`` when the method exists).
    """

    when: Literal["always", "success", "failure", "reached", "never"]


@dataclass(frozen=True)
class IfNull(Marker):
    """What a NULL argument means; needed wherever a parameter's type has ``| None``.

    ``"default"``: the same as leaving it out; ``"delete"``: the item is deleted; ``"clear"``: the state is cleared;
    ``"empty"``: an empty or unset value is meant; ``"error"``: C itself answers with an exception;
    ``"propagate"``: NULL is handed through (an earlier failure, and only then may an exception be pending where the function can fail or
    run Python code); ``"skip"``: an optional output is not written.
    """

    meaning: Literal["default", "delete", "clear", "empty", "error", "propagate", "skip"]


@dataclass(frozen=True)
class Null(Marker):
    """What NULL, or the sentinel, as a result means.

    ``"error"``: always an exception (the default of ``| None``, ``Status``, ``Found`` and ``Sentinel``); ``"absent"``: never one;
    ``"ambiguous"``: either (of a void function: it may set an exception); ``"never"``: not returned (the default of a result
    without ``None``); ``"always"``: nothing else is.
    """

    meaning: Literal["error", "absent", "ambiguous", "never", "always"]


@dataclass(frozen=True)
class Sentinel(Marker):
    """The value by which a scalar result may tell of a failure, such as -1.  ``Null`` says what it means (default: error).

    -1 of an unsigned type is its greatest value, as in C.
    """

    value: int | float


@dataclass(frozen=True)
class From(Marker):
    """Whom a borrowed result (or borrowed out-parameter, or interior pointer) borrows from, and how firmly it is held.

    ``owner`` is a parameter's name or, where none is called so, ``"type"``, ``"thread"``, ``"interpreter"`` or ``"static"``.
    ``hold``: ``"immutable"`` (a tuple's item), ``"mutable"`` (a list's; of memory: its owner may move it), ``"weak"`` (a weak
    reference's).
    """

    owner: str
    hold: Literal["immutable", "mutable", "weak"] = "immutable"


@dataclass(frozen=True)
class InOut(Marker):
    """A slot or variable whose old value the function reads; without it the parameter is for output only.

    ``empty``: a slot with nothing in it may be passed too.
    """

    empty: bool = False


@dataclass(frozen=True)
class After(Marker):
    """The state of a slot after each outcome.

    For an out-parameter the defaults are ``success="set"`` and ``failure="null"``; for an in-out one ``"set"``, ``"unchanged"``.
    """

    success: Literal["set", "null", "set_or_null", "unchanged"] = "set"
    failure: Literal["set", "null", "set_or_null", "unchanged"] = "null"
    absent: Literal["set", "null", "set_or_null", "unchanged"] = "null"


@dataclass(frozen=True)
class Retained(Marker):
    """The callee keeps this pointer (no reference): as long as the result lives, an argument lives, or the process."""

    by: str
    """``"result"``, ``"process"``, or the name of a parameter."""


Requirement = Literal[
    "type", "exact type", "unshared", "nonempty", "iterator", "exception class", "preceded", "compact", "nonzero", "sequence",
    "closed", "unstarted", "texts", "instance", "zeroed", "ordered", "above depth", "utf-8", "cells",
    "handled", "characters",
]  # fmt: skip


@dataclass(frozen=True)
class Unchecked(Marker):
    """What C requires of this argument and does not check; ptrstate does.

    ``"type"``: an instance of the pointee's type; ``"exact type"``: of just that type; ``"unshared"``: the caller's is the only
    reference; ``"nonempty"``: a text or sequence with something in it; ``"iterator"``: an object whose type has ``tp_iternext``;
    ``"preceded"``: NULL where the first parameter that may be NULL is; ``"exception class"``: a class derived from
    ``BaseException``; ``"compact"``: an ``int`` of one digit; ``"nonzero"``: such a number; ``"sequence"``: an object whose type
    has ``sq_item``; ``"closed"``: code without variables of outer functions; ``"unstarted"``: a frame that has not run;
    ``"texts"``: a tuple of nothing but ``str``; ``"instance"``: an object that is no type; ``"zeroed"``: a type whose objects are whole
    when all their fields are zero, as they are where its ``tp_new`` is that of ``object`` or ``PyType_GenericNew``; ``"ordered"``: an
    integer no less than the parameter before it; ``"above depth"``: a number greater than that of the calls that are running one inside
    the other; ``"utf-8"``: a text in UTF-8; ``"cells"``: a tuple of cells for the variables of outer functions that the function
    before it has, or ``None`` where it has none; ``"handled"``: an exception, or ``None`` for none;
    ``"characters"``: memory with nothing but characters in it, in the units that its length counts.
    """

    requirement: Requirement


@dataclass(frozen=True)
class Unshared(Marker):
    """The function looks at the object's reference count and wants it to be one; C itself answers when it is more.

    Hidden references are given back before such a call, and the argument is not held during it.
    """


@dataclass(frozen=True)
class IndexOf(Marker):
    """An index that C does not check: ``0 <= index < Py_SIZE(of)``."""

    of: str


@dataclass(frozen=True)
class Between(Marker):
    """An integer that C does not check: ``low <= value <= high``."""

    low: int
    high: int


@dataclass(frozen=True)
class Among(Marker):
    """An integer that C does not check, and of which it knows these values only."""

    values: tuple[int, ...]


@dataclass(frozen=True)
class LengthOf(Marker):
    """The length of the array parameter ``of``: refused when it is more than the array has.

    A variadic tail has just as many items as the greatest of its lengths says.  ``unit`` names the parameter that says of how many
    bytes each item is; with ``ended``, -1 means as many as there are before the NUL.
    """

    of: str
    unit: str | None = None
    ended: bool = False


@dataclass(frozen=True)
class Extent(Marker):
    """How many bytes the function reads or writes at this address: a text is refused when it is shorter, and may hold NULs."""

    size: int


@dataclass(frozen=True)
class KeywordsOf(Marker):
    """A tuple of keyword names, each of which has one more item in the array parameter ``of``, behind those that are counted."""

    of: str


@dataclass(frozen=True)
class Unfilled(Marker):
    """On a parameter: an object with unset items may be passed here, and a slot may come back with one.  On a result: it has some.

    A function that is still to get the cells that its code needs is such an object too, and so is a text that is still to be
    written; whether it is can be told where its characters are ASCII, or take four bytes.
    """


@dataclass(frozen=True)
class Flight(Marker):
    """The call makes (+1) or ends (-1) a reference in flight on this argument (``Py_INCREF``, ``Py_DECREF``)."""

    change: Literal[1, -1]


@dataclass(frozen=True)
class Allocates(Marker):
    """The result is memory of this allocator domain; it must be freed in it.  There is as much as its ``size_t`` parameters multiply to."""

    domain: Literal["raw", "mem", "object"]


@dataclass(frozen=True)
class Frees(Marker):
    """The argument is memory of this allocator domain, and freed by the call (on failure of a realloc it is not)."""

    domain: Literal["raw", "mem", "object"]


@dataclass(frozen=True)
class Format(Marker):
    """A format string that tells the variadic arguments, by the rules of ``Py_BuildValue``, ``PyErr_Format`` or ``PyArg_Parse``.

    ``"lend"`` is ``"build"`` without ``N``, for what may never look at its arguments.
    """

    language: Literal["build", "lend", "text", "parse"]


@dataclass(frozen=True)
class ArrayOf(Marker):
    """The annotation is an array in C.  ``end``: it ends with a NULL of its own and has no length parameter."""

    end: Literal["length", "null"] = "length"


@dataclass(frozen=True)
class CallbackOf(Marker):
    """The annotation is a function that C calls.  ``signature`` is its C typedef or function type."""

    signature: str


@dataclass(frozen=True)
class Since(Marker):
    """``marker`` holds from this version on, instead of any marker of its kind without a bound."""

    version: str
    marker: Marker


@dataclass(frozen=True)
class Until(Marker):
    """``marker`` holds before this version, instead of any marker of its kind without a bound."""

    version: str
    marker: Marker


CInt = Annotated[int, As("int")]
CUnsignedInt = Annotated[int, As("unsigned int")]
CLong = Annotated[int, As("long")]
CUnsignedLong = Annotated[int, As("unsigned long")]
CLongLong = Annotated[int, As("long long")]
CUnsignedLongLong = Annotated[int, As("unsigned long long")]
CBool = Annotated[bool, As("int")]
"""A C ``int`` that is only ever true or false, and never tells of a failure."""

CDouble = Annotated[float, As("double")]
CComplex = Annotated[complex, As("Py_complex")]
CChar = Annotated[int, As("char")]
CSize = Annotated[int, As("size_t")]
Py_ssize_t = Annotated[int, As("Py_ssize_t")]
Py_hash_t = Annotated[int, As("Py_hash_t")]
Py_UCS4 = Annotated[int, As("Py_UCS4")]

CString = Annotated[str | bytes | InteriorPtr, As("const char *")]
"""A ``const char *`` argument: ``str`` goes as UTF-8, ``bytes`` as they are; neither may hold a NUL."""

Arguments = BorrowedPtr | OwnedPtr | str | bytes | InteriorPtr
"""A variadic tail whose pointers a format string describes: borrowed, owned (``N``) or texts."""

Targets = BorrowedSlot[Any] | Var[Any] | Py_buffer | BorrowedPtr[PyTypeObject]
"""A variadic tail that a format string has filled: slots, variables and views, and for ``O!`` a type before its slot."""

CText = Annotated[InteriorPtr, As("const char *")]
"""A ``const char *`` result: an interior pointer that knows its owner."""

Address = Annotated[int, As("void *")]
"""A ``void *`` result that C does not look at: an address as an integer."""

AnyAddress = Annotated[int | InteriorPtr, As("void *")]
"""A ``void *`` argument that C only stores: an address as an integer, an interior pointer, or a pointer of cffi's."""

Memory = Annotated[NonNull[Opaque], As("void *")]
"""A ``void *`` to memory of an allocator."""

IntVar = Annotated[Var[int], As("int *")]
SsizeVar = Annotated[Var[int], As("Py_ssize_t *")]

Array = Annotated[Sequence[X], ArrayOf()]
"""A C array of pointers: ``PyObject *const *``."""
