"""Prototypes installed where the interpreter calls functions: builtins, slots of heap types, destructors of capsules.

Each place has a contract of its own (:mod:`ptrstate.install.slots`); a prototype whose contract does not fit is refused with the
differences named (:class:`InstallError`).  The interpreter then calls it as it calls C: arguments borrowed for the length of the
call, the result given away, an exception set as the convention of the place says.  Every rule of prototypes holds; a violation is
the exception of that call where its convention has one, goes to ``sys.unraisablehook`` where it has none, and is raised at the
end of the ledger in either case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ptrstate._native import core
from ptrstate.callbacks import destructor
from ptrstate.install.entry import Entry
from ptrstate.install.fitting import InstallError, differences
from ptrstate.install.slots import CONVENTIONS, Convention, Visit
from ptrstate.interpreter import library
from ptrstate.prototype import Prototype
from ptrstate.states import BorrowedPtr, OwnedPtr, Slot

if TYPE_CHECKING:
    import types
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["CONVENTIONS", "Convention", "InstallError", "Visit", "allocate", "builtin", "capsule_destructor", "field", "heap_type"]

core.hide_file((lambda: None).__code__)

_BUILTINS = [name for name, convention in CONVENTIONS.items() if convention.by == "holder"]
_SEEN_TO = ("tp_dealloc", "tp_traverse", "tp_clear")
_TYPE_SLOTS = [name for name, convention in CONVENTIONS.items() if convention.by in {"type", "either", "class"}]
_MOST_FIELDS = 64


def _rows() -> dict[str, list[Any]]:
    rows: dict[str, list[Any]] = {}
    for row in library.lib.ptrstate_slots:
        rows.setdefault(library.ffi.string(row.name).decode(), []).append(row)
    return rows


_ROWS = _rows()


def _address(row: Any) -> int:  # noqa: ANN401
    return int(library.ffi.cast("uintptr_t", row.address))


def builtin(
    function: Callable[..., Any],
    /,
    *,
    convention: str | None = None,
    name: str | None = None,
    self: object = None,
    module: str | None = None,
) -> types.BuiltinFunctionType:
    """Return a builtin function that calls the prototype ``function``.

    ``convention`` is one of ``METH_NOARGS``, ``METH_O``, ``METH_VARARGS``, ``METH_VARARGS|METH_KEYWORDS``, ``METH_FASTCALL`` and
    ``METH_FASTCALL|METH_KEYWORDS``; without it the first that fits is taken.  The prototype's first parameter is borrowed from
    ``self`` (of a module's function: the module).  ``module`` is what ``__module__`` says.  Raises :class:`InstallError` where no
    convention fits, or not the one that was asked for.
    """
    if convention is None:
        convention = _fitting(function)
    if convention not in _BUILTINS:
        msg = f"convention is one of {', '.join(_BUILTINS)}, not {convention!r}"
        raise InstallError(msg)
    entry = Entry(function, CONVENTIONS[convention])
    row = _ROWS[convention][0]
    called = name or entry.prototype.contract.name
    return core.make_builtin(called, entry.prototype.contract.doc or None, row.number, _address(row), entry, self, module)


def _fitting(function: Any) -> str:  # noqa: ANN401
    if not isinstance(function, Prototype):
        return _BUILTINS[0]  # Entry says what is wrong
    found = {name: differences(function.contract, CONVENTIONS[name].contract) for name in _BUILTINS}
    for name, why in found.items():
        if not why:
            return name
    lines = "\n".join(f"  {name}: {'; '.join(why)}" for name, why in found.items())
    msg = f"{function.contract.name} cannot be a builtin:\n{lines}"
    raise InstallError(msg)


def heap_type(
    name: str,
    slots: Mapping[str, Callable[..., Any]],
    /,
    *,
    fields: Sequence[str] = (),
    getset: Mapping[str, Callable[..., Any] | tuple[Callable[..., Any] | None, Callable[..., Any] | None]] | None = None,
    methods: Mapping[str, Callable[..., Any]] | None = None,
    doc: str | None = None,
    subclassable: bool = False,
) -> type:
    """Return a heap type whose ``slots``, by their names in C (``"tp_repr"``), are prototypes.

    ``name`` has its module in front (``"demo.Pair"``).  ``fields`` are ``PyObject *`` members of each instance, which
    :func:`field` gives as a :class:`Slot`; the instance owns what is in them.  Without a ``tp_traverse``, ``tp_clear`` or
    ``tp_dealloc`` of its own a type visits and releases them all; with one, what it forgets is found: an object that
    ``tp_traverse`` left out or that is not the instance's (PS014), a field that ``tp_dealloc`` left set (PS006), a reference
    that it gave away (PS013).  ``getset`` maps a name to a getter, or to a getter and a setter; ``methods`` to a prototype as
    :func:`builtin` takes it.  The type lives as long as the process.  Raises :class:`InstallError` for a slot that is not known
    and for a prototype that does not fit.
    """
    unknown = [slot for slot in slots if slot not in _TYPE_SLOTS]
    if unknown:
        msg = f"{name}: {', '.join(unknown)}: no slot that can be installed; these can: {', '.join(_TYPE_SLOTS)}"
        raise InstallError(msg)
    if len(set(fields)) < len(fields) or len(fields) > _MOST_FIELDS:
        msg = f"{name}: fields are at most {_MOST_FIELDS} different names, not {list(fields)}"
        raise InstallError(msg)
    entries = {slot: Entry(function, CONVENTIONS[slot]) for slot, function in slots.items()}
    rows = [
        (_ROWS[slot][0].number, _address(_ROWS[slot][0]), _ROWS[slot][0].index, entry)
        for slot, entry in entries.items()
        if slot not in _SEEN_TO
    ]
    attributes = [row for attribute, pair in (getset or {}).items() for row in _attribute(attribute, pair)]
    made = core.make_type(
        name, doc, subclassable, tuple(fields), rows, len(CONVENTIONS), *(entries.get(slot) for slot in _SEEN_TO), attributes,
        _address(_ROWS["getter"][0]), _address(_ROWS["setter"][0]),
    )  # fmt: skip
    for method, function in (methods or {}).items():
        setattr(made, method, _Method(function, method))
    return made


class _Accessors:
    """The getter and the setter of one attribute, which share a closure."""

    def __init__(self, getter: Entry | None, setter: Entry | None) -> None:
        self.getter, self.setter = getter, setter

    def __call__(self, *words: int) -> int:
        entry = self.getter if len(words) == 1 else self.setter
        return entry(*words) if entry is not None else -1


def _attribute(name: str, pair: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
    getter, setter = pair if isinstance(pair, tuple) else (pair, None)
    accessors = _Accessors(
        Entry(getter, CONVENTIONS["getter"]) if getter is not None else None,
        Entry(setter, CONVENTIONS["setter"]) if setter is not None else None,
    )
    return [(name, None, accessors, getter is not None, setter is not None)]


class _Method:
    """A method: a builtin bound to each instance that it is asked of."""

    def __init__(self, function: Callable[..., Any], name: str) -> None:
        self._function, self._name = function, name
        self._convention = _fitting(function)
        Entry(function, CONVENTIONS[self._convention])

    def __get__(self, instance: object, owner: type | None = None) -> Any:  # noqa: ANN401
        return self if instance is None else self._bound(instance)

    def __call__(self, instance: object, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        return self._bound(instance)(*args, **kwargs)

    def _bound(self, instance: object) -> types.BuiltinFunctionType:
        return builtin(self._function, convention=self._convention, name=self._name, self=instance)


def field(self: BorrowedPtr[Any] | OwnedPtr[Any], name: str, /) -> Slot:
    """Return the field ``name`` of an instance of an installed type: a slot that the instance owns.

    Raises ``TypeError`` when ``self`` is no such instance or has no such field.
    """
    return core.field(self, name)


def allocate(type: BorrowedPtr[Any] | OwnedPtr[Any], /) -> OwnedPtr | None:
    """Return a new instance of an installed type, or of a subtype, with empty fields: what a ``tp_new`` begins with.

    NULL with ``MemoryError`` pending where there is no memory.  Raises ``TypeError`` for any other type.
    """
    return core.allocate(type)


def capsule_destructor(function: Callable[..., Any], /) -> Any:  # noqa: ANN401
    """Return a ``PyCapsule_Destructor`` that calls the prototype ``function``, for ``PyCapsule_New`` and its like.

    What goes wrong in it is reported through ``sys.unraisablehook``.  Raises :class:`InstallError` when it does not fit.
    """
    return destructor(library.ffi, function, Entry(function, CONVENTIONS["PyCapsule_Destructor"]))
