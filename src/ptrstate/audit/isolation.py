"""Processes of their own: each function is called in a child of the worker, and what may crash in a child of that."""

from __future__ import annotations

import json
import math
import os
import resource
import select
import signal
import time
from collections.abc import Callable, Generator, Iterator
from typing import Any, NoReturn

Write = Callable[[dict[str, Any]], None]
"""Writes one line of JSON; a dataclass goes as its fields."""

_MOST_COMPUTED = 2
"""Seconds of processor time between two lines: a child that computes without end is told sooner than one that waits may be."""


def in_child(body: Callable[[Write], None], seconds: float) -> Iterator[dict[str, Any]]:
    """Run ``body`` in a forked child and yield what it writes; last comes ``{"fate": …}``.

    ``seconds`` is how long the child may stay silent; then it is killed, and its fate is ``"hung"``.  So it is when it computes
    for longer than anything does that ends.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _be_child(body, writer)
    os.close(writer)
    try:
        fate = yield from _lines(reader, child, seconds)
    finally:
        os.close(reader)
    _, status = os.waitpid(child, 0)
    if fate is None:
        fate = _fate(status)
    yield {"fate": fate}


def _fate(status: int) -> str:
    if os.WIFSIGNALED(status):
        ended_by = signal.Signals(os.WTERMSIG(status))
        return "hung" if ended_by is signal.SIGXCPU else f"crashed with {ended_by.name}"
    return f"exited with {os.WEXITSTATUS(status)}" if os.WEXITSTATUS(status) else "returned"


def _lines(reader: int, child: int, seconds: float) -> Generator[dict[str, Any], None, str | None]:
    rest = b""
    deadline = time.monotonic() + seconds
    while True:
        ready, _, _ = select.select([reader], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            os.kill(child, signal.SIGKILL)
            return "hung"
        data = os.read(reader, 1 << 16)
        if not data:
            return None
        deadline = time.monotonic() + seconds
        *lines, rest = (rest + data).split(b"\n")
        for line in lines:
            yield json.loads(line)


def _be_child(body: Callable[[Write], None], writer: int) -> NoReturn:
    status = 0
    _, most = resource.getrlimit(resource.RLIMIT_CPU)

    def write(line: dict[str, Any]) -> None:
        allow_more()
        data = json.dumps(line, default=vars).encode() + b"\n"
        while data:
            data = data[os.write(writer, data) :]

    def allow_more() -> None:
        enough = math.ceil(time.process_time()) + _MOST_COMPUTED
        resource.setrlimit(resource.RLIMIT_CPU, (enough if most == resource.RLIM_INFINITY else min(enough, most), most))

    try:
        allow_more()
        body(write)
    except BaseException as error:  # noqa: BLE001
        write({"error": f"{type(error).__name__}: {error}"})
        status = 3
    finally:
        os._exit(status)
