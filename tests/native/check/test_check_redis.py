"""Failing cases kept in a Redis server of one's own (Debian's ``redis-server``): another process, or machine, tries them first."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ptrstate.testing.campaign import Options, examine
from ptrstate.testing.targets import Target, TargetError
from ptrstate.testing.worker import database

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
LEAKY = Target(str(EXAMPLES / "classic_leak.py"), "PyTuple_OfReprs")


@pytest.fixture
def server(tmp_path):
    """Start a server that nobody else knows of, and return it as a URL."""
    pytest.importorskip("redis")
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("there is no redis-server (Debian: apt-get install redis-server)")
    path = tmp_path / "redis.sock"
    process = subprocess.Popen(
        [program, "--port", "0", "--unixsocket", str(path), "--save", "", "--dir", str(tmp_path)], stdout=subprocess.DEVNULL
    )
    try:
        _wait_for(path)
        yield f"unix://{path}"
    finally:
        process.terminate()
        process.wait()


def _wait_for(path: Path) -> None:
    for _ in range(200):
        try:
            with socket.socket(socket.AF_UNIX) as there:
                there.connect(str(path))
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("redis-server did not start")


def test_what_one_process_found_another_tries_first(server):
    first = examine(LEAKY, Options(examples=50, database=server))
    assert first.code == "PS006"
    again = examine(LEAKY, Options(examples=50, database=server))
    assert again.code == "PS006"
    assert again.summary["examples"] < first.summary["examples"]


def test_a_server_that_is_not_there_is_said(tmp_path):
    pytest.importorskip("redis")
    with pytest.raises(TargetError, match="--database unix://.*/nobody: no Redis server answers there"):
        examine(LEAKY, Options(examples=5, database=f"unix://{tmp_path}/nobody"))


def test_the_package_that_is_missing_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "redis", None)
    with pytest.raises(ValueError, match=r"pip install 'ptrstate\[redis\]'"):
        database("redis://localhost")
