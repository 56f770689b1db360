"""What the types cost: the same functions in C, in Rust over raw pointers and over the emitted types, by executed instructions.

    python bench/rust/run.py

needs gcc, valgrind (with its headers), cargo and rustc, and an interpreter with a shared library.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections import defaultdict
from pathlib import Path

from ptrstate import emit
from rich.console import Console
from rich.table import Table

HERE = Path(__file__).parent
CALLS = 1000
WAYS = ("c", "raw", "typed")
FUNCTIONS = ("tuple", "list", "lookup", "slots", "slots_in_order", "append", "append_in_order", "slot_of_type")


def run(*command: str | Path, **settings: object) -> str:
    """Run a command and return what it printed; end with its errors when it fails."""
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False, **settings)
    if done.returncode:
        sys.exit(f"{command[0]} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def build(work: Path) -> Path:
    """Build the driver with the three ways and return it."""
    crate = work / "crate"
    emit.write(crate, emit.files("rust", ()))
    environment = {**os.environ, "PTRSTATE_PYTHON": sys.executable}
    run("cargo", "build", "--release", "--offline", cwd=crate, env=environment)
    release = crate / "target" / "release"
    minor = sys.version_info[1]
    flags = [word for version in range(11, minor + 1) for word in ("--cfg", f"Py_3_{version}")]
    for way in ("raw", "typed"):
        crates = ["--extern", f"ptrstate_capi={release / 'libptrstate_capi.rlib'}"] if way == "typed" else []
        shape = ["--edition", "2024", "-C", "opt-level=3", "-C", "codegen-units=1", "-C", "panic=abort", "--crate-type", "lib"]
        run("rustc", *shape, "--emit", "obj", *flags, *crates, HERE / f"{way}.rs", "-o", work / f"{way}.o")
    libraries = sysconfig.get_config_var("LIBDIR")
    version = sysconfig.get_config_var("LDVERSION")
    run(
        "gcc", "-O2", "-g", "-Wno-deprecated-declarations", f"-I{sysconfig.get_path('include')}", HERE / "cases.c",
        HERE / "driver.c", work / "raw.o", work / "typed.o", f"-L{libraries}", f"-Wl,-rpath,{libraries}", f"-lpython{version}",
        "-o", work / "driver",
    )  # fmt: skip
    return work / "driver"


def count(driver: Path, work: Path) -> dict[str, tuple[int, int]]:
    """Run the driver under callgrind and return instructions per call, of all objects and of the functions' own, by label."""
    environment = {"PYTHONHASHSEED": "0", "PYTHONHOME": sys.base_prefix, "PATH": ""}
    output = work / "callgrind.out"
    valgrind = shutil.which("valgrind")
    tool = ("--tool=callgrind", "--collect-atstart=no", f"--callgrind-out-file={output}")
    run(valgrind or "valgrind", *tool, driver, env=environment)
    found = {}
    for file in sorted(work.glob("callgrind.out.*"), key=lambda file: int(file.suffix.removeprefix(".").rjust(1, "0"))):
        text = file.read_text()
        if label := re.search(r"^desc: Trigger: Client Request: (.*)$", text, re.MULTILINE):
            found[label[1]] = costs(text, driver.name)
    return found


def costs(text: str, own: str) -> tuple[int, int]:
    """Return the instructions in a callgrind file, all of them and those in the object ``own``."""
    names: dict[str, str] = {}
    totals: dict[bool, int] = defaultdict(int)
    inside = skip = False
    for line in text.splitlines():
        if match := re.match(r"ob=(\(\d+\))(?: (.*))?", line):
            names.setdefault(match[1], match[2] or "")
            inside = names[match[1]].endswith(own)
        elif match := re.match(r"cob=(\(\d+\))(?: (.*))?", line):
            names.setdefault(match[1], match[2] or "")
        elif line.startswith("calls="):
            skip = True
        elif re.match(r"[+*\-\d]", line):
            if not skip:
                totals[inside] += int(line.split()[1])
            skip = False
    return sum(totals.values()), totals[True]


def assembly(work: Path) -> dict[str, dict[str, list[str]]]:
    """Return the instructions of each function in each way of Rust, with names and addresses taken out."""
    found: dict[str, dict[str, list[str]]] = {}
    for way in ("raw", "typed"):
        text = run("objdump", "-dr", "--no-show-raw-insn", "-M", "intel", work / f"{way}.o")
        for name in FUNCTIONS:
            symbol = f"{way}_{name}" if way == "typed" else f"{way}_{name.removesuffix('_in_order')}"
            block = re.search(rf"^[0-9a-f]+ <{symbol}>:\n(.*?)(?:\n\n|\Z)", text, re.MULTILINE | re.DOTALL)
            found.setdefault(name, {})[way] = [
                re.sub(rf"\b{symbol}\b|\b[0-9a-f]+ <|0x[0-9a-f]+|^\s*[0-9a-f]+:", "", line).strip()
                for line in (block[1] if block else "").splitlines()
            ]
    return found


def main() -> None:
    """Build, count, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", metavar="DIR", type=Path, help="build in this folder and leave it, to look at")
    parser.add_argument("--markdown", action="store_true", help="print the tables as the documentation has them")
    options = parser.parse_args()
    for tool in ("gcc", "valgrind", "cargo", "rustc", "objdump"):
        if shutil.which(tool) is None:
            sys.exit(f"{tool} was not found; the comparison needs gcc, valgrind, objdump, cargo and rustc")
    if not sysconfig.get_config_var("Py_ENABLE_SHARED"):
        sys.exit("the interpreter has no shared library to link the comparison with")
    with tempfile.TemporaryDirectory() as temporary:
        work = options.keep or Path(temporary)
        work.mkdir(exist_ok=True)
        driver = build(work)
        tables = [instructions(count(driver, work)), lengths(assembly(work))]
    for table in tables:
        if options.markdown:
            print(markdown(table), end="\n\n")
        else:
            Console(width=120).print(table)


def instructions(found: dict[str, tuple[int, int]]) -> Table:
    """Return the table of executed instructions."""
    base = found["nothing/c"]
    columns = [f"{way}: {part}" for part in ("all", "own") for way in WAYS]
    title = f"instructions per call, CPython {'.'.join(map(str, sys.version_info[:3]))}"
    table = Table("case", *columns, "typed / raw", title=title)
    for label in dict.fromkeys(name.split("/")[0] for name in found if not name.startswith("nothing/")):
        all_, own = ([(found[f"{label}/{way}"][part] - base[part]) / CALLS for way in WAYS] for part in (0, 1))
        table.add_row(label, *(f"{value:.0f}" for value in (*all_, *own)), f"{all_[2] / all_[1]:.3f}")
    return table


def lengths(texts: dict[str, dict[str, list[str]]]) -> Table:
    """Return the table of instructions in the assembly."""
    table = Table("function", "raw", "typed", "the same", title="instructions in the assembly")
    for name, ways in texts.items():
        table.add_row(name, str(len(ways["raw"])), str(len(ways["typed"])), "yes" if ways["raw"] == ways["typed"] else "no")
    return table


def markdown(table: Table) -> str:
    """Return a table as Markdown."""
    rows = [[str(column.header) for column in table.columns], ["---"] * len(table.columns)]
    rows += map(list, zip(*(column.cells for column in table.columns), strict=True))
    return "\n".join(f"| {' | '.join(map(str, row))} |" for row in rows).replace(" --- ", "---").replace("| ---", "|---")


if __name__ == "__main__":
    main()
