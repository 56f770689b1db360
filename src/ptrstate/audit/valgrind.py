"""``python -m ptrstate.audit.valgrind``: a smaller audit under valgrind, for invalid accesses that nothing crashes on.

The calls that should succeed, and those that should fail with an exception, are made in one process, each object in memory of its
own.  What crashes by intent (NULL where none is taken, what C does not check) is left out.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

USUAL = (
    "PyList_*", "PyTuple_*", "PyDict_*", "PySet_*", "PyErr_*", "PyUnicode_*", "PyBytes_*", "PyObject_Get*", "PyModule_Add*",
    "PyImport_Import*",
)  # fmt: skip
MOST_CALLS = 24
MISSING = 0
"""The exit status where there is no valgrind: nothing was found wrong, and the message says that nothing was looked at."""


@dataclass(frozen=True)
class Fault:
    """One error that valgrind reports: what, and the frames it happened in, innermost first."""

    what: str
    frames: tuple[str, ...]

    @property
    def ours(self) -> bool:
        """Whether it happened in code of this package rather than in the interpreter or a library."""
        return bool(self.frames) and any(name in self.frames[0] for name in ("_native", "ptrstate", "shims.h"))

    def __str__(self) -> str:
        return "\n    ".join((self.what, *self.frames[:12]))


_LINE = re.compile(r"^==\d+== ?(.*)$")
_FRAME = re.compile(r"^\s+(?:at|by) 0x[0-9A-F]+: (.*)$")
_BAD = re.compile(r"^(Invalid (read|write|free)|Mismatched free|Jump to the invalid|Process terminating)")


def faults(log: str) -> Iterator[Fault]:
    """Return the invalid accesses in what valgrind wrote."""
    lines = [match.group(1) for line in log.splitlines() if (match := _LINE.match(line))]
    for blank, block in groupby(lines, key=lambda line: not line.strip()):
        what, *rest = ["", ""] if blank else list(block)
        if _BAD.match(what):
            inner = []
            for line in rest:
                frame = _FRAME.match(line)
                if frame is None:
                    break  # from here on it says where the memory came from
                inner.append(frame.group(1))
            yield Fault(what, tuple(inner))


def inside(patterns: Sequence[str]) -> None:
    """Make the calls; this is what runs under valgrind."""
    import gc  # noqa: PLC0415
    import signal  # noqa: PLC0415
    import warnings  # noqa: PLC0415

    from ptrstate._native import core  # noqa: PLC0415
    from ptrstate.audit.command import chosen  # noqa: PLC0415
    from ptrstate.audit.record import Recorder  # noqa: PLC0415
    from ptrstate.interpreter import library  # noqa: PLC0415
    from ptrstate.specimens import plans  # noqa: PLC0415
    from ptrstate.specimens.asserted import NEVER_CALLED  # noqa: PLC0415

    report = os.fdopen(os.dup(1), "w")
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    warnings.simplefilter("ignore")
    sys.unraisablehook = bool
    core.probe_calls()
    gc.disable()
    calls = 0
    for contract in chosen(patterns):
        if contract.name in NEVER_CALLED:
            continue
        recorder = Recorder(contract.c_name, library.ffi, library.lib)
        for plan in plans(contract)[:MOST_CALLS]:
            try:
                recorder.record(plan)
            except (TypeError, ValueError, OverflowError, OSError):  # a call that cannot be made on this version
                continue
            calls += 1
    report.write(f"{calls} calls recorded\n")
    report.flush()
    os._exit(0)


def watched(valgrind: str, *arguments: str) -> tuple[list[Fault], int]:
    """Run this interpreter under valgrind, each object in memory of its own: the faults, each once, and the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "log")
        command = [valgrind, "--undef-value-errors=no", "--leak-check=no", "--num-callers=20", f"--log-file={log}"]
        done = subprocess.run([*command, sys.executable, *arguments], env={**os.environ, "PYTHONMALLOC": "malloc"}, check=False)  # noqa: S603
        return list(dict.fromkeys(faults(log.read_text(encoding="utf-8", errors="replace")))), done.returncode


def told(console: Console, found: list[Fault], status: int) -> int:
    """Print the faults, and return the exit status: 1 when there are any, or the program failed."""
    for fault in found:
        console.print(f"{'ours' if fault.ours else 'beneath'}: {fault}", markup=False)
    console.print(f"{sum(f.ours for f in found)} invalid accesses in ptrstate, {sum(not f.ours for f in found)} beneath it")
    return 1 if found or status else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run valgrind over the calls; exit status 1 when it reports an invalid access."""
    parser = argparse.ArgumentParser(prog="python -m ptrstate.audit.valgrind", description=main.__doc__)
    parser.add_argument("patterns", nargs="*", metavar="PATTERN", default=list(USUAL))
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.inside:
        inside(options.patterns)
    console = Console(highlight=False)
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        console.print("skipped: there is no valgrind (Debian: apt install valgrind)")
        return MISSING
    found, status = watched(valgrind, "-m", "ptrstate.audit.valgrind", "--inside", *options.patterns)
    return told(console, found, status)


if __name__ == "__main__":
    raise SystemExit(main())
