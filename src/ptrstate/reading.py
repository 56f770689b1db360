"""From a function's annotations to its contract: what they state is read, and refused where it makes no sense."""

from __future__ import annotations

import ctypes
import inspect
import re
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from ptrstate import vocabulary as say
from ptrstate.contract import RUNNING, Contract, Parameter, Result, Version, parse_version
from ptrstate.pointees import Opaque, Pointee, PyObject
from ptrstate.states import BorrowedPtr, BorrowedSlot, Found, InteriorPtr, NonNull, OwnedPtr, Slot, Status, Struct, Var

_ELSEWHERE = {"type", "thread", "interpreter", "static"}
_POINTERS = {OwnedPtr: "owned", BorrowedPtr: "borrowed", NonNull: "raw"}
_UNSIGNED: dict[str, Any] = {
    "unsigned int": ctypes.c_uint,
    "unsigned long": ctypes.c_ulong,
    "unsigned long long": ctypes.c_ulonglong,
    "size_t": ctypes.c_size_t,
}


class DeclarationError(TypeError):
    """A declaration that says nonsense; the message names the function and the parameter."""


def local_names(function: Any, frame: types.FrameType) -> dict[str, Any]:  # noqa: ANN401
    """Return the local names of ``frame`` that the annotations of ``function`` use.

    A frame asked for its locals keeps a copy of them all, and so every object in them, until it ends: it is asked only when
    an annotation is still a text and has such a name in it.
    """
    texts = [text for text in getattr(function, "__annotations__", {}).values() if isinstance(text, str)]
    inside = {*frame.f_code.co_varnames, *frame.f_code.co_cellvars, *frame.f_code.co_freevars}
    used = inside.intersection(re.findall(r"\w+", " ".join(texts)))
    if not used or frame.f_locals is frame.f_globals:
        return {}
    return {name: value for name, value in frame.f_locals.items() if name in used}


def read_contract(
    function: Callable[..., Any],
    facts: dict[str, Any],
    version: Version = RUNNING,
    names: Mapping[str, Any] | None = None,
) -> Contract:
    """Read the contract that ``function``'s annotations and ``facts`` state for ``version``.

    ``names`` are the local names that the annotations may use, where the function is defined inside another.
    """
    return _Reader(function, facts, version).contract(names)


def _in_range(sentinel: float, c_type: str) -> int | float:
    """Return the value that C has when a sentinel is made a ``c_type``."""
    unsigned = _UNSIGNED.get(c_type)
    return unsigned(sentinel).value if unsigned else sentinel


class _Annotation:
    """One annotation taken apart: the type proper, whether None belongs to it, and the markers that hold in a version."""

    def __init__(self, hint: Any, version: Version) -> None:  # noqa: ANN401
        self.nullable = self.by_format = False
        found: list[say.Marker] = []
        self.base = self._peel(hint, found)
        always = {type(m): m for m in reversed(found) if not isinstance(m, say.Since | say.Until)}
        unchecked = [m for m in found if isinstance(m, say.Unchecked)]
        for bound in found:
            since = isinstance(bound, say.Since) and version >= parse_version(bound.version)
            until = isinstance(bound, say.Until) and version < parse_version(bound.version)
            if since or until:
                always[type(bound.marker)] = bound.marker  # type: ignore[attr-defined]
                if isinstance(bound.marker, say.Unchecked):  # type: ignore[attr-defined]
                    unchecked.append(bound.marker)  # type: ignore[attr-defined]
        always.pop(say.Unchecked, None)
        self.markers: dict[type, Any] = always
        self.unchecked = frozenset(m.requirement for m in unchecked)

    def _peel(self, hint: Any, found: list[say.Marker]) -> Any:  # noqa: ANN401
        if get_origin(hint) is Annotated:
            inner, *extra = get_args(hint)
            found.extend(m for m in reversed(extra) if isinstance(m, say.Marker))
            return self._peel(inner, found)
        if get_origin(hint) in {Union, types.UnionType}:
            members = [arg for arg in get_args(hint) if arg is not types.NoneType]
            self.nullable = self.nullable or len(members) < len(get_args(hint))
            if len(members) == 1:
                return self._peel(members[0], found)
            kinds = {get_origin(member) or member for member in members}
            self.by_format = {OwnedPtr, BorrowedPtr} <= kinds
            if self.by_format:
                return BorrowedPtr
            return BorrowedSlot if BorrowedSlot in kinds else int if int in kinds else InteriorPtr
        return hint

    def take(self, kind: type) -> Any:  # noqa: ANN401
        """Return the marker of this kind, and count it as understood; ``None`` when there is none."""
        return self.markers.pop(kind, None)


class _Reader:
    def __init__(self, function: Callable[..., Any], facts: dict[str, Any], version: Version) -> None:
        self.function, self.version, self.name = function, version, function.__name__
        changes = facts.get("changes") or {}
        self.facts = {key: value for key, value in facts.items() if key != "changes"}
        for since in sorted(changes, key=parse_version):
            if version >= parse_version(since):
                self.facts.update(changes[since])

    def refuse(self, where: str, why: str) -> DeclarationError:
        return DeclarationError(f"{self.name}: {where}: {why}")

    def contract(self, names_inside: Mapping[str, Any] | None = None) -> Contract:
        if inspect.isgeneratorfunction(self.function) or inspect.iscoroutinefunction(self.function):
            msg = "the function"
            raise self.refuse(msg, "a C function is neither a generator nor a coroutine")
        try:
            hints = get_type_hints(self.function, localns=dict(names_inside or {}), include_extras=True)
        except (NameError, TypeError, SyntaxError) as error:
            msg = "annotations"
            raise self.refuse(msg, f"they cannot be read: {error}") from error
        signature = inspect.signature(self.function)
        names = tuple(signature.parameters)
        parameters = tuple(self._parameter(spec, hints, names) for spec in signature.parameters.values())
        for place, parameter in enumerate(parameters):
            if parameter.unchecked:
                self._can_be_required(parameter, parameters[:place])
        if "return" not in hints:
            msg = "result"
            raise self.refuse(msg, "it has no annotation; a void function is annotated -> None")
        result = self._result(_Annotation(hints["return"], self.version), names)
        facts = dict(self.facts)
        may_run_python = bool(facts.pop("may_run_python", False))
        infallible = not result.fallible and not may_run_python
        error_set = facts.pop("error_set", None) or ("allowed" if infallible else "refused")
        if error_set not in {"allowed", "refused", "required"}:
            msg = "error_set"
            raise self.refuse(msg, f"one of allowed, refused, required, not {error_set!r}")
        if facts.get("indicator") not in {None, "sets", "takes", "clears", "reports", "asks", "shows"}:
            msg = "indicator"
            raise self.refuse(msg, f"one of sets, takes, clears, reports, asks, shows, not {facts['indicator']!r}")
        if facts.get("kind", "function") not in {"function", "macro", "shim"}:
            msg = "kind"
            raise self.refuse(msg, f"one of function, macro, shim, not {facts['kind']!r}")
        for fact in ("undone_by", "undoes"):
            if facts.get(fact) is not None and not isinstance(facts[fact], str):
                raise self.refuse(fact, f"the name of a function, not {facts[fact]!r}")
        if facts.get("undone_by") and result.state not in {"status", "found", "void"}:
            msg = "undone_by"
            raise self.refuse(msg, "a call counts when it returns 0 or nothing, so it goes with Status, Found or None")
        try:
            return Contract(
                name=self.name,
                header=facts.pop("header", (self.function.__module__ or "").rpartition(".")[2].rstrip("_") + ".h"),
                parameters=parameters,
                result=result,
                may_run_python=may_run_python,
                error_set=error_set,
                doc=inspect.getdoc(self.function) or "",
                declared=self.function,
                **facts,
            )
        except TypeError as error:
            msg = "facts"
            raise self.refuse(msg, str(error)) from error

    def _parameter(self, spec: inspect.Parameter, hints: dict[str, Any], names: tuple[str, ...]) -> Parameter:
        if spec.kind is spec.KEYWORD_ONLY or spec.kind is spec.VAR_KEYWORD:
            msg = f"parameter {spec.name}"
            raise self.refuse(msg, "C functions take positional arguments only")
        if spec.default is not spec.empty:
            msg = f"parameter {spec.name}"
            raise self.refuse(msg, "C functions have no default arguments")
        if spec.name not in hints:
            msg = f"parameter {spec.name}"
            raise self.refuse(msg, "it has no annotation")
        annotation = _Annotation(hints[spec.name], self.version)
        parameter = self._described(f"parameter {spec.name}", spec.name, annotation, names)
        return replace(parameter, variadic=spec.kind is spec.VAR_POSITIONAL)

    def _can_be_required(self, parameter: Parameter, before: Sequence[Parameter]) -> None:
        """Refuse a requirement that nobody knows, and one on what stands before where nothing of the kind does."""
        where, last = f"parameter {parameter.name}", before[-1] if before else None
        stands = {
            "cells": (last is not None and last.state == "borrowed" and not last.nullable, "a borrowed pointer that is not NULL"),
            "ordered": (last is not None and last.state == "value", "a number"),
            "preceded": (any(p.nullable for p in before), "a parameter that may be NULL"),
        }
        for requirement in sorted(parameter.unchecked):
            if requirement not in get_args(say.Requirement):
                raise self.refuse(where, f"Unchecked says one of {get_args(say.Requirement)}, not {requirement!r}")
            found, what = stands.get(requirement, (True, ""))
            if not found:
                raise self.refuse(where, f'Unchecked("{requirement}") goes after {what}')

    def _described(self, where: str, name: str, a: _Annotation, names: tuple[str, ...]) -> Parameter:
        state, pointee, c_type, element = self._state(where, a)
        consumed, if_null = a.take(say.Consumed), a.take(say.IfNull)
        slot, after, may_be_empty = self._slot(where, a, state)
        source, index_of, length_of = a.take(say.From), a.take(say.IndexOf), a.take(say.LengthOf)
        retained, keywords_of = a.take(say.Retained), a.take(say.KeywordsOf)
        between, among = a.take(say.Between), a.take(say.Among)
        extent = a.take(say.Extent)
        flight, frees, format_ = a.take(say.Flight), a.take(say.Frees), a.take(say.Format)
        array = a.take(say.ArrayOf)
        a.take(say.CallbackOf)
        unfilled = a.take(say.Unfilled) is not None
        unshared = a.take(say.Unshared) is not None
        if extent and state not in {"buffer", "raw"}:
            raise self.refuse(where, f"Extent goes with a text or an address, not with a {state}")
        if consumed and state not in {"owned", "array"} and not a.by_format:
            raise self.refuse(where, f"Consumed goes with OwnedPtr, not with a {state} pointer")
        if a.nullable and if_null is None:
            raise self.refuse(where, "it may be NULL but no IfNull says what that means")
        if if_null and not a.nullable:
            raise self.refuse(where, "IfNull goes with a type that admits None")
        interior = state == "var" and InteriorPtr in {content for arg in get_args(a.base) for content in (arg, *get_args(arg))}
        if (slot == "out_borrowed" or interior) and source is None:
            what = "a variable for an interior pointer" if interior else "a borrowed slot"
            raise self.refuse(where, f"{what} needs From(...): whom does it borrow from?")
        if source and slot is None:
            raise self.refuse(where, "From goes with a result, a borrowed slot or a variable for an interior pointer")
        for marker, kind in ((index_of, "IndexOf"), (length_of, "LengthOf")):
            if marker and (state != "value" or marker.of not in names):
                raise self.refuse(where, f"{kind} goes with an integer and names another parameter, not {marker.of!r}")
        if length_of and length_of.unit is not None and length_of.unit not in names:
            raise self.refuse(where, f"the unit of LengthOf names another parameter, not {length_of.unit!r}")
        if among and (state != "value" or not among.values):
            raise self.refuse(where, "Among goes with an integer and lists its values")
        if between and (state != "value" or between.low > between.high):
            raise self.refuse(where, "Between goes with an integer and says first the lowest, then the highest value")
        if keywords_of and (state != "borrowed" or keywords_of.of not in names):
            raise self.refuse(where, f"KeywordsOf goes with a borrowed tuple and names another parameter, not {keywords_of.of!r}")
        if retained and retained.by not in {"result", "process", *names}:
            raise self.refuse(where, f"Retained names the result, the process or a parameter, not {retained.by!r}")
        if source and source.owner not in {*names, *_ELSEWHERE}:
            raise self.refuse(where, f"From({source.owner!r}) names no parameter and none of {sorted(_ELSEWHERE)}")
        if format_ and state != "buffer":
            raise self.refuse(where, "Format goes with a CString")
        self._nothing_left(where, a)
        return Parameter(
            name=name,
            c_type=c_type,
            state=state,
            pointee=pointee,
            nullable=a.nullable,
            if_null=if_null.meaning if if_null else None,
            consumed=consumed.when if consumed else "always" if self._steals(state, element) else "never",
            retained=retained.by if retained else None,
            slot=slot,
            after=after,
            may_be_empty=may_be_empty,
            borrows_from=source.owner if source else None,
            owner=source.hold if source else None,
            unchecked=a.unchecked,
            unshared=unshared,
            index_of=index_of.of if index_of else None,
            between=(between.low, between.high) if between else None,
            among=among.values if among else None,
            length_of=length_of.of if length_of else None,
            length_unit=length_of.unit if length_of else None,
            length_ended=bool(length_of and length_of.ended),
            extent=extent.size if extent else None,
            keywords_of=keywords_of.of if keywords_of else None,
            unfilled=unfilled,
            flight=flight.change if flight else 0,
            frees=frees.domain if frees else None,
            format=format_.language if format_ else None,
            element=element,
            null_terminated=bool(array and array.end == "null"),
        )

    @staticmethod
    def _steals(state: str, element: Parameter | None) -> bool:
        return state == "owned" or (state == "array" and element is not None and element.state == "owned")

    def _slot(self, where: str, a: _Annotation, state: str) -> tuple[str | None, tuple[str, str, str] | None, bool]:
        """Return direction, states after the outcomes, and whether an empty slot may be passed."""
        in_out, after = a.take(say.InOut), a.take(say.After)
        if state == "slot":
            borrowed = issubclass(get_origin(a.base) or a.base, BorrowedSlot)
            kind = "out_borrowed" if borrowed else "inout" if in_out else "out_owned"
            default = say.After(failure="unchanged", absent="unchanged") if in_out or borrowed else say.After()
            after = after or default
            return kind, (after.success, after.failure, after.absent), bool(in_out and in_out.empty)
        if state == "var":
            return ("inout" if in_out else "out"), None, False
        if in_out or after:
            raise self.refuse(where, "InOut and After go with a slot or a variable")
        return None, None, False

    def _state(self, where: str, a: _Annotation) -> tuple[str, type[Pointee] | None, str, Parameter | None]:
        """Return state, pointee, C type and array element of an annotation."""
        base, origin = a.base, get_origin(a.base) or a.base
        spelt = a.take(say.As)
        if say.CallbackOf in a.markers:
            return "callback", None, a.markers[say.CallbackOf].signature, None
        if say.ArrayOf in a.markers and origin is Sequence:
            inner = _Annotation(get_args(base)[0], self.version)
            element = self._described(f"{where}, its elements", "element", inner, ())
            return "array", element.pointee, spelt.c_type if spelt else f"{element.c_type} const *".replace("* c", "*c"), element
        if origin in _POINTERS:
            pointee = self._pointee(where, base)
            return _POINTERS[origin], pointee, spelt.c_type if spelt else pointee.spelling, None
        if isinstance(origin, type) and issubclass(origin, Slot | BorrowedSlot):
            pointee = self._pointee(where, base)
            return "slot", pointee, spelt.c_type if spelt else f"{pointee.spelling}*", None
        if isinstance(origin, type) and issubclass(origin, Struct):
            return "struct", None, spelt.c_type if spelt else f"{origin.spelling} *", None
        if spelt is None and origin in {Var, InteriorPtr, int, float, complex, bool}:
            raise self.refuse(where, f"{getattr(origin, '__name__', origin)} needs As(...): which C type is it?")
        if origin is Var:
            return "var", None, spelt.c_type, None
        if origin is InteriorPtr:
            return "buffer", None, spelt.c_type, None
        if origin in {int, float, complex, bool}:
            return "value", None, spelt.c_type, None
        raise self.refuse(where, f"{base!r} is no pointer state, C value, array, callback or struct")

    def _pointee(self, where: str, base: Any) -> type[Pointee]:  # noqa: ANN401
        args = get_args(base)
        pointee = args[0] if args else PyObject
        if not (isinstance(pointee, type) and issubclass(pointee, Pointee)):
            raise self.refuse(where, f"{pointee!r} is no pointee; derive it from ptrstate.pointees.Pointee")
        return pointee

    def _result(self, a: _Annotation, names: tuple[str, ...]) -> Result:
        where, null, sentinel = "result", a.take(say.Null), a.take(say.Sentinel)
        source, allocates = a.take(say.From), a.take(say.Allocates)
        unfilled = a.take(say.Unfilled) is not None
        if a.base in {Status, Found}:
            state, pointee = ("status" if a.base is Status else "found"), None
            c_type, sentinel, default = getattr(a.take(say.As), "c_type", "int"), say.Sentinel(-1), "error"
        elif a.base in {None, types.NoneType}:
            spelt = a.take(say.As)
            state, pointee, default = "void", None, "always" if null and null.meaning == "always" else "never"
            c_type = spelt.c_type if spelt else "void"
        else:
            state, pointee, c_type, _ = self._state(where, a)
            default = "error" if a.nullable or sentinel else "never"
        meaning = null.meaning if null else default
        can_be_null = a.nullable or sentinel is not None or meaning == "always" or (state == "void" and meaning == "ambiguous")
        if meaning == "never" and can_be_null and a.base not in {Status, Found}:
            raise self.refuse(where, 'Null("never") contradicts a result that admits None')
        if meaning in {"absent", "ambiguous"} and not can_be_null:
            raise self.refuse(where, f'Null("{meaning}") needs "| None" or a Sentinel')
        if state in {"slot", "array", "callback", "var", "struct"}:
            raise self.refuse(where, f"a {state} is no result")
        if state in {"borrowed", "buffer"} and source is None:
            raise self.refuse(where, "a borrowed result needs From(...): whom does it borrow from?")
        if source and state not in {"borrowed", "buffer", "raw"}:
            raise self.refuse(where, f"From goes with a borrowed result, not with {state}")
        elsewhere = source is not None and source.owner in _ELSEWHERE and source.owner not in names
        if source and not elsewhere and source.owner not in names:
            raise self.refuse(where, f"From({source.owner!r}) names no parameter and none of {sorted(_ELSEWHERE)}")
        self._nothing_left(where, a)
        return Result(
            c_type=c_type,
            state=state,
            pointee=pointee if pointee is not Opaque else None,
            null=meaning,
            sentinel=_in_range(sentinel.value, c_type) if sentinel else None,
            borrows_from=source.owner if source and not elsewhere else None,
            borrows_from_kind=source.owner if source and elsewhere else None,
            owner=source.hold if source else None,
            unfilled=unfilled,
            allocates=allocates.domain if allocates else None,
            truth=a.base is bool,
        )

    def _nothing_left(self, where: str, a: _Annotation) -> None:
        if a.markers:
            names = ", ".join(kind.__name__ for kind in a.markers)
            raise self.refuse(where, f"{names} cannot stand here")
