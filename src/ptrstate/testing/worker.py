"""A process for one prototype: whatever it does to the process, another is there to say so.

It runs as ``python -m ptrstate.testing.worker TASK`` with the task as JSON, and writes one line of JSON for each thing that
happens.  What the prototype prints goes to standard error.
"""

from __future__ import annotations

import faulthandler
import json
import os
import resource
import runpy
import signal
import sys
from typing import TYPE_CHECKING, Any

from hypothesis import settings
from hypothesis.database import DirectoryBasedExampleDatabase, ExampleDatabase
from hypothesis.errors import FlakyFailure

from ptrstate._native import core
from ptrstate.errors import OwnershipError, OwnershipWarning
from ptrstate.loading import NotLoadedError
from ptrstate.testing.checking import check
from ptrstate.testing.problems import MisbehaviourError
from ptrstate.testing.runs import watch_threads
from ptrstate.testing.targets import Target

if TYPE_CHECKING:
    from ptrstate.testing.summary import Summary

core.hide_file((lambda: None).__code__)
core.hide_file(runpy.run_path.__code__)

STEP = 5
"""Examples between two lines of progress."""


def database(named: str) -> ExampleDatabase:
    """Return the database for failing cases: a folder, or ``redis://…`` shared by machines.

    Raises ``ValueError`` where Redis's client is missing or its server does not answer.
    """
    if named.startswith(("redis://", "rediss://", "unix://")):
        try:
            from hypothesis.extra.redis import RedisExampleDatabase  # noqa: PLC0415
            from redis import Redis, RedisError  # type: ignore[import-not-found, unused-ignore]  # noqa: PLC0415
        except ImportError:
            msg = f"--database {named}: the Python package redis is missing: pip install 'ptrstate[redis]'"
            raise ValueError(msg) from None
        server = Redis.from_url(named)
        try:
            server.ping()
        except RedisError as error:
            msg = f"--database {named}: no Redis server answers there: {error}"
            raise ValueError(msg) from None
        return RedisExampleDatabase(server)
    return DirectoryBasedExampleDatabase(named)


def _write(output: Any, **line: Any) -> None:  # noqa: ANN401
    output.write(json.dumps(line) + "\n")
    output.flush()


def _check(task: dict[str, Any], output: Any) -> None:  # noqa: ANN401
    def progress(summary: Summary) -> None:
        if summary.examples % STEP == 0:
            _write(output, progress=summary.examples)

    configured = settings(max_examples=task["examples"], deadline=None)
    if task["database"] is not None:
        configured = settings(configured, database=database(task["database"]))
    prototype = Target(task["module"], task["name"]).find()
    tally: list[Summary] = []
    try:
        summary = check(
            prototype, settings=configured, pairs=task["pairs"], allocations=task["allocations"], progress=progress, tally=tally
        )
    except Exception as error:  # noqa: BLE001
        _write(output, problem=_text(error), code=_code(error), summary=tally[0].to_json() if tally else None)
    else:
        _write(output, summary=summary.to_json())


def _code(error: BaseException) -> str:
    if isinstance(error, OwnershipError | OwnershipWarning):
        return error.code
    return type(error).__name__


def _text(error: BaseException) -> str:
    """Return the report; for what is no violation, the exception and the line of the program it came from."""
    if isinstance(error, FlakyFailure) and error.exceptions:
        error = error.exceptions[0]
    plain = isinstance(error, OwnershipError | OwnershipWarning | MisbehaviourError)
    head = str(error) if plain else f"{type(error).__name__}: {error}"
    return "\n".join([head, *getattr(error, "__notes__", [])])


def main() -> None:
    """Do the task and end the process, whatever threads it has left."""
    output = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    faulthandler.enable()
    faulthandler.register(signal.SIGUSR1)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    task = json.loads(sys.argv[1])
    status = 0
    try:
        if task["name"] is None:
            _write(output, names=Target(task["module"]).names())
        else:
            watch_threads()
            _check(task, output)
    except NotLoadedError as error:
        _write(output, refused=[str(error), error.hint])
    except (ValueError, TypeError) as error:
        _write(output, refused=[str(error)])
    except BaseException as error:  # noqa: BLE001
        _write(output, problem=f"{type(error).__name__}: {error}", code=type(error).__name__, summary=None)
        status = 1
    os._exit(status)


if __name__ == "__main__":
    main()
