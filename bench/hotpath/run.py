"""What a checked call costs: handles in Python, the same compiled with mypyc, handles in C, against ctypes and bare cffi.

Run it with each interpreter that counts; cffi, mypy, rich and a C compiler are needed, and ``ptrstate`` itself is measured where
it is installed::

    python bench/hotpath/run.py [--rounds N] [--json FILE]

All variants run in one process, turn by turn, so that whatever else the machine does meets them alike; a figure is the fastest of
all rounds, in nanoseconds.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import importlib
import json
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import timeit
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import Console
from rich.table import Table

import native_build
import refusals

if TYPE_CHECKING:
    from collections.abc import Iterator

    Names = dict[str, Any]
    Cell = tuple[str, str]  # a call and a variant
    Samples = dict[Cell, list[float]]

HERE = Path(__file__).resolve().parent
COMPILED = "handles_compiled"
SLICE = 0.005  # seconds that one sample takes
VARIANTS = ("ctypes", "cffi", "Python", "mypyc", "ptrstate")

# What each call is for an address, and for a handle.
BARE = {
    "create and drop": "Py_DecRef(PyLong_FromLong(123456))",
    "borrowed argument": "PyList_Size(items)",
    "borrow and call": "PyList_Size(items)",
    "borrowed result": "PyList_GetItem(items, 0)",
    "clone and steal": "Py_IncRef(item); PyList_SetItem(items, 0, item)",
    "out-slot": "slot = variable(); optional_attr(target, name, byref(slot)); Py_DecRef(slot)",
    "failing call": "try:\n    PyList_GetItem(items, 100)\nexcept IndexError:\n    pass",
}
BARE_CFFI = BARE | {"out-slot": "slot = new(variable); optional_attr(target, name, slot); Py_DecRef(slot[0])"}
HANDLES = {
    "create and drop": "PyLong_FromLong(123456).drop()",
    "borrowed argument": "PyList_Size(items)",
    "borrow and call": "PyList_Size(owned.borrow())",
    "borrowed result": "PyList_GetItem(items, 0)",
    "clone and steal": "PyList_SetItem(items, 0, item.clone())",
    "out-slot": "slot = Slot(); optional_attr(target, name, slot); slot.take().drop()",
    "failing call": "try:\n    or_raise(PyList_GetItem(items, 100))\nexcept IndexError:\n    pass",
}

CTYPES = {
    "PyLong_FromLong": (ctypes.c_void_p, ctypes.c_long),
    "PyList_Size": (ctypes.c_ssize_t, ctypes.c_void_p),
    "PyList_GetItem": (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ssize_t),
    "PyList_SetItem": (ctypes.c_int, ctypes.c_void_p, ctypes.c_ssize_t, ctypes.c_void_p),
    "Py_IncRef": (None, ctypes.c_void_p),
    "Py_DecRef": (None, ctypes.c_void_p),
}
CAPI = ("PyLong_FromLong", "PyList_Size", "PyList_GetItem", "PyList_SetItem")


def arguments() -> Names:
    """Return the objects that every variant is given."""
    return {"items": [10**9], "item": 10**9, "target": SimpleNamespace(answer=10**9), "name": "answer"}


def ctypes_names(raw: Any) -> Names:
    """Return the functions of ``ctypes.pythonapi``, which take addresses."""
    names: Names = {"variable": ctypes.c_void_p, "byref": ctypes.byref}
    for name, (result, *parameters) in CTYPES.items():
        names[name] = ctypes.pythonapi[name]
        names[name].restype, names[name].argtypes = result, parameters
    address = int(raw.ffi.cast("uintptr_t", raw.ffi.addressof(raw.lib, "optional_attr")))
    names["optional_attr"] = ctypes.PYFUNCTYPE(ctypes.c_int, *[ctypes.c_void_p] * 3)(address)
    objects = arguments()
    return names | {"objects": objects} | {name: id(value) for name, value in objects.items()}


def cffi_names(raw: Any) -> Names:
    """Return the functions of the cffi module that checks nothing."""
    objects = arguments()
    names: Names = {"new": raw.ffi.new, "variable": raw.ffi.typeof("PyObject *[1]"), "objects": objects, **vars(raw.lib)}
    return names | {name: raw.ffi.cast("PyObject *", id(value)) for name, value in objects.items()}


@contextlib.contextmanager
def handle_names(module: Any, functions: Names) -> Iterator[Names]:
    """Give handles of ``module`` to ``functions``; what is owned is dropped at the end."""
    objects = arguments()
    owned, item = module.own(objects["items"]), module.own(objects["item"])
    borrowed = {name: module.borrow(value) for name, value in objects.items()}
    try:
        yield functions | borrowed | {"Slot": module.Slot, "or_raise": module.or_raise, "owned": owned, "item": item}
    finally:
        owned.drop()
        item.drop()


@contextlib.contextmanager
def python_names(name: str) -> Iterator[Names]:
    """Return the functions of ``handles.py``, or of the same compiled, once they were seen to refuse what they have to."""
    module = importlib.import_module(name)
    refusals.check(module)
    with handle_names(module, module.functions) as names:
        yield names
    assert not module.book.live, "something is still owned"


def ptrstate_functions(directory: Path) -> Names:
    """Return the functions of ptrstate itself."""
    capi = importlib.import_module("ptrstate.capi")
    return {name: getattr(capi, name) for name in CAPI} | {"optional_attr": importlib.import_module("out_slot").load(directory)}


@contextlib.contextmanager
def ptrstate_names(directory: Path) -> Iterator[Names]:
    """Return what ptrstate itself is called with, a ledger open; ``ImportError`` where it is not installed."""
    ptrstate = importlib.import_module("ptrstate")
    importlib.import_module("out_slot").build(directory)
    with ptrstate.ledger(), handle_names(ptrstate, ptrstate_functions(directory)) as names:
        yield names


def build(directory: Path) -> None:
    """Compile the cffi modules, and the handles with mypyc, into ``directory``."""
    native_build.build(directory)
    shutil.copy(HERE / "handles.py", directory / f"{COMPILED}.py")
    done = subprocess.run(
        [sys.executable, "-m", "mypyc", f"{COMPILED}.py"], cwd=directory, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    (directory / f"{COMPILED}.py").unlink()  # only the compiled module can be imported now


def measure(timers: dict[Cell, timeit.Timer], rounds: int) -> Samples:
    """Time every timer once per round, and return the nanoseconds of each round."""
    numbers = {cell: max(1, int(SLICE / (timer.timeit(1000) / 1000))) for cell, timer in timers.items()}
    samples: Samples = {cell: [] for cell in timers}
    for _ in range(rounds):
        for cell, timer in timers.items():
            samples[cell].append(timer.timeit(numbers[cell]) / numbers[cell] * 1e9)
    return samples


def timers_of(names: dict[str, Names]) -> dict[Cell, timeit.Timer]:
    """Return a timer per call and variant."""
    statements = {"ctypes": BARE, "cffi": BARE_CFFI}
    return {
        (call, variant): timeit.Timer(statements.get(variant, HANDLES)[call], globals=known)
        for call in HANDLES
        for variant, known in names.items()
    }


def table(samples: Samples) -> Table:
    """Lay the fastest rounds out, each with its ratio to ctypes."""
    title = f"CPython {platform.python_version()}: ns per call (ratio to ctypes)"
    shown = Table(title=title, box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, collapse_padding=True)
    shown.add_column("call", no_wrap=True)
    for variant in VARIANTS:
        shown.add_column(variant, justify="right", no_wrap=True)
    for call in HANDLES:
        fastest = {variant: min(samples[call, variant]) for variant in VARIANTS if (call, variant) in samples}
        cells = [f"{fastest[v]:.0f} ({fastest[v] / fastest['ctypes']:.2f})" if v in fastest else "-" for v in VARIANTS[1:]]
        shown.add_row(call, f"{fastest['ctypes']:.0f}", *cells)
    return shown


def as_json(samples: Samples, rounds: int) -> str:
    """Return the figures as JSON: nanoseconds, fastest and median, by call and variant."""
    calls: dict[str, dict[str, dict[str, float]]] = {call: {} for call in HANDLES}
    for (call, variant), sample in samples.items():
        fastest = min(sample)
        calls[call][variant] = {
            "fastest": round(fastest, 1),
            "median": round(statistics.median(sample), 1),
            "times_ctypes": round(fastest / min(samples[call, "ctypes"]), 3),
        }
    figures = {"format": 1, "python": platform.python_version(), "rounds": rounds, "calls": calls}
    return json.dumps(figures, indent=2) + "\n"


def main() -> None:
    """Build, measure and print."""
    parser = argparse.ArgumentParser(description="What a checked call of a C function costs, in nanoseconds.")
    parser.add_argument("--rounds", type=int, default=25, help="samples of each figure (25)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE as well")
    options = parser.parse_args()
    console = Console()
    with tempfile.TemporaryDirectory() as directory, contextlib.ExitStack() as stack:
        build(Path(directory))
        raw, _ = native_build.load(Path(directory))
        names = {"ctypes": ctypes_names(raw), "cffi": cffi_names(raw)}
        names["Python"] = stack.enter_context(python_names("handles"))
        names["mypyc"] = stack.enter_context(python_names(COMPILED))
        try:
            names["ptrstate"] = stack.enter_context(ptrstate_names(Path(directory)))
        except ImportError as error:
            console.print(f"ptrstate is left out: {error}", highlight=False)
        samples = measure(timers_of(names), options.rounds)
    console.print(table(samples))
    if options.json:
        options.json.write_text(as_json(samples, options.rounds), encoding="utf-8")


if __name__ == "__main__":
    main()
