"""
Replay the counting day of 4 June 2024 into a durable record, beside a plain INSERT OR REPLACE of the same rows.

    python benchmarks/replay.py [--feed FOLDER] [--about ROWS]

Janadesh reads the feed, resolves contests and candidates, holds every figure against the one before it by all rules,
seals each batch into the ledger, and brings standings and alarms up to date after each. The plain tool reads the two
files with the csv module and puts every row into a table through SQLAlchemy, one transaction a file.
Each runs in a process of its own; the record is prepared with the bundled packs before the clock starts.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from figures import Figure
from figures import keep

FEED = Path(__file__).resolve().parents[2] / "shared" / "data" / "count-feed-2024-06-04"
_KEY = ("source_url", "pc_no", "candidate_name", "party")
_AT_ONCE = 10_000


@dataclass(frozen=True)
class Measured:
    wall: float
    processor: float
    peak: float
    """In megabytes."""


def with_janadesh(feed: Path, place: str, about: int) -> None:
    from janadesh.count.alerts import ahead
    from janadesh.count.observations import batches
    from janadesh.count.replaying import begin
    from janadesh.count.replaying import replay
    from janadesh.record.opening import open_record
    from janadesh.sources.count_feed import observe

    begun = time.perf_counter()
    with open_record(place, create=False) as record:
        recorded = observe(feed, record)
        read = time.perf_counter()
        contests = begin(record, recorded)
        updates, standing = 0, 0
        for update in replay(record, recorded, contests, batches(recorded.observed, about)):
            standing = ahead(update.step.state).height
            updates += 1
    done = time.perf_counter()
    print(
        f"  read {read - begun:.2f} s, counted {done - read:.2f} s in {updates} updates; "
        f"{recorded.observed.height:,} observations, {standing} contests with somebody ahead, "
        f"{update.step.state.alarms.height} alarms standing",
        file=sys.stderr,
    )


def with_sqlalchemy(feed: Path, place: str, _: int) -> None:
    engine = sa.create_engine(f"sqlite:///{place}.plain")
    metadata = sa.MetaData()
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    for file in sorted(feed.glob("*.csv.gz")):
        with gzip.open(file, "rt", encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        key = [name for name in _KEY if name in rows[0]] + ["timestamp"]
        table = sa.Table(
            file.name.partition(".")[0],
            metadata,
            *(sa.Column(name, sa.Text, primary_key=name in key) for name in rows[0]),
        )
        table.create(engine)
        insert = table.insert().prefix_with("OR REPLACE")
        with engine.begin() as connection:
            for start in range(0, len(rows), _AT_ONCE):
                connection.execute(insert, rows[start : start + _AT_ONCE])


TOOLS = {"janadesh": with_janadesh, "sqlalchemy": with_sqlalchemy}


def prepared(folder: str) -> str:
    from janadesh.record.opening import open_record
    from janadesh.sources.loading import load

    place = str(Path(folder) / "record.sqlite")
    with open_record(place) as record:
        load(record, "india")
        load(record, "jk-2024")
    return place


def measured(tool: str, feed: Path, place: str, about: int) -> Measured:
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, __file__, "--only", tool, "--feed", feed, "--place", place, "--about", str(about)]
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    if status:
        raise SystemExit(f"{tool} failed")
    return Measured(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feed", type=Path, default=FEED)
    parser.add_argument("--about", type=int, default=_AT_ONCE, help="about how many observations an update takes in")
    parser.add_argument("--only", choices=TOOLS)
    parser.add_argument("--place")
    asked = parser.parse_args()
    if asked.only:
        TOOLS[asked.only](asked.feed, asked.place, asked.about)
        return
    if not asked.feed.is_dir():
        raise SystemExit(f"There is no feed at {asked.feed}. Name one with --feed.")
    with tempfile.TemporaryDirectory() as folder:
        place = prepared(folder)
        figures = {tool: measured(tool, asked.feed, place, asked.about) for tool in TOOLS}
    print(f"{'':<12}{'seconds':>9}{'processor':>11}{'MB at most':>12}")
    for tool, figure in figures.items():
        print(f"{tool:<12}{figure.wall:>9.2f}{figure.processor:>11.2f}{figure.peak:>12.0f}")
    one, other = figures["janadesh"], figures["sqlalchemy"]
    wall, processor, peak = one.wall / other.wall, one.processor / other.processor, one.peak / other.peak
    print(f"{'ratio':<12}{wall:>9.2f}{processor:>11.2f}{peak:>12.2f}")
    keep(
        Figure(
            what="a day of 127,142 observations into the record, standings and alarms kept",
            ours=f"{one.wall:.1f} s",
            beside="INSERT OR REPLACE by SQLAlchemy",
            other=f"{other.wall:.1f} s",
            ratio=wall,
            memory=f"{one.peak:.0f} MB, {other.peak:.0f} MB",
            goal="under 10 s",
            met=one.wall < 10,
        )
    )


if __name__ == "__main__":
    main()
