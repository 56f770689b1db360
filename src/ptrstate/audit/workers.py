"""The worker processes: functions are handed out one by one, and a worker that dies is a finding, never the end."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from concurrent.futures import as_completed
from typing import TYPE_CHECKING, Any

from ptrstate.audit.findings import Examination
from ptrstate.audit.observation import record_from_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from concurrent.futures import Executor

    from ptrstate.contract import Contract


class Worker(threading.Thread):
    """One worker process and the thread that feeds it."""

    def __init__(self, todo: queue.SimpleQueue[str], arrived: Callable[[dict[str, Any]], None], modules: Sequence[str] = ()) -> None:
        super().__init__(daemon=True)
        self.modules: Sequence[str] = modules
        self.todo: queue.SimpleQueue[str] = todo
        self.arrived: Callable[[dict[str, Any]], None] = arrived

    def run(self) -> None:
        """Hand out functions until there are none."""
        process = None
        while True:
            try:
                name = self.todo.get_nowait()
            except queue.Empty:
                break
            if process is None or process.poll() is not None:
                process = _start(self.modules)
            if not self._one(process, name):
                self.arrived({"function": name, "crash": name, "fate": "took its worker with it"})
                self.arrived({"function": name, "done": True})
                process.kill()
                process.wait()
        if process is not None:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.close()
            process.stdout.close()
            process.wait()

    def _one(self, process: subprocess.Popen[str], name: str) -> bool:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(name + "\n")
            process.stdin.flush()
        except BrokenPipeError:
            return False
        for line in process.stdout:
            data = json.loads(line)
            self.arrived(data)
            if data.get("done"):
                return True
        return False


def _start(modules: Sequence[str]) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    return subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "ptrstate.audit.worker", *modules], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    )


def batch(names: Sequence[str], modules: Sequence[str] = ()) -> list[dict[str, Any]]:
    """Call functions in a worker process of this machine and return what happened; executors run this wherever they are."""
    todo: queue.SimpleQueue[str] = queue.SimpleQueue()
    for name in names:
        todo.put(name)
    lines: list[dict[str, Any]] = []
    Worker(todo, lines.append, modules).run()
    return lines


_BATCH = 16


def examine_with(
    executor: Executor, contracts: Iterable[Contract], progress: Callable[[str], None], modules: Sequence[str] = ()
) -> dict[str, Examination]:
    """Call every function in batches through an executor, whose workers have this ptrstate and this interpreter."""
    found = {contract.name: Examination(contract) for contract in contracts}
    names = list(found)
    batches = [executor.submit(batch, names[start : start + _BATCH], modules) for start in range(0, len(names), _BATCH)]
    for done in as_completed(batches):
        for data in done.result():
            if _take(found, data):
                progress(data["function"])
    return found


def _take(found: dict[str, Examination], data: dict[str, Any]) -> bool:
    """Put one thing that happened where it belongs; return whether it was the last of its function."""
    examination = found[data["function"]]
    if "record" in data:
        examination.records.append(record_from_json(data["record"]))
    elif "crash" in data:
        examination.crashes.append((data["crash"], data["fate"]))
    elif "unmade" in data:
        examination.unmade.append((data["unmade"], data["why"]))
    return bool(data.get("done"))


def examine_all(
    contracts: Iterable[Contract], jobs: int, progress: Callable[[str], None], modules: Sequence[str] = ()
) -> dict[str, Examination]:
    """Call every function in worker processes and return what was recorded; ``progress`` gets the name of each one done.

    ``modules`` declare functions of libraries other than the interpreter's.
    """
    found = {contract.name: Examination(contract) for contract in contracts}
    todo: queue.SimpleQueue[str] = queue.SimpleQueue()
    for name in found:
        todo.put(name)
    news: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
    workers = [Worker(todo, news.put, modules) for _ in range(max(1, jobs))]
    for worker in workers:
        worker.start()
    left = len(found)
    while left:
        data = news.get()
        if _take(found, data):
            left -= 1
            progress(data["function"])
    for worker in workers:
        worker.join()
    return found
