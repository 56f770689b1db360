"""Declared functions and objects of C: a Python signature with the facts beside it, whose contract is read on demand."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, ParamSpec, overload

from typing_extensions import TypeVar

from ptrstate.contract import RUNNING, Contract, Version, parse_version
from ptrstate.pointees import PyObject
from ptrstate.reading import DeclarationError, local_names, read_contract
from ptrstate.states import BorrowedPtr

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T", bound=PyObject, default=PyObject)


class Declaration(Generic[P, R]):
    """A declared C function: its Python signature, the facts beside it, and the contract read from both on demand."""

    def __init__(self, function: Callable[P, R], facts: dict[str, Any], names: Mapping[str, Any] | None = None) -> None:
        self.function = function
        self.facts = facts
        self._names = names
        self.name: str = function.__name__
        self.__doc__ = function.__doc__
        self.__module__ = function.__module__
        self.__name__: str = self.name
        self.__qualname__: str = self.name
        self.__wrapped__ = function
        self._contracts: dict[Version, Contract] = {}

    def contract(self, version: Version = RUNNING) -> Contract:
        """Return the contract in ``version``.  Raises :class:`DeclarationError` when the declaration says nonsense."""
        if version not in self._contracts:
            self._contracts[version] = read_contract(self.function, self.facts, version, self._names)
        return self._contracts[version]

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Refuse: a declaration is called through ``ptrstate.capi`` or its own library, which bind it."""
        msg = f"{self.name} is only declared here; call it as ptrstate.capi.{self.name}"
        raise TypeError(msg)

    def __repr__(self) -> str:
        return f"<declaration of {self.name}>"


@dataclass(frozen=True)
class DataDeclaration:
    """A declared object of the interpreter (``PyExc_ValueError``, ``PyList_Type``, ``Py_None``): static, so borrowed for good.

    ``expression`` is what C writes for a ``PyObject *`` to it.
    """

    name: str
    expression: str
    pointee: type[PyObject]
    since: str | None = None
    until: str | None = None

    def available(self, version: Version = RUNNING) -> bool:
        """Whether ``version`` has it; ``until`` is exclusive."""
        return (self.since is None or version >= parse_version(self.since)) and (
            self.until is None or version < parse_version(self.until)
        )


def c_data(
    name: str,
    pointee: type[T] = PyObject,  # type: ignore[assignment]
    expression: str | None = None,
    *,
    since: str | None = None,
    until: str | None = None,
) -> BorrowedPtr[T]:
    """Declare an object that the interpreter owns for good, such as a type: ``expression`` is a ``PyObject *`` to it in C."""
    return DataDeclaration(name, expression or name, pointee, since, until)  # type: ignore[return-value]


@overload
def c_function(function: Callable[P, R], /) -> Callable[P, R]: ...
@overload
def c_function(
    *,
    kind: str = ...,
    since: str | None = ...,
    until: str | None = ...,
    limited_api: str | None = ...,
    may_run_python: bool = ...,
    error_set: str | None = ...,
    indicator: str | None = ...,
    threads: str = ...,
    once: bool = ...,
    undone_by: str | None = ...,
    undoes: str | None = ...,
    source: str = ...,
    changes: dict[str, dict[str, Any]] | None = ...,
    library: Any = ...,  # noqa: ANN401
    drops: bool = ...,
) -> Callable[[Callable[P, R]], Callable[P, R]]: ...
def c_function(function: Callable[..., Any] | None = None, /, *, library: Any = None, drops: bool = False, **facts: Any) -> Any:
    """Declare a C function: its annotations are its contract, its body is never run.

    ``kind``: ``"function"``, ``"macro"`` (called by name all the same) or ``"shim"`` (a C function of ptrstate's stands for it:
    variadic functions, macros that assign).  ``since`` and ``until`` (exclusive): the versions that have it.  ``limited_api``:
    the version of the limited API that has it.  ``may_run_python``: whether it can run Python code.  ``error_set``:
    ``"refused"``, ``"allowed"`` or ``"required"``, by default allowed only for what can neither fail nor run Python.
    ``indicator``: what a function whose business is the error indicator does to it: ``"sets"``, ``"takes"`` (hands the exception
    out), ``"clears"``, ``"reports"`` (clears it once a hook has been told), ``"asks"`` (for its type) or ``"shows"`` (whether there
    is one).
    ``once``: C takes one call of it from the program, and does not check it; ptrstate refuses another.
    ``undone_by``: the function that has to be called after each call of it that returns 0 or nothing, with the same first pointer
    where it takes one (``Py_EnterRecursiveCall``; forgotten it is PS006); ``undoes``: the function that this one is to, which is
    PS013 where there is nothing to undo and C does not check it.
    ``source``: where the facts come from.  ``changes``: facts that hold from a version on, ``{"3.13": {"may_run_python": True}}``.
    ``library``: the library of one's own to bind it to (:class:`ptrstate.binding.Library`); without it the function is one of the
    interpreter's.  ``drops``: it ends what an ``OwnedPtr`` of its parameter's pointee owns, so ``drop()`` calls it.
    """
    if function is None and library is not None:
        frame = sys._getframe(1)
        return lambda inner: library.bind(Declaration(inner, facts, local_names(inner, frame)), drops=drops)
    if drops:
        msg = "drops=True goes with library=...: objects are released by their counts"
        raise DeclarationError(msg)
    if function is None:
        return lambda inner: Declaration(inner, facts)
    return Declaration(function, facts)
