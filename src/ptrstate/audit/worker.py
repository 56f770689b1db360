"""A worker process: takes names of functions on its standard input, answers with one line of JSON for each thing that happens.

It runs as ``python -m ptrstate.audit.worker [MODULE]``, where the module declares functions of another library.  Each function
gets a forked child, so that nothing it does to the process outlives it; when the child crashes, another goes on behind the call
that crashed.
"""

from __future__ import annotations

import faulthandler
import gc
import json
import os
import resource
import signal
import sys
import warnings
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ptrstate._native import core
from ptrstate.audit.isolation import Write, in_child
from ptrstate.audit.observation import Record
from ptrstate.audit.own import functions
from ptrstate.audit.provocation import PROVOCATIONS, install
from ptrstate.audit.record import Recorder
from ptrstate.declaration import Declaration
from ptrstate.specimens import Plan, plans, starving, variations
from ptrstate.specimens.trials import Trial, trials

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from ptrstate.binding import Library
    from ptrstate.contract import Contract

SECONDS_PER_CALL = 8.0
MOST_INTERNED = 1 << 20
MOST_CRASHES = 6
STARVED_CALLS = 3
STARVED_ALLOCATIONS = 4


_libraries: dict[str, Library] = {}
"""The libraries of the functions that are not the interpreter's."""


def _recorder(contract: Contract) -> Recorder:
    from ptrstate.interpreter import library  # noqa: PLC0415

    own = _libraries.get(contract.name, library)
    return Recorder(contract.c_name, own.ffi, own.lib)


def examine(contract: Contract) -> Iterator[dict[str, Any]]:
    """Make every call of one function and yield what happened: records, crashes, and calls that could not be made."""
    wanted = plans(contract)
    good = yield from _series(contract, wanted)
    if good is None:
        return
    more = variations(contract, wanted[good], wanted)
    yield from _series(contract, more)
    yield from _tried(contract, wanted[good])
    yield from _starved(contract, wanted, good)
    yield from _amid(contract, wanted[good], wanted[-1])


def _series(contract: Contract, wanted: list[Plan]) -> Generator[dict[str, Any], None, int | None]:
    """Make the calls in children, one after the other behind the call that crashed; return the first that was good."""
    start, crashes = 0, 0
    good: int | None = None
    while start < len(wanted) and crashes < MOST_CRASHES:
        reached = start
        for line in in_child(lambda write, start=start: _calls(contract, wanted, start, write), SECONDS_PER_CALL):  # type: ignore[misc]
            if "fate" in line:
                if line["fate"] == "returned":
                    reached = len(wanted)
                else:
                    crashes += 1
                    yield {"crash": wanted[min(reached, len(wanted) - 1)].text, "fate": line["fate"]}
                    reached += 1
            elif "at" in line:
                reached = line["at"]
            else:
                if good is None and "record" in line and _is_good(contract, line["record"]):
                    good = line["plan"]
                yield line
        start = reached
    return good


def _is_good(contract: Contract, record: dict[str, Any]) -> bool:
    if contract.result.null == "always":
        return True
    kept = record["raised"] is None or record["pending_kept"]
    return (
        bool(kept)
        and record["outcome"]["kind"] != "null"
        and (contract.result.sentinel is None or record["outcome"]["value"] != contract.result.sentinel)
    )


def _calls(contract: Contract, wanted: list[Plan], start: int, write: Write) -> None:
    recorder = _recorder(contract)
    for index in range(start, len(wanted)):
        write({"at": index})
        try:
            record = recorder.record(wanted[index])
        except Exception as error:  # noqa: BLE001
            write({"unmade": wanted[index].text, "why": f"{type(error).__name__}: {error}"})
            continue
        write({"record": record, "plan": index})


def _starved(contract: Contract, wanted: list[Plan], good: int) -> Iterator[dict[str, Any]]:
    def body(write: Write) -> None:
        recorder = _recorder(contract)
        for plan in [*wanted[good : good + STARVED_CALLS], *wanted[-STARVED_CALLS:], *starving(contract)]:
            for at in range(1, STARVED_ALLOCATIONS + 1):
                record = recorder.starved(plan, at)
                if record is None:
                    break
                write({"record": record})

    for line in in_child(body, SECONDS_PER_CALL):
        if "record" in line:
            yield line
        elif line.get("fate", "returned").startswith("crashed"):
            yield {"starved_crash": wanted[good].text, "fate": line["fate"]}


def _amid(contract: Contract, good: Plan, last: Plan) -> Iterator[dict[str, Any]]:
    """Make a good call amid hooks and signal handlers, which are Python code and may raise; of the last, which may fail, hear of it."""

    def body(write: Write) -> None:
        install()
        recorder = _recorder(contract)
        for what in PROVOCATIONS:
            write({"record": recorder.record(replace(good, amid=what))})
        write({"record": recorder.record(replace(last, amid=PROVOCATIONS[0]))})

    for line in in_child(body, SECONDS_PER_CALL):
        if "record" in line:
            yield line
        elif line.get("fate", "returned").startswith(("crashed", "hung")):
            yield {"crash": f"{good.text} amid hooks and signals", "fate": line["fate"]}


def _tried(contract: Contract, good: Plan) -> Iterator[dict[str, Any]]:
    for trial in trials(contract, good):
        fate, found = "returned", None
        for line in in_child(lambda write, trial=trial: _try(contract, trial, write), SECONDS_PER_CALL):  # type: ignore[misc]
            found = line.get("record", found)
            fate = line.get("fate", fate)
        if found is None and fate.startswith("exited"):
            continue
        if found is None:
            found = vars(Record(contract.name, trial.plan.text, (), None))
        yield {"record": {**found, "trial": trial.kind, "parameter": trial.parameter, "fate": fate}}


def _try(contract: Contract, trial: Trial, write: Write) -> None:
    write({"record": _recorder(contract).tried(trial.plan)})


def make_room_for_interned_strings(lib: Any) -> None:  # noqa: ANN401
    """Intern strings until their table has just grown, so that there is room in it for every trial.

    Interning ends with a result and ``MemoryError`` set on CPython 3.13.0 when the table cannot grow, in whatever function it
    happens to have to.  That is the interpreter's fault, and not to be put down to the function under trial.  The references are
    never given back, which keeps the strings in the table.
    """
    for number in range(MOST_INTERNED):
        core.fail_allocation(sys.maxsize)
        lib.PyUnicode_InternFromString(f"room for interned strings {number}".encode())
        if core.probed()[1] > 1:
            break


def main() -> None:
    """Serve until standard input ends."""
    output = os.fdopen(os.dup(1), "w", buffering=1)
    names = os.fdopen(os.dup(0), "r")
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    sys.stdin = open(os.devnull)  # noqa: PTH123, SIM115
    faulthandler.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    warnings.simplefilter("ignore")
    sys.unraisablehook = bool  # something callable that runs no Python code
    core.probe_calls()
    from ptrstate.capi import declarations  # noqa: PLC0415
    from ptrstate.interpreter import library  # noqa: PLC0415

    known = {name: declaration.contract() for name, declaration in declarations().items() if isinstance(declaration, Declaration)}
    for module in sys.argv[1:]:
        for name, (contract, own) in functions(module).items():
            known[name], _libraries[name] = contract, own
    make_room_for_interned_strings(library.lib)
    gc.collect()
    gc.freeze()
    gc.disable()
    for name in names:
        for line in examine(known[name.strip()]):
            output.write(json.dumps({"function": name.strip(), **line}) + "\n")
        output.write(json.dumps({"function": name.strip(), "done": True}) + "\n")


if __name__ == "__main__":
    main()
