"""Run one program in a process of its own.

``run_example.py report FILE`` prints the report that it ends in, ``run_example.py fields FILE`` the names of the fields that are
filled in that report; ``run_example.py clean FILE`` fails when it ends in one, warns, or leaves anything owned or pending.
"""

from __future__ import annotations

import dataclasses
import gc
import sys
import warnings
from pathlib import Path

from ptrstate import ledger
from ptrstate.errors import OwnershipError, OwnershipWarning


def run(path: str) -> None:
    """Run the program as ``python FILE`` would, with ownership warnings made errors."""
    program = compile(Path(path).read_text(encoding="utf-8"), path, "exec")
    namespace = {"__name__": "__main__", "__file__": path}
    with warnings.catch_warnings():
        warnings.simplefilter("error", OwnershipWarning)
        try:
            exec(program, namespace)
        finally:
            if sys.argv[1] == "clean":
                namespace.clear()
                gc.collect()


if __name__ == "__main__":
    if sys.argv[1] == "clean":
        with ledger():
            run(sys.argv[2])
    else:
        try:
            run(sys.argv[2])
        except (OwnershipError, OwnershipWarning) as violation:
            filled = [field.name for field in dataclasses.fields(violation.report) if getattr(violation.report, field.name)]
            print(violation if sys.argv[1] == "report" else " ".join(filled))
