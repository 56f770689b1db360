"""Hypothesis strategies over the specimens: objects, pointers, and the arguments of a call made from its contract."""

from __future__ import annotations

import contextlib
import functools
from typing import TYPE_CHECKING, Any, get_args

from hypothesis import strategies as st
from hypothesis.control import cleanup
from hypothesis.errors import InvalidArgument

from ptrstate._native import core
from ptrstate.pointees import Pointee, PyObject
from ptrstate.specimens import NULL, Alternatives, Items, Specimen, alternatives, plans
from ptrstate.specimens.alternatives import object_names
from ptrstate.specimens.catalogue import BY_POINTEE, OBJECTS, fitting
from ptrstate.states import BorrowedPtr, NonNull, OwnedPtr
from ptrstate.testing.arguments import Case, PartOf, Same

if TYPE_CHECKING:
    from collections.abc import Callable

    from ptrstate.contract import Contract, Parameter

core.hide_file((lambda: None).__code__)

SIMPLE = ("plain", "item", "integer", "text", "key", "tuple", "list", "dict", "none")
"""The objects to which a failing case shrinks, the simplest first."""

_MOST_ITEMS = 4


def _named(names: tuple[str, ...]) -> st.SearchStrategy[Specimen]:
    """Draw one of the object specimens called ``names``, the simplest first."""
    ordered = sorted(dict.fromkeys(names), key=lambda name: SIMPLE.index(name) if name in SIMPLE else len(SIMPLE))
    return st.sampled_from([Specimen(name, OBJECTS[name]) for name in ordered])


_LEAVES = _named(tuple(OBJECTS))
_KEYS = _named(("key", "present", "absent", "integer", "small", "text", "key_object", "raising_key"))


def _collected(items: list[Specimen], kind: Callable[[Any], Any], shown: str) -> Specimen:
    return Specimen(shown % ", ".join(item.label for item in items), lambda: kind(item.make() for item in items))


def _listed(items: list[Specimen]) -> Specimen:
    return _collected(items, list, "[%s]")


def _tupled(items: list[Specimen]) -> Specimen:
    return _collected(items, tuple, "(%s)")


def _mapped(pairs: list[tuple[Specimen, Specimen]]) -> Specimen:
    shown = ", ".join(f"{key.label}: {value.label}" for key, value in pairs)
    return Specimen(f"{{{shown}}}", lambda: {key.make(): value.make() for key, value in pairs})


_COMPOSED: dict[str, st.SearchStrategy[Specimen]] = {
    "PyListObject": st.lists(_LEAVES, max_size=_MOST_ITEMS).map(_listed),
    "PyTupleObject": st.lists(_LEAVES, max_size=_MOST_ITEMS).map(_tupled),
    "PyDictObject": st.lists(
        st.tuples(_named(("key", "present", "integer", "text")), _LEAVES), max_size=_MOST_ITEMS, unique_by=lambda p: p[0].label
    ).map(_mapped),
}
"""What is put together of others, by pointee."""


def specimens(pointee: type[Pointee] = PyObject, *names: str) -> st.SearchStrategy[Specimen]:
    """Draw what makes an object of the pointee's type.  ``names`` are specimens to prefer among those of any type."""
    composed = _COMPOSED.get(pointee.__name__)
    if pointee is PyObject:
        return st.one_of(_named(names or SIMPLE), _LEAVES, *_COMPOSED.values())
    known = BY_POINTEE.get(pointee.__name__)
    python_type = getattr(pointee, "python_type", None)
    if known is None and isinstance(python_type, type):
        known = fitting(python_type)
    if not known:
        msg = f"there is no specimen of a {pointee.__name__}"
        raise ValueError(msg)
    return st.one_of(_named(known), composed) if composed is not None else _named(known)


def _make(specimen: Specimen) -> Any:  # noqa: ANN401
    return specimen.make()


def objects() -> st.SearchStrategy[Any]:
    """Draw a fresh Python object of any kind: benign, hostile, or a list, tuple or dict of such."""
    return specimens().map(_make)


def pointers(pointee: type[Pointee] = PyObject, state: type[Any] = OwnedPtr) -> st.SearchStrategy[Any]:
    """Draw a pointer to a fresh object of the pointee's type, in a state: ``OwnedPtr``, ``BorrowedPtr`` or ``NonNull``.

    An owned pointer that is still owned at the end of the example is dropped there.  A ``NonNull`` carries no reference.  Raises
    ``ValueError`` for a pointee of which there is no specimen, ``TypeError`` for what is no state.
    """
    if not (isinstance(pointee, type) and issubclass(pointee, Pointee)):
        msg = f"pointers(): parameter `pointee`: a pointee is needed, not {pointee!r}; see ptrstate.pointees"
        raise TypeError(msg)
    if state not in _MAKERS:
        msg = f"pointers(): parameter `state`: one of OwnedPtr, BorrowedPtr, NonNull, not {state!r}"
        raise TypeError(msg)
    return specimens(pointee).map(_make).map(_MAKERS[state])


def _owned(obj: Any) -> Any:  # noqa: ANN401
    made = core.own(obj)
    with contextlib.suppress(InvalidArgument):  # outside of any test, as example() is
        cleanup(lambda: made.drop() if made._state == "live" else None)
    return made


_MAKERS: dict[type[Any], Callable[[Any], Any]] = {
    OwnedPtr: _owned, BorrowedPtr: core.borrow, NonNull: lambda obj: core.borrow(obj).as_raw(),
}  # fmt: skip


def from_annotation(state: type[Any], thing: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401
    """Return the strategy for an annotation such as ``OwnedPtr[PyListObject]``, of which ``state`` is the origin."""
    args = get_args(thing)
    pointee = args[0] if args and isinstance(args[0], type) and issubclass(args[0], Pointee) else PyObject
    return pointers(pointee, state)


# ---- the arguments of a call ----


def cases(contract: Contract, chosen: dict[str, st.SearchStrategy[Any]] | None = None) -> st.SearchStrategy[Case]:
    """Draw the arguments of a call of a function with this contract; ``chosen`` are strategies of one's own, by parameter.

    Raises ``ValueError`` for a parameter of which no argument can be made, ``TypeError`` for a name that is no parameter.
    """
    chosen = chosen or {}
    for name in chosen:
        if name not in [parameter.name for parameter in contract.parameters]:
            msg = f"{contract.name} has no parameter {name!r}"
            raise TypeError(msg)
    drawn = [
        chosen[p.name].map(_constant) if p.name in chosen else arguments(contract, position)
        for position, p in enumerate(contract.parameters)
    ]
    independent = st.tuples(*drawn).map(lambda made: Case(contract, made))
    known = [] if chosen else _planned(contract)
    return st.one_of(st.sampled_from(known), independent) if known else independent


def _planned(contract: Contract) -> list[Case]:
    """Return the calls that the audit would make, those that should succeed first; each pointer is to what its type says."""
    wrong = [() if p.pointee is PyObject or not _is_object(p) else object_names(p)[1] for p in contract.parameters]
    return [
        Case(contract, plan.arguments)
        for plan in plans(contract)
        if not plan.pending and not any(s.label in labels for s, labels in zip(plan.arguments, wrong, strict=True))
    ]


def _constant(value: Any) -> Specimen:  # noqa: ANN401
    return value if isinstance(value, Specimen) else Specimen(repr(value), lambda: value)


def arguments(contract: Contract, position: int) -> st.SearchStrategy[Specimen]:
    """Draw what makes the argument of one parameter."""
    parameter = contract.parameters[position]
    if parameter.variadic:
        msg = f"{contract.name}: parameter {parameter.name}: there is no making a variadic tail; give arguments of your own"
        raise ValueError(msg)
    known = alternatives(parameter, contract)
    if parameter.state == "value":
        return _numbers(parameter, known)
    if parameter.state == "buffer":
        return st.one_of(*_sampled(known), _texts(parameter), *_null(parameter))
    if parameter.state == "slot":
        return st.sampled_from((*known.succeed, *_nulls(parameter)))
    if parameter.state not in {"owned", "borrowed", "array"} or not _is_object(parameter):
        return st.sampled_from((*known.succeed, *known.fail, *_nulls(parameter)))
    if parameter.state == "array":
        element = parameter.element or parameter
        return st.lists(specimens(element.pointee or PyObject), max_size=_MOST_ITEMS).map(
            lambda made: Specimen(f"array of {len(made)}", lambda: Items([one.make() for one in made], parameter.null_terminated))
        )
    return st.one_of(_pointed_to(parameter), *_related(contract, position), *_null(parameter))


def _is_object(parameter: Parameter) -> bool:
    pointee = parameter.element.pointee if parameter.element else parameter.pointee
    return pointee is not None and issubclass(pointee, PyObject)


def _pointed_to(parameter: Parameter) -> st.SearchStrategy[Specimen]:
    succeed, fail = object_names(parameter)
    if parameter.unchecked & {"iterator"}:
        return _named((*succeed, *fail))
    if parameter.pointee is PyObject:
        return specimens(PyObject, *succeed, *fail)
    return specimens(parameter.pointee or PyObject)


def _related(contract: Contract, position: int) -> list[st.SearchStrategy[Specimen]]:
    """Draw the same object as an earlier argument's, or something that an earlier one holds."""
    parameter = contract.parameters[position]
    if parameter.pointee is not PyObject or parameter.unchecked:
        return []
    found: list[st.SearchStrategy[Specimen]] = []
    for i, other in enumerate(contract.parameters[:position]):
        if other.state in {"owned", "borrowed"} and not other.nullable:
            found += [_part_of(i, other.name), st.just(Specimen(f"the same as {other.name}", functools.partial(Same, i)))]
    return found


def _part_of(position: int, name: str) -> st.SearchStrategy[Specimen]:
    def part(number: int) -> Specimen:
        return Specimen(f"part {number} of {name}", lambda: PartOf(position, number))

    return st.integers(0, _MOST_ITEMS - 1).map(part)


def _numbers(parameter: Parameter, known: Alternatives) -> st.SearchStrategy[Specimen]:
    if parameter.c_type in {"double", "float"}:
        return st.one_of(*_sampled(known), st.floats().map(_constant))
    made = [specimen.make() for specimen in (*known.succeed, *known.fail)]
    if not all(isinstance(value, int) for value in made) or parameter.c_type == "char":
        return st.sampled_from((*known.succeed, *known.fail))
    least, most = _bounds(parameter.c_type)
    near, anywhere = st.integers(max(-3, least), min(10, most)), st.integers(least, most)
    return st.one_of(*_sampled(known), near.map(_constant), anywhere.map(_constant))


def _bounds(c_type: str) -> tuple[int, int]:
    from ptrstate.converters.converter import integer_range  # noqa: PLC0415
    from ptrstate.interpreter import library  # noqa: PLC0415

    least, most = integer_range(library.ffi, c_type)
    return (least, most) if least is not None and most is not None else (0, 1)


def _texts(parameter: Parameter) -> st.SearchStrategy[Specimen]:
    least = 1 if "nonempty" in parameter.unchecked else 0
    characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
    return st.text(characters, min_size=least, max_size=20).map(_constant)


def _sampled(known: Alternatives) -> list[st.SearchStrategy[Specimen]]:
    found = (*known.succeed, *known.fail)
    return [st.sampled_from(found)] if found else []


def _nulls(parameter: Parameter) -> tuple[Specimen, ...]:
    return (Specimen("NULL", lambda: NULL),) if parameter.nullable else ()


def _null(parameter: Parameter) -> list[st.SearchStrategy[Specimen]]:
    return [st.just(null) for null in _nulls(parameter)]
