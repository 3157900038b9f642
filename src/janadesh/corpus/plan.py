"""
The Daft plan that checks an archive: portions in, one a row; what was found in each out, as it is finished.

The plan is the same on Daft's own engine, where each worker is a process of this machine, and on a Ray
cluster, where each is an actor. A worker makes the record ready once. Workers write what they find
themselves, so that nothing large goes through the plan: on a cluster the articles, the record and the
output lie where every machine sees them under the same path.

    https://docs.daft.ai/en/stable/custom-code/cls/
"""

from __future__ import annotations

import datetime as dt
import logging
import os
import socket
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

# neither part tells its makers that it was used; said before they are imported
_QUIET = {
    "DAFT_ANALYTICS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
    "RAY_TQDM": "0",
    "RAY_USAGE_STATS_ENABLED": "0",
}
for _name, _value in _QUIET.items():
    os.environ.setdefault(_name, _value)
_SECONDS = 10
"""How long a cluster may take to answer at all."""

import daft  # noqa: E402

from janadesh.claims.checking import checker_of  # noqa: E402
from janadesh.corpus.parts import Part  # noqa: E402
from janadesh.corpus.parts import write_part  # noqa: E402
from janadesh.corpus.pieces import Portion  # noqa: E402
from janadesh.corpus.pieces import read_in  # noqa: E402
from janadesh.corpus.pieces import written_out  # noqa: E402
from janadesh.errors import JanadeshError  # noqa: E402
from janadesh.record.opening import open_record  # noqa: E402


class NoCluster(JanadeshError):  # noqa: N818 - the name is the diagnosis
    """The Ray cluster cannot be reached, or the part that speaks with it is not installed."""

    exit_code = 2


class BrokenOff(JanadeshError):  # noqa: N818
    """A worker died; what was finished by then is kept."""

    exit_code = 70


@dataclass(frozen=True, slots=True)
class Task:
    """
    What all workers need to know.

    `record` is the record's path or URL, `against` tells its state and the options, as in `Piece.key`.
    """

    record: str
    as_of: str | None
    written_on: dt.date | None
    against: str
    folder: Path


class Worker:
    """Checks portions, one after the other, with a record that it made ready once."""

    def __init__(self, task: Task) -> None:
        """Open the record."""
        self._task = task
        self._checker = checker_of(open_record(task.record, create=False), task.as_of)

    def check(self, portion: str) -> dict[str, Any]:
        """Check a portion and tell what was found, in the fields of `Part`."""
        task = self._task
        part = write_part(self._checker, read_in(portion), task.folder, task.against, task.written_on)
        return {
            "name": part.name,
            "pieces": part.pieces,
            "articles": part.articles,
            "claims": part.claims,
            "set_aside": part.set_aside,
        }


def check_portions(
    portions: Sequence[Portion], task: Task, workers: int | None = None, ray: str | None = None
) -> Iterator[Part]:
    """
    Check portions side by side, and give each as it is finished, in any order.

    Args:
        portions: what to check.
        task: what all workers need to know.
        workers: how many work at a time; where None as many as there are processors.
        ray: the address of a Ray cluster; where None they work on this machine.

    Raises: NoCluster, BrokenOff.
    """
    processors = _on_this_machine() if ray is None else _on_cluster(ray)
    at_a_time = min(workers or processors, len(portions))
    done = _plan([written_out(portion) for portion in portions], task, at_a_time)
    try:
        for row in done.iter_rows():
            yield Part(**{**row["part"], "pieces": tuple(row["part"]["pieces"])})
    except Exception as error:  # Daft raises whatever a worker, its engine or Ray raised
        raise BrokenOff(f"A worker broke off: {error}. The same command goes on with what is not done.") from error


def _plan(portions: list[str], task: Task, at_a_time: int) -> daft.DataFrame:
    kind = daft.DataType
    fields = {"articles": kind.int64(), "claims": kind.int64(), "set_aside": kind.int64()}
    part = kind.struct({"name": kind.string(), "pieces": kind.list(kind.string()), **fields})
    worker: Any = daft.cls(
        type("ArchiveWorker", (Worker,), {"check": daft.method(Worker.check, return_dtype=part)}),
        use_process=True,
        max_concurrency=at_a_time,
    )
    frame = daft.from_pydict({"portion": portions}).into_batches(1)
    return frame.select(worker(task).check(frame["portion"]).alias("part"))


def _on_this_machine() -> int:
    daft.set_runner_native()
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _on_cluster(address: str) -> int:
    try:
        import ray
    except ImportError:
        raise NoCluster("Ray is not installed: run `pip install 'janadesh[corpus]'`.") from None
    _answers(address)
    try:
        ray.init(address, runtime_env={"env_vars": _QUIET}, log_to_driver=False, logging_level=logging.ERROR)
    except Exception as error:  # Ray raises a dozen kinds for a cluster that does not answer
        raise NoCluster(f"The Ray cluster at {address} cannot be reached: {error}.") from error
    daft.set_runner_ray(noop_if_initialized=True)
    resources: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call]
    return max(1, int(resources.get("CPU", 1)))


def _answers(address: str) -> None:
    """Make sure that something listens at an address, since Ray waits for minutes before it gives up."""
    place = urlsplit(address if "://" in address else f"//{address}")
    try:
        if place.port is not None:
            socket.create_connection((place.hostname or "", place.port), timeout=_SECONDS).close()
    except (OSError, ValueError) as error:
        problem = f"The Ray cluster at {address} cannot be reached: {error}"
        raise NoCluster(f"{problem}. `ray status --address {address}` tells whether it is up.") from None
