"""The plan itself, run by the command: on Daft's own engine, and on a Ray cluster of two nodes."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest

pytest.importorskip("daft", reason="needs daft: pip install 'janadesh[corpus]'")

from tests.corpus import archives

_NODE: dict[str, Any] = {"num_cpus": 1, "object_store_memory": 80 * 1024 * 1024}


def check(folder: Path, record: Path, out: str, *more: str) -> subprocess.CompletedProcess[str]:
    """Run the command on a folder's articles, as a person would, in a process of its own."""
    command = str(Path(sys.executable).with_name("janadesh"))
    words = ["check", str(folder / "*.*"), "--out", out, "--record", str(record), "--workers", "2", *more]
    return subprocess.run([command, *words], capture_output=True, text=True, timeout=300, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give archives of two portions, so that two workers have something to do."""
    folder = tmp_path_factory.mktemp("archive")
    archives.warc(folder / "a.warc.gz")
    archives.json_lines(folder / "b.jsonl")
    archives.parquet(folder / "c.parquet")
    (folder / "large.txt").write_text("x" * 4_000_000)
    return folder


@pytest.fixture(scope="module")
def on_this_machine(folder: Path, bundled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("native") / "claims.parquet"
    ran = check(folder, bundled_file, str(out))
    assert ran.returncode == 2, ran.stderr
    assert "claims of 9 articles are in claims.parquet" in ran.stderr
    return out


@pytest.fixture
def cluster() -> Iterator[Any]:
    """Start a Ray cluster of two nodes on this machine."""
    pytest.importorskip("ray", reason="needs ray: pip install 'janadesh[corpus]'")
    from ray.cluster_utils import Cluster

    cluster = Cluster(initialize_head=True, head_node_args={**_NODE, "include_dashboard": False})
    cluster.add_node(**_NODE)
    cluster.wait_for_nodes()
    yield cluster
    cluster.shutdown()  # type: ignore[no-untyped-call]


def test_all_that_is_found_is_written_and_the_rest_listed(on_this_machine: Path) -> None:
    claims = pl.read_parquet(on_this_machine)
    set_aside = pl.read_parquet(on_this_machine.with_name("claims.set_aside.parquet"))

    assert claims.filter(kind="margin")["verdict"].to_list() == ["confirmed", "contradicted"] * 3
    assert set_aside["file"].str.extract(r"(\w+)\.[\w.]+$").to_list() == ["a", "b", "b", "b", "c", "c", "large"]


def test_a_ray_cluster_of_two_nodes_gives_the_same(
    cluster: Any, folder: Path, bundled_file: Path, tmp_path: Path, on_this_machine: Path
) -> None:
    out = tmp_path / "claims.parquet"
    ran = check(folder, bundled_file, str(out), "--ray", cluster.address)

    assert ran.returncode == 2, ran.stderr
    assert pl.read_parquet(out).equals(pl.read_parquet(on_this_machine))
    assert len(nodes_of_workers(cluster.address)) == 2


def nodes_of_workers(address: str) -> set[str]:
    """Name the nodes on which workers ran; the public list of actors needs Ray's dashboard, which is not started."""
    import ray

    ray.init(address, logging_level=logging.ERROR)
    try:
        actors = ray._private.state.actors().values()
        return {actor["Address"]["NodeID"] for actor in actors if "UDFActor" in actor["ActorClassName"]}
    finally:
        ray.shutdown()


def test_a_cluster_that_does_not_answer_is_told(tmp_path: Path) -> None:
    pytest.importorskip("ray", reason="needs ray: pip install 'janadesh[corpus]'")
    from janadesh.corpus.plan import NoCluster
    from janadesh.corpus.plan import Task
    from janadesh.corpus.plan import check_portions

    task = Task(record="record.sqlite", as_of=None, written_on=None, against="", folder=tmp_path)

    with pytest.raises(NoCluster, match=r"The Ray cluster at 127\.0\.0\.1:1 cannot be reached: .*refused"):
        next(check_portions([()], task, ray="127.0.0.1:1"))
