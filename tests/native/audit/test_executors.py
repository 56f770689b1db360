"""The audit through executors of others: threads here, and dask's workers where dask is installed."""

from __future__ import annotations

import io
import json
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

import pytest
from rich.console import Console

from ptrstate import cli
from ptrstate.audit.command import audit, chosen, examine

PATTERNS = ("PyList_Ge*", "PyTuple_SetItem")


def audited(executor: Executor | None, file: Path) -> dict[str, object]:
    assert audit(PATTERNS, json_file=str(file), jobs=2, console=Console(file=io.StringIO()), executor=executor) == 0
    return json.loads(file.read_text())["functions"]


def test_an_executor_comes_to_the_same_verdicts(tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as executor:
        assert audited(executor, tmp_path / "one.json").keys() == audited(None, tmp_path / "two.json").keys()
        examined = examine(chosen(PATTERNS), executor=executor, console=Console(file=io.StringIO()))
    assert all(examination.records for examination in examined.values())


def test_dask_without_a_scheduler_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["audit", "--dask", "tcp://127.0.0.1:1", "PyList_New"]) == 2
    assert "dask" in capsys.readouterr().err


def test_dask_has_one_interpreter(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["audit", "--dask", "tcp://127.0.0.1:1", "--python", "python3", "PyList_New"]) == 2
    assert "not allowed with argument" in capsys.readouterr().err


def test_a_local_cluster_of_two_does_the_work(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="dask.distributed is not installed: pip install 'ptrstate[dask]'")
    cluster = distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
    with cluster, distributed.Client(cluster) as client:
        found = audited(client.get_executor(), tmp_path / "dask.json")
    assert {name: finding["verdict"] for name, finding in found.items()} == dict.fromkeys(found, "agrees")  # type: ignore[index]
