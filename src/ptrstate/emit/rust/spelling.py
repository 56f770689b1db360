"""C's types as Rust spells them."""

from __future__ import annotations

import functools
import re
from importlib.resources import files

from ptrstate import pointees


class Unspoken(Exception):  # noqa: N818  # it is no error: the function is listed with this reason
    """What Rust has no type for; the message is the reason that is listed."""


_SCALARS = {
    "void": "c_void",
    "char": "c_char",
    "signed char": "c_schar",
    "unsigned char": "c_uchar",
    "short": "c_short",
    "unsigned short": "c_ushort",
    "int": "c_int",
    "unsigned": "c_uint",
    "unsigned int": "c_uint",
    "long": "c_long",
    "unsigned long": "c_ulong",
    "long long": "c_longlong",
    "unsigned long long": "c_ulonglong",
    "float": "f32",
    "double": "f64",
    "size_t": "usize",
    "ssize_t": "isize",
    "uintptr_t": "usize",
    "intptr_t": "isize",
    **{f"{sign}int{bits}_t": f"{'u' if sign else 'i'}{bits}" for sign in ("", "u") for bits in (8, 16, 32, 64)},
}


@functools.cache
def written(folder: str, pattern: str) -> frozenset[str]:
    """Return the names that ``pattern`` finds in the Rust files of the crate that are below ``folder`` (or are it)."""
    source = files("ptrstate.emit.rust") / "crate" / "src" / folder
    sources = [source] if source.is_file() else [file for file in source.iterdir() if file.name.endswith(".rs")]
    return frozenset(name for file in sources for name in re.findall(pattern, file.read_text(encoding="utf-8")))


def structs() -> frozenset[str]:
    """Return the C types that the crate lays out by hand."""
    return written("structs.rs", r"pub (?:type|struct) (\w+)")


def callbacks() -> frozenset[str]:
    """Return the typedefs of functions that the interpreter calls."""
    return written("callbacks.rs", r"(?m)^(?:    |pub type )(\w+)(?:: *\(|<|:$)")


def rewritten() -> frozenset[str]:
    """Return the macros that the crate has as functions."""
    return written("inline", r"\bfn (Py\w+)\(")


def rewritten_for_stable_abi() -> frozenset[str]:
    """Return those of them that look into no object, and so are there under the limited API too."""
    pattern = r"\bfn (Py\w+)\("
    return written("inline/object.rs", pattern) | written("inline/shorthands.rs", pattern)


_OBJECTS = frozenset(
    name for name, value in vars(pointees).items() if isinstance(value, type) and issubclass(value, pointees.PyObject)
)
_OTHERS = frozenset(
    name
    for name, value in vars(pointees).items()
    if isinstance(value, type) and issubclass(value, pointees.Pointee) and name not in {*_OBJECTS, "Pointee", "Opaque"}
)


def value_type(c_type: str, *, callback: bool = False) -> str:
    """Return the type of a value of C's ``c_type``, a pointer as a raw pointer.  Raises :class:`Unspoken` for an unknown one."""
    c_type = " ".join(c_type.replace("*", " * ").split()).removesuffix("* const").strip()
    if c_type.endswith("*"):
        inner = c_type[:-1].strip()
        constant = inner.startswith("const ") and "*" not in inner
        return f"*{'const' if constant else 'mut'} {value_type(inner.removeprefix('const ') if constant else inner)}"
    if callback and c_type in callbacks():
        return f"callbacks::{c_type}<'_, '_>"
    if not callback and c_type in _SCALARS:
        return _SCALARS[c_type]
    if not callback and c_type in {*structs(), *_OBJECTS, *_OTHERS}:
        return c_type
    msg = f"no {'signature of a callback' if callback else 'Rust type'} is written down for `{c_type}`"
    raise Unspoken(msg)


def raw_type(c_type: str) -> str:
    """Return the type of ``c_type`` in a raw signature: every object is a ``PyObject`` there."""
    c_type = " ".join(c_type.replace("*", " * ").split())
    if c_type == "void":
        return "()"
    if c_type.endswith("* const *"):
        return f"*const {raw_type(c_type.removesuffix('const *'))}"
    if c_type.endswith("*"):
        inner = c_type[:-1].strip()
        constant = inner.startswith("const ") and "*" not in inner
        pointed = raw_type(inner.removeprefix("const ") if constant else inner)
        if pointed == "PyObject":
            return "*mut PyObject"
        return f"*{'const' if constant else 'mut'} {'c_void' if pointed == '()' else pointed}"
    if c_type in callbacks():
        return f"<callbacks::{c_type}<'static, 'static> as Abi>::Raw"
    if c_type in _OBJECTS:
        return "PyObject"
    return value_type(c_type)
