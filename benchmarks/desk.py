"""
How many pages and answers the desk gives in a second, at rest and while a count is replayed into its record.

    python benchmarks/desk.py [--record FILE] [--seconds 5] [--india FILE]

Each address is asked by `wrk` (Debian: apt-get install wrk) over eight connections, from the machine that serves. The
desk runs in a process of its own, as `janadesh desk` does. Beside it, in the same run, a plain Starlette handler gives
the same page from a prepared string, so that the cost of finding and drawing it is seen. While a count is replayed,
observations of three made-up seats are taken into the record ten times a second, so that no answer is kept for long.
With `--india` it is measured, too, how long it takes to draw pages of the full record (`benchmarks/desk_drawing.py`).
"""

from __future__ import annotations

import argparse
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.builders import ELECTION
from tests.count import counted

from desk_drawing import drawing
from desk_drawing import full_record
from figures import Figure
from figures import keep
from janadesh.count.replaying import take_in
from janadesh.count.state import nothing_counted
from janadesh.record.opening import open_record
from janadesh.sources.loading import load

CONNECTIONS = 8
BETWEEN = 0.1
AT_REST = {
    "home": "/",
    "election": "/elections/in-jk-2024",
    "constituency": "/elections/in-jk-2024/constituencies/27",
    "party": "/parties/in-bjp",
    "results by REST": "/api/v1/elections/in-jk-2024/results",
}
COUNTED = {
    "home": "/",
    "election": f"/elections/{ELECTION}",
    "constituency": f"/elections/{ELECTION}/constituencies/1",
    "party": "/parties/alpha",
    "results by REST": f"/api/v1/elections/{ELECTION}/results",
}
_MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0}
_PLAIN = """
import sys
from pathlib import Path
import uvicorn
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
body = Path(sys.argv[1]).read_bytes()
async def page(_): return Response(body, media_type=sys.argv[3])
uvicorn.run(Starlette(routes=[Route("/", page)]), port=int(sys.argv[2]), log_level="error")
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """What wrk found: answers a second, and milliseconds until half and 99 per cent of them had come."""

    a_second: float
    median: float
    slowest: float

    def __str__(self) -> str:
        return f"{self.a_second:,.0f} a second, median {self.median:.1f} ms, 99th {self.slowest:.1f} ms"


def asked(url: str, seconds: int) -> Measured:
    """Ask for an address as often as it answers; raises SystemExit where an answer is no 200."""
    # worked out once, as whoever came before had it
    httpx.get(url, timeout=60).raise_for_status()
    words = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "-H", "Accept-Encoding: identity", url]
    said = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in said:
        raise SystemExit(f"{url} did not always answer:\n{said}")
    found = re.search(r"Requests/sec:\s+([\d.]+)", said)
    assert found is not None, said
    return Measured(float(found[1]), _after(said, 50), _after(said, 99))


def _after(said: str, percent: int) -> float:
    found = re.search(rf"\b{percent}%\s+([\d.]+)(us|ms|s)", said)
    assert found is not None, said
    return float(found[1]) * _MILLISECONDS[found[2]]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


@contextmanager
def running(words: list[str], address: str) -> Iterator[None]:
    """Run a server until the block ends."""
    process = subprocess.Popen(words, stderr=subprocess.DEVNULL)
    try:
        for _ in range(600):
            try:
                httpx.get(address, timeout=60)
                break
            except httpx.TransportError:
                time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait(30)


@contextmanager
def desk(place: str) -> Iterator[str]:
    """Open the desk of a record."""
    port = free_port()
    words = [str(Path(sys.executable).parent / "janadesh"), "desk", "--port", str(port), "--record", place]
    with running(words, f"http://127.0.0.1:{port}/about-the-numbers"):
        yield f"http://127.0.0.1:{port}"


def plain(url: str, folder: Path, seconds: int) -> Measured:
    """Measure a handler that gives what this address gave."""
    answer = httpx.get(url, headers={"accept-encoding": "identity"}, timeout=60)
    prepared, port = folder / "prepared", free_port()
    prepared.write_bytes(answer.content)
    words = [sys.executable, "-c", _PLAIN, str(prepared), str(port), answer.headers["content-type"]]
    with running(words, f"http://127.0.0.1:{port}/"):
        return asked(f"http://127.0.0.1:{port}/", seconds)


@contextmanager
def counting(folder: Path) -> Iterator[None]:
    """Take observations into the record until the block ends."""
    ended = threading.Event()
    with open_record(folder / "record.sqlite") as record:
        contests, state = counted.contests(record), nothing_counted()
        record.load(counted.feed(counted.observed()).foundation)

        def count() -> None:
            nonlocal state
            minute = 0
            while not ended.wait(BETWEEN):
                minute += 1
                rows = counted.shown(minute / 60, "Araku", {1: 100 + 11 * minute, 2: 90 + 7 * minute, 0: minute})
                state = take_in(record, state, counted.observed(rows), contests, f"page {minute}")[0].state

        thread = threading.Thread(target=count)
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()


def told(what: str, ours: Measured, other: Measured) -> None:
    """Print and keep what was measured of one address."""
    ratio = ours.a_second / other.a_second
    print(f"{what}\n  desk:  {ours}\n  plain: {other}\n  ratio: {ratio:.2f}", flush=True)
    keep(Figure(what=what, ours=str(ours), beside="Starlette, a prepared string", other=str(other), ratio=ratio))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", help="a record with the bundled packs; without it one is made")
    parser.add_argument("--seconds", type=int, default=5, help="how long each address is asked for")
    parser.add_argument("--india", type=Path, help="the record of all India; made of ../shared where it is not there")
    options = parser.parse_args()
    india = full_record(options.india) if options.india else None
    if india:
        drawing(india)
    if shutil.which("wrk") is None:
        print("Skipped: wrk is not here (Debian: apt-get install wrk).")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        place = options.record or str(folder / "packs.sqlite")
        if options.record is None:
            with open_record(place) as record:
                load(record, "jk-2024")
        with desk(place) as address:
            for what, path in AT_REST.items():
                ours = asked(address + path, options.seconds)
                told(f"the desk at rest: {what}", ours, plain(address + path, folder, options.seconds))
        counted.small_record(folder).close()
        with desk(str(folder / "record.sqlite")) as address, counting(folder):
            for what, path in COUNTED.items():
                ours = asked(address + path, options.seconds)
                told(f"while a count is replayed: {what}", ours, plain(address + path, folder, options.seconds))


if __name__ == "__main__":
    main()
