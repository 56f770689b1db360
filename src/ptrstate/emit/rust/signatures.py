"""From a contract to a Rust signature: each parameter and the result with its states, and the raw twin of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ptrstate.emit.rust.spelling import Unspoken, callbacks, raw_type, value_type
from ptrstate.pointees import Opaque

if TYPE_CHECKING:
    from ptrstate.contract import Contract, Parameter, Result
    from ptrstate.pointees import Pointee

_FIRM = {None, "immutable"}
_EXCEPTION = "Raised<'py>"
"""The result of a void function that always leaves an exception; there is no such thing in C to declare it as."""

_LIFETIMES = ("'a", "'py")


@dataclass(frozen=True)
class Part:
    """A parameter or the result: ``typed`` with lifetimes, ``raw`` as C has it, ``bare`` without the token that it carries."""

    name: str
    typed: str
    raw: str
    bare: str = ""

    @property
    def static(self) -> str:
        """The typed spelling with every lifetime for good, as a type that stands by itself."""
        return re.sub(r"'(?:a|py|_)\b", "'static", re.sub(r"&(?=mut |\w)", "&'static ", self.typed))


@dataclass(frozen=True)
class Signature:
    """The Rust signature of one contract.

    ``lends``: how much of the token a call takes: ``"whole"`` where it may run Python, ``"part"`` where what it returns is good
    until somebody does, None otherwise.  ``carried``: whether a parameter carries it; without one an inline function takes it.
    ``back``: the parameter that comes back when the function fails.
    """

    contract: Contract
    parameters: tuple[Part, ...]
    result: Part
    lends: str | None
    carried: bool
    back: Part | None
    variadic: bool

    @property
    def extern(self) -> bool:
        """Whether the declaration alone says it all: no inline function around it is needed."""
        carries = self.carried or self.lends is None
        return carries and self.back is None and not self.rewritten and self.result.typed != _EXCEPTION

    @property
    def rewritten(self) -> bool:
        """Whether it is a macro, which has no symbol."""
        return self.contract.kind == "macro" or (self.contract.kind == "shim" and not self.variadic)

    @property
    def token_parameter(self) -> str | None:
        """The parameter by which an inline function takes the token."""
        if self.lends is None or self.carried:
            return None
        lifetime = "'a " if "'a" in self.result.typed else ""
        return f"_py: &{lifetime}{'mut ' if self.lends == 'whole' else ''}Attached<'py>"

    def generics(self) -> str:
        """Return the lifetimes that the signature names, as ``<'a, 'py>``, or nothing."""
        return generics(*(part.typed for part in self.parameters), self.result.typed, self.token_parameter or "")


def generics(*texts: str) -> str:
    """Return the lifetimes that ``texts`` name, as ``<'a, 'py>``, or nothing."""
    named = [lifetime for lifetime in _LIFETIMES if any(lifetime in text for text in texts)]
    return f"<{', '.join(named)}>" if named else ""


def signature(contract: Contract) -> Signature:
    """Return the signature that ``contract`` has in Rust.  Raises :class:`Unspoken` where Rust has no type for it."""
    fixed = [p for p in contract.parameters if not p.variadic]
    variadic = len(fixed) < len(contract.parameters)
    lends = _lends(contract)
    carrier = _carrier(contract, fixed) if lends else None
    owners = {contract.result.borrows_from, *(p.borrows_from for p in fixed)}
    back = None
    parts = []
    for parameter in fixed:
        lent = "'a" if parameter.name in owners else "'_"
        typed = bare = _parameter(parameter, lent)
        if parameter.consumed == "success":
            back = Part(rust_name(parameter.name), typed, "")
        elif parameter.consumed not in {"always", "never"}:
            msg = f"consumes `{parameter.name}` by stages ({parameter.consumed}), which no type says"
            raise Unspoken(msg)
        if parameter.name == carrier:
            wrapper = "Runs" if lends == "whole" else "Peek"
            typed = f"{wrapper}<{_lifetime(contract, fixed)}, 'py, {typed}>"
        parts.append(Part(rust_name(parameter.name), typed, _raw(parameter), bare))
    typed, raw = _result(contract.result, fixed)
    return Signature(contract, tuple(parts), Part("", typed, raw), lends, carrier is not None, back, variadic)


def _raw(part: Parameter | Result) -> str:
    """Return the raw twin of a type; what a ``NonNull`` points to may be written as far as Rust is concerned."""
    raw = raw_type(part.c_type)
    return raw.replace("*const ", "*mut ", 1) if part.state == "raw" else raw


def _lends(contract: Contract) -> str | None:
    """Return what part of the token a call takes."""
    if contract.may_run_python:
        return "whole"
    return "part" if _lifetime(contract, contract.parameters) == "'a" else None


def _lifetime(contract: Contract, parameters: tuple[Parameter, ...] | list[Parameter]) -> str:
    """Return the lifetime of the token's loan: named where something that a later call may invalidate comes back."""
    result = contract.result
    loose = result.state in {"borrowed", "buffer"} and (result.owner not in _FIRM or _elsewhere(result.borrows_from_kind))
    slots = any(
        p.slot == "out_borrowed" and (p.owner not in _FIRM or _elsewhere(_kind(p.borrows_from, parameters))) for p in parameters
    )
    return "'a" if loose or slots else "'_"


def _kind(owner: str | None, parameters: tuple[Parameter, ...] | list[Parameter]) -> str | None:
    return None if owner in {p.name for p in parameters} else owner


def _elsewhere(kind: str | None) -> bool:
    """Whether something that can change holds it: a type, the thread, the interpreter."""
    return kind is not None and kind != "static"


def _carrier(contract: Contract, fixed: list[Parameter]) -> str | None:
    names = [p.name for p in fixed]
    owners = [p for p in (contract.result.borrows_from, *(p.borrows_from for p in fixed)) if p in names]
    if not contract.may_run_python and owners:
        return owners[0]
    return names[0] if names else None


# ---- parameters ----


def _pointee(pointee: type[Pointee] | None, c_type: str) -> str:
    """Return the Rust name of what is pointed to: a declared struct, or the scalar that C names."""
    if pointee is None or pointee is Opaque:
        return value_type(c_type.replace("const ", "").rstrip("* "))
    return pointee.__name__


def _optional(typed: str, *, nullable: bool) -> str:
    return f"Option<{typed}>" if nullable else typed


def _parameter(p: Parameter, lent: str) -> str:
    return _optional(_plain(p, lent), nullable=p.nullable and p.state != "value")


def _plain(p: Parameter, lent: str) -> str:
    """Return the type of a parameter that is not NULL."""
    if p.state in {"owned", "borrowed", "raw"}:
        pointee = _pointee(p.pointee, p.c_type)
        if p.state == "raw":
            return f"NonNull<{pointee}>"
        return f"OwnedPtr<'py, {pointee}>" if p.state == "owned" else f"BorrowedPtr<{lent}, 'py, {pointee}>"
    if p.state in {"slot", "array"}:
        return _slot(p) if p.state == "slot" else _array(p, lent)
    if p.state in {"var", "struct"}:
        pointed = p.c_type.removesuffix("*").strip()
        constant = pointed.startswith("const ") and "*" not in pointed
        return f"&{'' if constant else 'mut '}{value_type(pointed.removeprefix('const ') if constant else pointed)}"
    if p.state == "buffer":
        return _interior(p.c_type, "'static" if p.retained else lent)
    return value_type(p.c_type, callback=p.state == "callback")


def _slot(p: Parameter) -> str:
    pointee = _pointee(p.pointee, "void *")
    inner = f"BorrowedPtr<'a, 'py, {pointee}>" if p.slot == "out_borrowed" else f"OwnedPtr<'py, {pointee}>"
    typed = f"&mut Option<{inner}>"
    if p.c_type == "void *":
        typed = f"AsVoid<{typed}>"
    return typed


def _interior(c_type: str, lifetime: str) -> str:
    """Return the type of a pointer into memory: written to where C does not say const."""
    value = value_type(c_type.replace("const ", "", 1).removesuffix("*").strip())
    kind = "InteriorPtr" if c_type.startswith("const ") else "InteriorMut"
    return f"{kind}<{lifetime}>" if value == "c_char" else f"{kind}<{lifetime}, {value}>"


def _array(p: Parameter, lent: str) -> str:
    element = p.element
    if element is None or element.state not in {"owned", "borrowed", "buffer"} or "const" not in p.c_type:
        msg = f"an array of {element.state if element else 'unknown'} elements (`{p.c_type}`) has no type here"
        raise Unspoken(msg)
    inner = _optional(_parameter(element, lent), nullable=element.nullable or p.null_terminated)
    if element.state == "owned":
        inner = f"ManuallyDrop<{inner}>"
    return f"InteriorPtr<{lent}, {inner}>"


# ---- results ----


def _result(r: Result, fixed: list[Parameter]) -> tuple[str, str]:
    raw = _raw(r)
    if r.null == "always":
        return (_EXCEPTION if raw == "()" else f"Always<'py, {raw}>"), raw
    if r.state == "void":
        return "()", raw
    if r.state in {"status", "found"}:
        kind = r.state.capitalize()
        return (kind if raw == "c_int" else f"{kind}<{value_type(r.c_type)}>"), raw
    if r.state == "value":
        return _value(r, raw), raw
    return _nullable(r, _pointer(r, fixed)), raw


def _pointer(r: Result, fixed: list[Parameter]) -> str:
    static = r.borrows_from_kind == "static"
    if r.state == "buffer":
        return _interior(r.c_type, "'static" if static else "'a")
    pointee = _pointee(r.pointee, r.c_type)
    if r.state == "owned":
        return f"OwnedPtr<'py, {pointee}>"
    if r.state == "borrowed":
        return f"BorrowedPtr<{chr(39)}{'py' if static else 'a'}, 'py, {pointee}>"
    return f"NonNull<{pointee}>"


def _nullable(r: Result, typed: str) -> str:
    if r.null == "never":
        return typed
    return f"Ambiguous<Option<{typed}>>" if r.null == "ambiguous" else f"Option<{typed}>"


def _value(r: Result, raw: str) -> str:
    if r.truth and raw == "c_int":
        return "Truth"
    if r.c_type in callbacks():
        return _nullable(r, f"callbacks::{r.c_type}<'static, 'static>")
    if r.c_type.endswith("*"):
        return _nullable(r, f"NonNull<{_pointee(None, r.c_type)}>") if r.null != "never" else value_type(r.c_type)
    typed = value_type(r.c_type)
    if r.sentinel is None or r.null not in {"error", "ambiguous"}:
        return typed
    if r.sentinel != int(r.sentinel):
        msg = f"its sentinel {r.sentinel} is no whole number"
        raise Unspoken(msg)
    kind, sentinel = "OrError" if r.null == "error" else "Ambiguous", _as_signed(int(r.sentinel))
    return f"{kind}<{typed}>" if sentinel == -1 else f"{kind}<{typed}, {sentinel}>"


def _as_signed(sentinel: int) -> int:
    """Return an ``unsigned long long`` as the ``long long`` of the same bits, as C writes ``(unsigned long)-1``."""
    return sentinel - (1 << 64) if sentinel >= 1 << 63 else sentinel


# ---- names ----

_KEYWORDS = """
    as break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub ref return static
    struct super trait true type unsafe use where while async await abstract become box do final macro override priv try typeof
    unsized virtual yield gen
"""
_NOT_EVEN_RAW = frozenset({"self", "Self", "super", "crate"})


def rust_name(name: str) -> str:
    """Return a parameter's name as Rust can have it."""
    if name in _NOT_EVEN_RAW:
        return f"{name}_"
    return f"r#{name}" if name in _KEYWORDS.split() else name
