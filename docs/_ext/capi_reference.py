"""The reference of the C API: a page per header, an entry per function, with the states, the versions and what the audit saw.

The audit runs while the site is built, on the interpreter that builds it; its findings wait in ``_build/audit.json`` for the next
build.  Delete that file to audit again.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zlib
from collections import defaultdict
from pathlib import Path
from typing import Any

from generated import put

from ptrstate.capi import declarations
from ptrstate.contract import VERSIONS, Contract, Parameter, Result
from ptrstate.declaration import DataDeclaration, Declaration

STATES = {
    "owned": "owned: consumed",
    "borrowed": "borrowed",
    "raw": "raw",
    "buffer": "text",
    "value": "value",
    "var": "variable",
    "array": "array",
    "callback": "callback",
    "struct": "struct",
}
SLOTS = {"out_owned": "slot, receives an owned pointer", "out_borrowed": "slot, receives a borrowed pointer", "inout": "slot, read and written"}
NULLS = {
    "error": "{null}: an exception is set",
    "absent": "{null}: there is nothing, no exception",
    "ambiguous": "{null}: an exception, or nothing",
    "always": "always NULL, an exception is set",
    "never": "never {null}",
}


def write(app: Any) -> None:
    """Write the pages into the source tree, where git does not look."""
    folder = Path(app.srcdir, "reference", "capi")
    folder.mkdir(parents=True, exist_ok=True)
    evidence = _audit(Path(app.srcdir, "_build", "audit.json"))
    known = _python_names(Path(app.srcdir, "python-capi.inv"))
    functions: dict[str, list[str]] = defaultdict(list)
    data: dict[str, list[str]] = defaultdict(list)
    for name, declared in sorted(declarations().items()):
        if isinstance(declared, Declaration):
            contract = _newest(declared)
            if contract is not None:
                functions[contract.header].append(_entry(name, declared, contract, evidence, known))
        elif isinstance(declared, DataDeclaration):
            data[_header_of(name)].append(_data_row(declared))
    headers = sorted(set(functions) | set(data))
    for header in headers:
        put(folder / f"{header.removesuffix('.h')}.md", _page(header, functions[header], data[header]))
    put(folder / "index.md", _index(headers, functions, data, evidence))


def _audit(file: Path) -> dict[str, Any]:
    if not file.exists():
        file.parent.mkdir(exist_ok=True)
        command = [sys.executable, "-m", "ptrstate", "audit", "--json", str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode not in {0, 1}:
            raise RuntimeError(done.stdout + done.stderr)
    return dict(json.loads(file.read_text(encoding="utf-8")))


def _python_names(inventory: Path) -> set[str]:
    _, _, _, _, packed = inventory.read_bytes().split(b"\n", 4)
    return {line.split()[0] for line in zlib.decompress(packed).decode().splitlines()}


def _newest(declared: Declaration[..., Any]) -> Contract | None:
    """Return the contract in the newest version that has the function."""
    for version in reversed(VERSIONS):
        contract = declared.contract(version)
        if contract.available(version):
            return contract
    return None


def _header_of(name: str) -> str:
    return _DATA_HEADERS.get(name, "object.h")


_DATA_HEADERS: dict[str, str] = {}


def _page(header: str, functions: list[str], data: list[str]) -> str:
    lines = [f"# {header}", "", f"What `ptrstate.capi` declares of `Include/{header}`, and what the audit saw of it.", ""]
    if data:
        lines += ["## Objects", "", "Borrowed, for as long as the interpreter lives.", "", "| name | points to | versions |", "|---|---|---|", *data, ""]
    if functions:
        lines += ["## Functions", "", *functions]
    return "\n".join(lines) + "\n"


def _index(headers: list[str], functions: dict[str, list[str]], data: dict[str, list[str]], evidence: dict[str, Any]) -> str:
    rows = [f"| [{h}]({h.removesuffix('.h')}.md) | {len(functions[h])} | {len(data[h])} |" for h in headers]
    audited = evidence["functions"].values()
    agreeing = sum(entry["verdict"] == "agrees" for entry in audited)
    cells = [cell for entry in audited for cell in entry["cells"].values()]
    seen = sum(cell["basis"] == "observed" for cell in cells)
    return "\n".join(
        [
            "# The C API, function by function",
            "",
            f"While this site was built, `ptrstate audit` called the functions of CPython {evidence['python']}: {agreeing} of "
            f"{len(audited)} do what their declarations say, and {seen} of {len(cells)} cells of their contracts were observed. A "
            "cell is *observed* where a call told right from wrong, else *claimed*. An entry shows the contract of the newest version "
            "that has the function; `ptrstate contracts --python X.Y NAME` prints any other.",
            "",
            "| header | functions | objects |",
            "|---|---|---|",
            *rows,
            "",
            "```{toctree}",
            ":hidden:",
            "",
            *[h.removesuffix(".h") for h in headers],
            "```",
        ]
    ) + "\n"


def _versions(declared: Declaration[..., Any] | DataDeclaration, contract: Contract | None = None) -> str:
    part: Any = contract or declared
    bounds = [f"new in {part.since}" if part.since else "", f"gone in {part.until}" if part.until else ""]
    return ", ".join(filter(None, bounds)) or "3.11 to 3.13"


def _data_row(declared: DataDeclaration) -> str:
    return f"| `{declared.name}` | `{declared.pointee.__name__}` | {_versions(declared)} |"


def _entry(name: str, declared: Declaration[..., Any], contract: Contract, evidence: dict[str, Any], known: set[str]) -> str:
    signature = contract.c_declaration().replace(contract.c_name, name, 1).rstrip(";")
    facts = [_versions(declared, contract), *_facts(contract)]
    if name in known:
        facts.append(f"{{external+python:c:func}}`Python's page <{name}>`")
    lines = [
        f"### {name}",
        "",
        "```c",
        signature,
        "```",
        "",
        contract.doc,
        "",
        "; ".join(filter(None, facts)) + ".",
        "",
    ]
    if contract.parameters:
        lines += ["| parameter | C type | state | NULL and more |", "|---|---|---|---|", *map(_parameter, contract.parameters), ""]
    lines += [f"Returns {_result(contract.result)}.", "", *_seen(name, evidence)]
    return "\n".join(lines)


def _facts(contract: Contract) -> list[str]:
    found = [f"in the limited API since {contract.limited_api}" if contract.limited_api else "", contract.kind if contract.kind != "function" else ""]
    found.append("may run Python code" if contract.may_run_python else "runs no Python code")
    found.append({"refused": "", "allowed": "may be called with an exception set", "required": "wants an exception set"}[contract.error_set])
    found.append("can be called once in a process" if contract.once else "")
    found.append(f"to be undone by `{contract.undone_by}`" if contract.undone_by else "")
    found.append(f"undoes `{contract.undoes}`" if contract.undoes else "")
    return [fact for fact in found if fact]


def _parameter(p: Parameter) -> str:
    state = SLOTS[p.slot] if p.state == "slot" and p.slot else STATES.get(p.state, p.state)
    if p.consumed not in {"always", "never"}:
        state = f"owned: consumed on {p.consumed}" if p.consumed != "reached" else "owned: consumed once it is reached"
    pointee = p.pointee.__name__ if p.pointee and p.pointee.__name__ != "PyObject" else ""
    more = [f"points to `{pointee}`" if pointee else "", f"NULL: {p.if_null}" if p.nullable else ""]
    more += [f"C does not check: {requirement}" for requirement in sorted(p.unchecked)]
    more += [f"index into `{p.index_of}`" if p.index_of else "", f"length of `{p.length_of}`" if p.length_of else ""]
    more += [f"kept by the {p.retained}" if p.retained else "", f"borrows from `{p.borrows_from}`" if p.borrows_from else ""]
    return f"| `{p.name}` | `{p.c_type}` | {state} | {'; '.join(filter(None, more))} |"


def _result(r: Result) -> str:
    null = "NULL" if r.sentinel is None else f"{r.sentinel:g}"
    if r.state == "void":
        return "nothing" if r.null == "never" else "NULL, always with an exception set" if r.null == "always" else "nothing, and may set an exception"
    if r.state == "status":
        return "0, or -1 with an exception set"
    if r.state == "found":
        return "1 or 0, or -1 with an exception set"
    pointee = f" `{r.pointee.__name__}`" if r.pointee and r.pointee.__name__ != "PyObject" else ""
    owner = f"`{r.borrows_from}`" if r.borrows_from else f"the {r.borrows_from_kind}" if r.borrows_from_kind else ""
    what = {"owned": "a new reference", "borrowed": "a borrowed pointer", "raw": "a raw pointer", "buffer": "an interior pointer"}.get(r.state, f"`{r.c_type}`")
    source = f", borrowed from {owner} ({r.owner})" if owner else ""
    return f"{what}{pointee}{source}; {NULLS[r.null].format(null=null)}" if r.state != "value" or r.null != "never" else what


def _seen(name: str, evidence: dict[str, Any]) -> list[str]:
    entry = evidence["functions"].get(name)
    if entry is None:
        return [f"Not in CPython {evidence['python']}, on which this site was built.", ""]
    cells = entry["cells"]
    observed = sum(cell["basis"] == "observed" for cell in cells.values())
    title = f"The audit: {entry['verdict']}; success {entry['success']}, failure {entry['failure']}; {observed} of {len(cells)} cells observed"
    rows = [f"| {cell} | {found['basis']} | {_plain(found['evidence'])} |" for cell, found in cells.items()]
    return [f":::{{dropdown}} {title}", "| cell | basis | evidence |", "|---|---|---|", *rows, ":::", ""]


def _plain(text: str) -> str:
    """Return a text that Markdown shows as it is."""
    return re.sub(r"([\\`*_{}\[\]<>|$~#])", r"\\\1", " ".join(str(text).split()))


def setup(app: Any) -> dict[str, bool]:
    """Connect to Sphinx."""
    for declared_in, names in _data_headers().items():
        _DATA_HEADERS.update(dict.fromkeys(names, declared_in))
    app.connect("builder-inited", write)
    return {"parallel_read_safe": True}


def _data_headers() -> dict[str, list[str]]:
    import importlib
    import pkgutil

    from ptrstate import capi

    found = {}
    for info in pkgutil.iter_modules(capi.__path__):
        module = importlib.import_module(f"ptrstate.capi.{info.name}")
        found[f"{info.name.rstrip('_')}.h"] = [n for n, v in vars(module).items() if isinstance(v, DataDeclaration)]
    return found
