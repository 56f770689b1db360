"""The table of declarations as Rust: a module per header, the comparisons, the objects, and what is left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ptrstate.contract import VERSIONS
from ptrstate.declaration import DataDeclaration, Declaration
from ptrstate.emit.rust import items
from ptrstate.emit.rust.signatures import Signature, signature
from ptrstate.emit.rust.spelling import Unspoken, rewritten, rewritten_for_stable_abi
from ptrstate.emit.rust.versions import condition, spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ptrstate.contract import Version

_CONSTANTS = {
    "Py_None": "_Py_NoneStruct",
    "Py_True": "_Py_TrueStruct",
    "Py_False": "_Py_FalseStruct",
    "Py_Ellipsis": "_Py_EllipsisObject",
    "Py_NotImplemented": "_Py_NotImplementedStruct",
}
"""What the macros of the constants stand for."""


@dataclass
class Header:
    """The functions of one header: foreign declarations, inline functions, comparisons of layouts."""

    foreign: list[list[str]] = field(default_factory=list)
    inline: list[list[str]] = field(default_factory=list)
    twins: list[list[str]] = field(default_factory=list)


@dataclass
class Table:
    """All declarations as Rust.  ``omitted`` has the reason of each that is not."""

    headers: dict[str, Header]
    data: list[list[str]]
    omitted: dict[str, str]
    emitted: int


def table(declarations: Mapping[str, Declaration[..., object] | DataDeclaration]) -> Table:
    """Return the declarations as Rust, sorted by header and name."""
    made = Table({}, [], {}, 0)
    for name in sorted(declarations):
        declared = declarations[name]
        try:
            if isinstance(declared, DataDeclaration):
                made.data.append(_data(declared))
            else:
                _function(declared, made)
            made.emitted += 1
        except Unspoken as reason:
            made.omitted[name] = str(reason)
    return made


def _function(declared: Declaration[..., object], made: Table) -> None:
    found = list(spans(lambda version: _signature(declared, version)))
    if not found:
        msg = "no version that the crate serves has it"
        raise Unspoken(msg)
    module = found[0][1].contract.header.rpartition("/")[2].removesuffix(".h").replace("-", "_")
    header = made.headers.setdefault(module, Header())
    for span, one in found:
        inside = one.rewritten and one.contract.name not in rewritten_for_stable_abi()
        where = condition(span, None if inside else one.contract.limited_api)
        if one.extern:
            header.foreign.append(items.foreign(one, where))
        else:
            header.inline.append(items.inline(one, where))
        header.twins.append(items.twin(one, where))


def _signature(declared: Declaration[..., object], version: Version) -> Signature | None:
    contract = declared.contract(version)
    if not contract.available(version):
        return None
    made = signature(contract)
    if made.rewritten and contract.name not in rewritten():
        msg = "a macro, which has no symbol, and is not written again in Rust"
        raise Unspoken(msg)
    if made.back is not None and made.variadic:
        msg = "gives an argument back on failure and is variadic"
        raise Unspoken(msg)
    return made


def _data(declared: DataDeclaration) -> list[str]:
    span = tuple(version for version in VERSIONS if declared.available(version))
    if not span:
        msg = "no version that the crate serves has it"
        raise Unspoken(msg)
    expression = declared.expression
    where = condition(span, "3.2")
    if expression in rewritten():
        where = condition(span, None)
        lines = ["    // SAFETY: whoever asks is attached.", f"    let object = unsafe {{ crate::inline::{expression}() }};"]
    elif expression.startswith("&") or expression in _CONSTANTS:
        symbol = _CONSTANTS.get(expression, expression.removeprefix("&"))
        lines = _static(symbol, "PyObject", "&raw mut SYMBOL", "it has an address", safe=True)
    elif expression == declared.name:
        lines = _static(expression, "*mut PyObject", "SYMBOL", "the interpreter set it when it began", safe=False)
    else:
        msg = f"`{expression}` is no symbol"
        raise Unspoken(msg)
    return [
        f"/// `{declared.name}`, which the interpreter owns for good.",
        *([f"#[cfg({where})]"] if where else []),
        "#[inline(always)]",
        f"pub fn {declared.name}<'py>() -> BorrowedPtr<'py, 'py, {declared.pointee.__name__}> {{",
        *lines,
        "    // SAFETY: it is never NULL, and lives as long as the interpreter.",
        "    unsafe { Abi::from_c(object) }",
        "}",
    ]


def _static(symbol: str, kind: str, read: str, why: str, *, safe: bool) -> list[str]:
    value = f"    let object = {read};" if safe else f"    let object = unsafe {{ {read} }};"
    return [
        '    unsafe extern "C" {',
        f'        #[link_name = "{symbol}"]',
        f"        static mut SYMBOL: {kind};",
        "    }",
        f"    // SAFETY: {why}.",
        value,
    ]


def joined(groups: Iterable[list[str]]) -> list[str]:
    """Return the lines of all groups, an empty one between them."""
    lines: list[str] = []
    for group in groups:
        lines += ["", *group] if lines else group
    return lines
