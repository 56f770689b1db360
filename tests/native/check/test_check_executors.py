"""A campaign takes any executor of ``concurrent.futures``: the processes of a pool, the workers of a cluster."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from ptrstate.testing.campaign import Options, campaign
from ptrstate.testing.targets import Target

MISBEHAVING = str(Path(__file__).parent / "misbehaving.py")
TARGETS = [Target(MISBEHAVING, "prints"), Target(MISBEHAVING, "exits")]
QUICK = Options(examples=5, seconds=60.0)


def problems(outcomes):
    return {outcome.target.name: outcome.problem and outcome.problem.splitlines()[0] for outcome in outcomes}


EXPECTED = {"prints": None, "exits": "it ended the process: sys.exit(3)"}


@pytest.mark.parametrize("kind", [ProcessPoolExecutor, ThreadPoolExecutor])
def test_pools_of_this_machine(kind):
    with kind(2) as executor:
        assert problems(campaign(TARGETS, QUICK, executor=executor)) == EXPECTED


def test_a_cluster_of_two_workers():
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        assert problems(campaign(TARGETS, QUICK, executor=client.get_executor())) == EXPECTED
