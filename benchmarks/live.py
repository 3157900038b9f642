"""
How soon an observation reaches 500 connected browsers.

Run: python benchmarks/live.py [--browsers 500] [--observations 40]

A desk runs in a process of its own on a small record in SQLite; connections to its events are raw sockets. An
observation is taken into the record here. Until each connection has the event is measured from before the observation
was taken in (checks, alarms and the commit are part of it), and from when it was kept.
"""

from __future__ import annotations

import argparse
import asyncio
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import psutil

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.count import counted
from tests.desk.live_desk import EVENTS

from figures import Figure
from figures import keep
from janadesh.count.replaying import begin
from janadesh.count.replaying import take_in
from janadesh.count.scene import Contests
from janadesh.count.state import CountState
from janadesh.count.state import nothing_counted
from janadesh.record.book import Record
from janadesh.sources.observations import Observations

TARGET = 0.250
_SERVE = """
import sys
import uvicorn
from janadesh.desk.app import create_app
from janadesh.record.opening import open_record

class Telling(uvicorn.Server):
    async def startup(self, sockets=None):
        await super().startup(sockets)
        print(self.servers[0].sockets[0].getsockname()[1], flush=True)

app = create_app(open_record(sys.argv[1]))
Telling(uvicorn.Config(app, port=0, log_level="error", timeout_graceful_shutdown=1)).run()
"""


async def connected(port: int) -> asyncio.StreamReader:
    """Connect as a browser does, and read to where the stream begins."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {EVENTS} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n".encode())
    # the writer is kept with the reader, so that the connection stays open
    reader.kept_writer = writer  # type: ignore[attr-defined]
    await reader.readuntil(b"retry: ")
    await reader.readuntil(b"\n\n")
    return reader


async def heard(reader: asyncio.StreamReader) -> float:
    """Give the time at which a whole event has come."""
    await reader.readuntil(b"event: change")
    await reader.readuntil(b"\n\n")
    return time.perf_counter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """
    What was measured, in seconds.

    - `taken`, `kept`: from before an observation was taken in, and from when it was kept, until a browser has it: one
      row an observation and one column a browser.
    - `desk_busy`: the desk's processor time, an observation: what it does for the browsers, and its looks between.
    - `taking_busy`: the processor time of taking an observation in, one for each.
    """

    taken: np.ndarray
    kept: np.ndarray
    desk_busy: float
    taking_busy: np.ndarray


async def measure(record: Record, port: int, desk: psutil.Process, browsers: int, observations: int) -> Measured:
    """Tell connected browsers of one observation after another."""
    readers = [await connected(port) for _ in range(browsers)]
    contests = counted.contests(record)
    state = nothing_counted()
    taken, kept, taking_busy = [], [], []
    busy_before = busy(desk)
    for minute in range(1, observations + 1):
        waiting = [asyncio.create_task(heard(reader)) for reader in readers]
        await asyncio.sleep(0.2)
        rows = counted.shown(minute, "Araku", {1: 1_000 + 11 * minute, 2: 900 + 7 * minute, 0: minute})
        one = await asyncio.to_thread(take_in_timed, record, state, counted.observed(rows), contests)
        times = np.array(await asyncio.wait_for(asyncio.gather(*waiting), 30))
        state = one.state
        taken.append(times - one.begun)
        kept.append(times - one.done)
        taking_busy.append(one.busy)
    desk_busy = (busy(desk) - busy_before) / observations
    for reader in readers:
        reader.kept_writer.close()  # type: ignore[attr-defined]
    return Measured(taken=np.array(taken), kept=np.array(kept), desk_busy=desk_busy, taking_busy=np.array(taking_busy))


def busy(process: psutil.Process) -> float:
    """Give the seconds of the processor that a process has had."""
    times = process.cpu_times()
    return float(times.user + times.system)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """The count after an observation, when its taking in began and was done, and the processor time it took."""

    state: CountState
    begun: float
    done: float
    busy: float


def take_in_timed(record: Record, state: CountState, observed: Observations, contests: Contests) -> Timed:
    """Take one observation in, with the times before and after."""
    begun, busy_before = time.perf_counter(), time.process_time()
    step, _ = take_in(record, state, observed, contests, "one page")
    return Timed(state=step.state, begun=begun, done=time.perf_counter(), busy=time.process_time() - busy_before)


def main() -> None:
    """Measure, and print medians and 99th percentiles."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--browsers", type=int, default=500)
    parser.add_argument("--observations", type=int, default=40)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, counted.small_record(Path(name)) as record:
        begin(record, counted.feed(counted.observed(counted.shown(0, "Araku", {1: 1, 2: 0}))))
        place = str(Path(name) / "record.sqlite")
        with subprocess.Popen([sys.executable, "-c", _SERVE, place], stdout=subprocess.PIPE, text=True) as desk:
            port = int(desk.stdout.readline())
            measured = asyncio.run(measure(record, port, psutil.Process(desk.pid), asked.browsers, asked.observations))
            desk.terminate()
    print(f"{asked.observations} observations to {asked.browsers} browsers, milliseconds:")
    taken, kept = measured.taken, measured.kept
    for words, seconds in (("from taken in", taken), ("from kept", kept)):
        median, high = np.quantile(seconds * 1000, [0.5, 0.99])
        print(f"  {words:<14} median {median:6.0f}   99th percentile {high:6.0f}   worst {seconds.max() * 1000:6.0f}")
    of_desk = resource.getrusage(resource.RUSAGE_CHILDREN)
    median, high = np.quantile(measured.taking_busy * 1000, [0.5, 0.99])
    print(f"  processor: {measured.desk_busy * 1000:.0f} ms of the desk an observation, with its looks in between;")
    print(f"    taking one in median {median:.0f} ms, 99th percentile {high:.0f} ms")
    print(f"  desk: {of_desk.ru_maxrss // 1024} MB at most")
    is_met = bool(np.quantile(taken, 0.99) < TARGET)
    for words, seconds in (("taken in", taken), ("kept", kept)):
        median, high = np.quantile(seconds * 1000, [0.5, 0.99])
        keep(
            Figure(
                what=f"one observation to {asked.browsers} browsers, from when it is {words}",
                ours=f"{high:.0f} ms (99th percentile), {median:.0f} ms (median)",
                memory=f"{of_desk.ru_maxrss // 1024} MB",
                goal="99th percentile under 250 ms",
                met=bool(high < TARGET * 1000),
            )
        )
    print(f"  target, 99th percentile from taken in under {TARGET * 1000:.0f} ms: {'met' if is_met else 'missed'}")


if __name__ == "__main__":
    main()
