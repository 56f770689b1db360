"""The cells of a contract by name, and the other values that each could have had."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ptrstate import pointees

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ptrstate.contract import Contract, Parameter, Result

OBJECT_STATES = ("borrowed", "owned")
OTHER_POINTEES = (pointees.PyObject, pointees.PyListObject, pointees.PyDictObject, pointees.PyModuleObject)
NEVER_YET = "3.99"
LONG_GONE = "3.1"

UNOBSERVABLE: dict[str, str] = {
    "threads": "a call made without the thread state proves nothing by surviving",
    "retained": "that C goes on using a pointer shows only when its memory is reused",
    "extent": "that memory was read or written past its end does not show",
    "frees": "the allocator does not tell in which domain a block was freed",
    "allocates": "the allocator does not tell from which domain a block came",
    "borrows_from.kind": "type, thread, interpreter and static owners outlive a call all alike",
    "consumed.reached": "how far a call got before it failed does not show from outside",
}
"""Kinds of cells that nothing can observe from one call in one interpreter, with the reason; they count as survivors."""


def reason(cell: str, value: Any) -> str | None:  # noqa: ANN401
    """Return why nothing can observe this cell, or ``None``."""
    kind = cell.split(".", 2)[-1] if cell.startswith("parameter.") else cell.removeprefix("result.")
    if kind == "consumed" and value == "reached":
        return UNOBSERVABLE["consumed.reached"]
    if kind == "borrows_from" and isinstance(value, str) and value.startswith("<"):
        return UNOBSERVABLE["borrows_from.kind"]
    return UNOBSERVABLE.get(kind)


def is_object(parameter: Parameter) -> bool:
    """Whether the parameter is a pointer to an object."""
    return parameter.pointee is not None and issubclass(parameter.pointee, pointees.PyObject) and parameter.c_type != "void *"


def is_pointer(parameter: Parameter) -> bool:
    """Whether NULL could be passed for the parameter."""
    return not parameter.variadic and (parameter.state != "value" or parameter.c_type == "void *")


def cells(contract: Contract) -> dict[str, Any]:
    """Return every cell that says something about the function's behaviour, by name.

    C types, the kind and the limited API are facts of the headers: the binding is compiled against them, and no call shows them.
    """
    found: dict[str, Any] = {}
    for parameter in contract.parameters:
        found.update((f"parameter.{parameter.name}.{cell}", value) for cell, value in _parameter(parameter))
    found.update((f"result.{cell}", value) for cell, value in _result(contract))
    found["may_run_python"] = contract.may_run_python
    found["error_set"] = contract.error_set
    found["since"] = contract.since
    found["until"] = contract.until
    if contract.threads != "attached":
        found["threads"] = contract.threads
    return found


def _if_object(p: Parameter, value: Any) -> Any:  # noqa: ANN401
    return value if is_object(p) and p.state in OBJECT_STATES else None


_PARAMETER_CELLS: tuple[tuple[str, Callable[[Parameter], Any]], ...] = (
    ("state", lambda p: _if_object(p, p.state)),
    ("pointee", lambda p: None if p.variadic else _if_object(p, p.pointee)),
    ("flight", lambda p: _if_object(p, p.flight) or None),
    ("consumed", lambda p: p.consumed if p.consumed != "never" else None),
    ("element", lambda p: p.element.state if p.element is not None and p.element.state in OBJECT_STATES else None),
    ("slot", lambda p: p.slot if p.state == "slot" else None),
    ("after", lambda p: p.after),
    ("owner", lambda p: p.owner),
    ("borrows_from", lambda p: p.borrows_from),
    ("var", lambda p: p.slot if p.state == "var" else None),
    ("nullable", lambda p: p.nullable if is_pointer(p) else None),
    ("if_null", lambda p: p.if_null if is_pointer(p) else None),
    ("index_of", lambda p: p.index_of),
    ("between", lambda p: p.between),
    ("among", lambda p: p.among),
    ("length_of", lambda p: p.length_of),
    ("extent", lambda p: p.extent),
    ("retained", lambda p: p.retained),
    ("frees", lambda p: p.frees),
    ("unfilled", lambda p: p.unfilled or None),
)
"""The cells of a parameter and their values; ``None`` where the parameter has no such cell."""


def _parameter(parameter: Parameter) -> Iterator[tuple[str, Any]]:
    for kind, value_of in _PARAMETER_CELLS:
        value = value_of(parameter)
        if value is not None:
            yield kind, value
    for requirement in sorted(parameter.unchecked):
        yield f"unchecked.{requirement}", True


def _result(contract: Contract) -> Iterator[tuple[str, Any]]:
    result = contract.result
    if result.state in {"owned", "borrowed", "status", "found"} or (
        result.state == "value" and result.c_type == "int" and not result.truth
    ):
        yield "state", result.state
    yield "null", result.null
    if result.sentinel is not None:
        yield "sentinel", result.sentinel
    if result.state in {"borrowed", "buffer", "raw"} and (result.borrows_from or result.borrows_from_kind):
        yield "borrows_from", result.borrows_from or f"<{result.borrows_from_kind}>"
        if result.borrows_from and result.owner and result.state == "borrowed":
            yield "owner", result.owner
    if result.state == "owned" and result.pointee is not None:
        yield "pointee", result.pointee
    if result.unfilled:
        yield "unfilled", True
    if result.allocates:
        yield "allocates", result.allocates


def flips(contract: Contract, cell: str) -> list[Contract]:
    """Return the contract once for each other value that ``cell`` could have."""
    if cell.startswith("parameter."):
        _, name, kind = cell.split(".", 2)
        parameter = contract.parameter(name)
        return [_with_parameter(contract, other) for other in _other_parameters(contract, parameter, kind)]
    if cell.startswith("result."):
        return [replace(contract, result=other) for other in _other_results(contract, cell.removeprefix("result."))]
    other_values: dict[str, list[Any]] = {
        "may_run_python": [not contract.may_run_python],
        "error_set": [v for v in ("refused", "allowed", "required") if v != contract.error_set],
        "since": [NEVER_YET],
        "until": [LONG_GONE],
        "threads": ["detached"],
    }
    return [replace(contract, **{cell: value}) for value in other_values[cell]]


def _with_parameter(contract: Contract, changed: Parameter) -> Contract:
    return replace(contract, parameters=tuple(changed if p.name == changed.name else p for p in contract.parameters))


def _other_parameters(contract: Contract, p: Parameter, kind: str) -> list[Parameter]:
    if kind in _OTHER_PARAMETERS:
        return _OTHER_PARAMETERS[kind](contract, p)
    if kind.startswith("unchecked."):
        return [replace(p, unchecked=p.unchecked - {kind.removeprefix("unchecked.")})]
    nothing: dict[str, Any] = {kind: False if kind == "unfilled" else None}
    return [replace(p, **nothing)]


def _other_state(contract: Contract, p: Parameter) -> list[Parameter]:
    other = "borrowed" if p.state == "owned" else "owned"
    return [replace(p, state=other, consumed="always" if other == "owned" else "never", flight=0)]


def _other_consumption(contract: Contract, p: Parameter) -> list[Parameter]:
    can_fail = contract.result.fallible and contract.result.null != "always"
    whens = ("always", "success", "failure") if can_fail else ("always", "failure")
    return [replace(p, consumed=when) for when in whens if when != p.consumed]


def _other_element(contract: Contract, p: Parameter) -> list[Parameter]:
    assert p.element is not None
    other = "borrowed" if p.element.state == "owned" else "owned"
    return [replace(p, element=replace(p.element, state=other), consumed="always" if other == "owned" else "never")]


def _other_source(contract: Contract, p: Parameter) -> list[Parameter]:
    names = [q.name for q in contract.parameters if q.name not in {p.borrows_from, p.name} and is_object(q)]
    return [replace(p, borrows_from=name) for name in [*names, "static"]]


_OTHER_PARAMETERS: dict[str, Callable[[Contract, Parameter], list[Parameter]]] = {
    "state": _other_state,
    "consumed": _other_consumption,
    "element": _other_element,
    "borrows_from": _other_source,
    "pointee": lambda _, p: [replace(p, pointee=other) for other in OTHER_POINTEES if other is not p.pointee],
    "flight": lambda _, p: [replace(p, flight=-p.flight), replace(p, flight=0)],
    "slot": lambda _, p: [replace(p, slot=other) for other in ("out_owned", "out_borrowed", "inout") if other != p.slot],
    "after": lambda contract, p: list(_other_after(contract, p)),
    "nullable": lambda _, p: [replace(p, nullable=not p.nullable, if_null=None if p.nullable else "default")],
    "if_null": lambda _, p: [replace(p, if_null="default" if p.if_null == "error" else "error")],
    "var": lambda _, p: [replace(p, slot="unwritten")],
    "owner": lambda _, p: [replace(p, owner="mutable" if p.owner == "immutable" else "immutable")],
}


def _other_after(contract: Contract, p: Parameter) -> Iterator[Parameter]:
    assert p.after is not None
    tried = [0, *([1] if contract.result.fallible else []), *([2] if contract.result.null in {"absent", "ambiguous"} else [])]
    for i in tried:
        for other in ("set", "null", "unchanged"):
            if other != p.after[i]:
                yield replace(p, after=(*p.after[:i], other, *p.after[i + 1 :]))  # type: ignore[arg-type]


def _other_results(contract: Contract, kind: str) -> list[Result]:
    if kind in _OTHER_RESULTS:
        return _OTHER_RESULTS[kind](contract, contract.result)
    nothing: dict[str, Any] = {kind: False if kind == "unfilled" else None}
    return [replace(contract.result, **nothing)]


def _other_family(contract: Contract, r: Result) -> list[Result]:
    family = OBJECT_STATES if r.state in OBJECT_STATES else ("status", "found", "value")
    return [replace(r, state=other) for other in family if other != r.state]


def _other_null(contract: Contract, r: Result) -> list[Result]:
    meanings = ("never", "always") if r.state == "void" else ("error", "absent", "ambiguous", "never", "always")
    return [replace(r, null=other) for other in meanings if other != r.null]


def _other_owner(contract: Contract, r: Result) -> list[Result]:
    names = [p.name for p in contract.parameters if p.name != r.borrows_from and is_object(p)]
    found = [replace(r, borrows_from=name, borrows_from_kind=None) for name in names]
    if r.borrows_from:
        found.append(replace(r, borrows_from=None, borrows_from_kind="static"))
    return found or [replace(r, borrows_from=None, borrows_from_kind=None)]


_OTHER_RESULTS: dict[str, Callable[[Contract, Result], list[Result]]] = {
    "state": _other_family,
    "null": _other_null,
    "borrows_from": _other_owner,
    "sentinel": lambda _, r: [replace(r, sentinel=(r.sentinel or 0) + step) for step in (-1, 1)],
    "owner": lambda _, r: [replace(r, owner=other) for other in ("immutable", "mutable") if other != r.owner],
    "pointee": lambda _, r: [replace(r, pointee=other) for other in OTHER_POINTEES if other is not r.pointee],
}
