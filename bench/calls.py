"""The seven calls under full, light and off, beside ``ctypes.pythonapi`` unchecked and bare cffi, timed by pyperf in one run.

    python bench/calls.py --fast -o calls.json

Every option is pyperf's.  The table at the end gives the mean of each, and its ratio to ctypes; read the ratios.  All variants call
the same C functions.  The out-slot call goes through a C function that every version has, in a module compiled for this run.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import timeit
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyperf
from rich import box
from rich.console import Console
from rich.table import Table

import ptrstate
from ptrstate import checks

sys.path.insert(0, str(Path(__file__).parent / "hotpath"))

import native_build
import out_slot
import run as hotpath

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Names = dict[str, Any]

FOLDER = "PTRSTATE_BENCH_FOLDER"
LEVELS = ("full", "light", "off")
VARIANTS = ("ctypes", "cffi", *LEVELS)


@contextlib.contextmanager
def names_of(folder: Path) -> Iterator[dict[str, Names]]:
    """Return the functions and arguments of each variant; what is owned is dropped at the end."""
    raw, _ = native_build.load(folder)
    with hotpath.handle_names(ptrstate, hotpath.ptrstate_functions(folder)) as handles:
        yield {"ctypes": hotpath.ctypes_names(raw), "cffi": hotpath.cffi_names(raw), **dict.fromkeys(LEVELS, handles)}


def timer(call: str, variant: str, names: Names) -> Callable[[int], float]:
    """Return what times ``call``: seconds for a number of loops."""
    statement = {"ctypes": hotpath.BARE, "cffi": hotpath.BARE_CFFI}.get(variant, hotpath.HANDLES)[call]
    timed = timeit.Timer(statement, globals=names)

    def run(loops: int) -> float:
        with checks(variant if variant in LEVELS else "full"):
            return timed.timeit(loops)

    return run


def table(found: dict[tuple[str, str], pyperf.Benchmark]) -> Table:
    """Lay the means out, each with its ratio to ctypes."""
    shown = Table(title="ns per call (ratio to ctypes)", box=box.SIMPLE_HEAD)
    shown.add_column("call", no_wrap=True)
    for variant in VARIANTS:
        shown.add_column(variant, justify="right", no_wrap=True)
    for call in hotpath.HANDLES:
        means = {variant: found[call, variant].mean() * 1e9 for variant in VARIANTS}
        shown.add_row(call, *(f"{means[v]:.0f} ({means[v] / means['ctypes']:.2f})" for v in VARIANTS))
    return shown


def main() -> None:
    """Build once, time in pyperf's worker processes, print."""
    if FOLDER not in os.environ:
        with tempfile.TemporaryDirectory() as folder:
            native_build.build(Path(folder))
            out_slot.build(Path(folder))
            command = [sys.executable, __file__, f"--inherit-environ={FOLDER}", *sys.argv[1:]]
            sys.exit(subprocess.run(command, env={**os.environ, FOLDER: folder}, check=False).returncode)
    runner = pyperf.Runner()
    with names_of(Path(os.environ[FOLDER])) as names:
        found = {
            (call, variant): runner.bench_time_func(f"{call}, {variant}", timer(call, variant, names[variant]))
            for call in hotpath.HANDLES
            for variant in VARIANTS
        }
    if not runner.args.worker:
        Console(width=120).print(table(found))


if __name__ == "__main__":
    main()
