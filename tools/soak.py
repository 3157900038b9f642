"""
Let everything happen to one record at once, and see whether memory stays flat: make soak

    python tools/soak.py [--minutes 10] [--feed FOLDER]

Side by side: a recorded count is replayed, a site of result pages on this machine is followed, fifty browsers follow
the count, pages are loaded, articles checked, and a backup is made each minute. It fails where the memory of a process
that goes on is not flat, where the desk answers with 5xx, where a command fails, or where the record does not verify at
the end. It prints SOAK PASSED or SOAK FAILED as its last line, and ends with 0 or 1.

Memory is what a process has of its own: resident, without the pages of files. What it needs for a moment, to draw a
page, comes and goes; what is never given back stands in the least that it held in each half minute.

A record grows while a count of a day is replayed in minutes, and a desk needs more of it as it grows. So the count is
replayed once in the first half, which is the warm-up, and again and again in the second, in which memory has to be
flat: the line through the least of each half minute rises by less in ten minutes than one in ten of what there was, or
by less than chance lets it (the slope of Theil and Sen, with its interval of 95 %). What that lets through is held
against a new desk, opened on the same record when all is over and asked the same for three minutes: in the end the desk
may hold one in four more, as memory in use for long has gaps that cannot be given back.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from operator import itemgetter
from pathlib import Path

import httpx
import psutil
from scipy.stats import theilslopes

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from tests.count import result_site  # noqa: E402 - the tests are beside the package, not in it

from figures import Figure  # noqa: E402 - benchmarks keep what they measured
from figures import keep  # noqa: E402 - benchmarks keep what they measured

FEED = ROOT.parent / "shared" / "data" / "count-feed-2024-06-04"
ELECTION = "in-ls-2024"
BROWSERS = 50
MOST_GROWTH = 0.10
"""Of what there was, in ten minutes."""
MOST_ABOVE_NEW = 0.25
"""Of what a new desk holds, that one may hold beyond it after a soak."""
REPLAY, REPLAY_AGAIN = "replay", "replayed again"
NEW_DESK_MINUTES = 3
"""For which a desk that was newly opened on the same record is asked the same."""
STOPPED = 130
"""What a command ends with that Ctrl-C stopped."""
_BETWEEN_SAMPLES = 5
_TO_OPEN = 300
_WORDS_SHOWN = 2000
_BETWEEN_LINES = 6
"""Half a minute's samples."""
_AT_AN_END = 3
_COUNT_IN_MINUTES = 16 * 60
Weights = dict[str, list[tuple[float, float]]]
"""What each process weighed: minutes since the start, and megabytes."""
_ARTICLES = (
    "National Conference vice president Omar Abdullah won Budgam by 18,485 votes. The BJP won 29 seats.",
    "The BJP won 240 seats in the Lok Sabha election, and the Congress 99. Rahul Gandhi won Wayanad.",
    "In 2014 the PDP won 28 seats in Jammu and Kashmir. Engineer Rashid won Baramulla by more than 2 lakh votes.",
)
_PAGES = (
    "/",
    f"/elections/{ELECTION}",
    "/elections/in-jk-2024",
    "/elections/in-jk-2024/constituencies/27",
    f"/elections/{ELECTION}/projection",
    "/parties/in-bjp",
    f"/api/v1/elections/{ELECTION}/standings?limit=100",
    "/api/v1/elections/in-jk-2024/results?limit=100",
)


@dataclass(slots=True)
class Soak:
    """What happened so far."""

    place: Path
    address: str = ""
    ends: float = 0.0
    asked: Counter[int] = field(default_factory=Counter)
    events: int = 0
    backups: int = 0
    minutes: int = 0
    replays: int = 0
    faults: list[str] = field(default_factory=list)

    def goes_on(self) -> bool:
        """Tell whether it is not yet over."""
        return time.monotonic() < self.ends

    def told(self, status: int, what: str) -> None:
        """Count an answer; one of 5xx is a fault."""
        self.asked[status] += 1
        if status >= 500:
            self.faults.append(f"{what} answered {status}")


def run(*words: str) -> None:
    """Run a command to its end."""
    subprocess.run(_janadesh(*words), check=True, capture_output=True)  # noqa: S603 - our own words


def _janadesh(*words: str) -> list[str]:
    return [str(Path(sys.executable).parent / "janadesh"), *words]


async def browser(soak: Soak, client: httpx.AsyncClient) -> None:
    """Follow the count as an open page does, coming back when the connection ends."""
    while soak.goes_on():
        with contextlib.suppress(httpx.TransportError):
            async with client.stream("GET", f"/live/{ELECTION}/events") as answer:
                soak.told(answer.status_code, "the stream")
                async for line in answer.aiter_lines():
                    soak.events += line.startswith("event:")
                    if not soak.goes_on():
                        return


async def reader(soak: Soak, client: httpx.AsyncClient) -> None:
    """Load one page after another."""
    for path in itertools.cycle(_PAGES):
        if not soak.goes_on():
            return
        soak.told((await client.get(path)).status_code, path)
        await asyncio.sleep(0.2)


async def checking(soak: Soak, client: httpx.AsyncClient) -> None:
    """Check one article after another."""
    for text in itertools.cycle(_ARTICLES):
        if not soak.goes_on():
            return
        sent = {"text": text, "written_on": "2024-10-09"}
        soak.told((await client.post("/check", data=sent)).status_code, "a check")
        await asyncio.sleep(1)


async def backing_up(soak: Soak) -> None:
    """Back the record up each minute, into a file that is then thrown away."""
    while soak.goes_on():
        await asyncio.sleep(min(60, max(0.0, soak.ends - time.monotonic())))
        copy = soak.place.with_name("backup.sqlite")
        made = await asyncio.to_thread(
            subprocess.run,
            _janadesh("backup", str(copy), "--record", str(soak.place)),
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode:
            soak.faults.append(f"a backup failed: {made.stderr.strip()}")
        soak.backups += 1
        copy.unlink(missing_ok=True)


async def changing(soak: Soak, site: result_site.Site) -> None:
    """Let the pages of the site go on, as a count does."""
    while soak.goes_on():
        minute = soak.minutes
        clock = f"{8 + minute // 60:02}:{minute % 60:02} AM"
        site.pages[result_site.TABLE] = result_site.table(clock, 1_000 + 310 * minute, 900 + 170 * minute, 10 + minute)
        site.pages[result_site.LIST] = result_site.the_list(clock, 100 + 140 * minute)
        soak.minutes += 1
        await asyncio.sleep(5)


async def weighing(soak: Soak, processes: Mapping[str, subprocess.Popen[bytes]], again: Callable[[], None]) -> Weights:
    """Weigh each process every five seconds, and start again what is over: minutes since the start, and megabytes."""
    begun, weights = time.monotonic(), Weights()
    for number in itertools.count(1):
        if not soak.goes_on():
            return weights
        await asyncio.sleep(min(_BETWEEN_SAMPLES, max(0.0, soak.ends - time.monotonic())))
        passed = (time.monotonic() - begun) / 60
        for name, process in processes.items():
            if process.poll() is None:
                weights.setdefault(name, []).append((passed, _megabytes(process.pid)))
        again()
        if number % _BETWEEN_LINES == 0:
            now = "  ".join(f"{name} {of[-1][1]:.0f} MB" for name, of in weights.items())
            print(f"{passed:5.1f} min  {now}  {soak.asked.total()} answers, {soak.events} events", flush=True)
    return weights


def _megabytes(process: int) -> float:
    """Weigh what a process has of its own; what it maps of files the system may take back."""
    memory = psutil.Process(process).memory_info()
    return float(memory.rss - getattr(memory, "shared", 0)) / 1e6


async def soaked(
    soak: Soak,
    minutes: float,
    site: result_site.Site,
    processes: Mapping[str, subprocess.Popen[bytes]],
    again: Callable[[], None],
) -> Weights:
    """Let everything happen for so many minutes, once the desk is open."""
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(base_url=soak.address, timeout=90, limits=limits) as client:
        await _answers(client, processes["desk"], soak.place.with_name("desk"))
        soak.ends = time.monotonic() + 60 * minutes
        others = [
            *(asyncio.create_task(browser(soak, client)) for _ in range(BROWSERS)),
            asyncio.create_task(reader(soak, client)),
            asyncio.create_task(checking(soak, client)),
            asyncio.create_task(backing_up(soak)),
            asyncio.create_task(changing(soak, site)),
        ]
        weights = await weighing(soak, processes, again)
        _, late = await asyncio.wait(others, timeout=20)
        for task in late:
            task.cancel()
        results = await asyncio.gather(*others, return_exceptions=True)
        soak.faults += [repr(each) for each in results if isinstance(each, Exception)]
    return weights


async def _answers(client: httpx.AsyncClient, desk: subprocess.Popen[bytes], said: Path) -> None:
    until = time.monotonic() + _TO_OPEN
    while time.monotonic() < until and desk.poll() is None:
        with contextlib.suppress(httpx.TransportError):
            await client.get("/about-the-numbers")
            return
        await asyncio.sleep(0.2)
    raise SystemExit(f"The desk did not open within {_TO_OPEN} seconds. It said: {_last_words(said)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slope:
    """How the memory of a process went on after the warm-up, in megabytes and megabytes a minute."""

    name: str
    warm: float
    end: float
    most: float
    slope: float
    low: float
    high: float
    new: float | None = None
    """What a process newly opened on the same record held, asked the same."""

    @property
    def in_ten_minutes(self) -> float:
        """The part of what there was by which it grows in ten minutes."""
        return 10 * self.slope / self.warm

    @property
    def is_flat(self) -> bool:
        """Whether it grows by little or no more than chance would have it, and holds about what a new one does."""
        is_like_new = self.new is None or self.end <= self.new * (1 + MOST_ABOVE_NEW)
        return is_like_new and (self.in_ten_minutes <= MOST_GROWTH or self.low <= 0)

    def __str__(self) -> str:
        """Say it in a line."""
        return (
            f"{self.name}: {'flat' if self.is_flat else 'GROWS'}; {self.warm:.0f} MB when warm, {self.end:.0f} MB at "
            f"the end, at most {self.most:.0f}; {self.slope:+.1f} MB a minute ({self.low:+.1f} to {self.high:+.1f}), "
            f"{self.in_ten_minutes:+.0%} in ten minutes"
            + ("" if self.new is None else f"; newly opened on this record it holds {self.new:.0f} MB")
        )


def slope(name: str, weights: Sequence[tuple[float, float]]) -> Slope:
    """
    Fit a line through the least that a process weighed in each half minute of the second half of its time.

    It is the median of all slopes (Theil 1950, Sen 1968).
    """
    warm_from = (weights[0][0] + weights[-1][0]) / 2
    minutes, megabytes = zip(*_least([each for each in weights if each[0] >= warm_from]), strict=True)
    fitted = theilslopes(megabytes, minutes)
    return Slope(
        name=name,
        warm=statistics.median(megabytes[:_AT_AN_END]),
        end=statistics.median(megabytes[-_AT_AN_END:]),
        most=max(megabytes for _, megabytes in weights),
        slope=float(fitted.slope),
        low=float(fitted.low_slope),
        high=float(fitted.high_slope),
    )


def _least(weights: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Give the least of each so many, in their order."""
    return [
        min(some, key=itemgetter(1))
        for some in (weights[at : at + _BETWEEN_LINES] for at in range(0, len(weights), _BETWEEN_LINES))
    ]


def side_by_side(soak: Soak, minutes: float, site: result_site.Site, more: Mapping[str, tuple[str, ...]]) -> Weights:
    """Open a desk and follow the site, with more commands beside, for so many minutes; weigh each."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    soak.address = f"http://127.0.0.1:{port}"
    folder = soak.place.parent
    starts = {
        "desk": ("desk", "--port", str(port)),
        "follow": ("follow", site.address + result_site.LIST, "--every", "5", "--gap", "0.1"),
        **more,
    }

    def start(name: str, as_name: str) -> None:
        processes[as_name] = _started((*starts[name], "--record", str(soak.place)), folder / as_name)

    def again() -> None:
        """Replay the count once more, by a process of its own, where it has been replayed."""
        last = processes.get(REPLAY_AGAIN) or processes.get(REPLAY)
        if last is not None and last.poll() is not None:
            soak.replays += 1
            if not _is_well(last.returncode):
                soak.faults.append(f"a replay ended with {last.returncode}")
            start(REPLAY, REPLAY_AGAIN)

    processes: dict[str, subprocess.Popen[bytes]] = {}
    for name in starts:
        start(name, name)
    try:
        weights = asyncio.run(soaked(soak, minutes, site, processes, again))
    finally:
        ended = {name: _end(process) for name, process in processes.items()}
    said = {name: _last_words(folder / name) for name in processes}
    soak.faults += [f"{name} ended with {code}: {said[name]}" for name, code in ended.items() if not _is_well(code)]
    if soak.faults:
        print(f"The desk said last:\n{said['desk']}")
    return weights


def main() -> None:
    """Soak, and end with 1 where anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--feed", type=Path, default=FEED)
    asked = parser.parse_args()
    if not asked.feed.is_dir():
        raise SystemExit(f"There is no recorded count at {asked.feed}. Name one with --feed.")
    with tempfile.TemporaryDirectory() as folder, result_site.serving() as site:
        place = Path(folder) / "record.sqlite"
        for pack in ("india", "jk-2024"):
            run("load", pack, "--record", str(place))
        site.pages[result_site.TABLE] = result_site.table("08:00 AM", 1_000, 900)
        site.pages[result_site.LIST] = result_site.the_list("08:00 AM", 100)
        speed = max(1.0, 2 * _COUNT_IN_MINUTES / asked.minutes)
        soak = Soak(place)
        replay = {REPLAY: ("replay", str(asked.feed), "--speed", f"{speed:.0f}")}
        weights = side_by_side(soak, asked.minutes, site, replay)
        print(f"A new desk on this record, for {NEW_DESK_MINUTES} minutes:", flush=True)
        new = slope("new desk", side_by_side(soak, NEW_DESK_MINUTES, site, {})["desk"])
        slopes = [slope(name, of) for name, of in weights.items() if name != REPLAY_AGAIN]
        slopes = [replace(each, new=new.end) if each.name == "desk" else each for each in slopes]
        print(*slopes, sep="\n")
        soak.faults += [f"memory grows: {each}" for each in slopes if not each.is_flat]
        words = _janadesh("verify", "--record", str(place))
        verified = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
        if verified.returncode:
            soak.faults.append(f"the record does not verify: {verified.stdout}{verified.stderr}")
    print(f"{soak.replays} times replayed to the end; {soak.backups} backups; answers by status: {dict(soak.asked)}")
    for fault in dict.fromkeys(soak.faults):
        print(f"FAULT: {fault}")
    keep(_figure(asked.minutes, soak, slopes))
    print("SOAK FAILED" if soak.faults else "SOAK PASSED")
    sys.exit(1 if soak.faults else 0)


def _figure(minutes: float, soak: Soak, slopes: Sequence[Slope]) -> Figure:
    """Give the desk's growth for the table of benchmarks."""
    desk = next(each for each in slopes if each.name == "desk")
    return Figure(
        what=f"a count, {BROWSERS} browsers, checks, backups on one record for {minutes:g} minutes: a desk's memory",
        ours=f"{desk.end:.0f} MB in the end, {soak.asked.total()} answers, {soak.events} events",
        beside=f"a new desk on the same record, asked the same for {NEW_DESK_MINUTES} minutes",
        other=f"{desk.new or 0:.0f} MB",
        ratio=desk.end / desk.new if desk.new else None,
        memory=f"{desk.most:.0f} MB",
        goal="flat memory, no fault",
        met=not soak.faults,
    )


def _started(words: Sequence[str], said: Path) -> subprocess.Popen[bytes]:
    """Start a command; what it says goes to a file, since a pipe that nobody reads would hold it up."""
    with said.open("wb") as file:
        return subprocess.Popen(_janadesh(*words), stdout=subprocess.DEVNULL, stderr=file)  # noqa: S603 - our own words


def _end(process: subprocess.Popen[bytes]) -> int:
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
    return process.wait(timeout=60)


def _is_well(code: int) -> bool:
    return code in (0, STOPPED)


def _last_words(said: Path) -> str:
    return said.read_text(errors="replace")[-_WORDS_SHOWN:].strip()


if __name__ == "__main__":
    main()
