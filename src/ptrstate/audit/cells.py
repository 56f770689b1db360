"""The cells of a contract by name, and the other values that each could have had."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ptrstate import pointees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ptrstate.contract import Contract, Parameter

OBJECT_STATES = ("borrowed", "owned")
OTHER_POINTEES = (pointees.PyObject, pointees.PyListObject, pointees.PyDictObject, pointees.PyModuleObject)
NEVER_YET = "3.99"
LONG_GONE = "3.1"

UNOBSERVABLE: dict[str, str] = {
    "threads": "a call made without the thread state proves nothing by surviving",
    "retained": "that C goes on using a pointer shows only when its memory is reused",
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


def _parameter(parameter: Parameter) -> Iterator[tuple[str, Any]]:
    if is_object(parameter) and parameter.state in OBJECT_STATES:
        yield "state", parameter.state
        if not parameter.variadic:
            yield "pointee", parameter.pointee
        if parameter.flight:
            yield "flight", parameter.flight
    if parameter.consumed != "never":
        yield "consumed", parameter.consumed
    if parameter.state == "array" and parameter.element is not None and parameter.element.state in OBJECT_STATES:
        yield "element", parameter.element.state
    if parameter.state == "slot":
        yield "slot", parameter.slot
        yield "after", parameter.after
        if parameter.owner:
            yield "owner", parameter.owner
        if parameter.borrows_from:
            yield "borrows_from", parameter.borrows_from
    if parameter.state == "var":
        yield "var", parameter.slot
    if is_pointer(parameter):
        yield "nullable", parameter.nullable
        if parameter.nullable:
            yield "if_null", parameter.if_null
    for requirement in sorted(parameter.unchecked):
        yield f"unchecked.{requirement}", True
    for name in ("index_of", "length_of", "retained", "frees"):
        value = getattr(parameter, name)
        if value is not None:
            yield name, value
    if parameter.unfilled:
        yield "unfilled", True


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
    if kind == "state":
        other = "borrowed" if p.state == "owned" else "owned"
        return [replace(p, state=other, consumed="always" if other == "owned" else "never", flight=0)]
    if kind == "consumed":
        whens = (
            ("always", "success", "failure")
            if contract.result.fallible and contract.result.null != "always"
            else ("always", "failure")
        )
        return [replace(p, consumed=when) for when in whens if when != p.consumed]
    if kind == "pointee":
        return [replace(p, pointee=other) for other in OTHER_POINTEES if other is not p.pointee]
    if kind == "flight":
        return [replace(p, flight=-p.flight), replace(p, flight=0)]
    if kind == "element" and p.element is not None:
        other = "borrowed" if p.element.state == "owned" else "owned"
        return [replace(p, element=replace(p.element, state=other), consumed="always" if other == "owned" else "never")]
    if kind == "slot":
        return [replace(p, slot=other) for other in ("out_owned", "out_borrowed", "inout") if other != p.slot]
    if kind == "after" and p.after is not None:
        return list(_other_after(contract, p))
    if kind == "nullable":
        return [replace(p, nullable=not p.nullable, if_null=None if p.nullable else "default")]
    if kind == "if_null":
        return [replace(p, if_null="default" if p.if_null == "error" else "error")]
    if kind == "var":
        return [replace(p, slot="unwritten")]
    if kind == "owner":
        return [replace(p, owner="mutable" if p.owner == "immutable" else "immutable")]
    if kind == "borrows_from":
        names = [q.name for q in contract.parameters if q.name not in {p.borrows_from, p.name} and is_object(q)]
        return [replace(p, borrows_from=name) for name in [*names, "static"]]
    if kind.startswith("unchecked."):
        return [replace(p, unchecked=p.unchecked - {kind.removeprefix("unchecked.")})]
    if kind == "unfilled":
        return [replace(p, unfilled=False)]
    nothing: dict[str, Any] = {kind: None}
    return [replace(p, **nothing)]


def _other_after(contract: Contract, p: Parameter) -> Iterator[Parameter]:
    assert p.after is not None
    tried = [0, *([1] if contract.result.fallible else []), *([2] if contract.result.null in {"absent", "ambiguous"} else [])]
    for i in tried:
        for other in ("set", "null", "unchanged"):
            if other != p.after[i]:
                yield replace(p, after=(*p.after[:i], other, *p.after[i + 1 :]))  # type: ignore[arg-type]


def _other_results(contract: Contract, kind: str) -> list[Any]:
    r = contract.result
    if kind == "state":
        family = ("owned", "borrowed") if r.state in OBJECT_STATES else ("status", "found", "value")
        return [replace(r, state=other) for other in family if other != r.state]
    if kind == "null":
        if r.state == "void":
            return [replace(r, null=other) for other in ("never", "always") if other != r.null]
        return [replace(r, null=other) for other in ("error", "absent", "ambiguous", "never", "always") if other != r.null]
    if kind == "sentinel" and r.sentinel is not None:
        return [replace(r, sentinel=r.sentinel - 1), replace(r, sentinel=r.sentinel + 1)]
    if kind == "borrows_from":
        names = [p.name for p in contract.parameters if p.name != r.borrows_from and is_object(p)]
        found = [replace(r, borrows_from=name, borrows_from_kind=None) for name in names]
        if r.borrows_from:
            found.append(replace(r, borrows_from=None, borrows_from_kind="static"))
        return found or [replace(r, borrows_from=None, borrows_from_kind=None)]
    if kind == "owner":
        return [replace(r, owner=other) for other in ("immutable", "mutable") if other != r.owner]
    if kind == "pointee":
        return [replace(r, pointee=other) for other in OTHER_POINTEES if other is not r.pointee]
    if kind == "unfilled":
        return [replace(r, unfilled=False)]
    nothing: dict[str, Any] = {kind: None}
    return [replace(r, **nothing)]
