"""A campaign: every prototype of some modules, each in a process of its own, on any executor of ``concurrent.futures``."""

from __future__ import annotations

import json
import re
import selectors
import signal
import subprocess
import sys
import sysconfig
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from ptrstate._native import core
from ptrstate.testing.targets import Target, TargetError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Executor

IMPORT_SECONDS = 30.0
"""How long a module may take to be imported."""

_LAST_WORDS_SECONDS = 1.0


@dataclass(frozen=True)
class Options:
    """What each check is to do: examples, whether pairs of calls and allocations are failed, seconds, where cases are kept."""

    examples: int = 100
    pairs: bool = True
    allocations: bool = False
    seconds: float = 60.0
    database: str | None = None


@dataclass(frozen=True)
class Outcome:
    """What came of one check: its tally (None when it did not get that far), and the problem in words with its code."""

    target: Target
    summary: dict[str, Any] | None = None
    problem: str | None = None
    code: str | None = None


def prototypes(target: Target) -> list[Target]:
    """Return one target per prototype that ``target`` means.  Raises :class:`TargetError`, also when importing does not end."""
    if target.name is not None:
        return [target]
    names: list[str] | None = None
    for line in _lines({"module": target.module, "name": None}, IMPORT_SECONDS):
        if "refused" in line:
            raise TargetError(*line["refused"])
        names = line.get("names", names)
        if "fate" in line and names is None:
            msg = f"{target.module} cannot be imported: it {line['fate']}"
            raise TargetError(msg)
    return [Target(target.module, name) for name in names or ()]


def examine(target: Target, options: Options, progress: Callable[[Target, int], None] | None = None) -> Outcome:
    """Check one prototype in a process of its own, and end that when its time is up.

    What it takes and returns is plain data, so that it can be sent to another machine.  Raises :class:`TargetError` where there
    is no such prototype.
    """
    summary: dict[str, Any] | None = None
    for line in _lines({**asdict(target), **asdict(options)}, options.seconds):
        summary = line.get("summary") or summary
        if "refused" in line:
            raise TargetError(*line["refused"])
        if "problem" in line:
            return Outcome(target, summary, line["problem"], line["code"])
        if "fate" in line and summary is None:
            return Outcome(target, None, f"{target.name}: it {line['fate']}", "fate")
        if "progress" in line and progress is not None:
            progress(target, line["progress"])
    return Outcome(target, summary)


def campaign(
    targets: Sequence[Target],
    options: Options,
    *,
    executor: Executor | None = None,
    jobs: int = 1,
    progress: Callable[[Target, int], None] | None = None,
) -> Iterator[Outcome]:
    """Check every target and yield what came of each as soon as it is there.

    ``executor``: any executor of ``concurrent.futures``, such as a process pool's or a cluster's; without one, ``jobs`` processes
    of this machine.  ``progress`` is called with target and examples done, where the executor is this process's own.
    """
    if executor is not None:
        for future in as_completed([executor.submit(examine, target, options) for target in targets]):
            yield future.result()
        return
    with ThreadPoolExecutor(jobs) as own:  # each waits for a process
        for future in as_completed([own.submit(examine, target, options, progress) for target in targets]):
            yield future.result()


def _lines(task: dict[str, Any], seconds: float) -> Iterator[dict[str, Any]]:
    """Run a worker and yield what it says; last comes ``{"fate": …}`` if it did not end by itself, or not well."""
    with tempfile.TemporaryFile("w+", errors="replace") as last_words:
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "ptrstate.testing.worker", json.dumps(task)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=last_words,
            text=True,
        )
        assert process.stdout is not None
        try:
            ended = yield from _read(process.stdout, time.monotonic() + seconds)
            if not ended:
                place = _ask_where(process, last_words)
                yield {"fate": f"did not end in {seconds:g} seconds{place}"}
            elif process.wait() < 0:
                name = signal.Signals(-process.returncode).name
                yield {"fate": f"brought the interpreter down with {name}{_place(last_words)}"}
            elif process.returncode:
                yield {"fate": f"ended the process with status {process.returncode}{_error(last_words)}"}
            else:
                yield {"fate": "ended the process with status 0"}
        finally:
            process.kill()
            process.stdout.close()
            process.wait()


def _read(output: IO[str], deadline: float) -> Any:  # noqa: ANN401
    """Yield the lines of a worker; return whether it closed its output before ``deadline``."""
    with selectors.DefaultSelector() as selector:
        selector.register(output, selectors.EVENT_READ)
        while selector.select(max(0.0, deadline - time.monotonic())):
            line = output.readline()
            if not line:
                return True
            yield json.loads(line)
    return False


def _ask_where(process: subprocess.Popen[str], last_words: IO[str]) -> str:
    """Have a process say where it is before it is killed."""
    process.send_signal(signal.SIGUSR1)
    time.sleep(_LAST_WORDS_SECONDS)
    return _place(last_words)


_OTHERS = ("<frozen", sysconfig.get_path("stdlib"), sysconfig.get_path("purelib"), str(Path(core.__file__).parents[1]))
_FRAME = re.compile(r'File "([^"]+)", line (\d+) in (\S+)')


def _place(last_words: IO[str]) -> str:
    """Return the innermost place of a dumped traceback that is in nobody's library."""
    last_words.seek(0)
    text = last_words.read()
    for part in text.split("most recent call first")[1:]:
        for file, line, name in _FRAME.findall(part):
            if not file.startswith(_OTHERS):
                return f", at {Path(file).name}:{line} in {name}"
    return ""


def _error(last_words: IO[str]) -> str:
    last_words.seek(0)
    lines = [line for line in last_words.read().splitlines() if line.strip()]
    return f": {lines[-1]}" if lines else ""
