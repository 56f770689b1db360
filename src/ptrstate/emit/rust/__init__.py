"""Declarations as a Rust crate: the table with its states, the layouts compared, and prototypes as skeletons to be filled in."""

from __future__ import annotations

from importlib.resources import files as resources
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ptrstate import capi, pointees
from ptrstate.emit.rust.documentation import comment, paragraphs
from ptrstate.emit.rust.signatures import rust_name
from ptrstate.emit.rust.skeletons import Skeletons, skeletons
from ptrstate.emit.rust.spelling import structs
from ptrstate.emit.rust.table import Table, joined, table
from ptrstate.pointees import Opaque, Pointee, PyObject

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from importlib.resources.abc import Traversable
    from types import ModuleType

    from ptrstate.emit import Files

_GENERATED = "// Written by `ptrstate emit rust` from the declarations of ptrstate; changes are lost."
_EVERYTHING = ["#[allow(unused_imports)]", "use crate::everything::*;"]


def files(modules: Sequence[ModuleType], /) -> Files:
    """Return the files of the crate: the whole table, and a skeleton for each prototype of ``modules``.

    The same on every interpreter.  Raises ``ValueError`` for a module that has no prototype.
    """
    made = table(capi.declarations())
    written = [skeletons(module) for module in modules if module is not capi]
    texts = dict(_templates(resources("ptrstate.emit.rust") / "crate", PurePosixPath()))
    for path, lines in {**_table_files(made), **_skeleton_files(written)}.items():
        texts[PurePosixPath(path)] = "\n".join(lines) + "\n"
    texts[PurePosixPath("Cargo.toml")] += _manifest(written)
    texts[PurePosixPath("src/pointees.rs")] = "\n".join(_pointees(written)) + "\n"
    return dict(sorted(texts.items()))


def _templates(folder: Traversable, path: PurePosixPath) -> Iterator[tuple[PurePosixPath, str]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _templates(entry, path / entry.name)
        elif entry.name.endswith((".rs", ".toml", ".md")):
            yield path / entry.name, entry.read_text(encoding="utf-8")


def _table_files(made: Table) -> dict[str, list[str]]:
    texts = {f"src/ffi/{name}.rs": _header_file(name, made) for name in made.headers}
    names = [rust_name(name) for name in sorted(made.headers)]
    texts["src/ffi/mod.rs"] = [
        _GENERATED,
        "",
        "//! The functions, in a module per header and flat.",
        "",
        "#![allow(unused_imports)] // of some headers the stable ABI has nothing",
        "",
        *(f"pub mod {name};" for name in names),
        "",
        *(f"pub use self::{name}::*;" for name in names),
    ]
    texts["src/data.rs"] = [
        _GENERATED,
        "",
        "//! The objects of the interpreter: exceptions, types, constants.",
        "",
        *_EVERYTHING,
        "",
        *joined(made.data),
    ]
    texts["OMITTED.md"] = _omitted(made)
    return texts


def _header_file(name: str, made: Table) -> list[str]:
    header = made.headers[name]
    lines = [_GENERATED, "", f"//! `{name}.h`", "", *_EVERYTHING]
    if header.foreign:
        lines += ["", 'unsafe extern "C" {', *joined(header.foreign), "}"]
    if header.inline:
        lines += ["", *joined(header.inline)]
    return [*lines, "", "crate::layout::twins! {", *(line for twin in header.twins for line in twin), "}"]


def _omitted(made: Table) -> list[str]:
    total = made.emitted + len(made.omitted)
    lines = [
        "# What is left out",
        "",
        f"Of {total} declarations {made.emitted} are here ({100 * made.emitted / total:.1f} %).",
    ]
    if made.omitted:
        lines += ["", "| declaration | why it is not here |", "|---|---|"]
        lines += [f"| `{name}` | {reason} |" for name, reason in made.omitted.items()]
    return lines


def _skeleton_files(written: list[Skeletons]) -> dict[str, list[str]]:
    return {f"examples/{skeleton.name}.rs": skeleton.lines for skeleton in written}


def _manifest(written: list[Skeletons]) -> str:
    """Return what the manifest says of the skeletons: each is a library of its own."""
    entries = [f'\n[[example]]\nname = "{skeleton.name}"\ncrate-type = ["cdylib"]\n' for skeleton in written]
    return "".join(entries)


def _pointees(written: list[Skeletons]) -> list[str]:
    found = {value for value in vars(pointees).values() if isinstance(value, type) and issubclass(value, Pointee)}
    found |= {pointee for skeleton in written for pointee in skeleton.pointees}
    objects = sorted((one for one in found if issubclass(one, PyObject)), key=_name)
    others = sorted((one for one in found - {Pointee, Opaque, *objects} if _name(one) not in structs()), key=_name)
    lines = [_GENERATED, "", "//! The structs that pointers point to.", "", "pub use crate::pointee::{IsA, Object, Pointee};"]
    lines += ["pub use crate::structs::PyMethodDef;", "", "crate::pointee::objects! {"]
    for object_ in objects:
        bases = [base.__name__ for base in object_.__mro__[1:] if issubclass(base, PyObject)]
        lines += comment(paragraphs(object_.__doc__ or f"`{object_.__name__}`."), "    ")
        lines += [f"    {object_.__name__}: {' '.join(bases)};".replace(": ;", ":;")]
    lines += ["}", "", "crate::pointee::structs! {"]
    for one in others:
        lines += [*comment(paragraphs(one.__doc__ or f"`{one.__name__}`."), "    "), f"    {one.__name__};"]
    return [*lines, "}"]


def _name(one: type) -> str:
    return one.__name__
