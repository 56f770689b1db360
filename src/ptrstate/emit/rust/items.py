"""Rust items as rustfmt lays them out: declarations, inline functions, the comparisons of layouts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ptrstate.emit.rust.documentation import comment, document

if TYPE_CHECKING:
    from ptrstate.emit.rust.signatures import Signature

_WIDTH = 100
_MANY = 7
_PROMISE = "// SAFETY: the caller's promise, and each type is passed as its raw twin is."
_MUST_USE = '#[must_use = "NULL means that an exception is pending: or_raise()"]'


def header(start: str, parameters: list[str], end: str, indent: str) -> list[str]:
    """Return ``start(parameters)end`` on one line, or a line per parameter where it does not fit."""
    shown = f"{indent}{start}({', '.join(parameters)})"
    if len(shown + end) == _WIDTH and parameters and end.startswith(" -> ") and end.endswith(";"):
        return [shown, f"{indent}{end.lstrip()}"]  # rustfmt leaves room for a brace that does not come
    if len(shown + end) <= _WIDTH:
        return [shown + end]
    variadic = parameters[-1] == "..."
    last = parameters[-1] if variadic else f"{parameters[-1]},"
    return [
        f"{indent}{start}(",
        *(f"{indent}    {p}," for p in parameters[:-1]),
        f"{indent}    {last}",
        f"{indent}){end}",
    ]


def arrow(result: str) -> str:
    """Return the result of a signature as it is written behind the parameters."""
    return "" if result == "()" else f" -> {result}"


def must_use(signature: Signature) -> bool:
    """Whether a plain Option tells of an exception, which is easily overlooked."""
    return signature.result.typed.startswith("Option<") and signature.contract.result.null == "error"


def foreign(signature: Signature, condition: str | None) -> list[str]:
    """Return the declaration of a function in a block of foreign ones."""
    parameters = [f"{p.name}: {p.typed}" for p in signature.parameters] + (["..."] if signature.variadic else [])
    name = signature.contract.name
    return [
        *comment(document(signature.contract), "    "),
        *([f"    #[cfg({condition})]"] if condition else []),
        *([f"    {_MUST_USE}"] if must_use(signature) else []),
        *header(f"pub fn {name}{signature.generics()}", parameters, f"{arrow(signature.result.typed)};", "    "),
    ]


def inline(signature: Signature, condition: str | None) -> list[str]:
    """Return the inline function for what a foreign declaration cannot say, or what has no symbol."""
    name = signature.contract.name
    token = signature.token_parameter
    parameters = ([token] if token else []) + [f"{p.name}: {p.typed}" for p in signature.parameters]
    result = _inline_result(signature)
    return [
        *comment(document(signature.contract)),
        *([f"#[cfg({condition})]"] if condition else []),
        *([_MUST_USE] if must_use(signature) else []),
        *(["#[allow(clippy::too_many_arguments)] // C has as many"] if len(parameters) > _MANY else []),
        "#[inline(always)]",
        *header(f"pub unsafe fn {name}{signature.generics()}", parameters, f"{arrow(result)} {{", ""),
        *_symbol(signature),
        *(_giving_back(signature) if signature.back else _converting(signature)),
        "}",
    ]


def _inline_result(signature: Signature) -> str:
    if signature.back is None:
        return signature.result.typed
    return f"Result<{'bool' if signature.result.typed.startswith('Found') else '()'}, NotTaken<'py, {signature.back.typed}>>"


def _symbol(signature: Signature) -> list[str]:
    if signature.rewritten:
        return []
    parameters = [f"{p.name}: {p.raw}" for p in signature.parameters]
    declared = header(f"fn {signature.contract.name}", parameters, f"{arrow(signature.result.raw)};", "        ")
    return ['    unsafe extern "C" {', *declared, "    }"]


def _callee(signature: Signature) -> str:
    return f"inline::{signature.contract.name}" if signature.rewritten else signature.contract.name


def _converting(signature: Signature) -> list[str]:
    arguments = ", ".join(p.name for p in signature.parameters)
    passed = f"        crate::abi::pass! {{ {_callee(signature)}({arguments}) }}"
    return [f"    {_PROMISE}", "    unsafe {", passed, "    }"]


def _giving_back(signature: Signature) -> list[str]:
    back = signature.back
    if back is None:
        return []
    arguments = ", ".join(f"&{p.name}" if p.name == back.name else p.name for p in signature.parameters)
    return [
        f"    {_PROMISE}",
        f"    let result: {signature.result.typed} = unsafe {{",
        f"        crate::abi::pass! {{ {_callee(signature)}({arguments}) }}",
        "    };",
        "    match result.or_raise() {",
        "        Ok(success) => {",
        f"            core::mem::forget({back.name});",
        "            Ok(success)",
        "        }",
        "        Err(raised) => Err(NotTaken {",
        f"            argument: {back.name},",
        "            raised,",
        "        }),",
        "    }",
    ]


def twin(signature: Signature, condition: str | None) -> list[str]:
    """Return the comparison of a signature with its raw twin, for the macro ``twins``."""
    tail = ", ..." if signature.variadic else ""
    typed = ", ".join(p.static for p in signature.parameters) + tail
    raw = ", ".join(p.raw for p in signature.parameters) + tail
    shown = "extern" if signature.extern else "inline"
    return [
        *([f"    #[cfg({condition})]"] if condition else []),
        f"    {shown} {signature.contract.name}",
        f'        unsafe extern "C" fn({typed}){arrow(signature.result.static)},',
        f'        unsafe extern "C" fn({raw}){arrow(signature.result.raw)};',
    ]
