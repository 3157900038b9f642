"""
Load all of Lok Dhaba and the official tables of 2024 and later into one record, beside plain inserts of the same files.

    python benchmarks/lokdhaba_load.py [--data FOLDER] [--record FILE] [--alone] [--asked 100]

FOLDER is the shared folder's `data` (default: the one beside the checkout). Each tool runs in a process of its own and
begins with the files as published; for sqlite-utils the packed ones are unpacked beforehand, outside the measure.
Janadesh checks every row, resolves places, parties and elections, and seals each file into the ledger; sqlite-utils and
pandas insert the rows and no more. `All_States_GE` holds every state's Lok Sabha rows, so the states' own `_GE` files
are left out; the `_GA` files, votes by assembly segment, come last, since they need its candidates. Afterwards the
record is asked for one election's tallies at any moment, and how long that takes.
`--alone` leaves the other tools out; `--record` keeps the record.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from figures import Figure
from figures import keep
from janadesh import model
from janadesh.record.opening import open_record
from janadesh.sources.loading import read_statements

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
PACKS = ("jk-2024", "india")
OFFICIAL = (
    "eci-assembly/2024Assembly-JK.csv",
    "eci-assembly/2024Assembly-JH.csv",
    "eci-assembly/2025Assembly-DL.csv",
    "eci-parliament/2024-parliament.csv.gz",
)


@dataclass(frozen=True)
class Measured:
    wall: float
    processor: float
    peak: float
    """In megabytes."""


def files_of(data: Path) -> list[Path]:
    """List the files to load: official tables, and those of Lok Dhaba, by assembly segment last."""
    return [*(data / name for name in OFFICIAL), *history_of(data), *segments_of(data)]


def history_of(data: Path) -> list[Path]:
    """List Lok Dhaba's files: every state's assembly elections, and the Lok Sabha's in one."""
    folder = data / "lokdhaba"
    return [*sorted(folder.glob("*_AE.csv*")), *folder.glob("All_States_GE.csv*")]


def segments_of(data: Path) -> list[Path]:
    """List Lok Dhaba's files of the Lok Sabha's votes by assembly segment; three have a heading only."""
    return sorted((data / "lokdhaba").glob("*_GA.csv*"))


def with_janadesh(files: list[Path], place: Path) -> None:
    loaded = set_aside = 0
    with open_record(place) as record:
        every: list[str | Path] = [*PACKS, *files]
        for what in every:
            statements = read_statements(record, what, known_at=_known_at(what))
            entry = record.load(statements)
            loaded += entry.statements if entry else 0
            set_aside += len(statements.set_aside)
    print(f"{loaded:,} statements, {set_aside:,} told of what was set aside")


def _known_at(what: str | Path) -> str | None:
    # the official tables carry no date; the days on which they were published
    days = {"2024-parliament": "2024-06-06", "2024Assembly": "2024-11-24", "2025Assembly": "2025-02-09"}
    return next((day for start, day in days.items() if Path(what).name.startswith(start)), None)


def with_pandas(files: list[Path], place: Path) -> None:
    import sqlite3

    import pandas as pd

    with sqlite3.connect(place) as connection:
        for number, file in enumerate(files):
            rows = pd.read_csv(file, sep=_separator(file), low_memory=False)
            rows.to_sql(f"file_{number}", connection, index=False)


def with_sqlite_utils(files: list[Path], place: Path) -> None:
    from sqlite_utils.cli import cli

    for number, file in enumerate(files):
        words = ["insert", str(place), f"file_{number}", str(file), "--csv", "--delimiter", _separator(file)]
        cli(words, standalone_mode=False)


def _separator(file: Path) -> str:
    return ";" if file.name.startswith("2024-parliament") else ","


TOOLS = {"janadesh": with_janadesh, "sqlite-utils": with_sqlite_utils, "pandas": with_pandas}


def measured(tool: str, data: Path, place: Path) -> Measured:
    """Run a tool in a process of its own."""
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, __file__, "--run", tool, "--data", str(data), "--record", str(place)])
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{tool} failed")
    return Measured(time.perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def unpacked(data: Path, folder: Path) -> Path:
    """Copy the files into a folder, unpacked."""
    for file in files_of(data):
        to = folder / file.parent.name / file.name.removesuffix(".gz")
        to.parent.mkdir(parents=True, exist_ok=True)
        with gzip.open(file) if file.suffix == ".gz" else file.open("rb") as source, to.open("wb") as target:
            shutil.copyfileobj(source, target)
    return folder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--record", type=Path)
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--asked", type=int, default=100)
    parser.add_argument("--run", choices=TOOLS, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.run:
        TOOLS[args.run](files_given(args.data), args.record)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        record = args.record or folder / "record.sqlite"
        figures = {"janadesh": measured("janadesh", args.data, record)}
        if not args.alone:
            plain = unpacked(args.data, folder / "plain")
            for tool in ("sqlite-utils", "pandas"):
                figures[tool] = measured(tool, plain, folder / f"{tool}.sqlite")
        tell(figures)
        print(f"the record is {record.stat().st_size / 1e6:.0f} MB")
        ask(record, args.asked)


def files_given(data: Path) -> list[Path]:
    plain = [data / name.removesuffix(".gz") for name in OFFICIAL]
    official = plain if all(file.exists() for file in plain) else [data / name for name in OFFICIAL]
    return [*official, *files_of(data)[len(OFFICIAL) :]]


def tell(figures: dict[str, Measured]) -> None:
    """Print what was measured, and the ratios."""
    for tool, figure in figures.items():
        print(f"{tool:14}{figure.wall:8.1f} s wall {figure.processor:8.1f} s processor {figure.peak:8.0f} MB at most")
    own = figures["janadesh"]
    for tool, figure in figures.items():
        if tool != "janadesh":
            wall, processor = own.wall / figure.wall, own.processor / figure.processor
            print(f"janadesh / {tool:13}{wall:8.2f} of the wall time, {processor:.2f} of the processor's")
            keep(
                Figure(
                    what="load all of Lok Dhaba and the official tables, checked and sealed",
                    ours=f"{own.wall:.1f} s",
                    beside=f"{tool}, a plain insert",
                    other=f"{figure.wall:.1f} s",
                    ratio=wall,
                    memory=f"{own.peak:.0f} MB, {figure.peak:.0f} MB",
                    goal="at most twice, under 1.5 GB" if tool == "sqlite-utils" else "",
                    met=wall <= 2 and own.peak < 1500 if tool == "sqlite-utils" else None,
                )
            )


def ask(place: Path, asked: int) -> None:
    """Ask for the tallies of elections chosen by lot, at moments chosen by lot."""
    chance = random.Random(1962)
    with open_record(place) as record:
        # by-elections are too small to tell
        elections = record.frame(model.Election, kind="general").select("id", "year").rows()
        times = []
        for _ in range(asked):
            election, year = chance.choice(elections)
            # after its count, when there is something to find
            moment = dt.datetime(chance.randint(year + 1, 2027), 1, 1, tzinfo=dt.UTC)
            started = time.perf_counter()
            record.frame(model.Tally, moment, election=election)
            times.append(1000 * (time.perf_counter() - started))
    median, high = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    print(
        f"tallies of one of {len(elections)} general elections, any moment: median {median:.2f} ms, "
        f"95 % under {high:.2f} ms"
    )
    keep(
        Figure(
            what="results of one election out of all of India since 1962, as of any moment",
            ours=f"{median:.1f} ms (median), 95 % under {high:.1f} ms",
            goal="median under 10 ms",
            met=median < 10,
        )
    )


if __name__ == "__main__":
    main()
